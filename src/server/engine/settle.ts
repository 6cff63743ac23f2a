import { v7 as uuid7 } from 'uuid';
import type { Clock } from '#domain/clock/clock.ts';
import { clocksOf } from '#domain/clock/clocks.ts';
import { type Act, completeSteps } from '#domain/pathway/complete-steps.ts';
import { pathwayTemplates } from '#domain/pathway/ny-start.ts';
import { type AnsweredByAct, answeredByAct } from '#domain/wish/answered-by-act.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { type Completion, type EngineFacts, loadEngineFacts, type Subject } from './load-facts.ts';

/** Given only where nobody is logged in: filling a demonstration as the owner. */
export interface Recorder {
  loginUserId: string;
  at: string;
}

/**
 * Brings what follows from one participant's facts up to date: steps are ticked by the acts that complete them, a wish for
 * a contact person is answered by the act that makes them so, and clocks are set anew. Runs in the writer's transaction, as the engine, because the writer may not see what a clock needs.
 */
export async function settle(
  rows: Tx['rows'],
  subjects: readonly Subject[],
  recorder?: Recorder,
): Promise<void> {
  for (const subject of subjects) {
    const facts = await loadEngineFacts(rows, subject);
    const { completed, answered, clocks } = followsFrom(facts);
    await Promise.all([
      ...writeCompletions(rows, subject, facts, completed, recorder),
      ...writeWishAnswers(rows, subject, answered, recorder),
      ...writeClocks(rows, subject, clocks),
    ]);
  }
}

interface Follows {
  /** Which act ticks which step, by the step's id. */
  completed: Map<string, Act>;
  answered: AnsweredByAct;
  clocks: Clock[];
}

/** What follows from one participant's facts, without asking anybody. */
export function followsFrom(facts: EngineFacts): Follows {
  const completed = completionsOf(facts);
  const answered = answeredByAct(facts.wishes, facts.contactPersons);
  const clocks = clocksOf({ ...facts, steps: stepsWith(facts, completed), wishes: answered.wishes });
  return { completed, answered, clocks };
}

function completionsOf(facts: EngineFacts): Map<string, Act> {
  const kept = new Map(facts.completions.map((completion) => [completion.stepId, completion.actKey]));
  const all = new Map<string, Act>();
  for (const run of facts.runs) {
    const template = pathwayTemplates[run.template];
    if (template === undefined) continue;
    const own = new Map([...kept].filter(([stepId]) => run.steps.some((step) => step.id === stepId)));
    for (const [stepId, act] of completeSteps(template, run.steps, facts.acts, own)) all.set(stepId, act);
  }
  return all;
}

const stepsWith = (facts: EngineFacts, completed: ReadonlyMap<string, Act>) =>
  facts.runs.flatMap(({ steps, waits }) =>
    steps.map((step) => ({ ...step, waits, completed: completed.has(step.id) })),
  );

/** Where somebody is logged in, the database says itself who recorded it and when. */
const recordedAs = (recorder: Recorder | undefined) =>
  recorder === undefined
    ? { columns: sql``, values: sql`` }
    : {
        columns: sql`, recorded_by, recorded_at`,
        values: sql`, ${recorder.loginUserId}, ${recorder.at}`,
      };

function writeCompletions(
  rows: Tx['rows'],
  { municipalityId, participantId }: Subject,
  facts: EngineFacts,
  completed: ReadonlyMap<string, Act>,
  recorder: Recorder | undefined,
): Promise<unknown>[] {
  const standing = new Map(facts.completions.map((completion) => [completion.stepId, completion]));
  const added = [...completed].filter(([stepId]) => !standing.has(stepId));
  const gone = facts.completions.filter((completion) => !completed.has(completion.stepId));
  const { columns, values } = recordedAs(recorder);
  return [
    ...added.map(([stepId, act]) => {
      const id = uuid7();
      return rows(
        raw(sql`insert into step_completion (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class,
            step_id, act_kind, act_id ${columns})
          values (${municipalityId}, ${id}, ${participantId}, ${id}, ${act.at}, ${act.by}, 'shared-plan',
            ${stepId}, ${act.kind}, ${act.id.slice(act.kind.length + 1)} ${values})`),
      );
    }),
    ...gone.map((completion) => withdrawCompletion(rows, { municipalityId, participantId }, completion)),
  ];
}

/** The act was undone, so the step is open again; the old completion stays in the history. */
const withdrawCompletion = (
  rows: Tx['rows'],
  { municipalityId, participantId }: Subject,
  completion: Completion,
) =>
  rows(
    raw(sql`insert into step_completion (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn,
        happened_at, said_by, legal_class, step_id, act_kind, act_id)
      select municipality_id, ${uuid7()}, participant_id, fact_id, version + 1, id, 'act withdrawn', true,
        happened_at, said_by, legal_class, step_id, act_kind, act_id
      from step_completion where municipality_id = ${municipalityId} and participant_id = ${participantId} and id = ${completion.id}`),
  );

function writeWishAnswers(
  rows: Tx['rows'],
  { municipalityId, participantId }: Subject,
  { added, gone }: AnsweredByAct,
  recorder: Recorder | undefined,
): Promise<unknown>[] {
  const { columns, values } = recordedAs(recorder);
  return [
    ...added.map(({ wishId, membership, at }) => {
      const id = uuid7();
      return rows(
        raw(sql`insert into wish_answer (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class,
            wish_id, outcome, membership_id ${columns})
          values (${municipalityId}, ${id}, ${participantId}, ${id}, ${at}, ${membership.by}, 'shared-plan',
            ${wishId}, 'given', ${membership.id} ${values})`),
      );
    }),
    ...gone.map((id) =>
      rows(
        raw(sql`insert into wish_answer (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn,
            happened_at, said_by, legal_class, wish_id, outcome, membership_id)
          select municipality_id, ${uuid7()}, participant_id, fact_id, version + 1, id, 'act withdrawn', true,
            happened_at, said_by, legal_class, wish_id, outcome, membership_id
          from wish_answer where municipality_id = ${municipalityId} and participant_id = ${participantId} and id = ${id}`),
      ),
    ),
  ];
}

function writeClocks(
  rows: Tx['rows'],
  { municipalityId, participantId }: Subject,
  clocks: readonly Clock[],
): Promise<unknown>[] {
  const clear = rows(
    raw(
      sql`delete from clock where municipality_id = ${municipalityId} and participant_id = ${participantId}`,
    ),
  );
  if (clocks.length === 0) return [clear];
  const set = rows(
    raw(sql`insert into clock (municipality_id, participant_id, rule, subject_id, shows_at, opens_at, owner_role, topic)
      select ${municipalityId}, ${participantId}, c.* from unnest(
        ${clocks.map((clock) => clock.rule)}::text[], ${clocks.map((clock) => clock.subjectId)}::uuid[],
        ${clocks.map((clock) => clock.showsAt)}::timestamptz[], ${clocks.map((clock) => clock.opensAt)}::timestamptz[],
        ${clocks.map((clock) => clock.ownerRole)}::text[], ${clocks.map((clock) => clock.topic ?? 'status')}::text[]) c`),
  );
  return [clear, set];
}
