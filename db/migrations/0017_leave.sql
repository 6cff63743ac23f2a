-- Leave and its limits: blocks, a guardian's mandate, opening in an emergency and its review.
set local role app_owner;

create table app.block (
  like app.fact including all,
  worker_municipality_id uuid,
  worker_id uuid,
  organisation_municipality_id uuid,
  organisation_id uuid,
  topics text[] check (cardinality(topics) between 1 and 30),
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  foreign key (organisation_municipality_id, organisation_id) references app.organisation (municipality_id, id) on delete restrict,
  check ((worker_id is null) = (worker_municipality_id is null)),
  check ((organisation_id is null) = (organisation_municipality_id is null)),
  check (worker_id is null or organisation_id is null),
  -- Everything to everyone would leave nobody to help: a part is named, or somebody is.
  check (topics is not null or worker_id is not null or organisation_id is not null)
);
comment on table app.block is 'The participant''s own no (sperring, pbrl § 5-3, pjl § 17): to one worker, to an organisation, or to everyone; to these topics, or to everything when none are named.';
create index block_in_force on app.block (participant_id) where not withdrawn and not superseded;
call app.make_fact_table('block', 'blocks');

create table app.mandate (
  like app.fact including all,
  related_person_id uuid not null,
  scopes text[] not null check (cardinality(scopes) >= 1 and scopes <@ array['money', 'personal', 'health']),
  topics text[] not null,
  document text not null check (length(document) between 1 and 200),
  valid_from timestamptz not null,
  valid_to timestamptz,
  foreign key (municipality_id, participant_id, related_person_id) references app.related_person (municipality_id, participant_id, id) on delete restrict,
  check (valid_to > valid_from)
);
comment on table app.mandate is 'A guardian''s mandate (vergemål) from the county governor: what it covers, in which period, and where the document is. Being a guardian by itself opens nothing.';
comment on column app.mandate.topics is 'What the scopes open, as src/domain/access/mandate.ts said when it was written.';
call app.make_fact_table('mandate', 'related');
create trigger give_demo_login_to_guardian after insert on app.mandate for each row execute function app.give_demo_login_to_related('related_person_id');

create table app.emergency_opening (
  like app.fact including all,
  worker_municipality_id uuid not null,
  worker_id uuid not null,
  reason text not null check (length(reason) between 15 and 1000),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  -- The longest a rule lets it last (src/domain/access/emergency.ts), said once more where nobody can forget it.
  check (valid_to > valid_from and valid_to <= valid_from + interval '4 hours')
);
comment on table app.emergency_opening is 'Somebody bound by the health personnel law opened what helps now, without a relation, for a few hours and with a reason. Written by app.open_in_emergency alone.';
create index emergency_by_worker on app.emergency_opening (worker_municipality_id, worker_id, valid_to);
call app.make_fact_table('emergency_opening', 'sharing');
revoke insert on app.emergency_opening from app_user;

create table app.emergency_review (
  like app.fact including all,
  opening_id uuid not null,
  outcome text not null check (outcome in ('justified', 'not-justified')),
  words text not null check (length(words) between 1 and 1000),
  foreign key (municipality_id, participant_id, opening_id) references app.emergency_opening (municipality_id, participant_id, id) on delete restrict
);
comment on table app.emergency_review is 'What a reviewer found about an emergency opening. Written by app.review_emergency alone, and never by the one who opened.';
create unique index emergency_reviewed_once on app.emergency_review (municipality_id, participant_id, opening_id) where supersedes is null;
call app.make_fact_table('emergency_review', 'sharing');
revoke insert on app.emergency_review from app_user;

-- Somebody is looked for among all who live near, by the day they were born.
create index profile_by_birth_day on app.profile (birth_day) where not withdrawn and not superseded;

create function app.in_an_emergency() returns app.workplace
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    return (select row (m.municipality_id, m.worker_id, m.organisation_id, m.organisation_kind, array[m.role])::app.workplace
      from app.my_workers() m join worker w on w.municipality_id = m.municipality_id and w.id = m.worker_id
      where w.health_personnel and m.role in ('worker', 'intake', 'partner') and m.organisation_kind in ('municipal', 'dps', 'gp', 'treatment')
      order by m.worker_id limit 1);
  end $$;
comment on function app.in_an_emergency() is 'Where the actor gives health care and so may open somebody in an emergency; nothing for anybody else, also for a nurse who works in NAV.';
create function app.may_open_in_emergency() returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$ select (app.in_an_emergency()).worker_id is not null $$;

create function app.closed_by_name(participant uuid) returns int
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select coalesce(bit_or(k.bits), 0) from app.closed_by(array[participant]) k
    where app.is_closed_to(k.worker_id, k.organisation_id, array(select m.worker_id from app.my_workers() m), null, true)
  $$;
comment on function app.closed_by_name(uuid) is 'As bits, what somebody has closed to the actor by name: that holds in an emergency too.';

create function app.reviewers_of(home uuid, worked uuid) returns table (municipality_id uuid, worker_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select r.municipality_id, r.worker_id from worker_role r
    where r.role = 'auditor' and r.municipality_id in (home, worked) and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to)
  $$;
comment on function app.reviewers_of(uuid, uuid) is 'Those who review an opening: the auditors where the person lives, and where the one who opened works.';

create function app.open_in_emergency(found_id uuid, reason text, hours int) returns table (outcome text, municipality_id uuid, id uuid)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    moment timestamptz := app.now();
    me app.workplace := app.in_an_emergency();
    home uuid;
    opening uuid := app.uuid7();
    bits int := (select read_always from access_role where code = 'emergency');
  begin
    if me.worker_id is null then raise exception 'only health personnel' using errcode = '42501'; end if;
    -- Lock first, read second: of two who open at once, the second finds the first one's, if it is the same who asks.
    select p.municipality_id into home from participant p where p.id = found_id and p.municipality_id = any (app.near()) for no key update;
    bits := bits & ~app.closed_by_name(found_id);
    -- A no to one who is named holds here too, and looks like nobody there.
    if home is null or bits = 0 then
      perform app.write_audit('emergency', 'emergency.open', array[found_id], array[0], null);
      return query select 'not-found', null::uuid, null::uuid;
      return;
    end if;
    -- Open already, by an opening that lasts or because one stands beside: there is nothing to open.
    if bits & ~coalesce((select m.reads from app.masks(array[found_id], null) m), 0) = 0 then
      perform app.write_audit('emergency', 'emergency.open', array[found_id], array[0], null);
      return query select 'already-open', null::uuid, null::uuid;
      return;
    end if;
    insert into emergency_opening (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, worker_municipality_id, worker_id, reason, valid_from, valid_to)
      values (home, opening, found_id, opening, moment, me.worker_id, 'health-record', me.municipality_id, me.worker_id, open_in_emergency.reason, moment, moment + make_interval(hours => hours));
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
      select home, app.uuid7(), found_id, 'something-to-read', 'sms', 'participant', found_id, moment
      union all
      select home, app.uuid7(), found_id, 'emergency-to-review', 'in-app', 'worker', r.worker_id, moment from app.reviewers_of(home, me.municipality_id) r;
    perform app.write_audit('emergency', 'emergency.open', array[found_id], array[bits], null);
    -- To the engine, which sets the clocks of what we owe now; no topic is named «engine».
    perform app.remember_opened(true, array[found_id], '{}', '{engine}');
    return query select 'opened', home, opening;
  end $$;
comment on function app.open_in_emergency(uuid, text, int) is 'Opens somebody for so many hours: health personnel only, with a reason, told to the participant and to those who review. Nobody by that id, or one who has said no to this worker by name, answers alike: not-found. What is open already is said so.';

create function app.find_in_emergency(given_name text, family_name text, birth_day date) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    hits uuid[];
    bits int := (select read_always from access_role where code = 'emergency');
  begin
    if not app.may_open_in_emergency() then raise exception 'only health personnel' using errcode = '42501'; end if;
    select coalesce(array_agg(p.participant_id order by p.participant_id), '{}') into hits from profile p
      where p.municipality_id = any (app.near()) and not p.withdrawn and not p.superseded
        and p.birth_day = find_in_emergency.birth_day and app.search_form(p.given_name) = app.search_form(btrim(find_in_emergency.given_name))
        and app.search_form(p.family_name) = app.search_form(btrim(find_in_emergency.family_name));
    -- Everyone it hits reads that somebody looked for them, also one who has said no to the one who looks.
    perform app.write_audit('search', 'emergency.find', hits, array(select 0 from unnest(hits)), null);
    return (select p.id from participant p
      where cardinality(hits) = 1 and p.id = hits[1] and bits & ~app.closed_by_name(p.id) <> 0);
  end $$;
comment on function app.find_in_emergency(text, text, date) is 'The one person near with exactly this name and birth day, to open in an emergency; null for none, for several, and for one who has said no to the actor by name. It shows nothing, and is in the log of those it hits.';

create function app.my_opening_until(participant uuid) returns timestamptz
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select max(x.valid_to) from app.my_workers() m
    join emergency_opening x on x.worker_municipality_id = m.municipality_id and x.worker_id = m.worker_id
    where x.participant_id = participant and x.participant_id = any (app.opened_any())
      and x.valid_from <= app.now() and app.now() < x.valid_to and not x.withdrawn and not x.superseded
  $$;
comment on function app.my_opening_until(uuid) is 'When what the actor opened in an emergency closes; nothing when it is not by that.';

create function app.emergencies_to_review() returns table (id uuid, opened_at timestamptz, closes_at timestamptz,
    by_name text, by_organisation text, reason text, mine boolean, outcome text, words text, reviewed_at timestamptz, reviewer text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    places uuid[] := array(select m.municipality_id from app.my_workers() m where m.role = 'auditor');
    shown uuid[];
    concerned uuid[];
  begin
    if places = '{}' then raise exception 'only a reviewer' using errcode = '42501'; end if;
    -- Those that wait first, the oldest of them first; then what has been reviewed lately.
    shown := array(select x.id from emergency_opening x
      left join emergency_review r on r.municipality_id = x.municipality_id and r.participant_id = x.participant_id and r.opening_id = x.id
      where x.municipality_id = any (places) or x.worker_municipality_id = any (places)
      order by r.id is not null, r.recorded_at desc, x.valid_from limit 100);
    concerned := array(select distinct x.participant_id from emergency_opening x where x.id = any (shown) order by 1);
    -- A list of openings is about those who were opened: each of them reads that it was looked at. Nothing of theirs is shown.
    perform app.write_audit('list', 'emergency.review', concerned, array(select 0 from unnest(concerned)), null);
    return query
      select x.id, x.valid_from, x.valid_to, w.name, o.name, x.reason, x.recorded_by = app.actor(),
        r.outcome, r.words, r.recorded_at, (select u.name from login_user u where u.id = r.recorded_by)
      from unnest(shown) with ordinality s (id, place)
      join emergency_opening x on x.id = s.id
      join worker w on w.municipality_id = x.worker_municipality_id and w.id = x.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join emergency_review r on r.municipality_id = x.municipality_id and r.participant_id = x.participant_id and r.opening_id = x.id
      order by s.place;
  end $$;
comment on function app.emergencies_to_review() is 'Openings in an emergency of those who live, and by those who work, where the actor reviews: by whom, when and why; never what was seen, and not whom.';

create function app.review_emergency(opening uuid, outcome text, words text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    places uuid[] := array(select m.municipality_id from app.my_workers() m where m.role = 'auditor');
    one emergency_opening;
    reviewer uuid := (select m.worker_id from app.my_workers() m where m.role = 'auditor' order by m.worker_id limit 1);
    review uuid := app.uuid7();
  begin
    select x.* into one from emergency_opening x where x.id = opening
      and (x.municipality_id = any (places) or x.worker_municipality_id = any (places)) for update;
    if not found then return 'not-found'; end if;
    perform app.write_audit('control', 'emergency.review', array[one.participant_id], array[0], array[0]);
    if one.recorded_by = app.actor() then return 'not-yours-to-do'; end if;
    if exists (select from emergency_review r where r.municipality_id = one.municipality_id and r.participant_id = one.participant_id and r.opening_id = one.id) then return 'already-done'; end if;
    insert into emergency_review (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, opening_id, outcome, words)
      values (one.municipality_id, review, one.participant_id, review, app.now(), reviewer, 'health-record', one.id, review_emergency.outcome, review_emergency.words);
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
      values (one.municipality_id, app.uuid7(), one.participant_id, 'something-to-read', 'sms', 'participant', one.participant_id, app.now());
    return review::text;
  end $$;
comment on function app.review_emergency(uuid, text, text) is 'A reviewer says what an opening was; never the one who opened. Answers the review''s id, or why not.';

revoke execute on function app.in_an_emergency(), app.may_open_in_emergency(), app.closed_by_name(uuid), app.reviewers_of(uuid, uuid), app.open_in_emergency(uuid, text, int),
  app.find_in_emergency(text, text, date), app.my_opening_until(uuid), app.emergencies_to_review(), app.review_emergency(uuid, text, text) from public;
grant execute on function app.may_open_in_emergency(), app.open_in_emergency(uuid, text, int), app.find_in_emergency(text, text, date), app.my_opening_until(uuid),
  app.emergencies_to_review(), app.review_emergency(uuid, text, text) to app_user;
