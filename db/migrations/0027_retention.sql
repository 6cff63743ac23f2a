-- How long things are kept, and how they go: decided, worked out, agreed to by two people, carried out (decision 42).
-- No role of the application deletes anything. It asks, in a row; the owner's job does, and writes in the same row what became of it.
set local role app_owner;

create table app.retention_period (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  legal_class text not null check (legal_class in
    ('health-record', 'social-case', 'shared-plan', 'participant-own', 'relative-own', 'voluntary-work')),
  months int check (months between 1 and 1200),
  because text not null check (length(because) between 1 and 500),
  set_by uuid not null references app.login_user (id) on delete restrict,
  set_proved boolean not null,
  set_at timestamptz not null default app.now(),
  primary key (municipality_id, id)
);
comment on table app.retention_period is 'How many months after its last entry somebody''s content of a class is kept, as the municipality has decided; without months for ever, which is also where nobody has decided. Rows are only added; the newest of a class holds.';
comment on column app.retention_period.set_proved is 'Whether they were logged in with two factors, or are who the command line says it was; so in every table here.';

create table app.retention_hold (
  municipality_id uuid not null,
  id uuid not null default app.uuid7(),
  participant_id uuid not null,
  because text not null check (length(because) between 1 and 500),
  set_by uuid not null references app.login_user (id) on delete restrict,
  set_proved boolean not null,
  set_at timestamptz not null default app.now(),
  lifted_by uuid references app.login_user (id) on delete restrict,
  lifted_proved boolean,
  lifted_because text check (length(lifted_because) between 1 and 500),
  lifted_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  check (num_nulls(lifted_by, lifted_proved, lifted_because, lifted_at) in (0, 4))
);
comment on table app.retention_hold is 'Nothing of this person''s goes while it lasts: a complaint, a supervision case, a claim. Each is lifted by itself.';
create unique index retention_hold_once on app.retention_hold (municipality_id, participant_id, lower(because)) where lifted_at is null;

create table app.retention_run (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  asked_by uuid not null references app.login_user (id) on delete restrict,
  asked_proved boolean not null,
  asked_at timestamptz not null default app.now(),
  begun_at timestamptz,
  failed_at timestamptz,
  failure text check (failure ~ '^[0-9A-Za-z-]{1,40}$'),
  planned_at timestamptz,
  rows_planned int check (rows_planned >= 0),
  people_planned int check (people_planned >= 0),
  tally_planned jsonb,
  proof bytea check (length(proof) = 32),
  approved_by uuid references app.login_user (id) on delete restrict,
  approved_proved boolean,
  approved_at timestamptz,
  ended_at timestamptz,
  ended_as text check (ended_as in ('nothing-due', 'turned-down', 'stale', 'carried-out')),
  ended_by uuid references app.login_user (id) on delete restrict,
  ended_proved boolean,
  ended_because text check (length(ended_because) between 1 and 500),
  rows_gone int check (rows_gone >= 0),
  people_gone int check (people_gone >= 0),
  tally_gone jsonb,
  proof_gone bytea check (length(proof_gone) = 32),
  primary key (municipality_id, id),
  check ((failed_at is null) = (failure is null)),
  check (num_nulls(planned_at, rows_planned, people_planned, tally_planned, proof) in (0, 5)),
  check (num_nulls(approved_by, approved_proved, approved_at) in (0, 3)),
  check (approved_at is null or planned_at is not null),
  check ((ended_at is null) = (ended_as is null)),
  check ((ended_as is not distinct from 'turned-down') = (ended_by is not null)),
  check (num_nulls(ended_by, ended_proved, ended_because) in (0, 3)),
  check (ended_as is distinct from 'carried-out' or approved_at is not null),
  check (num_nulls(rows_gone, people_gone, tally_gone, proof_gone) in (0, 4)),
  check ((ended_as is not distinct from 'carried-out') = (rows_gone is not null))
);
comment on table app.retention_run is 'A dry run that somebody has asked for, what it found, which other person said yes to it and what then went. Afterwards it is the trace that is left: how many of each kind and class, and a fingerprint of which; nobody can be found by it.';
comment on column app.retention_run.begun_at is 'Since when what is to be done next is being done: working out, or carrying out. After a crash it is begun anew.';
comment on column app.retention_run.failure is 'A code, never words of anybody.';
create unique index retention_run_under_way on app.retention_run (municipality_id) where ended_at is null;

create table app.retention_item (
  municipality_id uuid not null,
  run_id uuid not null,
  fact_table text not null,
  fact_row uuid not null,
  participant_id uuid not null,
  legal_class text not null,
  primary key (municipality_id, run_id, fact_table, fact_row),
  foreign key (municipality_id, run_id) references app.retention_run (municipality_id, id) on delete cascade
);
comment on table app.retention_item is 'The exact rows of a plan, while it waits. Gone when it has ended.';

do $$
declare each text;
begin
  foreach each in array array['retention_period', 'retention_hold', 'retention_run', 'retention_item'] loop
    execute format('alter table app.%I enable row level security', each);
  end loop;
end $$;

-- Two people, always -------------------------------------------------------------------------------------------------

create function app.same_human(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select one = other
      or exists (select from login_worker a join login_worker b using (municipality_id, worker_id) where a.login_user_id = one and b.login_user_id = other)
      or exists (select from login_identity a join login_identity b using (issuer, subject) where a.login_user_id = one and b.login_user_id = other)
      or exists (select from login_user a, login_user b where a.id = one and b.id = other and (
        app.search_form(regexp_replace(btrim(a.name), '\s+', ' ', 'g')) = app.search_form(regexp_replace(btrim(b.name), '\s+', ' ', 'g'))
        or a.participant_id = b.participant_id
        or exists (select from same_person q where q.participant_id = a.participant_id and q.same_participant_id = b.participant_id)))
  $$;
comment on function app.same_human(uuid, uuid) is 'Whether two logins are, or may be, one person: the same worker, identity or participant, or the same name. Two namesakes need a third: better so than one person twice.';

create function app.refuse_one_person_alone() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    if new.approved_by is not null and app.same_human(new.asked_by, new.approved_by) then
      raise exception 'who asked for a plan does not approve it' using errcode = 'MV403';
    end if;
    if tg_op = 'UPDATE' and (old.ended_at is not null or new.asked_by <> old.asked_by or new.asked_at <> old.asked_at
      or (old.approved_by is not null and new.approved_by is distinct from old.approved_by) or (old.proof is not null and new.proof <> old.proof)) then
      raise exception 'what was decided stays' using errcode = 'MV409';
    end if;
    return new;
  end $$;
create trigger two_people before insert or update on app.retention_run for each row execute function app.refuse_one_person_alone();
alter table app.retention_run enable always trigger two_people;

-- What is decided, whoever it comes from: a screen, where the one logged in is asked for, or the command line, which names somebody. The owner's alone.

create function app.retention_keeper(municipality uuid, named text) returns uuid
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select u.id from login_user u join login_worker l on l.login_user_id = u.id
    join worker_role r on r.municipality_id = l.municipality_id and r.worker_id = l.worker_id
    where lower(u.name) = lower(named) and r.municipality_id = municipality and r.role in ('system-administrator', 'auditor')
      and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to)
    order by u.id limit 1
  $$;
comment on function app.retention_keeper(uuid, text) is 'The login of somebody by that name who looks after the installation or checks the log there, today.';

create function app.decide_period(municipality uuid, who uuid, proved boolean, class text, for_months int, why text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    before retention_period;
    made uuid;
  begin
    -- One at a time, so that the newest is the one that came last.
    perform from municipality m where m.id = municipality for no key update;
    select p.* into before from retention_period p where p.municipality_id = municipality and p.legal_class = class order by p.set_at desc, p.id desc limit 1;
    -- Nothing new is said by saying it again; that it is to be for ever can be said once.
    if before.id is not null and before.months is not distinct from for_months then return null; end if;
    insert into retention_period (municipality_id, legal_class, months, because, set_by, set_proved) values (municipality, class, for_months, why, who, proved) returning id into made;
    return made;
  end $$;

create function app.put_hold(municipality uuid, who uuid, proved boolean, participant uuid, why text) returns uuid
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into retention_hold (municipality_id, participant_id, because, set_by, set_proved) values (municipality, participant, why, who, proved)
      on conflict (municipality_id, participant_id, lower(because)) where lifted_at is null do nothing returning id
  $$;
comment on function app.put_hold(uuid, uuid, boolean, uuid, text) is 'Holds everything of somebody; answers nothing when it is held for that reason already.';

create function app.lift_hold(municipality uuid, hold uuid, who uuid, proved boolean, why text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    update retention_hold h set lifted_by = who, lifted_proved = proved, lifted_because = why, lifted_at = app.now()
      where h.municipality_id = municipality and h.id = hold and h.lifted_at is null;
    return found;
  end $$;

create function app.ask_dry_run(municipality uuid, who uuid, proved boolean) returns uuid
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into retention_run (municipality_id, asked_by, asked_proved) values (municipality, who, proved)
      on conflict (municipality_id) where ended_at is null do nothing returning id
  $$;
comment on function app.ask_dry_run(uuid, uuid, boolean) is 'Asks for a dry run; answers nothing while one is under way.';

create function app.approve_run(municipality uuid, run uuid, who uuid, proved boolean, shown text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare r retention_run;
  begin
    select k.* into r from retention_run k where k.municipality_id = municipality and k.id = run for update;
    if not found then return 'not-found'; end if;
    if r.ended_at is not null or r.approved_at is not null then return 'already-answered'; end if;
    if r.proof is null or encode(r.proof, 'hex') <> shown then return 'plan-not-as-shown'; end if;
    if app.same_human(r.asked_by, who) then return 'another-person-needed'; end if;
    update retention_run k set approved_by = who, approved_proved = proved, approved_at = app.now() where k.municipality_id = municipality and k.id = run;
    return 'approved';
  end $$;
comment on function app.approve_run(uuid, uuid, uuid, boolean, text) is 'Another person says yes to exactly what was shown, named by its fingerprint. Answers approved, or the refusal.';

create function app.turn_down_run(municipality uuid, run uuid, who uuid, proved boolean, why text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare r retention_run;
  begin
    -- Who presses now does not wait for what is being done, and may find that it is done.
    if exists (select from retention_run k where k.municipality_id = municipality and k.id = run and k.begun_at is not null) then return 'plan-busy'; end if;
    select k.* into r from retention_run k where k.municipality_id = municipality and k.id = run for update;
    if not found then return 'not-found'; end if;
    if r.ended_at is not null then return 'already-answered'; end if;
    update retention_run k set ended_at = app.now(), ended_as = 'turned-down', ended_by = who, ended_proved = proved, ended_because = why, begun_at = null where k.municipality_id = municipality and k.id = run;
    delete from retention_item i where i.municipality_id = municipality and i.run_id = run;
    return 'turned-down';
  end $$;
comment on function app.turn_down_run(uuid, uuid, uuid, boolean, text) is 'Anybody who may approve may say no, also the one who asked, and also after a yes until it is carried out.';

-- What those who look after the installation or check the log see and do -----------------------------------------------------------------------

create function app.keeps() returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$ select array(select distinct m.municipality_id from app.my_workers() m where m.role in ('system-administrator', 'auditor')) $$;
comment on function app.keeps() is 'The municipalities where I decide, with others, what is kept.';

create function app.refuse_unless_keeper(municipality uuid) returns void
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    if municipality <> all (app.keeps()) then raise exception 'no such municipality' using errcode = 'MV404'; end if;
  end $$;

create function app.retention_places() returns table (municipality_id uuid, municipality text, may_hold boolean, held int)
  language sql stable security definer set search_path = app, pg_temp
  as $$ select m.id, m.name, m.id = any (app.audits()), (select count(distinct h.participant_id)::int from retention_hold h where h.municipality_id = m.id and h.lifted_at is null) from municipality m where m.id = any (app.keeps()) order by m.name, m.id $$;
comment on function app.retention_places() is 'Where I see what is kept, how many people are held, and whether I hold somebody, which an auditor does.';

create function app.retention_decisions() returns table (municipality_id uuid, legal_class text, months int, because text, set_by text, set_proved boolean, set_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select p.municipality_id, p.legal_class, p.months, p.because, u.name, p.set_proved, p.set_at
    from retention_period p join login_user u on u.id = p.set_by
    where p.municipality_id = any (app.keeps()) order by p.set_at desc, p.id desc
  $$;
comment on function app.retention_decisions() is 'What has been decided about how long each class is kept, the newest first.';

create function app.retention_runs(how_many int) returns table (municipality_id uuid, id uuid, asked_by text, asked_proved boolean, asked_at timestamptz, begun_at timestamptz, failed_at timestamptz, failure text,
    planned_at timestamptz, rows_planned int, people_planned int, tally_planned jsonb, proof text, approved_by text, approved_proved boolean, approved_at timestamptz,
    ended_at timestamptz, ended_as text, ended_by text, ended_proved boolean, ended_because text, rows_gone int, people_gone int, tally_gone jsonb, proof_gone text, asked_by_me boolean, decided_since boolean)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select r.municipality_id, r.id, a.name, r.asked_proved, r.asked_at, r.begun_at, r.failed_at, r.failure,
      r.planned_at, r.rows_planned, r.people_planned, r.tally_planned, encode(r.proof, 'hex'), y.name, r.approved_proved, r.approved_at,
      r.ended_at, r.ended_as, e.name, r.ended_proved, r.ended_because, r.rows_gone, r.people_gone, r.tally_gone, encode(r.proof_gone, 'hex'),
      app.same_human(r.asked_by, app.actor()),
      exists (select from retention_period p where p.municipality_id = r.municipality_id and p.set_at > r.planned_at)
    from unnest(app.keeps()) home
    cross join lateral (select * from retention_run k where k.municipality_id = home order by k.ended_at is not null, k.asked_at desc, k.id desc limit how_many) r
    join login_user a on a.id = r.asked_by left join login_user y on y.id = r.approved_by left join login_user e on e.id = r.ended_by
    order by r.ended_at is not null, r.asked_at desc, r.id desc
  $$;
comment on function app.retention_runs(int) is 'The dry run under way, and those before, the newest first: counts and fingerprints, nobody''s name or id.';

create function app.retention_holds() returns table (municipality_id uuid, id uuid, set_by text, set_proved boolean, set_at timestamptz, lifted_by text, lifted_at timestamptz, person text, because text, lifted_because text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare audited uuid[] := app.audits();
  begin
    if app.keeps() = '{}' then return; end if;
    return query
    with shown as materialized (
      select h.*, app.named_for_control(array[h.participant_id], audited) -> 0 ->> 'name' as person from retention_hold h
      where h.municipality_id = any (app.keeps()) and (h.lifted_at is null or h.lifted_at > app.now() - interval '1 year')
    ), logged as (
      select case when exists (select from shown s where s.person is not null) then app.note_control('retention.holds', (select array_agg(s.participant_id) from shown s where s.person is not null)) end
    )
    select s.municipality_id, s.id, u.name, s.set_proved, s.set_at, l.name, s.lifted_at, s.person,
      case when s.municipality_id = any (audited) then s.because end, case when s.municipality_id = any (audited) then s.lifted_because end
    from logged cross join shown s join login_user u on u.id = s.set_by left join login_user l on l.id = s.lifted_by
    order by s.lifted_at desc nulls first, s.set_at desc, s.id desc;
  end $$;
comment on function app.retention_holds() is 'The holds: to an auditor with whom and why, which stands in the log of those it names; to a system administrator only that there is one, by whom and since when.';

create function app.set_retention_period(municipality uuid, class text, for_months int, why text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    perform app.refuse_unless_keeper(municipality);
    return app.decide_period(municipality, app.actor(), true, class, for_months, why);
  end $$;

create function app.want_dry_run(municipality uuid) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    perform app.refuse_unless_keeper(municipality);
    return app.ask_dry_run(municipality, app.actor(), true);
  end $$;

create function app.approve_dry_run(municipality uuid, run uuid, shown text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    perform app.refuse_unless_keeper(municipality);
    return app.approve_run(municipality, run, app.actor(), true, shown);
  end $$;

create function app.turn_down_dry_run(municipality uuid, run uuid, why text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    perform app.refuse_unless_keeper(municipality);
    return app.turn_down_run(municipality, run, app.actor(), true, why);
  end $$;

create function app.hold_somebody(municipality uuid, given_name text, family_name text, birth_day date, why text) returns table (found int, held uuid)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare hits uuid[];
  begin
    if municipality <> all (app.audits()) then raise exception 'no such municipality' using errcode = 'MV404'; end if;
    hits := array(select p.participant_id from profile p where p.municipality_id = municipality and not p.withdrawn and not p.superseded
      and p.birth_day = hold_somebody.birth_day and app.search_form(p.given_name) = app.search_form(btrim(hold_somebody.given_name))
      and app.search_form(p.family_name) = app.search_form(btrim(hold_somebody.family_name)) order by p.participant_id);
    perform app.note_control('retention.hold', hits);
    return query select cardinality(hits), (select min(made::text)::uuid from (select app.put_hold(municipality, app.actor(), true, hit, why) as made from unnest(hits) hit) h);
  end $$;
comment on function app.hold_somebody(uuid, text, text, date, text) is 'An auditor holds everything of the one by exactly this name and birth day, who reads it in their log. Two of that name and day are both held: to hold too much loses nothing.';

create function app.lift_somebody(municipality uuid, hold uuid, why text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare whose uuid;
  begin
    select h.participant_id into whose from retention_hold h where h.municipality_id = municipality and h.id = hold and municipality = any (app.audits());
    if not found then raise exception 'no such hold' using errcode = 'MV404'; end if;
    perform app.note_control('retention.lift', array[whose]);
    return app.lift_hold(municipality, hold, app.actor(), true, why);
  end $$;

create function app.my_holds() returns table (because text, set_by text, set_at timestamptz, lifted_by text, lifted_because text, lifted_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select h.because, s.name, h.set_at, l.name, h.lifted_because, h.lifted_at from app.me_as_participant() me
    join retention_hold h on h.municipality_id = me.municipality_id and h.participant_id = me.participant_id
    join login_user s on s.id = h.set_by left join login_user l on l.id = h.lifted_by order by h.set_at, h.id
  $$;
comment on function app.my_holds() is 'Why what stands about me is kept longer than its period, and when that ended.';

revoke execute on all functions in schema app from public;
grant execute on function app.retention_places(), app.retention_decisions(), app.retention_runs(int), app.retention_holds(), app.set_retention_period(uuid, text, int, text),
  app.want_dry_run(uuid), app.approve_dry_run(uuid, uuid, text), app.turn_down_dry_run(uuid, uuid, text), app.hold_somebody(uuid, text, text, date, text),
  app.lift_somebody(uuid, uuid, text), app.my_holds() to app_user;
