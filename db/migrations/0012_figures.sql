-- What leaders and partners ask without opening anyone: counts, and how long something is shared.
set local role app_owner;

create function app.shared_with_me() returns table (participant_id uuid, valid_to timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select c.participant_id, max(coalesce(c.valid_to, 'infinity'::timestamptz))
    from consent c
    join (select distinct municipality_id, organisation_id, worker_id from app.my_workers()) o
      on c.recipient_municipality_id = o.municipality_id and c.recipient_organisation_id = o.organisation_id
      and (c.recipient_worker_id is null or c.recipient_worker_id = o.worker_id)
    where c.participant_id = any (app.opened_any()) and not c.withdrawn and not c.superseded
      and c.valid_from <= app.now() and (c.valid_to is null or app.now() < c.valid_to)
    group by c.participant_id having max(coalesce(c.valid_to, 'infinity'::timestamptz)) < 'infinity'
  $$;
comment on function app.shared_with_me() is 'Until when those I have opened share with my organisation, or with me there; absent when until they say stop.';

create function app.closeness(home uuid, who uuid, close_to_them uuid)
  returns table (name text, shared text[], shared_until timestamptz, scopes text[], mandated text[], mandated_until timestamptz)
  language plpgsql stable security definer rows 1 set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select coalesce(p.preferred_name, p.given_name), c.topics, c.until, d.scopes, d.topics, d.until
    from profile p
    left join lateral (
      select array_agg(distinct t.topic) as topics, max(w.until) as until
      from (
        select s.topics, coalesce(s.valid_to, 'infinity') as until from consent s
        where s.municipality_id = home and s.participant_id = who and s.recipient_related_id = close_to_them
          and not s.withdrawn and not s.superseded and s.valid_from <= app.now() and (s.valid_to is null or app.now() < s.valid_to)
        union all
        -- As a parent, until the birthday (0020_close.sql).
        select i.topics, i.until from app.open_to_parent(home, who, close_to_them) i
      ) w cross join unnest(w.topics) t (topic)
    ) c on true
    left join lateral (
      select array_agg(distinct n.scope) as scopes, array_agg(distinct t.topic) filter (where t.topic is not null) as topics, max(coalesce(m.valid_to, 'infinity')) as until
      from mandate m cross join unnest(m.scopes) n (scope) left join unnest(m.topics) t (topic) on true
      where m.municipality_id = home and m.participant_id = who and m.related_person_id = close_to_them
        and not m.withdrawn and not m.superseded and m.valid_from <= app.now() and (m.valid_to is null or app.now() < m.valid_to)
    ) d on true
    where p.municipality_id = home and p.participant_id = who and not p.withdrawn and not p.superseded;
  end $$;
comment on function app.closeness(uuid, uuid, uuid) is 'What somebody is called, what they share with one who is close, and what that one''s mandate opens, each with until when; infinity is until they say stop, or until further notice.';
revoke execute on function app.closeness(uuid, uuid, uuid) from public;

create function app.close_to_me() returns table (participant_id uuid, name text, shared text[], shared_until timestamptz, scopes text[], mandated text[], mandated_until timestamptz)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select u.related_to, c.*
    from login_user u cross join lateral app.closeness(u.municipality_id, u.related_to, u.related_person_id) c
    where u.id = app.actor() and u.related_to = any (app.opened_any()) and (c.shared is not null or c.scopes is not null);
  end $$;
comment on function app.close_to_me() is 'The closeness of the actor to those they have opened.';

create function app.led_services() returns table (municipality_id uuid, id uuid, name text)
  language sql stable security definer rows 2 set search_path = app, pg_temp
  as $$
    select s.municipality_id, s.id, s.name from app.my_workers() m
    join service s on s.municipality_id = m.municipality_id and s.organisation_id = m.organisation_id where m.role = 'leader'
    union
    select s.municipality_id, s.id, s.name from app.my_workers() m
    join council_service c on c.municipality_id = m.municipality_id and c.organisation_id = m.organisation_id
      and c.valid_from <= app.now()::date and (c.valid_to is null or app.now()::date < c.valid_to)
    join service s on s.municipality_id = c.service_municipality_id and s.id = c.service_id where m.role = 'user-representative'
  $$;
comment on function app.led_services() is 'The services whose figures are mine to see: those I lead, and those my user council follows.';
revoke execute on function app.led_services() from public;

create function app.overview() returns table (
    municipality_id uuid, service_id uuid, name text, waiting int, waiting_with_group int, active int,
    answered int, answered_within_a_day int, median_answer_hours float, asked int, children_asked int, related_asked int, gaps jsonb)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if not exists (select from app.my_workers() m where m.role in ('leader', 'user-representative')) then return; end if;
    perform app.write_audit('figure', 'overview', '{}', '{}', null);
    return query
    with led as (
      select * from app.led_services()
    ), enrolled as (
      select l.id as led_id, e.municipality_id, e.participant_id, e.fact_id,
        (select st.state from enrolment_state_now st where st.municipality_id = e.municipality_id and st.participant_id = e.participant_id
          and st.enrolment_id = e.fact_id order by st.happened_at desc, st.recorded_at desc limit 1) as state
      from led l join enrolment_now e on e.service_municipality_id = l.municipality_id and e.service_id = l.id
    ), enquired as (
      select l.id as led_id, q.municipality_id, q.participant_id, q.happened_at, a.happened_at as answered_at
      from led l join enquiry_now q on q.service_municipality_id = l.municipality_id and q.service_id = l.id
      left join enquiry_answer_now a on a.municipality_id = q.municipality_id and a.participant_id = q.participant_id and a.enquiry_id = q.fact_id
    ), in_service as (
      -- The same people as on the status page and in the report (0013_reports.sql).
      select l.id as led_id, i.municipality_id, i.participant_id
      from led l, app.in_service(l.municipality_id, l.id, (app.now() at time zone 'Europe/Oslo')::date) i
    ), waiting_rows as (
      -- Waits: asked for the service and not taken in, or enrolled and waiting.
      select q.led_id, q.municipality_id, q.participant_id from enquired q
        where not exists (select from enrolled e where e.led_id = q.led_id and e.municipality_id = q.municipality_id and e.participant_id = q.participant_id)
          -- Nor on another row of the same person, who is counted once.
          and not exists (select from same_person p join enrolled e on e.participant_id = p.same_participant_id where p.participant_id = q.participant_id and e.led_id = q.led_id)
      union select e.led_id, e.municipality_id, e.participant_id from enrolled e where e.state = 'waiting'
        and not exists (select from same_person p join enrolled o on o.participant_id = p.same_participant_id
          where p.participant_id = e.participant_id and o.led_id = e.led_id and o.state in ('mapping', 'active'))
    ), waiting_ones as (
      select w.* from waiting_rows w where not exists (select from same_person p join waiting_rows o on o.participant_id = p.same_participant_id
        where p.participant_id = w.participant_id and o.led_id = w.led_id and p.same_place < p.place)
    ), here as (
      select w.led_id, w.municipality_id, w.participant_id from waiting_ones w
      union select e.led_id, e.municipality_id, e.participant_id from enrolled e where e.state <> 'ended'
    ), open_gaps as (
      select h.led_id, c.rule, count(*)::int as open, min(c.opens_at) as oldest
      from here h join clock c on c.municipality_id = h.municipality_id and c.participant_id = h.participant_id and c.opens_at <= app.now() and c.topic <> 'relapse'
      -- What is owed a person, and not for one thing of theirs, is owed once to somebody who is registered twice.
      where not (c.rule in ('contact-person-missing', 'children-not-asked') and exists (
        select from same_person p join here o on o.participant_id = p.same_participant_id and o.led_id = h.led_id
        join clock same on same.municipality_id = o.municipality_id and same.participant_id = o.participant_id and same.rule = c.rule and same.opens_at <= app.now()
        where p.participant_id = h.participant_id and p.same_place < p.place))
      group by 1, 2
    )
    select l.municipality_id, l.id, l.name,
      (select count(*)::int from waiting_ones w where w.led_id = l.id),
      (select count(*)::int from waiting_ones w where w.led_id = l.id and exists (
        select from attendance_now a where a.municipality_id = w.municipality_id and a.participant_id = w.participant_id and a.answer in ('coming', 'came'))),
      (select count(*)::int from in_service i where i.led_id = l.id),
      (select count(*)::int from enquired q where q.led_id = l.id and q.answered_at is not null),
      (select count(*)::int from enquired q where q.led_id = l.id and q.answered_at < q.happened_at + interval '1 day'),
      (select round((percentile_cont(0.5) within group (order by extract(epoch from q.answered_at - q.happened_at) / 3600))::numeric, 1)::float
        from enquired q where q.led_id = l.id and q.answered_at is not null),
      (select count(*)::int from in_service i where i.led_id = l.id and exists (
        select from statement_now s where s.municipality_id = i.municipality_id and s.participant_id = i.participant_id
          union all select from same_person p join statement_now s on s.municipality_id = p.same_municipality_id and s.participant_id = p.same_participant_id where p.participant_id = i.participant_id)),
      -- Asked while they have been here, whatever was answered (the tables: 0020_close.sql).
      (select count(*)::int from in_service i where i.led_id = l.id and exists (
        select from child_question_now q where q.municipality_id = i.municipality_id and q.participant_id = i.participant_id
          union all select from same_person p join child_question_now q on q.municipality_id = p.same_municipality_id and q.participant_id = p.same_participant_id where p.participant_id = i.participant_id)),
      (select count(*)::int from in_service i where i.led_id = l.id and exists (
        select from related_question_now q where q.municipality_id = i.municipality_id and q.participant_id = i.participant_id
          union all select from same_person p join related_question_now q on q.municipality_id = p.same_municipality_id and q.participant_id = p.same_participant_id where p.participant_id = i.participant_id)),
      coalesce((select jsonb_agg(jsonb_build_object('rule', g.rule, 'open', g.open, 'oldest', to_char(g.oldest at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by g.open desc)
        from open_gaps g where g.led_id = l.id), '[]')
    from led l;
  end $$;
comment on function app.overview() is 'Counts for the services one leads, or whose users one represents. Opens nobody; the look-up is logged as a figure.';

revoke execute on function app.shared_with_me(), app.close_to_me(), app.overview() from public;
grant execute on function app.shared_with_me(), app.close_to_me(), app.overview() to app_user;
