// For tests of what is kept: those who decide, years after the demonstration, and what they see and do.
import type { Retention, RetentionHolds, RetentionPlace, RetentionRun } from '#contract/retention.ts';
import { participants } from '#db/demo/people.ts';
import type { Answer, House } from '../test-house.ts';
import { workOnRuns } from './retention-job.ts';

export const TIME = participants.rune.municipalityId;
export const ALL = { scope: 'all-classes' };
export const YEARS_LATER = '2031-01-01T12:00Z';

export interface Keeping {
  page(persona?: string): Promise<RetentionPlace>;
  /** The newest run, as somebody sees it. */
  run(persona?: string): Promise<RetentionRun>;
  holds(persona?: string): Promise<RetentionHolds['holds']>;
  act(persona: string, what: string, body?: object): Promise<Answer>;
  decide(legalClass: string, months?: number, persona?: string): Promise<Answer>;
  /** A round of the job. */
  round(): Promise<void>;
  /** Asks, and lets the job work it out. */
  planned(persona?: string): Promise<RetentionRun>;
  approve(persona: string, run: RetentionRun): Promise<Answer>;
  /** Every row of every fact. */
  facts(): Promise<Map<string, string>>;
}

export const keepingIn = (house: () => House): Keeping => {
  const act: Keeping['act'] = (persona, what, body = {}) =>
    house().as(persona).post(`/api/retention/${TIME}/${what}`, body);
  const page: Keeping['page'] = async (persona = 'terje') => {
    const { body, said } = await house().as(persona).get<Retention>('/api/retention');
    const [place] = body.places ?? [];
    if (place === undefined) throw new Error(`no such place for ${persona}: ${said}`);
    return place;
  };
  const run: Keeping['run'] = async (persona) => {
    const [newest] = (await page(persona)).runs;
    if (newest === undefined) throw new Error('nobody has asked for anything');
    return newest;
  };
  const round = () => workOnRuns(house().ownerConfig);
  return {
    page,
    run,
    act,
    round,
    holds: async (persona = 'randi') =>
      (await house().as(persona).get<RetentionHolds>('/api/retention/holds')).body.holds,
    decide: (legalClass, months, persona = 'terje') =>
      act(persona, 'periods', {
        recordClass: legalClass,
        ...(months === undefined ? {} : { months }),
        because: 'Avtalt med arkivet',
      }),
    planned: async (persona = 'terje') => {
      const { said } = await act(persona, 'dry-runs', ALL);
      if (said !== '201') throw new Error(`no dry run: ${said}`);
      await round();
      return run(persona);
    },
    approve: (persona, { id, planned }) =>
      act(persona, `dry-runs/${id}/approvals`, { proof: planned?.proof ?? '' }),
    facts: async () => {
      const tables = await house().owner<{ name: string }>(
        'select fact_table as name from app.fact_tables()',
      );
      const all = new Map<string, string>();
      for (const { name } of tables)
        for (const { id, row } of await house().owner<{ id: string; row: string }>(
          `select id, f::text as row from ${name} f`,
        ))
          all.set(`${name}/${id}`, row);
      return all;
    },
  };
};
