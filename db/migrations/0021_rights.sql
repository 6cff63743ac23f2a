-- A person's number, and what somebody asks for of their rights.
set local role app_owner;

create table app.person_number (
  like app.fact including all,
  kind text not null check (kind in ('birth-number', 'd-number', 'help-number', 'common-help-number', 'duf', 'local')),
  sealed bytea not null check (length(sealed) between 29 and 100),
  sealed_with text not null,
  mark bytea not null check (length(mark) = 32),
  marked_with text not null,
  because text check (because in ('none-yet', 'not-known', 'not-said')),
  check ((kind = 'local') = (because is not null))
);
comment on table app.person_number is 'A number that stands for a person, sealed: the database cannot read it. More than one kind may hold at a time.';
comment on column app.person_number.because is 'Why the municipality gave a number of its own: there is none in Norway yet, nobody here knows it, or the person would not say it.';
comment on column app.person_number.sealed is 'Nonce, number and proof (AES-256-GCM), bound to this person; sealed_with names the key.';
comment on column app.person_number.mark is 'What it is found by: HMAC-SHA-256 of the number with a key that marked_with names. Only somebody who has the key and the number can make it.';
create index person_number_by_mark on app.person_number (mark);
call app.make_fact_table('person_number', 'person-number');

create table app.local_number_serial (
  municipality_id uuid primary key references app.municipality (id) on delete restrict,
  last int not null check (last > 0)
);
comment on table app.local_number_serial is 'The last local number a municipality has given. The owner''s alone.';
alter table app.local_number_serial enable row level security;

create function app.next_local_number(municipality uuid) returns table (number text, serial int)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    -- Only while somebody of that municipality is being changed: a number is never taken for nobody.
    if not exists (select from here_rows h join participant p on p.id = any (h.participant_ids) where p.municipality_id = municipality and h.changing) then
      raise exception 'nobody is being given a number' using errcode = '42501';
    end if;
    insert into local_number_serial as s (municipality_id, last) values (municipality, 1)
      on conflict (municipality_id) do update set last = s.last + 1;
    return query select m.number, s.last from local_number_serial s join municipality m on m.id = s.municipality_id where s.municipality_id = municipality;
  end $$;
comment on function app.next_local_number(uuid) is 'The municipality''s four digits and its next serial number, for somebody who has no other number. Two at once get two.';

create function app.numbered(marks bytea[]) returns setof app.opening
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare
    number_bit int := (select 1 << bit from topic where code = 'person-number');
    shown_bits int := (select bit_or(1 << bit) from topic where code in ('identity', 'status'));
  begin
    -- Whoever may not read the number cannot search for it either: an answer would tell it.
    return query select m.municipality_id, m.participant_id, m.roles, m.workers, m.reads & shown_bits, m.writes
      from app.masks(null, null) m
      where m.reads & number_bit <> 0 and exists (select from person_number n
        where n.municipality_id = m.municipality_id and n.participant_id = m.participant_id and n.mark = any (marks) and not n.withdrawn and not n.superseded);
  end $$;
comment on function app.numbered(bytea[]) is 'Those with this number among whom the actor may read it of. Others are never looked at.';

create function app.find_numbered(purpose text, marks bytea[]) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare hits app.opening[] := array(select n from app.numbered(marks) n order by n.participant_id);
  begin
    perform app.write_audit('search', purpose, array(select h.participant_id from unnest(hits) h), array(select h.reads from unnest(hits) h), null);
    return query select * from unnest(hits);
  end $$;
comment on function app.find_numbered(text, bytea[]) is 'The exact number, among one''s own; the look is in the log with those it hit, and never the number.';

revoke execute on function app.next_local_number(uuid), app.numbered(bytea[]), app.find_numbered(text, bytea[]) from public;
grant execute on function app.next_local_number(uuid), app.find_numbered(text, bytea[]) to app_user;

-- Everything about me. ------------------------------------------------------------------------------------------------
create function app.me_as_participant() returns table (municipality_id uuid, participant_id uuid)
  language sql stable security definer rows 1 set search_path = app, pg_temp
  as $$
    select p.municipality_id, p.id from participant p
    where p.id = any (app.mine()) and app.here_is_strong()
      -- Only in a transaction that has opened them, and so has written in the log that it did.
      and p.id = any (app.opened_any())
  $$;
comment on function app.me_as_participant() is 'The participant that the one logged in is, with two factors, when this transaction has opened them; otherwise nobody. One who was registered twice is all of their rows.';

create function app.fact_tables() returns table (fact_table text, guarded boolean)
  language sql stable set search_path = app, pg_temp
  as $$
    select c.relname::text, to_regclass(format('app.%I', c.relname || '_seen')) is not null
    from pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'fact'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'supersedes' and not a.attisdropped)
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'participant_id' and not a.attisdropped)
    order by c.relname
  $$;
comment on function app.fact_tables() is 'Every table of facts, as the catalogue has them, so that a new one is in everybody''s copy without being named. Guarded ones are read through their view.';

create function app.my_fact_counts() returns table (fact_table text, legal_class text, count bigint)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    mine uuid[] := array(select me.participant_id from app.me_as_participant() me);
    homes uuid[] := array(select me.municipality_id from app.me_as_participant() me);
    name text;
  begin
    if mine = '{}' then return; end if;
    for name in select t.fact_table from app.fact_tables() t loop
      return query execute format('select %L, f.legal_class, count(*) from app.%I f where f.municipality_id = any ($1) and f.participant_id = any ($2) %s group by 2', name, name,
        -- That somebody close asked us to keep something is not told by a count either; a reviewer sees it (decision 36).
        case when name = 'confided' then 'and f.confidence = ''told''' else '' end)
        using homes, mine;
    end loop;
  end $$;
comment on function app.my_fact_counts() is 'How many versions of facts there are about me, by table and class, also those I may not read: what is withheld is said.';

create function app.my_whole_log(after bigint, how_many int) returns table (number bigint, at timestamptz, login_user_id uuid, who text, organisation text, action text, purpose text, topics int)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select a.number, a.at, u.id, u.name, (select string_agg(distinct o.name, ', ') from login_worker k
        join worker w on w.municipality_id = k.municipality_id and w.id = k.worker_id
        join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
        where k.login_user_id = u.id),
      a.action, a.purpose, app.topics_shown(s.participant_ids, s.read_topics, mine.ids)
    from (select array_agg(me.participant_id) as ids from app.me_as_participant() me) mine
    join audit_scope s on s.participant_ids && mine.ids
    join audit a on a.scope_id = s.id
    join login_user u on u.id = s.login_user_id
    where a.number > after order by a.number limit how_many
  $$;
comment on function app.my_whole_log(bigint, int) is 'The whole log of who looked at me, the oldest first, a page at a time.';

create function app.my_messages() returns table (code text, channel text, not_before timestamptz, created_at timestamptz, delivered_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select b.code, b.channel, b.not_before, b.created_at, b.delivered_at
    from app.me_as_participant() me join outbox b on b.municipality_id = me.municipality_id and b.participant_id = me.participant_id
    order by b.created_at, b.id
  $$;
comment on function app.my_messages() is 'What was to be sent because of something about me: a code each, there are no words in it.';

create function app.logins_that_wrote_of_me() returns setof uuid
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare
    mine uuid[] := array(select me.participant_id from app.me_as_participant() me);
    homes uuid[] := array(select me.municipality_id from app.me_as_participant() me);
    name text;
    found_ones uuid[] := '{}';
    here uuid[];
  begin
    if mine = '{}' then return; end if;
    for name in select t.fact_table from app.fact_tables() t loop
      execute format('select array_agg(distinct f.recorded_by) from app.%I f where f.municipality_id = any ($1) and f.participant_id = any ($2)', name)
        into here using homes, mine;
      found_ones := found_ones || here;
    end loop;
    return query select distinct unnest(found_ones);
  end $$;
revoke execute on function app.logins_that_wrote_of_me() from public;

create function app.my_writers() returns table (id uuid, name text)
  language sql stable security definer set search_path = app, pg_temp
  as $$ select u.id, u.name from app.logins_that_wrote_of_me() l join login_user u on u.id = l $$;
comment on function app.my_writers() is 'Who has written something down about me, by the login that facts say it was recorded by.';

create function app.my_voices() returns table (id uuid, name text, organisation text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select w.id, w.name, o.name from app.logins_that_wrote_of_me() l
    join login_worker k on k.login_user_id = l
    join worker w on w.municipality_id = k.municipality_id and w.id = k.worker_id
    join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
  $$;
comment on function app.my_voices() is 'The same as workers, by the ids that facts name them by; also those who work far away.';

create function app.my_logins() returns table (created_at timestamptz, ended_at timestamptz, strength text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select s.created_at, s.ended_at, s.strength from app.me_as_participant() me
    join login_session s on s.login_user_id = app.actor() order by s.created_at
  $$;
comment on function app.my_logins() is 'My logins: when, until when, and how strong.';

create function app.my_invitations() returns table (made_at timestamptz, used_at timestamptz, withdrawn_at timestamptz, expires_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select i.made_at, i.used_at, i.withdrawn_at, i.expires_at from app.me_as_participant() me
    join login_invitation i on i.municipality_id = me.municipality_id and i.participant_id = me.participant_id order by i.made_at
  $$;
comment on function app.my_invitations() is 'The codes that were made for me to log in with: when, and what became of them; never the code.';

revoke execute on function app.my_invitations() from public;
grant execute on function app.my_invitations() to app_user;
revoke execute on function app.me_as_participant(), app.fact_tables(), app.my_fact_counts(), app.my_whole_log(bigint, int), app.my_messages(), app.my_writers(), app.my_voices(), app.my_logins() from public;
grant execute on function app.fact_tables(), app.my_fact_counts(), app.my_whole_log(bigint, int), app.my_messages(), app.my_writers(), app.my_voices(), app.my_logins() to app_user;

-- What somebody asks for, and what was decided. -----------------------------------------------------------------------
create table app.rights_request (
  like app.fact including all,
  kind text not null check (kind in ('correct', 'erase', 'restrict', 'object')),
  about_table text,
  about_fact_id uuid,
  about_class text check (about_class in
    ('health-record', 'social-case', 'shared-plan', 'participant-own', 'relative-own', 'voluntary-work')),
  words text not null check (length(words) between 1 and 2000),
  check ((about_table is null) = (about_fact_id is null)),
  check ((about_table is null) = (about_class is null))
);
comment on table app.rights_request is 'The participant asks that something be put right, deleted or used less, or objects to it; of one entry, or of all. Answered within a month.';
comment on column app.rights_request.about_class is 'The record class of the entry it is about: which law it is decided by.';
create table app.rights_decision (
  like app.fact including all,
  request_id uuid not null,
  outcome text not null check (outcome in ('granted', 'partly', 'refused', 'prolonged')),
  until_day date,
  words text not null check (length(words) between 1 and 2000),
  check ((outcome = 'prolonged') = (until_day is not null))
);
comment on table app.rights_decision is 'What was decided on a request, with the reasons; or, with a reason, until when an answer is owed.';

-- Whoever reads the entry reads what the participant says of it, so it has the entry's topic, and in general that of sharing.
do $$
declare
  all_topics text[] := array['sharing', 'identity', 'goals', 'team', 'actions', 'follow-up', 'scores', 'crisis-plan', 'children', 'relapse', 'attendance', 'wishes', 'status', 'enquiry',
    'meeting', 'life-areas', 'related', 'turns', 'contact-details', 'person-number', 'work-goals', 'money-goals', 'placements', 'tenancy', 'blocks', 'confided'];
  rights_table text;
begin
  foreach rights_table in array array['rights_request', 'rights_decision'] loop
    call app.make_fact_table(rights_table, variadic all_topics);
    -- To ask is to say something of an entry and not to add to it: the participant may of whatever they read, and whoever may write down what they agree to.
    execute format('drop policy written on app.%I', rights_table);
    execute format('create policy written on app.%I for insert to app_user with check ((%s)
      and participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where ''sharing'' = any (h.writes)))
      and recorded_by = (select app.actor()) and recorded_at = app.now())', rights_table, app.topic_is_open(all_topics, 'reads'));
    execute format('comment on policy written on app.%I is %L', rights_table,
      'Added to by those who may read what it is about and write «sharing», in their own name and at this moment; never changed or deleted.');
  end loop;
end $$;

alter table app.rights_decision add foreign key (municipality_id, participant_id, request_id)
  references app.rights_request (municipality_id, participant_id, id) on delete restrict;

create function app.topic_of_rights_request() returns trigger
  language plpgsql set search_path = app, pg_temp
  as $$
  declare entry record;
  begin
    new.topic := 'sharing';
    new.about_class := null;
    if new.about_table is null then return new; end if;
    if not exists (select from app.fact_tables() t where t.fact_table = new.about_table) then raise exception 'no such kind of entry' using errcode = '23503'; end if;
    -- As the writer: an entry that they do not see is not there.
    execute format('select f.topic, f.legal_class from app.%I f where f.municipality_id = $1 and f.participant_id = $2 and f.fact_id = $3 order by f.version desc limit 1', new.about_table)
      into entry using new.municipality_id, new.participant_id, new.about_fact_id;
    if entry.topic is null then raise exception 'no such entry' using errcode = '23503'; end if;
    new.topic := entry.topic;
    new.about_class := entry.legal_class;
    return new;
  end $$;
create trigger topic_of_rights_request before insert on app.rights_request for each row execute function app.topic_of_rights_request();
alter table app.rights_request enable always trigger topic_of_rights_request;

create function app.topic_of_rights_decision() returns trigger
  language plpgsql set search_path = app, pg_temp
  as $$
  begin
    select r.topic into new.topic from rights_request r where r.municipality_id = new.municipality_id and r.participant_id = new.participant_id and r.id = new.request_id;
    if new.topic is null then raise exception 'no such request' using errcode = '23503'; end if;
    return new;
  end $$;
create trigger topic_of_rights_decision before insert on app.rights_decision for each row execute function app.topic_of_rights_decision();
alter table app.rights_decision enable always trigger topic_of_rights_decision;
revoke execute on function app.topic_of_rights_request(), app.topic_of_rights_decision() from public;
