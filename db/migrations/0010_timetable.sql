-- The weekly timetable: lines that repeat, the samlinger they become some weeks ahead, and what is changed about them.
set local role app_owner;

create table app.timetable_change (
  municipality_id uuid not null,
  id uuid not null default app.uuid7(),
  series_id uuid,
  session_id uuid,
  kind text not null check (kind in ('added', 'ended', 'led-by', 'moved', 'cancelled', 'held-after-all')),
  because text check (length(because) between 1 and 200),
  was_starts_at timestamptz,
  was_ends_at timestamptz,
  was_place text,
  was_leader_municipality_id uuid,
  was_leader_worker_id uuid,
  changed_at timestamptz not null default app.now(),
  changed_by uuid not null default app.actor() references app.login_user (id) on delete restrict,
  primary key (municipality_id, id),
  foreign key (municipality_id, series_id) references app.group_series (municipality_id, id) on delete restrict,
  foreign key (municipality_id, session_id) references app.group_session (municipality_id, id) on delete restrict,
  check ((series_id is null) <> (session_id is null)),
  check ((session_id is null) = (was_starts_at is null)),
  check (kind not in ('ended', 'moved', 'cancelled') or because is not null)
);
comment on table app.timetable_change is 'Who changed the timetable, when and why, and how a samling stood before. Nothing in it is about participants.';
create index timetable_change_by_session on app.timetable_change (municipality_id, session_id);
alter table app.timetable_change enable row level security;
create policy near on app.timetable_change for select to app_user using (municipality_id = any ((select h.near from app.here_near h)::uuid[]));
comment on policy near on app.timetable_change is 'Seen in my municipality and those it shares services with.';
grant select on app.timetable_change to app_user;

create function app.services_i_run() returns table (municipality_id uuid, service_id uuid)
  language plpgsql stable security definer rows 4 set search_path = app, pg_temp
  as $$
  begin
    return query select distinct s.municipality_id, s.id from app.my_workers() m
      join service s on s.municipality_id = m.municipality_id and s.organisation_id = m.organisation_id
      where m.role in ('worker', 'peer', 'intake', 'leader');
  end $$;
comment on function app.services_i_run() is 'Services of the organisations I work in, whose timetable is mine to keep.';

create function app.may_run(service_municipality uuid, service uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from app.services_i_run() r where r.municipality_id = service_municipality and r.service_id = service) $$;
comment on function app.may_run(uuid, uuid) is 'One of the services I run.';

create function app.norwegian_time(day date, hour time) returns timestamptz
  language sql immutable set search_path = app, pg_temp
  as $$
    -- PostgreSQL takes the last of two; an hour earlier is the first when the clock shows the same.
    select case when (last_of_two - interval '1 hour') at time zone 'Europe/Oslo' = day + hour then last_of_two - interval '1 hour' else last_of_two end
    from (select (day + hour) at time zone 'Europe/Oslo' as last_of_two) t
  $$;
comment on function app.norwegian_time(date, time) is 'When clocks in Norway show an hour on a day. In the night an hour comes twice: the first. In the night it never comes: as long after midnight (RFC 5545).';

create function app.session_times(day date, from_time time, to_time time, out starts_at timestamptz, out ends_at timestamptz)
  language sql immutable set search_path = app, pg_temp
  as $$
    select s, case when e > s then e else s + (to_time - from_time) end
    from (select app.norwegian_time(day, from_time) as s, app.norwegian_time(day, to_time) as e) t
  $$;
comment on function app.session_times(date, time, time) is 'A samling keeps its Norwegian hours; one that would end before it begins, as the clock jumps, keeps its length.';

create function app.extend_timetable() returns int
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    with made as (
      insert into group_session (municipality_id, id, service_id, series_id, series_day, title, place, starts_at, ends_at, leader_municipality_id, leader_worker_id)
      select s.municipality_id, app.uuid7(), s.service_id, s.id, d::date, s.title, s.place, t.starts_at, t.ends_at, s.leader_municipality_id, s.leader_worker_id
      from (select (app.now() at time zone 'Europe/Oslo')::date as today) here
      cross join group_series s
      cross join lateral (select greatest(s.valid_from, today) as since) x
      cross join lateral generate_series(since + (s.weekday - extract(isodow from since)::int + 7) % 7, least(s.valid_to, today + 56), interval '7 days') d
      cross join lateral app.session_times(d::date, s.from_time, s.to_time) t
      where t.ends_at > app.now()
      on conflict (municipality_id, series_id, series_day) do nothing
      returning 1)
    select count(*)::int from made
  $$;
comment on function app.extend_timetable() is 'Makes the samlinger of every line eight weeks ahead; those that are there stay as they are, also cancelled and moved ones.';

alter table app.group_series enable row level security;
create policy near on app.group_series for select to app_user using (municipality_id = any ((select h.near from app.here_near h)::uuid[]));
comment on policy near on app.group_series is 'Seen in my municipality and those it shares services with.';
create policy run on app.group_series for insert to app_user
  with check (app.may_run(municipality_id, service_id) and (leader_municipality_id is null or leader_municipality_id = any ((select h.near from app.here_near h)::uuid[])));
comment on policy run on app.group_series is 'A line is added by those who work in the service, and led by somebody from where services are shared.';
grant select, insert on app.group_series to app_user;

create function app.log_new_series() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    -- A demonstration is filled by nobody.
    if app.actor() is not null then
      insert into timetable_change (municipality_id, series_id, kind) values (new.municipality_id, new.id, 'added');
    end if;
    return null;
  end $$;
create trigger log_new_series after insert on app.group_series for each row execute function app.log_new_series();

-- What is told is a code and a person; where and why stands in the plan.
create function app.tell_those_coming(session_municipality uuid, session uuid, what text) returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
    select a.municipality_id, app.uuid7(), a.participant_id, what, 'sms', 'participant', a.participant_id, app.now()
    from attendance a
    where a.session_municipality_id = session_municipality and a.session_id = session and a.answer = 'coming' and not a.withdrawn and not a.superseded
  $$;
comment on function app.tell_those_coming(uuid, uuid, text) is 'Puts in the outbox that a samling was changed, for those who have said that they come.';

create function app.end_series(series_municipality uuid, series uuid, last_day date, because text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare gone group_session;
  begin
    update group_series s set valid_to = last_day
      where s.municipality_id = series_municipality and s.id = series and last_day >= s.valid_from and (s.valid_to is null or s.valid_to > last_day)
        and app.may_run(s.municipality_id, s.service_id);
    if not found then return false; end if;
    insert into timetable_change (municipality_id, series_id, kind, because) values (series_municipality, series, 'ended', end_series.because);
    for gone in select * from group_session g where g.municipality_id = series_municipality and g.series_id = series and g.series_day > last_day
        and g.cancelled_at is null and g.ends_at > app.now() order by g.starts_at for update loop
      -- What somebody has answered to, or been invited to, is cancelled so that they see it; what nobody has heard of is taken away.
      if exists (select from attendance a where a.session_municipality_id = gone.municipality_id and a.session_id = gone.id)
        or exists (select from enquiry_answer a where a.session_municipality_id = gone.municipality_id and a.session_id = gone.id)
        or exists (select from relapse_note a where a.session_municipality_id = gone.municipality_id and a.session_id = gone.id)
        or exists (select from timetable_change c where c.municipality_id = gone.municipality_id and c.session_id = gone.id) then
        perform app.cancel_session(gone.municipality_id, gone.id, end_series.because);
      else
        delete from group_session g where g.municipality_id = gone.municipality_id and g.id = gone.id;
      end if;
    end loop;
    return true;
  end $$;
comment on function app.end_series(uuid, uuid, date, text) is 'A line ends after a day: nothing that somebody has answered to disappears. False when it is not mine to end, or has ended.';

create function app.lead_series(series_municipality uuid, series uuid, leader_municipality uuid, leader uuid, from_day date) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare before group_series;
  begin
    select * into before from group_series s where s.municipality_id = series_municipality and s.id = series and app.may_run(s.municipality_id, s.service_id) for update;
    if not found or not leader_municipality = any (app.near()) then return false; end if;
    update group_series s set leader_municipality_id = leader_municipality, leader_worker_id = leader where s.municipality_id = series_municipality and s.id = series;
    -- Those that somebody else has been asked to lead keep that one.
    update group_session g set leader_municipality_id = leader_municipality, leader_worker_id = leader
      where g.municipality_id = series_municipality and g.series_id = series and g.series_day >= from_day and g.starts_at > app.now()
        and g.leader_worker_id is not distinct from before.leader_worker_id;
    insert into timetable_change (municipality_id, series_id, kind, was_leader_municipality_id, was_leader_worker_id)
      values (series_municipality, series, 'led-by', before.leader_municipality_id, before.leader_worker_id);
    return true;
  end $$;
comment on function app.lead_series(uuid, uuid, uuid, uuid, date) is 'Somebody else leads a line from a day on. False when it is not mine, or they are from another part of the country.';

-- The row locked, and how it stood written down; none when it is not mine or is over.
create function app.session_to_change(session_municipality uuid, session uuid, what text, because text) returns app.group_session
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare before group_session;
  begin
    select * into before from group_session g where g.municipality_id = session_municipality and g.id = session and g.ends_at > app.now()
        and (g.cancelled_at is null) = (what <> 'held-after-all') and app.may_run(g.municipality_id, g.service_id) for update;
    if not found then return null; end if;
    insert into timetable_change (municipality_id, session_id, kind, because, was_starts_at, was_ends_at, was_place, was_leader_municipality_id, was_leader_worker_id)
      values (session_municipality, session, what, session_to_change.because, before.starts_at, before.ends_at, before.place, before.leader_municipality_id, before.leader_worker_id);
    return before;
  end $$;

create function app.cancel_session(session_municipality uuid, session uuid, because text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if (app.session_to_change(session_municipality, session, 'cancelled', because)).id is null then return false; end if;
    update group_session g set cancelled_at = app.now(), cancelled_because = because where g.municipality_id = session_municipality and g.id = session;
    perform app.tell_those_coming(session_municipality, session, 'session-cancelled');
    return true;
  end $$;
comment on function app.cancel_session(uuid, uuid, text) is 'One samling is not held, with the reason people are shown. False when it is not mine, is over, or is cancelled already.';

create function app.hold_session_after_all(session_municipality uuid, session uuid, because text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if (app.session_to_change(session_municipality, session, 'held-after-all', because)).id is null then return false; end if;
    update group_session g set cancelled_at = null, cancelled_because = null where g.municipality_id = session_municipality and g.id = session;
    perform app.tell_those_coming(session_municipality, session, 'session-held-after-all');
    return true;
  end $$;
comment on function app.hold_session_after_all(uuid, uuid, text) is 'A cancelled samling is held after all. False when it is not mine, is over, or was not cancelled.';

create function app.move_session(session_municipality uuid, session uuid, seen_change uuid, new_day date, new_from time, new_to time, new_place text,
    leader_municipality uuid, leader uuid, because text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    before group_session;
    times record := app.session_times(new_day, new_from, new_to);
  begin
    -- Locked first, so that of two who change it at once the second finds out.
    perform from group_session g where g.municipality_id = session_municipality and g.id = session for update;
    if seen_change is distinct from (select c.id from timetable_change c where c.municipality_id = session_municipality and c.session_id = session order by c.id desc limit 1) then
      raise exception 'changed since it was seen' using errcode = 'MV409';
    end if;
    if leader is not null and not leader_municipality = any (app.near()) then return false; end if;
    before := app.session_to_change(session_municipality, session, 'moved', because);
    if before.id is null then return false; end if;
    update group_session g set starts_at = times.starts_at, ends_at = times.ends_at, place = new_place, leader_municipality_id = leader_municipality, leader_worker_id = leader
      where g.municipality_id = session_municipality and g.id = session;
    if (times.starts_at, times.ends_at, new_place) is distinct from (before.starts_at, before.ends_at, before.place) then
      perform app.tell_those_coming(session_municipality, session, 'session-moved');
    end if;
    return true;
  end $$;
comment on function app.move_session(uuid, uuid, uuid, date, time, time, text, uuid, uuid, text) is 'One samling gets another time, place or leader, with the reason people are shown. False when it is not mine, is over or is cancelled.';

revoke execute on function app.services_i_run(), app.may_run(uuid, uuid), app.norwegian_time(date, time), app.session_times(date, time, time), app.extend_timetable(), app.log_new_series(),
  app.tell_those_coming(uuid, uuid, text), app.end_series(uuid, uuid, date, text), app.lead_series(uuid, uuid, uuid, uuid, date),
  app.session_to_change(uuid, uuid, text, text), app.cancel_session(uuid, uuid, text), app.hold_session_after_all(uuid, uuid, text),
  app.move_session(uuid, uuid, uuid, date, time, time, text, uuid, uuid, text) from public;
grant execute on function app.services_i_run(), app.may_run(uuid, uuid), app.extend_timetable(), app.end_series(uuid, uuid, date, text), app.lead_series(uuid, uuid, uuid, uuid, date),
  app.cancel_session(uuid, uuid, text), app.hold_session_after_all(uuid, uuid, text),
  app.move_session(uuid, uuid, uuid, date, time, time, text, uuid, uuid, text) to app_user;
