-- Figures in a period and on a date: each counted in one place, for the leader's page, the command line and the tests.
set local role app_owner;

create function app.figure_people(at_municipality uuid, at_service uuid)
  returns table (figure text, day date, gender text, municipality_id uuid, participant_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    with enrolled as (
      select e.municipality_id, e.participant_id, e.fact_id, e.happened_at from enrolment_now e
      where e.service_municipality_id = at_municipality and e.service_id = at_service
    ), mapping_step as (
      select e.municipality_id, e.participant_id, e.fact_id, min(c.happened_at) as done_at
      from enrolled e
      join pathway_run_now r on r.municipality_id = e.municipality_id and r.participant_id = e.participant_id and r.enrolment_id = e.fact_id
      join pathway_step_now s on s.municipality_id = r.municipality_id and s.participant_id = r.participant_id and s.run_id = r.fact_id and s.code = 'mapping'
      left join step_completion_now c on c.municipality_id = s.municipality_id and c.participant_id = s.participant_id and c.step_id = s.fact_id
      group by 1, 2, 3
    ), mapped as (
      -- The pathway's mapping step; where the service has no pathway, the first goal written down after the enrolment.
      select e.municipality_id, e.participant_id, case when m.fact_id is not null then m.done_at else (
          select min(g.happened_at) from goal_now g
          where g.municipality_id = e.municipality_id and g.participant_id = e.participant_id and g.happened_at >= e.happened_at) end as at
      from enrolled e left join mapping_step m on m.municipality_id = e.municipality_id and m.participant_id = e.participant_id and m.fact_id = e.fact_id
    ), since as (
      select e.municipality_id, e.participant_id, min((e.happened_at at time zone 'Europe/Oslo')::date) as day from enrolled e group by 1, 2
    ), counted as (
      select 'mapped' as figure, m.municipality_id, m.participant_id, min((m.at at time zone 'Europe/Oslo')::date) as day
        from mapped m where m.at is not null group by 2, 3
      union all
      select case l.kind when 'job-start' then 'to-work' else 'to-inpatient' end, l.municipality_id, l.participant_id, min(l.day)
        from since s join life_event_now l on l.municipality_id = s.municipality_id and l.participant_id = s.participant_id and l.day >= s.day
        where l.kind = 'job-start' or (l.kind = 'admission' and l.setting = 'inpatient-treatment')
        group by 1, 2, 3
    -- Somebody registered twice counts once, as the row that stands, from the first day.
    ), once as (
      select c.figure, coalesce(q.same_municipality_id, c.municipality_id) as municipality_id, coalesce(q.same_participant_id, c.participant_id) as participant_id, min(c.day) as day
      from counted c left join same_person q on q.participant_id = c.participant_id and q.same_place = 0
      group by 1, 2, 3
    )
    select c.figure, c.day, coalesce(p.gender, 'not-stated'), c.municipality_id, c.participant_id
    from once c left join profile p on p.municipality_id = c.municipality_id and p.participant_id = c.participant_id and not p.withdrawn and not p.superseded
    where c.day <= (app.now() at time zone 'Europe/Oslo')::date
  $$;
comment on function app.figure_people(uuid, uuid) is 'Who counts in which figure, once each, and from which day: the one definition. The owner''s alone; whoever else counts, counts through it.';

create function app.in_service_rows(at_municipality uuid, at_service uuid, at_day date) returns table (municipality_id uuid, participant_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select distinct e.municipality_id, e.participant_id from enrolment_now e
    where e.service_municipality_id = at_municipality and e.service_id = at_service and (
      select s.state from enrolment_state_now s
      where s.municipality_id = e.municipality_id and s.participant_id = e.participant_id and s.enrolment_id = e.fact_id
        and s.happened_at < ((at_day + 1)::timestamp at time zone 'Europe/Oslo')
      order by s.happened_at desc, s.recorded_at desc limit 1) in ('mapping', 'active')
  $$;
comment on function app.in_service_rows(uuid, uuid, date) is 'The rows of those in a service when the day ended: of somebody registered twice there may be two.';

create function app.in_service(at_municipality uuid, at_service uuid, at_day date) returns table (municipality_id uuid, participant_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    with here as materialized (select * from app.in_service_rows(at_municipality, at_service, at_day))
    select h.municipality_id, h.participant_id from here h
    where not exists (select from same_person q join here other on other.participant_id = q.same_participant_id
      where q.participant_id = h.participant_id and q.same_place < q.place)
  $$;
comment on function app.in_service(uuid, uuid, date) is 'Who was in mapping or active when the day ended: behind «Oversikten», the status page and the command line. Somebody on hold keeps their place and is not counted.';

create function app.in_service_on(at_municipality uuid, at_service uuid, at_day date) returns int
  language sql stable security definer set search_path = app, pg_temp
  as $$ select count(*)::int from app.in_service(at_municipality, at_service, at_day) $$;
comment on function app.in_service_on(uuid, uuid, date) is 'How many were in the service when the day ended.';

create function app.day_groups_between(at_municipality uuid, at_service uuid, from_day date, to_day date)
  returns table (days_held int, days_written int, visits int, people int)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    with held as (
      -- By day is a start before 15:00 on the wall clock.
      select g.municipality_id, g.id, (g.starts_at at time zone 'Europe/Oslo')::date as day from group_session g
      where g.municipality_id = at_municipality and g.service_id = at_service and g.cancelled_at is null and g.ends_at <= app.now()
        and g.starts_at >= (from_day::timestamp at time zone 'Europe/Oslo') and g.starts_at < ((to_day + 1)::timestamp at time zone 'Europe/Oslo')
        and (g.starts_at at time zone 'Europe/Oslo')::time < '15:00'
    ), written as (
      select h.day, coalesce(q.same_participant_id, a.participant_id) as person, bool_or(a.answer = 'came') as came
      from held h join attendance_now a on a.session_municipality_id = h.municipality_id and a.session_id = h.id
      left join same_person q on q.participant_id = a.participant_id and q.same_place = 0
      where a.answer in ('came', 'did-not-come') group by 1, 2
    )
    select (select count(distinct h.day)::int from held h), count(distinct w.day)::int, (count(*) filter (where w.came))::int,
      (count(distinct w.person) filter (where w.came))::int
    from written w
  $$;
comment on function app.day_groups_between(uuid, uuid, date, date) is 'Days a group was held by day, those of them where somebody wrote down who came, and how many different people came, day by day and in all.';

create function app.status_figures(at_municipality uuid, at_service uuid, from_day date, to_day date)
  returns table (name text, months jsonb, in_service int, days_held int, days_written int, visits int, people int)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if not exists (select from app.led_services() l where l.municipality_id = at_municipality and l.id = at_service) then return; end if;
    perform app.write_audit('figure', 'status', '{}', '{}', null);
    return query
      select s.name,
        coalesce((select jsonb_agg(jsonb_build_object('figure', c.figure, 'month', c.month, 'gender', c.gender, 'people', c.people))
          from (select f.figure, to_char(f.day, 'YYYY-MM') as month, f.gender, count(*)::int as people
                from app.figure_people(at_municipality, at_service) f group by 1, 2, 3) c), '[]'),
        app.in_service_on(at_municipality, at_service, to_day), d.days_held, d.days_written, d.visits, d.people
      from service s, app.day_groups_between(at_municipality, at_service, from_day, to_day) d
      where s.municipality_id = at_municipality and s.id = at_service;
  end $$;
comment on function app.status_figures(uuid, uuid, date, date) is 'Counts month by month for a service one leads; which of them may be shown, src/domain/figure decides. Opens nobody; logged as a figure.';

revoke execute on function app.figure_people(uuid, uuid), app.in_service_rows(uuid, uuid, date), app.in_service(uuid, uuid, date), app.in_service_on(uuid, uuid, date), app.day_groups_between(uuid, uuid, date, date),
  app.status_figures(uuid, uuid, date, date) from public;
grant execute on function app.status_figures(uuid, uuid, date, date) to app_user;
