-- One timeline of everything that happened: a view over the fact tables, behind one wall.
-- Read through the policies of each table it would ask them two dozen times, on every person's page.
set local role app_owner;

create view app.all_that_happened as
  select municipality_id, participant_id, 'contact' as kind, id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic,
    nullif(note, '') as words, kind as detail from app.contact where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'enquiry', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, source from app.enquiry where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'enquiry_answer', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, null from app.enquiry_answer where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'enrolment_state', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, null, state from app.enrolment_state where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'statement', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, null from app.statement where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'statement_rating', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, null, rating::text from app.statement_rating where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'goal', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, title, null from app.goal where not withdrawn and not superseded
  union all select a.municipality_id, a.participant_id, 'action_completion', c.id, c.fact_id, c.version, c.happened_at, c.recorded_at, c.said_by, c.legal_class, c.topic, a.title, null
    from app.action_completion c join app.action a on a.municipality_id = c.municipality_id and a.participant_id = c.participant_id and a.fact_id = c.action_id
    where not c.withdrawn and not c.superseded and not a.withdrawn and not a.superseded
  union all select municipality_id, participant_id, 'attendance', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic,
    (select g.title || ', ' || g.place from app.group_session g where g.municipality_id = t.session_municipality_id and g.id = t.session_id), answer from app.attendance t where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'relapse_note', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, kind from app.relapse_note where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'acknowledgement', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, null, code from app.acknowledgement where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'consent', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, null from app.consent where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'crisis_plan', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, null, null from app.crisis_plan where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'meeting', id, fact_id, version, coalesce(held_at, summoned_at), recorded_at, said_by, legal_class, topic, place, case when held_at is null then 'called' else 'held' end from app.meeting where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'decision', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, null from app.decision where not withdrawn and not superseded
  union all select k.municipality_id, k.participant_id, 'decision_kept', k.id, k.fact_id, k.version, k.happened_at, k.recorded_at, k.said_by, k.legal_class, k.topic, d.words, null
    from app.decision_kept k join app.decision d on d.municipality_id = k.municipality_id and d.participant_id = k.participant_id and d.fact_id = k.decision_id
    where not k.withdrawn and not k.superseded and not d.withdrawn and not d.superseded
  union all select municipality_id, participant_id, 'outreach', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, nullif(concat_ws(' · ', place, nullif(note, '')), ''), outcome from app.outreach where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'life_event', id, fact_id, version,
    -- A turn stands on the day it happens, which may be ahead, not on the day it was known.
    day::timestamp at time zone 'Europe/Oslo', recorded_at, said_by, legal_class, topic, nullif(concat_ws(' · ', place, words), ''), kind from app.life_event where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'strength', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, kind from app.strength where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'life_area_rating', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, concat_ws(': ', rating::text, words), area from app.life_area_rating where not withdrawn and not superseded
  union all select municipality_id, participant_id, 'wish', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, null from app.wish where not withdrawn and not superseded
  union all select a.municipality_id, a.participant_id, 'wish_answer', a.id, a.fact_id, a.version, a.happened_at, a.recorded_at, a.said_by, a.legal_class, a.topic, concat_ws(' · ', w.words, a.instead, a.reason_words), a.outcome
    from app.wish_answer a join app.wish w on w.municipality_id = a.municipality_id and w.participant_id = a.participant_id and w.fact_id = a.wish_id
    where not a.withdrawn and not a.superseded and not w.withdrawn and not w.superseded
  union all select municipality_id, participant_id, 'review', id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, concat_ws(' · ', changed, helped, way_on), null from app.review where not withdrawn and not superseded;
comment on view app.all_that_happened is 'What happened, newest version of each fact. For no role but the owner.';

create view app.timeline with (security_barrier = true) as
  select * from app.all_that_happened t where (t.participant_id, t.topic) in (select o.participant_id, o.topic from app.here_open o);
comment on view app.timeline is 'Engine 1: what happened, newest version of each fact. A part the reader may not see is not there.';
grant select on app.timeline to app_user;

create function app.timeline_entry(municipality uuid, participant uuid, entry_kind text, entry uuid) returns table (happened_at timestamptz, words text)
  language plpgsql stable rows 1 set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query select t.happened_at, t.words from timeline t
      where t.municipality_id = municipality and t.participant_id = participant and t.kind = entry_kind and t.fact_id = entry;
  end $$;
comment on function app.timeline_entry(uuid, uuid, text, uuid) is 'One entry of the timeline, for those who see it. A function, so that whoever asks about none pays for none.';
revoke execute on function app.timeline_entry(uuid, uuid, text, uuid) from public;
grant execute on function app.timeline_entry(uuid, uuid, text, uuid) to app_user;
