import type pg from 'pg';
import {
  CASE_DAYS,
  defaultSettings,
  type LookRule,
  lookRules,
  type RuleSettings,
} from '#domain/audit/rules.ts';
import {
  type Dealings,
  dealingsKey,
  type Finding,
  type Known,
  type Look,
  type Looker,
  type Person,
  unusual,
} from '#domain/audit/unusual.ts';

/** A burst that began before what is gone through now is still seen whole. */
const LOOK_BACK = '2 hours';
/** How far back it counts what two have had to do with each other. */
const DEALINGS_DAYS = 90;

/**
 * Asks the rules about look-ups numbered above `after` and up to `to`, and raises a case for each finding that is not
 * one already. Answers with how many were raised.
 */
export async function raiseUnusual(client: pg.Client, after: string, to: string): Promise<number> {
  const looks = await readLooks(client, after, to);
  if (looks.length === 0) return 0;
  const people = [...new Set(looks.flatMap((look) => look.people.map(({ id }) => id)))];
  const logins = [...new Set(looks.map(({ login }) => login))];
  const known: Known = {
    lookers: await readLookers(client, logins),
    people: await readPeople(client, people),
    dealings: await readDealings(
      client,
      looks.filter(({ number }) => number > Number(after)),
    ),
    settingsOf: await readSettings(client),
    after: Number(after),
  };
  return raise(client, unusual(looks, known));
}

/** Lists are left out: whoever stands on one's own list is one's own, and opening the list is the work. */
async function readLooks(client: pg.Client, after: string, to: string): Promise<Look[]> {
  const { rows } = await client.query<{
    number: string;
    at: Date;
    login: string;
    action: Look['action'];
    people: string[];
    reads: number[];
  }>(
    `select a.number::text, a.at, s.login_user_id as login, a.action, s.participant_ids as people, s.read_topics as reads
       from app.audit a join app.audit_scope s on s.id = a.scope_id
       where a.number <= $2 and a.action in ('read', 'change', 'search', 'emergency') and cardinality(s.participant_ids) > 0
         and (a.number > $1 or a.at >= (select min(b.at) from app.audit b where b.number > $1 and b.number <= $2) - $3::interval)
       order by a.at, a.number`,
    [after, to, LOOK_BACK],
  );
  return rows.map(({ number, at, people, reads, ...row }) => ({
    ...row,
    number: Number(number),
    at: at.toISOString(),
    people: people.map((id, place) => ({ id, shown: reads[place] !== 0 })),
  }));
}

async function readLookers(client: pg.Client, logins: string[]): Promise<Map<string, Looker>> {
  const { rows } = await client.query<Looker & { id: string }>(
    `select u.id, regexp_replace(u.name, '^.*\\s', '') as "familyName", u.participant_id as "participantId",
       count(w.id) > 0 as "atWork", coalesce(array_agg(w.organisation_id) filter (where w.id is not null), '{}') as organisations
     from app.login_user u left join app.login_worker k on k.login_user_id = u.id
     left join app.worker w on w.municipality_id = k.municipality_id and w.id = k.worker_id
     where u.id = any ($1) group by u.id`,
    [logins],
  );
  return new Map(rows.map(({ id, ...looker }) => [id, looker]));
}

async function readPeople(client: pg.Client, ids: string[]): Promise<Map<string, Person>> {
  const { rows } = await client.query<Person & { id: string }>(
    `select p.id, p.municipality_id as "municipalityId", coalesce(f.family_name, '') as "familyName",
       array(select w.organisation_id from app.login_user u join app.login_worker k on k.login_user_id = u.id
         join app.worker w on w.municipality_id = k.municipality_id and w.id = k.worker_id where u.participant_id = p.id) as "worksIn"
     from app.participant p left join app.profile f on f.municipality_id = p.municipality_id and f.participant_id = p.id and not f.withdrawn and not f.superseded
     where p.id = any ($1)`,
    [ids],
  );
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

/** From the log itself: on which days one looked at the other, and when they last wrote something. */
async function readDealings(client: pg.Client, looks: readonly Look[]): Promise<Map<string, Dealings>> {
  const pairs = new Map(
    looks.flatMap(({ login, people }) =>
      people.map(({ id }) => [dealingsKey(login, id), [login, id] as const]),
    ),
  );
  const { rows } = await client.query<{ login: string; person: string } & Dealings>(
    `select x.login, x.person, d.days, d.last_act as "lastAct", cardinality(app.roles_beside(x.person, x.login, d.latest)) > 0 as beside
       from unnest($1::uuid[], $2::uuid[]) x (login, person)
       cross join lateral (
         select coalesce(array_agg(distinct (a.at at time zone 'Europe/Oslo')::date::text), '{}') as days,
           max((a.at at time zone 'Europe/Oslo')::date) filter (where a.action = 'change' and s.write_topics[array_position(s.participant_ids, x.person)] <> 0)::text as last_act,
           max(a.at) as latest
         from app.audit_scope s join app.audit a on a.scope_id = s.id
         where s.login_user_id = x.login and s.participant_ids @> array[x.person] and a.action in ('read', 'change', 'emergency')
           and a.at > app.now() - make_interval(days => $3)) d`,
    [[...pairs.values()].map(([login]) => login), [...pairs.values()].map(([, id]) => id), DEALINGS_DAYS],
  );
  return new Map(rows.map(({ login, person, ...dealings }) => [dealingsKey(login, person), dealings]));
}

async function readSettings(client: pg.Client): Promise<Known['settingsOf']> {
  const { rows } = await client.query<{
    municipality: string;
    rule: LookRule;
    on: boolean;
    limit: number;
    within: number;
  }>(
    `select distinct on (municipality_id, rule) municipality_id as municipality, rule, is_on as on, at_least as limit, within
       from app.look_up_rule_setting order by municipality_id, rule, set_at desc, id desc`,
  );
  const own = new Map<string, RuleSettings>();
  for (const { municipality, rule, ...setting } of rows)
    if (lookRules.includes(rule))
      own.set(municipality, { ...(own.get(municipality) ?? defaultSettings), [rule]: setting });
  return (municipalityId) => own.get(municipalityId) ?? defaultSettings;
}

async function raise(client: pg.Client, findings: readonly Finding[]): Promise<number> {
  let raised = 0;
  for (const { rule, login, municipalityId, people, from, to, lookUps, key } of findings) {
    const { rowCount } = await client.query(
      `insert into app.look_up_case (municipality_id, rule, key, login_user_id, participant_ids, from_at, to_at, look_ups, due_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, app.now() + make_interval(days => $9))
         on conflict (municipality_id, rule, login_user_id, key) do nothing`,
      [municipalityId, rule, key, login, people, from, to, lookUps, CASE_DAYS],
    );
    raised += rowCount ?? 0;
  }
  return raised;
}
