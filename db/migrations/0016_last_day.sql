-- Somebody who works here leaves: their last day, and those who need a new contact person.
set local role app_owner;

create function app.leads(worker_municipality uuid, worker uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from app.my_workers() m join worker w on w.municipality_id = m.municipality_id and w.organisation_id = m.organisation_id
      where m.role = 'leader' and w.municipality_id = worker_municipality and w.id = worker)
  $$;
comment on function app.leads(uuid, uuid) is 'Whether somebody works in the organisation one leads.';

create function app.walks_with(worker_municipality uuid, worker uuid) returns table (municipality_id uuid, participant_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select t.municipality_id, t.participant_id from team_membership_now t
    where t.worker_municipality_id = worker_municipality and t.worker_id = worker and t.role = 'contact-person' and t.substitute_for is null
      and (t.valid_to is null or app.now() < t.valid_to)
  $$;
comment on function app.walks_with(uuid, uuid) is 'Those somebody is, or soon will be, the contact person of; the owner''s alone.';

create function app.set_last_day(worker_municipality uuid, worker uuid, until timestamptz) returns table (municipality_id uuid, participant_id uuid)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare concerned uuid[];
  begin
    if not app.leads(set_last_day.worker_municipality, set_last_day.worker) then raise exception 'not one of mine' using errcode = '42501'; end if;
    perform app.write_audit('change', 'worker.last-day', '{}', '{}', '{}');
    -- The people first, in one order, then the worker: whoever makes this worker a contact person holds the person and waits for the worker.
    perform from participant p where p.id in (select w.participant_id from app.walks_with(set_last_day.worker_municipality, set_last_day.worker) w) order by p.id for no key update;
    perform from worker w where w.municipality_id = set_last_day.worker_municipality and w.id = set_last_day.worker for update;
    update worker_role r set valid_to = set_last_day.until,
        end_set_by = case when set_last_day.until is null then null else app.actor() end,
        end_set_at = case when set_last_day.until is null then null else app.now() end
      where r.municipality_id = set_last_day.worker_municipality and r.worker_id = set_last_day.worker
        and (r.valid_to is null or (r.end_set_by is not null and app.now() < r.valid_to))
        and (set_last_day.until is null or r.valid_from < set_last_day.until);
    if not found then raise exception 'nothing to end' using errcode = 'MV409'; end if;
    concerned := array(select w.participant_id from app.walks_with(set_last_day.worker_municipality, set_last_day.worker) w);
    perform from participant p where p.id = any (concerned) order by p.id for no key update;
    -- Open to the engine, which sets their clocks; to the leader nobody is opened, and no topic is named «engine».
    perform app.remember_opened(true, concerned, '{}', '{engine}');
    return query select w.municipality_id, w.participant_id from app.walks_with(set_last_day.worker_municipality, set_last_day.worker) w;
  end $$;
comment on function app.set_last_day(uuid, uuid, timestamptz) is 'A leader says when one of theirs leaves, or that they stay after all. Answers with those whose clocks must be set anew; the leader sees none of them.';

create function app.my_staff() returns table (municipality_id uuid, worker_id uuid, name text, roles text[], until timestamptz, without_next int)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    if not exists (select from app.my_workers() m where m.role = 'leader') then return; end if;
    perform app.write_audit('figure', 'staff.list', '{}', '{}', '{}');
    return query
    select w.municipality_id, w.id, w.name, array_agg(distinct r.role order by r.role), app.works_until(w.municipality_id, w.id),
      (select count(distinct x.participant_id)::int from app.walks_with(w.municipality_id, w.id) x
        join clock c on c.municipality_id = x.municipality_id and c.participant_id = x.participant_id and c.rule = 'contact-person-missing')
    from (select distinct m.municipality_id, m.organisation_id from app.my_workers() m where m.role = 'leader') led
    join worker w on w.municipality_id = led.municipality_id and w.organisation_id = led.organisation_id
    join worker_role r on r.municipality_id = w.municipality_id and r.worker_id = w.id and (r.valid_to is null or app.now() < r.valid_to)
    group by w.municipality_id, w.id, w.name order by w.name;
  end $$;
comment on function app.my_staff() is 'Those who work in the organisation one leads, their last day, and how many need a new contact person. Opens nobody; logged as a figure.';

revoke execute on function app.leads(uuid, uuid), app.walks_with(uuid, uuid), app.set_last_day(uuid, uuid, timestamptz), app.my_staff() from public;
grant execute on function app.set_last_day(uuid, uuid, timestamptz), app.my_staff() to app_user;
