-- Relations that hold at this moment, and the doors that read them: open, open_change, open_list, receive.
set local role app_owner;

create function app.expected_at(session_municipality uuid, session uuid, ids uuid[]) returns table (municipality_id uuid, participant_id uuid)
  language plpgsql stable security definer rows 50 set search_path = app, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  #variable_conflict use_column
  begin
    return query
    select n.municipality_id, n.participant_id
    from group_session g
    join enrolment n on n.service_municipality_id = g.municipality_id and n.service_id = g.service_id and not n.withdrawn and not n.superseded
    where g.municipality_id = session_municipality and g.id = session and (ids is null or n.participant_id = any (ids))
      and (select st.state from enrolment_state st
           where st.municipality_id = n.municipality_id and st.participant_id = n.participant_id and st.enrolment_id = n.fact_id and not st.withdrawn and not st.superseded
           order by st.happened_at desc, st.recorded_at desc limit 1) in ('waiting', 'mapping', 'active')
    union
    select a.municipality_id, a.participant_id from attendance a
    where a.session_municipality_id = session_municipality and a.session_id = session and (ids is null or a.participant_id = any (ids))
      and not a.withdrawn and not a.superseded
    union
    select a.municipality_id, a.participant_id from enquiry_answer a
    where a.session_municipality_id = session_municipality and a.session_id = session and (ids is null or a.participant_id = any (ids))
      and not a.withdrawn and not a.superseded;
  end $$;
comment on function app.expected_at(uuid, uuid, uuid[]) is 'Of these, or of all when none are named, those expected at a samling: in the service, invited in an answer, or written in.';
revoke execute on function app.expected_at(uuid, uuid, uuid[]) from public;

create function app.under_way(municipality uuid, participant uuid, enrolment uuid) returns boolean
  language plpgsql stable security definer cost 10000 set search_path = app, pg_temp
  as $$
  begin
    return coalesce((select st.state in ('asked', 'waiting', 'mapping', 'active', 'paused') from enrolment_state_now st
      where st.municipality_id = municipality and st.participant_id = participant and st.enrolment_id = enrolment
      order by st.happened_at desc, st.recorded_at desc limit 1), false);
  end $$;
comment on function app.under_way(uuid, uuid, uuid) is 'Whether somebody is in a service now: neither ended nor declined.';
revoke execute on function app.under_way(uuid, uuid, uuid) from public;

-- Without a search path of its own, so that it is written into the query that asks.
create function app.at_home_on(municipality uuid, participant uuid) returns table (municipality_id uuid, participant_id uuid)
  language sql stable rows 1
  as $$
    select municipality, participant
    union all select q.same_municipality_id, q.same_participant_id from app.same_person q where q.participant_id = participant and q.own
  $$;
comment on function app.at_home_on(uuid, uuid) is 'The rows that the login of this one is at home on: itself first, and those that surely are the same person.';
revoke execute on function app.at_home_on(uuid, uuid) from public;

create function app.standing(ids uuid[], wanted text[]) returns table (municipality_id uuid, participant_id uuid, access_role text, granted int, as_worker uuid)
  language plpgsql stable security definer rows 100 set search_path = app, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  #variable_conflict use_column
  declare
    here here_near := app.here();
    u login_user;
  begin
    -- In parts, so that nobody pays for relations that they cannot have.
    select * into u from login_user l where l.id = here.login_user_id;
    if u.participant_id is not null and (wanted is null or 'participant' = any (wanted)) then
      -- My own, on every row that is surely me.
      return query select o.municipality_id, o.participant_id, case when here.strong then 'participant' else 'participant-by-code' end, 0, null::uuid
        from app.at_home_on(u.municipality_id, u.participant_id) o where ids is null or o.participant_id = any (ids);
    end if;
    if u.related_to is not null and (ids is null or u.related_to = any (ids)) then
      return query
      -- Close to somebody who has said what I may see, in its period.
      select c.municipality_id, c.participant_id, 'related-person', app.bits_of(c.topics), null::uuid
      from consent c
      where c.municipality_id = u.municipality_id and c.participant_id = u.related_to and c.recipient_related_id = u.related_person_id
        and (wanted is null or 'related-person' = any (wanted))
        and c.valid_from <= here.at and (c.valid_to is null or here.at < c.valid_to)
        and not c.withdrawn and not c.superseded
        and not exists (select from related_person p
          where p.municipality_id = c.municipality_id and p.participant_id = c.participant_id and p.fact_id = c.recipient_related_id and p.withdrawn)
      union all
      -- A parent of a minor, for what has been decided at the level of the law that the person's age gives today.
      select i.municipality_id, i.participant_id, 'related-person', app.bits_of(i.topics), null::uuid
      from app.open_as_parent() i
      where here.strong and (wanted is null or 'related-person' = any (wanted))
      union all
      -- Guardian by a mandate, for what it says and while it lasts. A guardian acts for another and so logs in strongly.
      select d.municipality_id, d.participant_id, 'verge', app.bits_of(d.topics), null::uuid
      from mandate d
      where here.strong and d.municipality_id = u.municipality_id and d.participant_id = u.related_to and d.related_person_id = u.related_person_id
        and (wanted is null or 'verge' = any (wanted))
        and d.valid_from <= here.at and (d.valid_to is null or here.at < d.valid_to)
        and not d.withdrawn and not d.superseded;
    end if;
    if here.places <> '{}' then return query select * from app.standing_at(here.places, ids, wanted); end if;
  end $$;
comment on function app.standing(uuid[], text[]) is 'Every relation the actor has at this moment, to these participants or to all, of these kinds or of all: own, closeness, mandate, assignment, consent, intake, without a contact person, outreach, coordinating unit, emergency, leading a group.';
revoke execute on function app.standing(uuid[], text[]) from public;

create function app.standing_at(mine app.workplace[], ids uuid[], wanted text[]) returns table (municipality_id uuid, participant_id uuid, access_role text, granted int, as_worker uuid)
  language plpgsql stable security definer rows 100 set search_path = app, pg_temp set plan_cache_mode = force_generic_plan
  as $$
  #variable_conflict use_column
  declare
    moment timestamptz := app.now();
    -- The ends of what is searched for: an index finds one person among all of a worker's, or takes them all.
    first_id uuid := case when cardinality(ids) = 1 then ids[1] else '00000000-0000-0000-0000-000000000000' end;
    last_id uuid := case when cardinality(ids) = 1 then ids[1] else 'ffffffff-ffff-ffff-ffff-ffffffffffff' end;
  begin
    -- From the few workplaces outwards, along indexes.
    if mine = '{}' then return; end if;
    return query
    with consented as materialized (
      -- Consent, in its period, to an organisation I work in.
      select c.municipality_id, c.participant_id, w.worker_id, w.organisation_kind, coalesce(bit_or(1 << topic.bit), 0) as granted
      from unnest(mine) w
      join consent c on c.recipient_municipality_id = w.municipality_id and c.recipient_organisation_id = w.organisation_id
      cross join unnest(c.topics) one
      left join topic on topic.code = one
      where c.participant_id between first_id and last_id and (ids is null or c.participant_id = any (ids))
        and c.valid_from <= moment and (c.valid_to is null or moment < c.valid_to)
        and (c.recipient_worker_id is null or c.recipient_worker_id = w.worker_id)
        and not c.withdrawn and not c.superseded
      group by c.municipality_id, c.participant_id, w.worker_id, w.organisation_kind
    ), related as (
      -- Assignment, in its period; a substitute stands in the contact person's place.
      select t.municipality_id, t.participant_id, t.role as relation, 0 as granted, t.worker_id
      from unnest(mine) w
      join team_membership t on t.worker_municipality_id = w.municipality_id and t.worker_id = w.worker_id
      where t.participant_id between first_id and last_id and (ids is null or t.participant_id = any (ids))
        and t.valid_from <= moment and (t.valid_to is null or moment < t.valid_to)
        and not t.withdrawn and not t.superseded
      union all
      -- A partner's consent is a relation by itself; a municipal service gets one only by assignment.
      select c.municipality_id, c.participant_id, c.organisation_kind, c.granted, c.worker_id from consented c
    ), reaching as (
      -- What the participant has granted to the organisation is open to those it has assigned.
      select r.*, bit_or(r.granted) over (partition by r.participant_id, r.worker_id) as reach from related r
    )
    select r.municipality_id, r.participant_id, r.relation, r.reach, r.worker_id from reaching r where wanted is null or r.relation = any (wanted);

    if (wanted is null or 'intake' = any (wanted)) and exists (select from unnest(mine) w where 'intake' = any (w.roles)) then
    return query
    with alone as materialized (
      -- From the few such clocks near, never from all who are enrolled.
      select c.municipality_id, c.participant_id from clock c
      where c.rule = 'contact-person-missing' and c.shows_at <= moment
        and c.municipality_id = any (app.near())
        and c.participant_id between first_id and last_id and (ids is null or c.participant_id = any (ids))
    )
    -- An enquiry to my service that nobody has been taken in after, from somebody who is not in it.
    select e.municipality_id, e.participant_id, 'intake', 0, w.worker_id
    from unnest(mine) w
    join service s on s.municipality_id = w.municipality_id and s.organisation_id = w.organisation_id
    join enquiry e on e.service_municipality_id = s.municipality_id and e.service_id = s.id
    where 'intake' = any (w.roles) and e.participant_id between first_id and last_id and (ids is null or e.participant_id = any (ids))
      and not e.withdrawn and not e.superseded and not exists (select from enrolment n
        where n.municipality_id = e.municipality_id and n.participant_id = e.participant_id
          and n.service_municipality_id = s.municipality_id and n.service_id = s.id
          and (n.happened_at >= e.happened_at or app.under_way(n.municipality_id, n.participant_id, n.id)))
    union all
    -- Nobody is left alone: in my service while the clock says that a contact person is missing, or soon will be.
    select n.municipality_id, n.participant_id, 'intake', 0, w.worker_id
    from alone c
    join enrolment n on n.municipality_id = c.municipality_id and n.participant_id = c.participant_id and not n.withdrawn
    join service s on s.municipality_id = n.service_municipality_id and s.id = n.service_id
    join unnest(mine) w on w.municipality_id = s.municipality_id and w.organisation_id = s.organisation_id and 'intake' = any (w.roles)
    where app.under_way(n.municipality_id, n.participant_id, n.id);
    end if;

    if (wanted is null or 'outreach' = any (wanted)) and exists (select from unnest(mine) w where w.roles && array['worker', 'intake', 'peer']) then
    return query
    -- Met outside by somebody in my service: whoever works there may go on, until the person is taken in.
    select o.municipality_id, o.participant_id, 'outreach', 0, w.worker_id
    from unnest(mine) w
    join service s on s.municipality_id = w.municipality_id and s.organisation_id = w.organisation_id
    join outreach o on o.service_municipality_id = s.municipality_id and o.service_id = s.id
    where w.roles && array['worker', 'intake', 'peer'] and o.participant_id between first_id and last_id and (ids is null or o.participant_id = any (ids))
      and not o.withdrawn and not o.superseded
      and not exists (select from enrolment n
        where n.municipality_id = o.municipality_id and n.participant_id = o.participant_id
          and n.service_municipality_id = s.municipality_id and n.service_id = s.id
          and (n.happened_at >= o.happened_at or app.under_way(n.municipality_id, n.participant_id, n.id)));
    end if;

    -- Named ones only, and never all of a municipality: the unit's list is a door of its own.
    if ids is not null and (wanted is null or 'coordinating-unit' = any (wanted)) then
    return query
    select p.municipality_id, p.id, 'coordinating-unit', 0, w.worker_id
    from unnest(mine) w join participant p on p.municipality_id = w.municipality_id
    where 'coordinating-unit' = any (w.roles) and p.id = any (ids);
    end if;

    if wanted is null or 'emergency' = any (wanted) then
    return query
    -- Opened in an emergency by me, for the few hours it lasts.
    select x.municipality_id, x.participant_id, 'emergency', 0, w.worker_id
    from unnest(mine) w
    join emergency_opening x on x.worker_municipality_id = w.municipality_id and x.worker_id = w.worker_id
    where x.valid_from <= moment and moment < x.valid_to and (ids is null or x.participant_id = any (ids)) and not x.withdrawn and not x.superseded;
    end if;

    if wanted is null or 'group-leader' = any (wanted) then
    return query
    -- I lead a samling these days, and this person is in the service or asked to come.
    select p.municipality_id, p.participant_id, 'group-leader', 0, w.worker_id
    from unnest(mine) w
    join group_session g on g.leader_municipality_id = w.municipality_id and g.leader_worker_id = w.worker_id
      and g.starts_at between moment - interval '3 days' and moment + interval '1 day'
    join lateral app.expected_at(g.municipality_id, g.id, ids) p on true;
    end if;
  end $$;
comment on function app.standing_at(app.workplace[], uuid[], text[]) is 'The relations that follow from work, of somebody who works at these places.';
revoke execute on function app.standing_at(app.workplace[], uuid[], text[]) from public;

create function app.rows_of(participant uuid) returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$ select array(select participant union all select q.same_participant_id from same_person q where q.participant_id = participant) $$;
comment on function app.rows_of(uuid) is 'All that is one person with this row, itself first: nearly always itself alone.';
revoke execute on function app.rows_of(uuid) from public;

create function app.mine() returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select array(select o.participant_id from login_user u cross join lateral app.at_home_on(u.municipality_id, u.participant_id) o
      where u.id = app.actor() and u.participant_id is not null)
  $$;
comment on function app.mine() is 'The rows that are the one who is logged in, that of the login first; none for somebody who is no participant.';
revoke execute on function app.mine() from public;
grant execute on function app.mine() to app_user;

create function app.topics_shown(participant_ids uuid[], topics int[], of_rows uuid[]) returns int
  language sql immutable
  as $$
    select case when cardinality(of_rows) = 1 then topics[array_position(participant_ids, of_rows[1])]
      else (select bit_or(p.topics) from unnest(participant_ids, topics) p (id, topics) where p.id = any (of_rows)) end
  $$;
comment on function app.topics_shown(uuid[], int[], uuid[]) is 'What a look-up opened of somebody, on all of their rows.';
revoke execute on function app.topics_shown(uuid[], int[], uuid[]) from public;

create function app.closed_by(ids uuid[]) returns table (participant_id uuid, worker_id uuid, organisation_id uuid, bits int)
  language plpgsql stable security definer rows 5 set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select k.participant_id, k.worker_id, k.organisation_id, coalesce(app.bits_of(k.topics), -1)
    from block k where k.participant_id = any (ids) and not k.withdrawn and not k.superseded
    union all
    -- Closed on one row of a person is closed on the others (0025_merge.sql).
    select q.participant_id, k.worker_id, k.organisation_id, coalesce(app.bits_of(k.topics), -1)
    from same_person q join block k on k.participant_id = q.same_participant_id and not k.withdrawn and not k.superseded where q.participant_id = any (ids);
  end $$;
comment on function app.closed_by(uuid[]) is 'What participants have closed, as bits; -1 is everything. To a worker by name, to where they work, or to everyone when neither is named.';
revoke execute on function app.closed_by(uuid[]) from public;

-- Without a search path of its own, so that it is written into the query that asks.
create function app.is_closed_to(to_worker uuid, to_organisation uuid, workers uuid[], organisation uuid, in_emergency boolean) returns boolean
  language sql immutable
  as $$ select coalesce(to_worker = any (workers) or not in_emergency and to_worker is null and (to_organisation is null or to_organisation = organisation), false) $$;
comment on function app.is_closed_to(uuid, uuid, uuid[], uuid, boolean) is 'Whether a closed door is closed to one who is these workers and comes from this organisation. By name it holds in an emergency too; the rest gives way for those who save a life.';

create function app.masks(ids uuid[], wanted text[]) returns table (municipality_id uuid, participant_id uuid, roles text[], workers uuid[], reads int, writes int)
  language plpgsql stable security definer rows 100 set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    places app.workplace[] := (app.here()).places;
    mine uuid[] := array(select w.worker_id from unnest(places) w);
  begin
    return query
    with stood as materialized (
      select s.*, w.organisation_id from app.standing(ids, wanted) s left join unnest(places) w on w.worker_id = s.as_worker
    ), closed as materialized (
      select * from app.closed_by(array(select s.participant_id from stood s where s.as_worker is not null or s.access_role = 'related-person'))
    ), reaching as (
      select s.municipality_id, s.participant_id, s.access_role, s.as_worker,
        (r.read_always | (r.read_granted & s.granted)) & ~coalesce(b.bits, 0) as reads,
        (r.write_always | (r.write_granted & s.granted)) & ~coalesce(b.bits, 0) as writes
      from stood s
      join access_role r on r.code = s.access_role
      left join lateral (
        select bit_or(c.bits) as bits from closed c
        where c.participant_id = s.participant_id and app.is_closed_to(c.worker_id, c.organisation_id, mine, s.organisation_id, s.access_role = 'emergency')
      ) b on s.as_worker is not null or s.access_role = 'related-person'
    )
    select s.municipality_id, s.participant_id, array_agg(distinct s.access_role), array_remove(array_agg(distinct s.as_worker), null), bit_or(s.reads), bit_or(s.writes)
    from reaching s
    -- A relation with everything closed is none.
    where s.reads <> 0 or s.writes <> 0
    group by s.municipality_id, s.participant_id;
  end $$;
revoke execute on function app.masks(uuid[], text[]) from public;

create type app.opening as (municipality_id uuid, participant_id uuid, roles text[], workers uuid[], reads int, writes int);
comment on type app.opening is 'One participant opened: what the actor is to them, as which of their workers, and the topics as bits.';

create function app.open_as(action text, purpose text, ids uuid[], wanted text[]) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    with found_ones as materialized (
      select * from app.masks(ids, wanted)
    ), named as (
      select o.participant_id, o.reads, o.writes from found_ones o
      union all
      -- Named also when refused, with nothing opened: the person can see that somebody tried. A list names nobody who is not on it.
      select i, 0, 0 from unnest(ids) i where open_as.action <> 'list' and not exists (select from found_ones o where o.participant_id = i)
    ), logged as (
      -- A look opens nothing for adding, though the reader is told what they might add to.
      select app.write_audit(open_as.action, open_as.purpose, coalesce(array_agg(n.participant_id order by n.participant_id), '{}'),
        coalesce(array_agg(n.reads order by n.participant_id), '{}'),
        case when open_as.action = 'change' then coalesce(array_agg(n.writes order by n.participant_id), '{}') end)
      from named n
    )
    -- The log row first, and also when there is nobody to answer with.
    select o.* from logged left join found_ones o on true where o.participant_id is not null order by o.participant_id;
  end $$;
revoke execute on function app.open_as(text, text, uuid[], text[]) from public;

create function app.open(purpose text, ids uuid[]) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$ begin return query select * from app.open_as('read', purpose, ids, null); end $$;
comment on function app.open(text, uuid[]) is 'Opens named participants for reading, as far as the actor''s relations reach, and logs it.';

create function app.open_change(purpose text, ids uuid[]) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    -- Lock first, read second: two people changing one participant wait for each other. In one order, so they never wait in a ring.
    perform from participant p where p.id = any (ids) order by p.id for no key update;
    return query select * from app.open_as('change', purpose, ids, null);
  end $$;
comment on function app.open_change(text, uuid[]) is 'As open, and locks the participants, and lets the actor add what the matrix lets them write.';

create function app.open_list(kind text, wanted text[]) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$ begin return query select * from app.open_as('list', kind, null, wanted); end $$;
comment on function app.open_list(text, text[]) is 'Opens those to whom the actor is one of these, or anything: a worker''s own few hundred, never a municipality. It names in the log nobody who is not on it.';

create function app.open_group(purpose text, session_municipality uuid, session uuid) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    return query select * from app.open_as('list', purpose, array(select x.participant_id from app.expected_at(session_municipality, session, null) x), null);
  end $$;
comment on function app.open_group(text, uuid, uuid) is 'Opens those expected at one samling whom the actor has a relation to, and nobody else.';

create function app.receive_person(home uuid, service_municipality uuid, service uuid, purpose text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    newcomer uuid := app.uuid7();
    bits int := (select bit_or(1 << bit) from topic where code in ('identity', 'contact-details', 'person-number', 'enquiry', 'status'));
  begin
    if not exists (select from app.my_workers() m where m.role <> 'user-representative') then raise exception 'only a worker receives' using errcode = '42501'; end if;
    if not (home = any (app.near()) and service_municipality = any (app.near())) then
      raise exception 'another part of the country' using errcode = '42501';
    end if;
    insert into participant (municipality_id, id) values (home, newcomer);
    perform app.write_audit('change', purpose, array[newcomer], array[bits], array[bits]);
    return newcomer;
  end $$;
comment on function app.receive_person(uuid, uuid, uuid, text) is 'An enquiry about, or a first meeting with, somebody new: their root row, open to the one who receives it for the rest of this transaction.';

create function app.works_at(login uuid) returns text
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select string_agg(distinct o.name, ', ') from login_worker k
    join worker w on w.municipality_id = k.municipality_id and w.id = k.worker_id
    join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
    where k.login_user_id = login
  $$;
comment on function app.works_at(uuid) is 'Where somebody who logs in works, in words.';

create function app.roles_beside(participant uuid, login uuid, moment timestamptz) returns text[]
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select coalesce(array_agg(distinct t.role order by t.role), '{}') from login_worker k
    join team_membership t on t.worker_municipality_id = k.municipality_id and t.worker_id = k.worker_id and t.participant_id = participant
    where k.login_user_id = login and t.valid_from <= moment and (t.valid_to is null or moment < t.valid_to)
      and not t.withdrawn and not t.superseded
  $$;
comment on function app.roles_beside(uuid, uuid, timestamptz) is 'What somebody was among a participant''s own people at a moment, as it is known now; none for those who came by another way.';
revoke execute on function app.works_at(uuid), app.roles_beside(uuid, uuid, timestamptz) from public;

create function app.my_look_ups(how_many int, others_only boolean) returns table (number bigint, at timestamptz, who text, organisation text, roles text[], related boolean, action text, purpose text, topics int, mine boolean)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    me login_user;
    rows_of_mine uuid[] := app.mine();
    my_logins uuid[] := array(select u.id from login_user u where u.participant_id = any (rows_of_mine));
  begin
    select * into me from login_user u where u.id = app.actor();
    if me.participant_id is null then return; end if;
    return query
      with scopes as materialized (
        -- Each of these was shown on its last day at least once, so the newest look-ups are all among so many of them.
        select s.id, s.login_user_id, s.last_day, app.topics_shown(s.participant_ids, s.read_topics, rows_of_mine) as topics
        from audit_scope s
        where s.participant_ids && rows_of_mine and not (others_only and s.login_user_id = any (my_logins))
        order by s.last_day desc fetch first how_many rows with ties
      ), looks as (
        select a.at, a.number, s.login_user_id, a.action, a.purpose, s.topics
        from scopes s cross join lateral (
          select * from audit a
          where a.scope_id = s.id and a.at >= (select case when count(*) < how_many then '-infinity' else min(z.last_day) end from scopes z)
          order by a.at desc, a.number desc limit how_many) a
        order by a.at desc, a.number desc limit how_many
      )
      select l.number, l.at, u.name, app.works_at(u.id), array(select distinct r from unnest(rows_of_mine) one, app.roles_beside(one, u.id, l.at) with_roles (roles), unnest(roles) r order by r), coalesce(u.related_to = any (rows_of_mine), false), l.action, l.purpose, l.topics, u.id = any (my_logins)
      from looks l
      join login_user u on u.id = l.login_user_id
      order by l.at desc, l.number desc;
  end $$;
comment on function app.my_look_ups(int, boolean) is 'The participant''s own log: who looked, from where, at what and why; the newest so many, to the last moment.';

-- In the demonstration, somebody who is taken in can be logged in as from then on, so that a visitor can follow them.
create function app.give_demo_login() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    insert into login_user (id, municipality_id, name, persona, participant_id)
    select app.uuid7(), new.municipality_id, concat_ws(' ', p.given_name, nullif(p.family_name, '')), new.participant_id, new.participant_id
      from profile_now p
      where p.municipality_id = new.municipality_id and p.participant_id = new.participant_id
        and (select mode from installation) = 'demo'
        and not exists (select from login_user u where u.participant_id = new.participant_id);
    return null;
  end $$;
create trigger give_demo_login after insert on app.enrolment for each row execute function app.give_demo_login();

-- And somebody close, once something is shared with them or they have a mandate (0017_leave.sql); the column says who it is.
create function app.give_demo_login_to_related() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    insert into login_user (id, municipality_id, name, persona, related_to, related_person_id)
    select app.uuid7(), new.municipality_id, p.name, p.fact_id, new.participant_id, p.fact_id
      from related_person_now p
      where p.municipality_id = new.municipality_id and p.participant_id = new.participant_id and p.fact_id = (to_jsonb(new) ->> tg_argv[0])::uuid
        and (select mode from installation) = 'demo'
        and not exists (select from login_user u where u.related_person_id = p.fact_id);
    return null;
  end $$;
create trigger give_demo_login_to_related after insert on app.consent for each row
  when (new.recipient_related_id is not null) execute function app.give_demo_login_to_related('recipient_related_id');

create function app.demo_personas() returns table (persona text, name text, organisation text, role text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select u.persona, u.name, string_agg(distinct o.name, ', '),
      case when u.participant_id is not null then 'participant' when exists (select from mandate d where d.related_person_id = u.related_person_id) then 'verge' when u.related_person_id is not null then 'related-person'
        else (array_agg(r.role order by array_position(array['leader', 'user-representative', 'partner', 'peer', 'worker', 'intake'], r.role)))[1] end
    from login_user u
    left join login_worker l on l.login_user_id = u.id
    left join worker w on w.municipality_id = l.municipality_id and w.id = l.worker_id
    left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
    left join worker_role r on r.municipality_id = w.municipality_id and r.worker_id = w.id
    where u.persona is not null and (select mode from installation) = 'demo'
    group by u.id order by u.id;
  end $$;

-- The directory: services and staff of my municipality and those it shares services with. -----------------------------
do $$
declare directory text;
begin
  foreach directory in array array['organisation', 'service', 'worker', 'group_session'] loop
    execute format('alter table app.%I enable row level security', directory);
    execute format('create policy near on app.%I for select to app_user using (municipality_id = any ((select h.near from app.here_near h)::uuid[]))', directory);
    execute format('comment on policy near on app.%I is %L', directory, 'Seen in my municipality and those it shares services with.');
    execute format('create policy engine on app.%I for select to app_engine using (true)', directory);
    execute format('comment on policy engine on app.%I is %L', directory, 'The engine needs places and times; there is nothing about participants here.');
    execute format('grant select on app.%I to app_user, app_engine', directory);
  end loop;
end $$;
alter table app.municipality enable row level security;
create policy near on app.municipality for select to app_user using (id = any ((select h.near from app.here_near h)::uuid[]));
comment on policy near on app.municipality is 'My municipality and those it shares services with.';
grant select on app.municipality to app_user;
alter table app.participant enable row level security;
create policy opened on app.participant for select to app_user using (id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.reads <> '{}')));
comment on policy opened on app.participant is 'The root row of those this transaction has opened.';
grant select on app.participant to app_user;

-- Nobody is let in from outside the cooperation: an assignment opens a person, so it is given to those near only.
create policy near_only on app.team_membership as restrictive for insert to app_user
  with check (worker_municipality_id = any ((select h.near from app.here_near h)::uuid[]));
comment on policy near_only on app.team_membership is 'Only workers of my municipality and those it shares services with can be assigned.';

-- Owner's alone: reached through the functions above.
alter table app.installation enable row level security;
alter table app.cooperation enable row level security;
alter table app.cooperation_grant enable row level security;
alter table app.council_service enable row level security;
alter table app.worker_role enable row level security;
alter table app.login_user enable row level security;
alter table app.login_worker enable row level security;
alter table app.login_session enable row level security;
alter table app.topic enable row level security;
alter table app.access_role enable row level security;
