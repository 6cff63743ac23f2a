import type { Static } from 'typebox';
import type {
  AskBreach,
  AskRegister,
  Breach,
  Control,
  FindForControl,
  FoundForControl,
  LogLines,
  LookUpCase,
  LookUpQuestion,
  Register,
  RuleSetting,
  SearchLog,
} from '#contract/control.ts';
import { topicsIn } from '#domain/access/topics.ts';
import { defaultSettings, lookRules } from '#domain/audit/rules.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { Refused } from '../refused.ts';

/** Only somebody who checks the log; to others there is no such place. */
export function refuseOthers(tx: Tx): void {
  if (!tx.me.workers.some(({ roles }) => roles.includes('auditor'))) throw new Refused('not-found');
}

/** What is null in the database is absent in the answer. */
const present = <T extends object>(row: T): { [K in keyof T]: Exclude<T[K], null> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as never;

type CaseRow = Omit<LookUpCase, 'late' | 'closed'> & {
  closedAt: string | null;
  closedBy: string | null;
  words: string | null;
};

/** «Logg og kontroll»: what is to be found out, and how the rules are set. */
export async function control(tx: Tx): Promise<Control> {
  refuseOthers(tx);
  const [questions, cases, set, accounts] = await Promise.all([
    tx.rows(
      raw(sql<Omit<LookUpQuestion, 'late'>>`
        select id, person, asked_at as "askedAt", words, who, organisation, looked_at as "lookedAt", purpose, refused, due_at as "dueAt", about_me as "aboutMe"
        from app.control_questions()`),
    ),
    tx.rows(
      raw(sql<CaseRow>`
        select id, rule, who, organisation, people, from_at as "from", to_at as "to", look_ups as "lookUps", raised_at as "raisedAt", due_at as "dueAt",
          about_me as "aboutMe", closed_at as "closedAt", closed_by as "closedBy", words from app.control_cases()`),
    ),
    tx.rows(
      raw(sql<RuleSetting>`
        select rule, is_on as on, at_least as limit, within, set_by as "setBy", set_at as "setAt" from app.control_rules()`),
    ),
    tx.rows(raw(sql<Control['accounts'][number]>`select id, name, organisation from app.control_accounts()`)),
  ]);
  return {
    now: tx.now,
    questions: questions.map((row) => ({ ...present(row), late: row.dueAt <= tx.now })),
    cases: cases.map(({ closedAt, closedBy, words, ...row }) => ({
      ...present(row),
      late: closedAt === null && row.dueAt <= tx.now,
      ...(closedAt === null || closedBy === null || words === null
        ? {}
        : { closed: { at: closedAt, by: closedBy, words } }),
    })),
    rules: lookRules.map(
      (rule) => set.find((one) => one.rule === rule) ?? { rule, ...defaultSettings[rule] },
    ),
    accounts: accounts.map(present),
  };
}

export async function findForControl(
  tx: Tx,
  { givenName, familyName, birthDay }: Static<typeof FindForControl>,
): Promise<FoundForControl> {
  refuseOthers(tx);
  const people = await tx.rows(
    raw(sql<{ id: string; name: string }>`
      select id, name from app.control_find(${givenName}, ${familyName}, ${birthDay})`),
  );
  return { people };
}

const PAGE = 100;

export async function searchLog(tx: Tx, asked: Static<typeof SearchLog>): Promise<LogLines> {
  refuseOthers(tx);
  const { account = null, person = null, from, to, below = null } = asked;
  if ((account === null) === (person === null)) throw new Refused('one-to-search-for');
  if (from >= to) throw new Refused('period-backwards');
  const rows = await tx.rows(
    raw(sql<Omit<LogLines['lines'][number], 'topics'> & { reads: number; writes: number }>`
      select number, at, who, organisation, action, purpose, people, others, reads, writes
      from app.control_log(${account}, ${person}, ${from}, ${to}, ${below})`),
  );
  return {
    lines: rows.map(({ reads, writes, ...row }) => ({ ...present(row), topics: topicsIn(reads | writes) })),
    more: rows.length === PAGE,
  };
}

export async function breach(tx: Tx, { account, from, to }: Static<typeof AskBreach>): Promise<Breach> {
  refuseOthers(tx);
  if (from >= to) throw new Refused('period-backwards');
  const rows = await tx.rows(
    raw(sql<Omit<Breach['people'][number], 'read' | 'couldAdd'> & { reads: number; writes: number }>`
      select person, municipality, first_at as "firstAt", last_at as "lastAt", look_ups as "lookUps", reads, writes, actions
      from app.control_breach(${account}, ${from}, ${to})`),
  );
  return {
    people: rows.map(({ reads, writes, ...row }) => ({
      ...present(row),
      read: topicsIn(reads),
      couldAdd: topicsIn(writes),
    })),
  };
}

export async function register(tx: Tx, { person, at }: Static<typeof AskRegister>): Promise<Register> {
  refuseOthers(tx);
  const rows = await tx.rows(
    raw(sql<Omit<Register['entries'][number], 'topics'> & { topics: number | null }>`
      select who, organisation, as_what as role, topics, since, until, given_by as "givenBy", given_at as "givenAt"
      from app.who_could_see(${person}, ${at})`),
  );
  return { entries: rows.map(({ topics, ...row }) => ({ ...present(row), topics: topicsIn(topics ?? 0) })) };
}
