import { childTurns } from '#domain/clock/children.ts';
import { realContacts } from '#domain/clock/turns.ts';
import { isUnderWay } from '#domain/enrolment/change-state.ts';
import type { Act } from '#domain/pathway/complete-steps.ts';
import type { ActKind } from '#domain/pathway/template.ts';
import type { Day } from '#domain/time/day.ts';
import type { EngineFacts } from '#server/engine/load-facts.ts';
import { followsFrom } from '#server/engine/settle.ts';
import { type FactTable, fact, type Person } from './person.ts';
import { dayAt } from './time.ts';

type Row = Record<string, unknown>;
const text = (row: Row, column: string): string => String(row[column]);

/**
 * Ticks the steps and sets the clocks of one person from what has been written of them, without asking a database:
 * thousands at once. Where there is a database, `settle` gives the same (ledger.db.test.ts).
 */
export function writeWhatFollows(person: Person): void {
  const { completed, clocks } = followsFrom(factsOf(person));
  for (const [stepId, act] of completed) {
    fact(
      person,
      'step_completion',
      Date.parse(act.at),
      { saidBy: act.by, recordedBy: person.worker.loginId, law: 'shared-plan' },
      {
        step_id: stepId,
        act_kind: act.kind,
        act_id: act.id.slice(act.kind.length + 1),
      },
    );
  }
  for (const clock of clocks) {
    person.writing.sink.add('clock', {
      municipality_id: person.municipalityId,
      participant_id: person.id,
      rule: clock.rule,
      subject_id: clock.subjectId,
      shows_at: clock.showsAt,
      opens_at: clock.opensAt,
      owner_role: clock.ownerRole,
      topic: clock.topic ?? 'status',
    });
  }
}

/** What the engine would have read: the newest version of each fact; the generator takes nothing back. */
function factsOf(person: Person): EngineFacts {
  const now = (table: FactTable): Row[] => {
    const rows = person.rows.get(table) ?? [];
    const before = new Set(rows.map((row) => row['supersedes']));
    return rows.filter((row) => !before.has(row['id']));
  };
  const named = (table: FactTable, column: string) => new Set(now(table).map((row) => text(row, column)));
  const answered = named('enquiry_answer', 'enquiry_id');
  const [done, kept, ended] = [
    named('action_completion', 'action_id'),
    named('decision_kept', 'decision_id'),
    named('goal_closure', 'goal_id'),
  ];
  return {
    // Nobody of the many has asked for anything of the kind.
    rightsRequests: [],
    enquiries: now('enquiry').map((row) => ({
      id: text(row, 'fact_id'),
      happenedAt: text(row, 'happened_at'),
      answered: answered.has(text(row, 'fact_id')),
    })),
    actions: now('action')
      .filter((row) => !ended.has(text(row, 'goal_id')))
      .map((row) => ({ ...whoAndWhen(row), done: done.has(text(row, 'fact_id')) })),
    decisions: now('decision').map((row) => ({
      ...whoAndWhen(row),
      dueDay: text(row, 'due_day') as Day,
      kept: kept.has(text(row, 'fact_id')),
    })),
    ...standingOf(now),
    wishes: wishesOf(now),
    acts: actsOf(now),
    completions: [],
    tellings: now('relapse_note')
      .filter((row) => ['relapse', 'hard-time'].includes(text(row, 'kind')))
      .map((row) => ({ id: text(row, 'fact_id'), toldAt: text(row, 'happened_at') })),
    childQuestions: now('child_question').map((row) => ({
      at: text(row, 'happened_at'),
      answered: [row['children'], row['siblings']].every((answer) => answer === 'yes' || answer === 'no'),
    })),
    childTurns: daysOf(now('life_event'), [...childTurns]).map(({ day }) => day),
    // The generator writes no cards.
    children: [],
    // Nor does anybody in it ask why somebody looked.
    whyAsked: [],
    emergencies: now('emergency_opening').map((row) => ({
      id: text(row, 'fact_id'),
      openedAt: text(row, 'valid_from'),
    })),
    // The generator asks nobody whether they want to be met.
    homecomings: daysOf(now('life_event'), ['discharge', 'release']),
    departures: daysOf(now('life_event'), ['admission', 'imprisonment']).map(({ day }) => day),
    talks: now('contact')
      .filter((row) => (realContacts as readonly string[]).includes(text(row, 'kind')))
      .map((row) => text(row, 'happened_at')),
  };
}

const whoAndWhen = (row: Row) => ({
  id: text(row, 'fact_id'),
  doer: text(row, 'doer') as 'participant' | 'worker',
  dueDay: row['due_day'] as Day | null,
});

const daysOf = (rows: Row[], kinds: string[]) =>
  rows
    .filter((row) => kinds.includes(text(row, 'kind')))
    .map((row) => ({ id: text(row, 'fact_id'), day: text(row, 'day') as Day }));

type Standing = Pick<EngineFacts, 'enrolments' | 'episodes' | 'contactPersons' | 'died' | 'runs'>;

function standingOf(now: (table: FactTable) => Row[]): Standing {
  const states = now('enrolment').map((enrolment) => {
    const turns = now('enrolment_state')
      .filter((row) => row['enrolment_id'] === enrolment['id'])
      .toSorted((a, b) => (text(a, 'happened_at') < text(b, 'happened_at') ? -1 : 1));
    const last = turns.at(-1);
    return {
      id: text(enrolment, 'id'),
      state: String(last?.['state']),
      because: last?.['ended_because'],
      since: String(turns[0]?.['happened_at']),
    };
  });
  const steps = now('pathway_step');
  return {
    enrolments: states.filter(({ state }) => isUnderWay(state)),
    episodes: states.filter(({ state }) => isUnderWay(state) && state !== 'asked'),
    contactPersons: now('team_membership')
      .filter((row) => row['role'] === 'contact-person' && row['substitute_for'] === null)
      .map((row) => ({
        id: text(row, 'fact_id'),
        workerId: text(row, 'worker_id'),
        at: text(row, 'happened_at'),
        by: text(row, 'said_by'),
        until: row['valid_to'] as string | null,
      })),
    died: states.some(({ because }) => because === 'died'),
    runs: now('pathway_run').map((run) => ({
      template: text(run, 'template'),
      waits: states.some(
        ({ id, state }) => id === run['enrolment_id'] && ['paused', 'ended'].includes(state),
      ),
      steps: steps
        .filter((step) => step['run_id'] === run['fact_id'])
        .map((step) => ({
          id: text(step, 'fact_id'),
          code: text(step, 'code'),
          dueFrom: text(step, 'due_from') as Day,
          dueTo: text(step, 'due_to') as Day,
        })),
    })),
  };
}

const wishesOf = (now: (table: FactTable) => Row[]): EngineFacts['wishes'] =>
  now('wish').map((wish) => ({
    id: text(wish, 'fact_id'),
    at: text(wish, 'happened_at'),
    workerId: wish['worker_id'] as string | null,
    answers: now('wish_answer')
      .filter((answer) => answer['wish_id'] === wish['fact_id'])
      .map((answer) => ({
        id: text(answer, 'id'),
        outcome: answer['outcome'] as EngineFacts['wishes'][number]['answers'][number]['outcome'],
        untilDay: answer['until_day'] as Day | null,
        membershipId: null,
      })),
  }));

function actsOf(now: (table: FactTable) => Row[]): Act[] {
  const act = (kind: ActKind, row: Row, at: string, detail?: string): Act => ({
    kind,
    id: `${kind}:${text(row, 'fact_id')}`,
    day: dayAt(Date.parse(at)),
    at,
    by: text(row, 'said_by'),
    ...(detail === undefined ? {} : { detail }),
  });
  const simple = (table: FactTable & ActKind, detail?: string) =>
    now(table).map((row) => act(table, row, text(row, 'happened_at'), detail && text(row, detail)));
  const meetings = now('meeting');
  return [
    ...simple('goal'),
    ...simple('acknowledgement', 'code'),
    ...simple('team_membership', 'role'),
    ...simple('contact', 'kind'),
    ...simple('crisis_plan'),
    ...now('review').map((row) =>
      act('review', row, text(row, 'happened_at'), row['with_worker_id'] === null ? 'own' : 'together'),
    ),
    ...meetings.map((row) => act('meeting-called', row, text(row, 'summoned_at'))),
    ...meetings
      .filter((row) => row['own_agenda'] !== null)
      .map((row) => act('meeting-prepared', row, text(row, 'happened_at'))),
    ...meetings
      .filter((row) => row['held_at'] !== null)
      .map((row) => act('meeting-held', row, text(row, 'held_at'))),
  ];
}
