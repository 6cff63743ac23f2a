import type { MyDay, Need } from '#contract/person.ts';
import { type AccessRole, rolesBeside } from '#domain/access/roles.ts';
import { pathwayTemplates, weekOfRun } from '#domain/pathway/ny-start.ts';
import type { Day } from '#domain/time/day.ts';
import { addDays, dayOf, endOf, startOf } from '#domain/time/day.ts';
import type { Tx } from '../db/database.ts';
import { raw, sql } from '../db/query.ts';
import { namedBy, once } from '../db/same-person.ts';
import { sessionsBetween } from '../group/group-queries.ts';
import { whyAskedOfMe } from '../sharing/why-queries.ts';
import { leaving } from '../team/leaving-query.ts';

/** Those whose day this is: the ones I stand beside, not those I only meet in a group or have been asked about. */
export const beside = [...rolesBeside, 'intake'] as const satisfies AccessRole[];

/** «Min dag»: who needs me, what went well, and what is on today; one round trip. */
export async function myDay(tx: Tx): Promise<MyDay> {
  const ids = tx.openings.map((opening) => opening.participantId);
  const tenants = [...new Set(tx.openings.map((opening) => opening.municipalityId))];
  const today = dayOf(tx.now);
  const [needs, wentWell, meetings, sessions, people, answers, handover, [letters], asked, named] =
    await Promise.all([
      needRows(tx, tenants, ids),
      wentWellRows(tx, tenants, ids),
      meetingRows(tx, tenants, ids, today),
      sessionsBetween(tx, startOf(today), startOf(addDays(today, 1))),
      peopleRows(tx, tenants, ids),
      answerRows(tx, tenants, ids, today),
      leaving(tx, tenants, ids),
      tx.rows(raw(sql<{ waiting: number }>`select app.letters_waiting() as waiting`)),
      whyAskedOfMe(tx),
      namedBy(tx),
    ]);
  // Whom I hand over stands there, and not once more as somebody without a contact person.
  const handedOver = new Set(handover?.people.map(({ participantId }) => participantId));
  const others = owedOnce(needs, named).filter(
    ({ rule, participantId }) => rule !== 'contact-person-missing' || !handedOver.has(participantId),
  );
  return {
    now: tx.now,
    ...(handover === undefined ? {} : { leaving: handover }),
    ...(letters === undefined || letters.waiting === 0 ? {} : { letters: letters.waiting }),
    asked,
    participants: new Set(ids.map(named)).size,
    needs: others.map((row) => needOf(row, tx.now, today)).sort(mostUrgent),
    wentWell: wentWell.map((row) => ({ ...row, participantId: named(row.participantId) })),
    today: [
      ...sessions
        .filter(({ cancelled }) => cancelled === undefined)
        .map(({ title, place, startsAt, endsAt, session, mine: leads }) => ({
          kind: 'group' as const,
          title,
          place,
          startsAt,
          endsAt,
          session,
          mine: leads,
          ...answers.find(({ id }) => id === session.id)?.counts,
        })),
      ...meetings.map(({ place, ...meeting }) => ({
        ...meeting,
        participantId: named(meeting.participantId),
        kind: 'meeting' as const,
        mine: true,
        ...(place === null ? {} : { place }),
      })),
    ].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)),
    people: once(people, named),
  };
}

/** What is owed a person, and not for one thing of theirs. */
const owedToPerson = ['contact-person-missing', 'children-not-asked'];

/** By the row that each is named by; what is owed somebody who is registered twice is owed once. */
function owedOnce(needs: readonly NeedRow[], named: (participantId: string) => string): NeedRow[] {
  const keyOf = ({ participantId, rule }: NeedRow) => `${named(participantId)} ${rule}`;
  const owed = new Set(needs.filter((need) => named(need.participantId) === need.participantId).map(keyOf));
  return needs
    .filter(
      (need) =>
        named(need.participantId) === need.participantId ||
        !owedToPerson.includes(need.rule) ||
        !owed.has(keyOf(need)),
    )
    .map((need) => ({ ...need, participantId: named(need.participantId) }));
}

interface NeedRow {
  participantId: string;
  name: string;
  rule: string;
  subjectId: string;
  showsAt: string;
  opensAt: string;
  service: string | null;
  template: string | null;
  anchor: Day | null;
  state: string | null;
  since: string | null;
  step: string | null;
  words: string | null;
  doer: string | null;
  remindedAt: string | null;
  remindedBy: string | null;
}

/** What a person waits for comes before what is written. */
const peopleFirst = ['relapse-contact', 'discharge-unmet', 'emergency-talk'];

const needRows = (tx: Tx, tenants: string[], ids: string[]): Promise<NeedRow[]> =>
  tx.rows(
    raw(sql<NeedRow>`
      select c.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, c.rule, c.subject_id as "subjectId",
        c.shows_at as "showsAt", c.opens_at as "opensAt", e.service, e.template, e.anchor, e.state, e.since, s.code as step,
        coalesce(a.title, d.words, q.source, l.setting, l.kind, n.kind, h.words, rq.words, ch.name) as words, coalesce(wa.name, wd.name) as doer,
        r.at as "remindedAt", r.by as "remindedBy"
      from clock c
      join profile_now p on p.municipality_id = c.municipality_id and p.participant_id = c.participant_id
      left join pathway_step s on c.rule = 'step-due' and s.municipality_id = c.municipality_id and s.participant_id = c.participant_id and s.id = c.subject_id
      left join action_now a on c.rule = 'action-overdue' and a.municipality_id = c.municipality_id and a.participant_id = c.participant_id and a.fact_id = c.subject_id
      left join decision_now d on c.rule = 'promise-overdue' and d.municipality_id = c.municipality_id and d.participant_id = c.participant_id and d.fact_id = c.subject_id
      left join enquiry_now q on c.rule = 'enquiry-unanswered' and q.municipality_id = c.municipality_id and q.participant_id = c.participant_id and q.fact_id = c.subject_id
      left join life_event_now l on c.rule = 'discharge-unmet' and l.municipality_id = c.municipality_id and l.participant_id = c.participant_id and l.fact_id = c.subject_id
      left join relapse_note_now n on c.rule = 'relapse-contact' and n.municipality_id = c.municipality_id and n.participant_id = c.participant_id and n.fact_id = c.subject_id
      left join wish_now h on c.rule = 'wish-unanswered' and h.municipality_id = c.municipality_id and h.participant_id = c.participant_id and h.fact_id = c.subject_id
      left join rights_request_now rq on c.rule = 'rights-unanswered' and rq.municipality_id = c.municipality_id and rq.participant_id = c.participant_id and rq.fact_id = c.subject_id
      left join child_now ch on c.rule = 'child-next' and ch.municipality_id = c.municipality_id and ch.participant_id = c.participant_id and ch.fact_id = c.subject_id
      left join worker wa on wa.municipality_id = a.worker_municipality_id and wa.id = a.worker_id
      left join worker wd on wd.municipality_id = d.worker_municipality_id and wd.id = d.worker_id
      left join lateral (
        select k.happened_at as at, (select kw.name from worker kw where kw.id = k.said_by) as by from contact_now k
        where k.municipality_id = c.municipality_id and k.participant_id = c.participant_id and k.reminds_of = c.subject_id
        order by k.happened_at desc limit 1) r on c.rule in ('action-overdue', 'promise-overdue')
      left join lateral (
        select v.name as service, r.template, r.anchor_day as anchor, st.state, st.since from enrolment_now n
        join service v on v.municipality_id = n.service_municipality_id and v.id = n.service_id
        left join pathway_run_now r on r.municipality_id = n.municipality_id and r.participant_id = n.participant_id and r.enrolment_id = n.fact_id
        left join lateral (select t.state, t.happened_at as since from enrolment_state_now t
          where t.municipality_id = n.municipality_id and t.participant_id = n.participant_id and t.enrolment_id = n.fact_id
          order by t.happened_at desc, t.recorded_at desc limit 1) st on true
        where n.municipality_id = c.municipality_id and n.participant_id = c.participant_id order by n.happened_at desc limit 1) e on true
      where c.municipality_id = any (${tenants}::uuid[]) and c.participant_id = any (${ids}::uuid[]) and c.shows_at <= (select app.now())
        -- Owed by the one who looked, and stands with them.
        and c.rule <> 'look-unexplained'
      order by array_position(${peopleFirst}::text[], c.rule), c.opens_at limit 200`),
  );

const actOf: Record<string, string> = {
  'enquiry-unanswered': 'answer',
  'action-overdue': 'remind',
  'promise-overdue': 'remind',
  'contact-person-missing': 'open-team',
  'relapse-contact': 'log-phone',
  'discharge-unmet': 'log-contact',
  'emergency-talk': 'log-contact',
  'wish-unanswered': 'answer-wish',
  'children-not-asked': 'ask-children',
  'child-next': 'open-child',
  'rights-unanswered': 'decide-right',
};

function needOf(row: NeedRow, now: string, today: Day): Need {
  const template = pathwayTemplates[row.template ?? ''];
  const detail = row.step ?? row.words;
  const act =
    row.step === null ? actOf[row.rule] : template?.steps.find(({ code }) => code === row.step)?.act;
  return {
    participantId: row.participantId,
    name: row.name,
    rule: row.rule,
    subjectId: row.subjectId,
    showsAt: row.showsAt,
    opensAt: row.opensAt,
    open: row.opensAt <= now,
    // Nobody is met at the door the day before.
    act:
      row.rule === 'discharge-unmet' && row.opensAt > endOf(today) ? 'open-person' : (act ?? 'open-person'),
    ...(row.service === null ? {} : { service: row.service }),
    ...(row.state === 'paused' ? { onHold: true as const } : {}),
    ...weekOfRun(row.template, row.anchor, row, today),
    ...(detail === null ? {} : { detail }),
    ...(row.doer === null ? {} : { doer: row.doer }),
    ...(row.remindedAt === null
      ? {}
      : { reminded: { at: row.remindedAt, ...(row.remindedBy === null ? {} : { by: row.remindedBy }) } }),
  };
}

/** What participants ticked off themselves the last two days. */
const wentWellRows = (tx: Tx, tenants: string[], ids: string[]): Promise<MyDay['wentWell']> =>
  tx.rows(
    raw(sql<MyDay['wentWell'][number]>`
      select c.participant_id as "participantId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as name, 'action_completion' as kind,
        a.title as words, c.happened_at as at
      from action_completion_now c
      join action_now a on a.municipality_id = c.municipality_id and a.participant_id = c.participant_id and a.fact_id = c.action_id
      join profile_now p on p.municipality_id = c.municipality_id and p.participant_id = c.participant_id
      where c.municipality_id = any (${tenants}::uuid[]) and c.participant_id = any (${ids}::uuid[])
        and c.said_by = c.participant_id and c.happened_at > (select app.now()) - interval '2 days'
      order by c.happened_at desc limit 5`),
  );

/** What my own people have answered about today's groups. */
const answerRows = (tx: Tx, tenants: string[], ids: string[], today: Day) =>
  tx.rows(
    raw(sql<{ id: string; counts: { coming: number; saidNo: number } }>`
      select a.session_id as id, json_build_object('coming', count(*) filter (where a.answer in ('coming', 'came')),
        'saidNo', count(*) filter (where a.answer = 'said-no')) as counts
      from attendance_now a join group_session g on g.municipality_id = a.session_municipality_id and g.id = a.session_id
      where a.municipality_id = any (${tenants}::uuid[]) and a.participant_id = any (${ids}::uuid[])
        and g.starts_at >= ${startOf(today)} and g.starts_at < ${startOf(addDays(today, 1))}
      group by a.session_id`),
  );

const meetingRows = (tx: Tx, tenants: string[], ids: string[], today: Day) =>
  tx.rows(
    raw(sql<{
      participantId: string;
      meetingId: string;
      title: string;
      place: string | null;
      startsAt: string;
    }>`
      select m.participant_id as "participantId", m.fact_id as "meetingId", concat_ws(' ', p.given_name, nullif(p.family_name, '')) as title, m.place, m.starts_at as "startsAt"
      from meeting_now m join profile_now p on p.municipality_id = m.municipality_id and p.participant_id = m.participant_id
      where m.municipality_id = any (${tenants}::uuid[]) and m.participant_id = any (${ids}::uuid[])
        and m.starts_at >= ${startOf(today)} and m.starts_at < ${startOf(addDays(today, 1))} and m.ended_at is null`),
  );

const peopleRows = (tx: Tx, tenants: string[], ids: string[]): Promise<MyDay['people']> =>
  tx.rows(
    raw(sql<MyDay['people'][number]>`
      select participant_id as "participantId", concat_ws(' ', given_name, nullif(family_name, '')) as name
      from profile_now where municipality_id = any (${tenants}::uuid[]) and participant_id = any (${ids}::uuid[])
      order by given_name, family_name`),
  );

/** People first, then what opens first; of two at the same moment always the same one. */
const mostUrgent = (a: Need, b: Need): number => {
  const [left, right] = [a, b].map(
    ({ rule, opensAt, name, subjectId }) => `${placeOf(rule)} ${opensAt} ${name} ${subjectId}`,
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

const placeOf = (rule: string): number =>
  peopleFirst.includes(rule) ? peopleFirst.indexOf(rule) : peopleFirst.length;
