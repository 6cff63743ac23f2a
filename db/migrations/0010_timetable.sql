-- The weekly timetable: lines that repeat, and the samlinger they become some weeks ahead.
set local role app_owner;

create function app.may_run(service_municipality uuid, service uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from app.my_workers() m join service s on s.municipality_id = m.municipality_id and s.organisation_id = m.organisation_id
      where m.role in ('worker', 'peer', 'intake', 'leader') and s.municipality_id = service_municipality and s.id = service)
  $$;
comment on function app.may_run(uuid, uuid) is 'I work in the organisation that holds this service, so its timetable is mine to keep.';

create function app.extend_timetable(upto date) returns int
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    with made as (
      insert into group_session (municipality_id, id, service_id, series_id, series_day, title, place, starts_at, ends_at, leader_municipality_id, leader_worker_id)
      select s.municipality_id, app.uuid7(), s.service_id, s.id, d::date, s.title, s.place,
        -- Wall-clock time in Norway on that day, so that the hour stays when the clocks change.
        (d::date + s.from_time) at time zone 'Europe/Oslo', (d::date + s.to_time) at time zone 'Europe/Oslo', s.leader_municipality_id, s.leader_worker_id
      from group_series s
      cross join lateral generate_series(greatest(s.valid_from, (app.now() at time zone 'Europe/Oslo')::date), least(coalesce(s.valid_to, upto), upto, (app.now() + interval '26 weeks')::date), interval '1 day') d
      where extract(isodow from d) = s.weekday
      on conflict (municipality_id, series_id, series_day) do nothing
      returning 1)
    select count(*)::int from made
  $$;
comment on function app.extend_timetable(date) is 'Makes the samlinger of every line up to and with a day; those that are there already stay as they are, also cancelled ones.';

alter table app.group_series enable row level security;
create policy near on app.group_series for select to app_user using (municipality_id = any (array(select unnest(h.near) from app.here_near h)));
comment on policy near on app.group_series is 'Seen in my municipality and those it shares services with.';
create policy run on app.group_series for insert to app_user with check (app.may_run(municipality_id, service_id));
comment on policy run on app.group_series is 'A line is added by those who work in the service.';
grant select, insert on app.group_series to app_user;

create function app.end_series(series_municipality uuid, series uuid, last_day date) returns int
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare gone int;
  begin
    update group_series s set valid_to = greatest(last_day, s.valid_from)
      where s.municipality_id = series_municipality and s.id = series and (s.valid_to is null or s.valid_to > last_day) and app.may_run(s.municipality_id, s.service_id);
    if not found then return null; end if;
    -- Those nobody has answered to are taken away; the others are cancelled, so that people can see it.
    update group_session g set cancelled_at = app.now(), cancelled_because = 'ended'
      where g.municipality_id = series_municipality and g.series_id = series and g.series_day > last_day and g.cancelled_at is null
        and exists (select from attendance a where a.session_municipality_id = g.municipality_id and a.session_id = g.id);
    delete from group_session g where g.municipality_id = series_municipality and g.series_id = series and g.series_day > last_day and g.cancelled_at is null
      and not exists (select from attendance a where a.session_municipality_id = g.municipality_id and a.session_id = g.id)
      and not exists (select from enquiry_answer a where a.session_municipality_id = g.municipality_id and a.session_id = g.id);
    get diagnostics gone = row_count;
    return gone;
  end $$;
comment on function app.end_series(uuid, uuid, date) is 'A line ends after a day: nothing that somebody has answered to disappears. None when it is not mine to end, or ended before.';

create function app.cancel_session(session_municipality uuid, session uuid, because text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    update group_session g set cancelled_at = app.now(), cancelled_because = because
      where g.municipality_id = session_municipality and g.id = session and g.cancelled_at is null and g.ends_at > app.now() and app.may_run(g.municipality_id, g.service_id);
    return found;
  end $$;
comment on function app.cancel_session(uuid, uuid, text) is 'One samling is not held, with the reason people are shown. False when it is not mine, is over, or is cancelled already.';

revoke execute on function app.may_run(uuid, uuid), app.extend_timetable(date), app.end_series(uuid, uuid, date), app.cancel_session(uuid, uuid, text) from public;
grant execute on function app.may_run(uuid, uuid), app.extend_timetable(date), app.end_series(uuid, uuid, date), app.cancel_session(uuid, uuid, text) to app_user;
