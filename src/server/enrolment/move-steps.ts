import { shiftSteps } from '#domain/pathway/shift.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import type { Opening, Tx } from '../db/database.ts';
import { type Correction, correctFact, type Saying } from '../db/fact.ts';
import { raw, sql } from '../db/query.ts';
import { saying, sharedPlan } from '../db/saying.ts';

interface RunRow {
  id: string;
  factId: string;
  version: number;
  enrolmentId: string;
  template: string;
  templateVersion: number;
  anchorDay: Day;
  happenedAt: string;
}

interface StepRow {
  id: string;
  factId: string;
  version: number;
  runId: string;
  code: string;
  week: number;
  dueFrom: Day;
  dueTo: Day;
  done: boolean;
  happenedAt: string;
}

/** New versions of the run and of its steps that are left, each with how long somebody was away. */
export async function moveSteps(tx: Tx, about: Opening, enrolmentId: string, days: number): Promise<void> {
  if (days < 1) return;
  const here = sql`r.municipality_id = ${about.municipalityId} and r.participant_id = ${about.participantId} and r.enrolment_id = ${enrolmentId}`;
  const [runs, steps] = await Promise.all([
    tx.rows(
      raw(sql<RunRow>`
        select id, fact_id as "factId", version, enrolment_id as "enrolmentId", template, template_version as "templateVersion", anchor_day as "anchorDay", happened_at as "happenedAt"
        from pathway_run_now r where ${here}`),
    ),
    tx.rows(
      raw(sql<StepRow>`
        select s.id, s.fact_id as "factId", s.version, s.run_id as "runId", s.code, s.week, s.due_from as "dueFrom", s.due_to as "dueTo",
          s.happened_at as "happenedAt", exists (select from step_completion_now c
            where c.municipality_id = s.municipality_id and c.participant_id = s.participant_id and c.step_id = s.fact_id) as done
        from pathway_step_now s join pathway_run_now r
          on r.municipality_id = s.municipality_id and r.participant_id = s.participant_id and r.fact_id = s.run_id
        where ${here}`),
    ),
  ]);
  const said = saying(tx, about, sharedPlan);
  const reason = `away for ${days} days`;
  await Promise.all([
    ...runs.map((run) => moveRun(tx, about, said, run, { ...after(run), reason }, days)),
    ...shiftSteps(steps, days).map((step) => moveStep(tx, about, said, step, { ...after(step), reason })),
  ]);
}

const after = ({ id, factId, version }: { id: string; factId: string; version: number }) => ({
  supersedes: id,
  factId,
  version,
});

const moveRun = (tx: Tx, about: Opening, said: Saying, run: RunRow, correction: Correction, days: number) =>
  correctFact(
    tx,
    'pathway_run',
    about,
    { ...said, happenedAt: run.happenedAt },
    {
      enrolment_id: run.enrolmentId,
      template: run.template,
      template_version: run.templateVersion,
      anchor_day: addDays(run.anchorDay, days),
    },
    correction,
  );

const moveStep = (tx: Tx, about: Opening, said: Saying, step: StepRow, correction: Correction) =>
  correctFact(
    tx,
    'pathway_step',
    about,
    { ...said, happenedAt: step.happenedAt },
    { run_id: step.runId, code: step.code, week: step.week, due_from: step.dueFrom, due_to: step.dueTo },
    correction,
  );
