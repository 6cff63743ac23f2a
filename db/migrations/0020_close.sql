-- Children of the participant: the duty to ask, a card for each child, and what has come about for them.
set local role app_owner;

create table app.child_question (
  like app.fact including all,
  children text not null check (children in ('yes', 'no', 'unknown', 'not-said')),
  siblings text not null check (siblings in ('yes', 'no', 'unknown', 'not-said'))
);
comment on table app.child_question is 'Somebody has been asked whether they have minor children, or minor siblings (hpl § 10 a). Asked of everyone; no answer is assumed before.';
comment on column app.child_question.children is 'yes, no, unknown: does not know; not-said: does not want to say. All of them mean that the question has been asked.';
call app.make_fact_table('child_question', 'children');

create table app.child (
  like app.fact including all,
  name text not null check (length(name) between 1 and 80),
  relation text not null check (relation in ('child', 'sibling', 'other')),
  birth_day date,
  cared_by text check (length(cared_by) between 1 and 200),
  safe_adult_name text check (length(safe_adult_name) between 1 and 120),
  safe_adult_relation text check (length(safe_adult_relation) between 1 and 80),
  safe_adult_phone text,
  followed_by text check (length(followed_by) between 1 and 200),
  check (safe_adult_name is not null or (safe_adult_relation is null and safe_adult_phone is null))
);
comment on table app.child is 'A card for one child who is a next of kin: what they are called, who cares for them, a safe adult, who follows them up.';
comment on column app.child.name is 'What the participant calls them; no whole name is asked for.';
call app.make_fact_table('child', 'children');

create table app.child_step (
  like app.fact including all,
  child_id uuid not null,
  kind text not null check (kind in ('told', 'offered', 'done')),
  words text not null check (length(words) between 1 and 1000),
  day date not null,
  by_whom text check (length(by_whom) between 1 and 120),
  next_day date,
  foreign key (municipality_id, participant_id, child_id) references app.child (municipality_id, participant_id, id) on delete restrict
);
comment on table app.child_step is 'What has come about for a child: what they have been told, in own words, what was offered, what was done; and when it is taken up again.';
comment on column app.child_step.next_day is 'When we take it up again, of the newest step; a clock from that day.';
call app.make_fact_table('child_step', 'children');

-- Whom we may talk with. -----------------------------------------------------------------------------------------------
create table app.related_question (
  like app.fact including all,
  answer text not null check (answer in ('named', 'nobody', 'not-now')),
  explained boolean not null
);
comment on table app.related_question is 'Somebody has been asked whom we may talk with: those who are named, nobody, or not now. What each may know is a consent to them.';
comment on column app.related_question.explained is 'Whether it was told what a yes and a no mean: that those who are close can always ask in general and tell us things, whatever the answer.';
call app.make_fact_table('related_question', 'related');

-- The one-way letterbox. -----------------------------------------------------------------------------------------------
-- Whoever is worried about somebody, or is close to somebody and needs help themself, may write. A letter is put down
-- before anybody has looked whom it is about, by a function that reads no table about people: what it answers, and what it
-- costs, is the same for somebody we know and for somebody nobody knows.
create table app.letter (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  kind text not null check (kind in ('about-somebody', 'for-myself')),
  about text check (length(about) between 1 and 200),
  words text not null check (length(words) between 1 and 4000),
  writer_name text check (length(writer_name) between 1 and 120),
  writer_phone text check (length(writer_phone) <= 20),
  writer_relation text check (length(writer_relation) between 1 and 80),
  confidence text check (confidence in ('kept', 'told')),
  received_at timestamptz not null default app.now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references app.service (municipality_id, id) on delete restrict,
  check ((kind = 'about-somebody') = (about is not null)),
  check ((kind = 'about-somebody') = (confidence is not null)),
  check (kind = 'about-somebody' or (writer_name is not null and writer_phone is not null))
);
comment on table app.letter is 'What somebody has written to a service, as it came. Bound to nobody: who it is about is the writer''s word.';
comment on column app.letter.confidence is 'Whether the one it is about may be told (told), or the writer asks that it is kept from them (kept).';
create index letter_by_box on app.letter (municipality_id, service_id, received_at);
alter table app.letter enable row level security;

create table app.letter_handling (
  municipality_id uuid not null,
  letter_id uuid not null,
  number int not null,
  how text not null check (how in ('connected', 'received', 'noted', 'returned')),
  at timestamptz not null default app.now(),
  login_user_id uuid not null references app.login_user (id) on delete restrict,
  primary key (municipality_id, letter_id, number),
  foreign key (municipality_id, letter_id) references app.letter (municipality_id, id) on delete restrict
);
comment on table app.letter_handling is 'What became of a letter: connected to somebody, received as an enquiry, only read; or put back into the box. Says never to whom.';
alter table app.letter_handling enable row level security;

create table app.confided (
  like app.fact including all,
  letter_municipality_id uuid not null,
  letter_id uuid not null,
  about text not null,
  words text not null check (length(words) between 1 and 4000),
  writer_name text,
  writer_phone text,
  writer_relation text,
  confidence text not null check (confidence in ('kept', 'told')),
  foreign key (letter_municipality_id, letter_id) references app.letter (municipality_id, id) on delete restrict,
  check (legal_class = 'relative-own')
);
comment on table app.confided is 'What somebody close has told the service about this person: theirs who wrote it, and not the person''s. said_by is the letter, since the writer may be anybody.';
call app.make_fact_table('confided', 'confided');
create policy told on app.confided for select to app_user
  using (confidence = 'told' and participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where 'related' = any (h.reads))));
comment on policy told on app.confided is 'What the writer did not ask us to keep is read by the person themself, and by those who read who is close to them.';

create function app.letterboxes() returns table (municipality_id uuid, id uuid, name text, municipality text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select s.municipality_id, s.id, s.name, m.name from service s join municipality m on m.id = s.municipality_id
    where exists (select from worker w join worker_role r on r.municipality_id = w.municipality_id and r.worker_id = w.id
      where w.municipality_id = s.municipality_id and w.organisation_id = s.organisation_id
        and r.role = 'intake' and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to))
    order by s.name, m.name
  $$;
comment on function app.letterboxes() is 'The services one can write to: those where somebody opens the box. Names nobody, and anybody may ask.';

create function app.drop_letter(letter_id uuid, at_municipality uuid, at_service uuid, kind text, about text, words text, writer_name text, writer_phone text, writer_relation text, confidence text)
  returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if not exists (select from app.letterboxes() b where b.municipality_id = at_municipality and b.id = at_service) then return 'no-box'; end if;
    -- A flood fills the box and not the disk; those who open it see it.
    if (select count(*) from letter l where l.municipality_id = at_municipality and l.service_id = at_service and l.received_at > app.now() - interval '1 hour') >= 100 then
      return 'full';
    end if;
    insert into letter (municipality_id, id, service_id, kind, about, words, writer_name, writer_phone, writer_relation, confidence)
      values (at_municipality, drop_letter.letter_id, at_service, drop_letter.kind, drop_letter.about, drop_letter.words, drop_letter.writer_name, drop_letter.writer_phone, drop_letter.writer_relation, drop_letter.confidence)
      on conflict do nothing;
    return 'received';
  end $$;
comment on function app.drop_letter(uuid, uuid, uuid, text, text, text, text, text, text, text) is 'Puts a letter into a box, for anybody. Reads nothing about people; sent twice with one key it lies there once.';

create function app.my_boxes() returns table (municipality_id uuid, id uuid, name text)
  language sql stable security definer rows 2 set search_path = app, pg_temp
  as $$
    select s.municipality_id, s.id, s.name from app.my_workers() m
    join service s on s.municipality_id = m.municipality_id and s.organisation_id = m.organisation_id where m.role = 'intake'
  $$;
comment on function app.my_boxes() is 'The services whose letters are mine to open: where I take in, now.';
revoke execute on function app.my_boxes() from public;

create function app.letters() returns table (
    municipality_id uuid, id uuid, service_id uuid, service_name text, kind text, about text, words text, writer_name text, writer_phone text, writer_relation text,
    confidence text, received_at timestamptz, how text, handled_at timestamptz, handled_by text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    if not exists (select from app.my_boxes()) then return; end if;
    perform app.write_audit('list', 'letters', '{}', '{}', null);
    return query
      select l.municipality_id, l.id, l.service_id, b.name, l.kind,
        -- What is dealt with is a line: its words have gone where they belong, or nowhere.
        case when h.how is null then l.about end, case when h.how is null then l.words end, case when h.how is null then l.writer_name end,
        case when h.how is null then l.writer_phone end, case when h.how is null then l.writer_relation end, case when h.how is null then l.confidence end,
        l.received_at, h.how, h.at, u.name
      from app.my_boxes() b join letter l on l.municipality_id = b.municipality_id and l.service_id = b.id
      left join lateral (select nullif(t.how, 'returned') as how, t.at, t.login_user_id from letter_handling t
        where t.municipality_id = l.municipality_id and t.letter_id = l.id order by t.number desc limit 1) h on true
      left join login_user u on u.id = h.login_user_id and h.how is not null
      where h.how is null or h.at > app.now() - interval '14 days'
      order by h.how is not null, l.received_at limit 200;
  end $$;
comment on function app.letters() is 'The letters of the services where I take in: those that wait, whole, and a line for what was dealt with lately. The look-up is logged.';

create function app.letters_waiting() returns int
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select count(*)::int from app.my_boxes() b join letter l on l.municipality_id = b.municipality_id and l.service_id = b.id
    where coalesce((select t.how from letter_handling t where t.municipality_id = l.municipality_id and t.letter_id = l.id order by t.number desc limit 1), 'returned') = 'returned'
  $$;
comment on function app.letters_waiting() is 'How many letters wait in the boxes that are mine to open.';

create function app.take_letter(at_municipality uuid, chosen uuid, how text) returns table (
    kind text, about text, words text, writer_name text, writer_phone text, writer_relation text, confidence text, received_at timestamptz, waits boolean)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    taken letter;
    latest letter_handling;
  begin
    -- Locked, so that two who take one letter wait for each other and the second is told.
    select l.* into taken from letter l join app.my_boxes() b on b.municipality_id = l.municipality_id and b.id = l.service_id
      where l.municipality_id = at_municipality and l.id = chosen for update of l;
    if not found then return; end if;
    select t.* into latest from letter_handling t where t.municipality_id = at_municipality and t.letter_id = chosen order by t.number desc limit 1;
    if latest.how is not null and latest.how <> 'returned' then
      return query select null::text, null::text, null::text, null::text, null::text, null::text, null::text, null::timestamptz, false;
      return;
    end if;
    insert into letter_handling (municipality_id, letter_id, number, how, login_user_id)
      values (at_municipality, chosen, coalesce(latest.number, 0) + 1, take_letter.how, app.actor());
    return query select taken.kind, taken.about, taken.words, taken.writer_name, taken.writer_phone, taken.writer_relation, taken.confidence, taken.received_at, true;
  end $$;
comment on function app.take_letter(uuid, uuid, text) is 'Takes a letter out of a box that is mine to open, and says what becomes of it. Of one that is taken already it tells nothing but that.';

create function app.return_letter(at_municipality uuid, chosen uuid) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare latest letter_handling;
  begin
    perform from letter l where l.municipality_id = at_municipality and l.id = chosen for update;
    select t.* into latest from letter_handling t where t.municipality_id = at_municipality and t.letter_id = chosen order by t.number desc limit 1;
    -- Only by one who has it open at somebody: the connection is read as the actor.
    if latest.how is distinct from 'connected' then raise exception 'not connected' using errcode = 'MV409'; end if;
    if not exists (select from confided c where c.letter_municipality_id = at_municipality and c.letter_id = chosen
      and c.participant_id = any (array(select unnest(h.participant_ids) from here_rows h where 'confided' = any (h.writes)))) then
      raise exception 'not mine' using errcode = '42501';
    end if;
    insert into letter_handling (municipality_id, letter_id, number, how, login_user_id)
      values (at_municipality, chosen, latest.number + 1, 'returned', app.actor());
  end $$;
comment on function app.return_letter(uuid, uuid) is 'It was about somebody else: the letter lies in the box again. For one who has the connection open for adding.';

revoke execute on function app.letterboxes(), app.drop_letter(uuid, uuid, uuid, text, text, text, text, text, text, text), app.letters(), app.letters_waiting(),
  app.take_letter(uuid, uuid, text), app.return_letter(uuid, uuid) from public;
grant execute on function app.letterboxes(), app.drop_letter(uuid, uuid, uuid, text, text, text, text, text, text, text), app.letters(), app.letters_waiting(),
  app.take_letter(uuid, uuid, text), app.return_letter(uuid, uuid) to app_user;

-- What parents are shown of a young person, without their consent. -----------------------------------------------------
create function app.birthday(born date, years int) returns date
  language sql immutable set search_path = app, pg_temp
  as $$
    -- Born on 29 February: on 1 March in other years, and not the day before.
    select (born + make_interval(years => years))::date
      + case when extract(day from born + make_interval(years => years)) < extract(day from born) then 1 else 0 end
  $$;
comment on function app.birthday(date, int) is 'The day on which somebody turns so many years, as src/domain/time/day.ts counts.';

create function app.parental_level(born date, day date) returns text
  language sql immutable set search_path = app, pg_temp
  as $$
    select case when born is null or born > day then 'none'
      when day < app.birthday(born, 12) then 'parents-decide'
      when day < app.birthday(born, 16) then 'young-may-limit'
      when day < app.birthday(born, 18) then 'necessary-only'
      else 'none' end
  $$;
comment on function app.parental_level(date, date) is 'What the law gives parents at the age somebody has that day: the rule of src/domain/close/parental-insight.ts, asked where access is decided. An unknown birth day gives nothing.';

create table app.parental_insight (
  like app.fact including all,
  related_person_id uuid not null,
  basis text not null check (basis in ('parents-decide', 'young-may-limit', 'necessary-only')),
  topics text[] not null check (cardinality(topics) > 0),
  because text not null check (length(because) between 1 and 500),
  young_said text check (length(young_said) between 1 and 500),
  foreign key (municipality_id, participant_id, related_person_id) references app.related_person (municipality_id, participant_id, id) on delete restrict,
  check (basis = 'parents-decide' or young_said is not null)
);
comment on table app.parental_insight is 'What a parent with parental responsibility is shown of a minor: decided by a worker, part by part, with the reason and what the young person says to it.';
comment on column app.parental_insight.basis is 'The level of the law it was decided at. It opens only while the person is at that level: on the birthday it has ended, with no period that could be stale.';
call app.make_fact_table('parental_insight', 'related');

create function app.open_to_parent(home uuid, who uuid, parent uuid) returns table (topics text[], until timestamptz)
  language plpgsql stable security definer rows 1 set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select i.topics, app.birthday(p.birth_day, case i.basis when 'parents-decide' then 12 when 'young-may-limit' then 16 else 18 end)::timestamp at time zone 'Europe/Oslo'
    from parental_insight i
    join profile p on p.municipality_id = i.municipality_id and p.participant_id = i.participant_id and not p.withdrawn and not p.superseded
    where i.municipality_id = home and i.participant_id = who and i.related_person_id = parent and not i.withdrawn and not i.superseded
      and i.basis = app.parental_level(p.birth_day, (app.now() at time zone 'Europe/Oslo')::date)
      and not exists (select from related_person r
        where r.municipality_id = i.municipality_id and r.participant_id = i.participant_id and r.fact_id = i.related_person_id and r.withdrawn);
  end $$;
comment on function app.open_to_parent(uuid, uuid, uuid) is 'What is open of somebody to a parent at this moment, and until which birthday. Counted anew each time from the birth day as it stands.';

create function app.open_as_parent() returns table (municipality_id uuid, participant_id uuid, related_person_id uuid, topics text[], until timestamptz)
  language plpgsql stable security definer rows 1 set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select u.municipality_id, u.related_to, u.related_person_id, i.topics, i.until
    from login_user u cross join lateral app.open_to_parent(u.municipality_id, u.related_to, u.related_person_id) i
    where u.id = app.actor() and u.related_to is not null;
  end $$;
comment on function app.open_as_parent() is 'What is open to the actor as a parent.';

create function app.give_demo_login_to_parent() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    insert into login_user (id, municipality_id, name, persona, related_to, related_person_id)
    select app.uuid7(), new.municipality_id, p.name, p.fact_id, new.participant_id, p.fact_id
      from related_person_now p
      where p.municipality_id = new.municipality_id and p.participant_id = new.participant_id and p.fact_id = new.related_person_id
        and (select mode from installation) = 'demo'
        and not exists (select from login_user u where u.related_person_id = p.fact_id);
    return null;
  end $$;
create trigger give_demo_login_to_parent after insert on app.parental_insight for each row execute function app.give_demo_login_to_parent();

revoke execute on function app.birthday(date, int), app.parental_level(date, date), app.open_to_parent(uuid, uuid, uuid), app.open_as_parent(), app.give_demo_login_to_parent() from public;
