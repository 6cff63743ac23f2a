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

create table app.emergency_opening (
  like app.fact including all,
  worker_municipality_id uuid not null,
  worker_id uuid not null,
  reason text not null check (length(reason) between 15 and 1000),
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check (valid_to > valid_from and valid_to <= valid_from + interval '12 hours')
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

create function app.open_in_emergency(found_id uuid, reason text, hours int) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    moment timestamptz := app.now();
    me app.workplace;
    home uuid;
    opening uuid := app.uuid7();
    bits int := (select read_always from access_role where code = 'emergency');
  begin
    select (m.municipality_id, m.worker_id, m.organisation_id, m.organisation_kind, false, true, false)::app.workplace into me
      from app.my_workers() m join worker w on w.municipality_id = m.municipality_id and w.id = m.worker_id
      where w.health_personnel and m.role in ('worker', 'intake', 'partner') order by m.worker_id limit 1;
    if me.worker_id is null then raise exception 'only health personnel' using errcode = '42501'; end if;
    select p.municipality_id into home from participant p where p.id = found_id and p.municipality_id = any (app.near());
    -- A no to one who is named holds here too, and looks like nobody there.
    if home is null or exists (select from block k where k.municipality_id = home and k.participant_id = found_id and not k.withdrawn and not k.superseded
        and k.topics is null and k.worker_id = any (array(select m.worker_id from app.my_workers() m))) then
      perform app.write_audit('emergency', 'emergency.open', array[found_id], array[0], null);
      return null;
    end if;
    insert into emergency_opening (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, worker_municipality_id, worker_id, reason, valid_from, valid_to)
      values (home, opening, found_id, opening, moment, me.worker_id, 'health-record', me.municipality_id, me.worker_id, open_in_emergency.reason, moment, moment + make_interval(hours => hours));
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
      values (home, app.uuid7(), found_id, 'something-to-read', 'sms', 'participant', found_id, moment);
    perform app.write_audit('emergency', 'emergency.open', array[found_id], array[bits], null);
    return opening;
  end $$;
comment on function app.open_in_emergency(uuid, text, int) is 'Opens somebody one has no relation to, for so many hours: health personnel only, with a reason, told to the participant. Nobody by that id, or one who has said no to this worker by name, answers alike: null.';

create function app.find_in_emergency(given_name text, family_name text, birth_day date) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare hits uuid[];
  begin
    if not exists (select from app.my_workers() m join worker w on w.municipality_id = m.municipality_id and w.id = m.worker_id
        where w.health_personnel and m.role in ('worker', 'intake', 'partner')) then
      raise exception 'only health personnel' using errcode = '42501';
    end if;
    select coalesce(array_agg(p.participant_id order by p.participant_id), '{}') into hits from profile p
      where p.municipality_id = any (app.near()) and not p.withdrawn and not p.superseded
        and p.birth_day = find_in_emergency.birth_day and app.search_form(p.given_name) = app.search_form(btrim(find_in_emergency.given_name))
        and app.search_form(p.family_name) = app.search_form(btrim(find_in_emergency.family_name))
        and not exists (select from block k where k.municipality_id = p.municipality_id and k.participant_id = p.participant_id and not k.withdrawn and not k.superseded
          and k.topics is null and k.worker_id = any (array(select m.worker_id from app.my_workers() m)));
    perform app.write_audit('search', 'emergency.find', hits, array(select 0 from unnest(hits)), null);
    return case when cardinality(hits) = 1 then hits[1] end;
  end $$;
comment on function app.find_in_emergency(text, text, date) is 'The one person near with exactly this name and birth day, to open in an emergency; null for none or several. It shows nothing, and is in the log of those it hits.';

create function app.emergencies_to_review() returns table (municipality_id uuid, participant_id uuid, id uuid, opened_at timestamptz, closes_at timestamptz,
    by_name text, by_organisation text, reason text, mine boolean, outcome text, words text, reviewed_at timestamptz, reviewer text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare found_ones uuid[];
  begin
    if not exists (select from app.my_workers() m where m.role = 'auditor') then raise exception 'only a reviewer' using errcode = '42501'; end if;
    select coalesce(array_agg(distinct x.participant_id order by x.participant_id), '{}') into found_ones from emergency_opening x
      where x.municipality_id = any (array(select m.municipality_id from app.my_workers() m where m.role = 'auditor'));
    -- A list of openings is about those who were opened: each of them reads that it was looked at. Nothing of theirs is shown.
    perform app.write_audit('list', 'emergency.review', found_ones, array(select 0 from unnest(found_ones)), null);
    return query
      select x.municipality_id, x.participant_id, x.id, x.valid_from, x.valid_to, w.name, o.name, x.reason, x.recorded_by = app.actor(),
        r.outcome, r.words, r.recorded_at, (select u.name from login_user u where u.id = r.recorded_by)
      from emergency_opening x
      join worker w on w.municipality_id = x.worker_municipality_id and w.id = x.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      left join emergency_review r on r.municipality_id = x.municipality_id and r.participant_id = x.participant_id and r.opening_id = x.id
      where x.municipality_id = any (array(select m.municipality_id from app.my_workers() m where m.role = 'auditor'))
      order by r.id is not null, x.valid_from desc limit 200;
  end $$;
comment on function app.emergencies_to_review() is 'Openings in an emergency in the municipalities the actor reviews: by whom, when and why; never what was seen, and not whom.';

create function app.review_emergency(opening uuid, outcome text, words text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    one emergency_opening;
    reviewer uuid;
    review uuid := app.uuid7();
  begin
    select x.* into one from emergency_opening x where x.id = opening
      and x.municipality_id = any (array(select m.municipality_id from app.my_workers() m where m.role = 'auditor')) for update;
    if not found then return 'not-found'; end if;
    if one.recorded_by = app.actor() then return 'not-yours-to-do'; end if;
    if exists (select from emergency_review r where r.municipality_id = one.municipality_id and r.participant_id = one.participant_id and r.opening_id = one.id) then return 'already-done'; end if;
    select m.worker_id into reviewer from app.my_workers() m where m.role = 'auditor' and m.municipality_id = one.municipality_id limit 1;
    perform app.write_audit('change', 'emergency.review', array[one.participant_id], array[0], array[0]);
    insert into emergency_review (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, opening_id, outcome, words)
      values (one.municipality_id, review, one.participant_id, review, app.now(), reviewer, 'health-record', one.id, review_emergency.outcome, review_emergency.words);
    return review::text;
  end $$;
comment on function app.review_emergency(uuid, text, text) is 'A reviewer says what an opening was; never the one who opened. Answers the review''s id, or why not.';

revoke execute on function app.open_in_emergency(uuid, text, int), app.find_in_emergency(text, text, date), app.emergencies_to_review(), app.review_emergency(uuid, text, text) from public;
grant execute on function app.open_in_emergency(uuid, text, int), app.find_in_emergency(text, text, date), app.emergencies_to_review(), app.review_emergency(uuid, text, text) to app_user;
