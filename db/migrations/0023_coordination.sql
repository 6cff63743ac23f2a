-- The coordinating unit's list (hol § 7-3): who is in a service, who walks with them, and when the plan was last looked at; never what it says.
set local role app_owner;

-- The order of the list, so that a page far into it costs what the first one does.
create index profile_by_name on app.profile (municipality_id, family_name, given_name, participant_id) where not withdrawn and not superseded;

create function app.coordinates(home uuid) returns app.workplace
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    return (select row (m.municipality_id, m.worker_id, m.organisation_id, m.organisation_kind, array[m.role])::app.workplace
      from app.my_workers() m where m.role = 'coordinating-unit' and m.municipality_id = home order by m.worker_id limit 1);
  end $$;
comment on function app.coordinates(uuid) is 'As whom the actor is the coordinating unit of this municipality; nothing when they are not.';

-- The three below are written into the query that asks, so they have no search path of their own and name what they read in full.
create function app.service_of(municipality uuid, participant uuid) returns table (service text, since timestamptz)
  language sql stable rows 1
  as $$
    select v.name::text, st.happened_at
    from app.enrolment e
    join app.service v on v.municipality_id = e.service_municipality_id and v.id = e.service_id
    join lateral (select s.state, s.happened_at from app.enrolment_state s
      where s.municipality_id = e.municipality_id and s.participant_id = e.participant_id and s.enrolment_id = e.fact_id and not s.withdrawn and not s.superseded
      order by s.happened_at desc, s.recorded_at desc limit 1) st on st.state in ('waiting', 'mapping', 'active', 'paused')
    where e.municipality_id = municipality and e.participant_id = participant and not e.withdrawn and not e.superseded
    order by e.happened_at desc limit 1
  $$;
comment on function app.service_of(uuid, uuid) is 'The service somebody is in, or waits for, and since when it stands so.';

create function app.beside(municipality uuid, participant uuid, wanted text) returns table (id uuid, version_id uuid, name text)
  language sql stable rows 1
  as $$
    select t.fact_id, t.id, w.name::text from app.team_membership t
    join app.worker w on w.municipality_id = t.worker_municipality_id and w.id = t.worker_id
    where t.municipality_id = municipality and t.participant_id = participant and t.role = wanted and t.substitute_for is null
      and not t.withdrawn and not t.superseded and t.valid_from <= app.now() and (t.valid_to is null or app.now() < t.valid_to)
      and exists (select from app.worker_role r where r.municipality_id = t.worker_municipality_id and r.worker_id = t.worker_id
        and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to))
    order by t.valid_from desc, t.id limit 1
  $$;
comment on function app.beside(uuid, uuid, text) is 'Who is contact person or coordinator now, while they work here; not who stands in.';

create function app.plan_days(municipality uuid, participant uuid) returns table (begun_at timestamptz, revised_at timestamptz, looked_back_at timestamptz)
  language sql stable rows 1
  as $$
    select min(w.at) filter (where w.what = 'plan'), max(w.at), max(w.at) filter (where w.what = 'review')
    from (
      select 'plan' as what, f.happened_at as at from app.statement f where f.municipality_id = municipality and f.participant_id = participant and not f.withdrawn
      union all select 'plan', f.happened_at from app.goal f where f.municipality_id = municipality and f.participant_id = participant and not f.withdrawn
      union all select 'plan', f.happened_at from app.goal_closure f where f.municipality_id = municipality and f.participant_id = participant and not f.withdrawn
      union all select 'plan', f.happened_at from app.action f where f.municipality_id = municipality and f.participant_id = participant and not f.withdrawn
      union all select 'review', f.happened_at from app.review f where f.municipality_id = municipality and f.participant_id = participant and not f.withdrawn
    ) w
    having min(w.at) filter (where w.what = 'plan') is not null
  $$;
comment on function app.plan_days(uuid, uuid) is 'That there is a plan, since when, and when it was last written in or looked back on: days, and nothing of what it says.';

create function app.rows_shown(municipality uuid, participant uuid, others uuid[]) returns table (municipality_id uuid, participant_id uuid, place int)
  language sql stable rows 1
  as $$
    select municipality, participant, -1
    union all
    -- Known to be nothing before anything is read, while nobody in the municipality is registered twice.
    select q.same_municipality_id, q.same_participant_id, q.same_place from app.same_person q
    where others <> '{}' and q.municipality_id = municipality and q.participant_id = participant and q.same_participant_id = any (others)
  $$;
comment on function app.rows_shown(uuid, uuid, uuid[]) is 'The row that is listed, and of somebody registered twice those of the others that the reader sees too.';

create function app.open_coordination(home uuid, after uuid, lacks text, revised_before timestamptz, how_many int) returns table (
    participant_id uuid, name text, service text, since timestamptz, contact_person text, coordinator text, coordinator_id uuid, coordinator_version uuid,
    begun_at timestamptz, revised_at timestamptz, looked_back_at timestamptz, more boolean)
  language plpgsql volatile security definer set search_path = app, pg_temp set plan_cache_mode = force_custom_plan
  as $$
  #variable_conflict use_column
  declare
    me app.workplace := app.coordinates(home);
    last_family text;
    last_given text;
    -- Rows that are one person with somebody here, of those the unit sees.
    others uuid[] := array(select m.participant_id from app.masks(array(select q.same_participant_id from same_person q where q.municipality_id = home), array['coordinating-unit']) m
      where m.reads & app.bits_of(array['identity', 'team', 'status']) = app.bits_of(array['identity', 'team', 'status']));
    page uuid[];
    opened uuid[];
    bits int[];
  begin
    if me.worker_id is null then raise exception 'not the coordinating unit here' using errcode = '23503'; end if;
    -- The place in the list is somebody who lives here, or nowhere: what somebody else's id would answer, nobody learns.
    if after is not null then
      select p.family_name, p.given_name into last_family, last_given from profile p
        where p.municipality_id = home and p.participant_id = after and not p.withdrawn and not p.superseded;
      if not found then raise exception 'no such place in the list' using errcode = '23503'; end if;
    end if;
    page := array(
      select p.participant_id from profile p
      where p.municipality_id = home and not p.withdrawn and not p.superseded
        and (after is null or (p.family_name, p.given_name, p.participant_id) > (last_family, last_given, after))
        and exists (select from app.rows_shown(home, p.participant_id, others) r cross join lateral app.service_of(r.municipality_id, r.participant_id))
        -- Once, by the row that stands.
        and (others = '{}' or not exists (select from same_person q where q.municipality_id = home and q.participant_id = p.participant_id
          and q.same_municipality_id = home and q.same_place < q.place and q.same_participant_id = any (others)))
        and (lacks is distinct from 'coordinator' or not exists (
          select from app.rows_shown(home, p.participant_id, others) r cross join lateral app.beside(r.municipality_id, r.participant_id, 'coordinator')))
        and (lacks is distinct from 'contact-person' or not exists (
          select from app.rows_shown(home, p.participant_id, others) r cross join lateral app.beside(r.municipality_id, r.participant_id, 'contact-person')))
        and (lacks is distinct from 'revision' or (
          select max(d.revised_at) from app.rows_shown(home, p.participant_id, others) r cross join lateral app.plan_days(r.municipality_id, r.participant_id) d) < revised_before)
        -- Whoever has closed this to the unit, or to everyone, is not on its list.
        and not exists (select from app.closed_by(array[p.participant_id]) k
          where k.bits & app.bits_of(array['identity', 'team', 'status']) <> 0 and app.is_closed_to(k.worker_id, k.organisation_id, array[me.worker_id], me.organisation_id, false))
      order by p.family_name, p.given_name, p.participant_id limit least(how_many, 50) + 1);
    select coalesce(array_agg(m.participant_id order by m.participant_id), '{}'), coalesce(array_agg(m.reads order by m.participant_id), '{}') into opened, bits
      from app.masks(page[1:least(how_many, 50)] || array(select q.same_participant_id from same_person q
        where q.municipality_id = home and q.participant_id = any (page[1:least(how_many, 50)]) and q.same_participant_id = any (others)), array['coordinating-unit']) m;
    perform app.write_audit('list', 'coordination.list', opened, bits, null);
    return query
      select p.participant_id, concat_ws(' ', p.given_name, nullif(p.family_name, '')), s.service, s.since, c.name, k.name, k.id, k.version_id,
        d.begun_at, d.revised_at, d.looked_back_at, cardinality(page) > least(how_many, 50)
      from unnest(page[1:least(how_many, 50)]) with ordinality l (id, place)
      join profile p on p.municipality_id = home and p.participant_id = l.id and not p.withdrawn and not p.superseded
      left join lateral (select o.* from app.rows_shown(home, p.participant_id, others) r
        cross join lateral app.service_of(r.municipality_id, r.participant_id) o order by r.place limit 1) s on true
      left join lateral (select o.* from app.rows_shown(home, p.participant_id, others) r
        cross join lateral app.beside(r.municipality_id, r.participant_id, 'contact-person') o order by r.place limit 1) c on true
      left join lateral (select o.* from app.rows_shown(home, p.participant_id, others) r
        cross join lateral app.beside(r.municipality_id, r.participant_id, 'coordinator') o order by r.place limit 1) k on true
      left join lateral (select min(o.begun_at) as begun_at, max(o.revised_at) as revised_at, max(o.looked_back_at) as looked_back_at
        from app.rows_shown(home, p.participant_id, others) r cross join lateral app.plan_days(r.municipality_id, r.participant_id) o) d on true
      where p.participant_id = any (opened)
      order by l.place;
  end $$;
comment on function app.open_coordination(uuid, uuid, text, timestamptz, int) is 'One page of the people of the actor''s own municipality who are in a service, after the one who was shown last. Opens those it shows, with the coordinating unit''s topics, and the log names those and no others.';

revoke execute on function app.coordinates(uuid), app.rows_shown(uuid, uuid, uuid[]), app.service_of(uuid, uuid), app.beside(uuid, uuid, text), app.plan_days(uuid, uuid),
  app.open_coordination(uuid, uuid, text, timestamptz, int) from public;
grant execute on function app.open_coordination(uuid, uuid, text, timestamptz, int) to app_user;
