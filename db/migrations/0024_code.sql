-- The one-time code: a way in for participants, from a worker beside them or by SMS to a number they have agreed on; and
-- what is confirmed by one. It opens the weaker login (0018_login.sql), and what that sees is decided elsewhere.
set local role app_owner;

insert into app.login_method values ('worker-code', 'code'), ('sms-code', 'code');

create table app.code_way_setting (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  way text not null check (way in ('worker-code', 'sms-code')),
  is_on boolean not null,
  because text not null check (length(because) between 1 and 200),
  set_by uuid,
  set_at timestamptz not null default app.now(),
  primary key (municipality_id, id)
);
comment on table app.code_way_setting is 'What a municipality has decided about logging in by code, and why: the newest of each kind holds. A code from a worker is on until somebody says no; one by SMS is off until somebody says yes.';
comment on column app.code_way_setting.set_by is 'Null for what the demonstration begins with.';

create table app.login_phone (
  like app.fact including all,
  phone text not null check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  agreed_how text not null check (agreed_how in ('self', 'together')),
  notices boolean not null
);
comment on table app.login_phone is 'The number a participant has agreed on for codes: by themself, or together with a worker, and confirmed by a code that was sent there. Another number is a new version.';
comment on column app.login_phone.notices is 'Whether a word that there is something to read may be sent there too.';
call app.make_fact_table('login_phone', 'sharing');
-- More than one who has agreed on the same: then nobody knows who holds it.
create index login_phone_in_force on app.login_phone (phone) where not withdrawn and not superseded;
create policy strong_login on app.login_phone as restrictive for insert to app_user with check ((select bool_or(h.strong) from app.here_near h));
comment on policy strong_login on app.login_phone is 'Somebody who came by a code does not decide where the next one goes.';

create table app.login_code (
  municipality_id uuid not null,
  id uuid not null default app.uuid7(),
  participant_id uuid not null,
  place_hash bytea not null,
  code_hash bytea not null,
  made_by uuid not null references app.login_user (id) on delete restrict,
  worker_municipality_id uuid not null,
  worker_id uuid not null,
  made_at timestamptz not null default app.now(),
  expires_at timestamptz not null,
  lost_phone boolean not null,
  sessions_ended int not null,
  tries_left int not null default 5 check (tries_left >= 0),
  used_at timestamptz,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check (expires_at > made_at)
);
comment on table app.login_code is 'A code that a worker has made for a participant to log in with, once. Only marks of it are kept, made with a key the database does not have.';
comment on column app.login_code.place_hash is 'Of the first letters alone: what a wrong try is counted against.';
create index login_code_by_place on app.login_code (place_hash) where used_at is null and withdrawn_at is null;
create index login_code_of on app.login_code (municipality_id, participant_id, made_at);

create table app.code_miss (
  at timestamptz not null default app.now(),
  way text not null references app.login_method (code)
);
comment on table app.code_miss is 'A code that was wrong: that, and when. Many together, from wherever, close the way for a while.';
create index code_miss_by_time on app.code_miss (way, at);

create table app.sent_code (
  id uuid primary key default app.uuid7(),
  purpose text not null check (purpose in ('login', 'phone', 'consent')),
  browser_hash bytea,
  asked_by uuid,
  municipality_id uuid,
  participant_id uuid,
  phone_fact uuid,
  about bytea,
  phone_mark bytea not null,
  code_hash bytea not null,
  sealed bytea,
  sealed_with text,
  asked_at timestamptz not null default app.now(),
  expires_at timestamptz not null,
  tries_left int not null check (tries_left >= 0),
  looked_up_at timestamptz,
  confirmed_at timestamptz,
  used_at timestamptz,
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  check ((purpose = 'login') = (browser_hash is not null)),
  check (purpose = 'login' or (asked_by is not null and participant_id is not null and about is not null)),
  check ((sealed is null) = (sealed_with is null))
);
comment on table app.sent_code is 'Six digits that were asked for by SMS. Of a number nobody has agreed on there is a row like any other, so that asking tells nothing.';
comment on column app.sent_code.sealed is 'Number and code, for whoever sends them; gone when it is sent or given up. The key is not in the database.';
comment on column app.sent_code.about is 'A mark of what it confirms: this number, or this sentence to this recipient. Another one it does not.';
comment on column app.sent_code.phone_fact is 'The version of the agreed number it was sent to: when that is no more, neither is the code.';
create index sent_code_by_browser on app.sent_code (browser_hash, asked_at) where browser_hash is not null;
create index sent_code_by_phone on app.sent_code (phone_mark, asked_at);
create index sent_code_by_time on app.sent_code (asked_at);
create index sent_code_to_look_up on app.sent_code (asked_at) where looked_up_at is null and purpose = 'login';

alter table app.outbox
  add column sent_code_id uuid references app.sent_code (id) on delete set null,
  add column tries int not null default 0,
  add column next_at timestamptz,
  add column ended_at timestamptz,
  add column ended_because text check (ended_because in ('not-wanted', 'expired', 'given-up')),
  add constraint outbox_ended_why check ((ended_at is null) = (ended_because is null)),
  add constraint outbox_one_end check (ended_at is null or delivered_at is null);
comment on column app.outbox.tries is 'How often it has been handed to the gateway, and next_at when it is tried again.';
comment on column app.outbox.ended_because is 'Why it is not sent: the person has not asked for such messages, it is too late, or the gateway did not take it.';
create index outbox_to_send on app.outbox (not_before) where channel = 'sms' and delivered_at is null and ended_at is null;

do $$
declare mine text;
begin
  foreach mine in array array['code_way_setting', 'login_code', 'code_miss', 'sent_code'] loop
    execute format('alter table app.%I enable row level security', mine);
  end loop;
end $$;

-- What a municipality has decided ---------------------------------------------------------------------------------------

create function app.code_way_is_on(municipality uuid, which text) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select coalesce((select s.is_on from code_way_setting s where s.municipality_id = municipality and s.way = which order by s.set_at desc, s.id desc limit 1), which = 'worker-code')
  $$;
comment on function app.code_way_is_on(uuid, text) is 'Whether a municipality lets participants in this way.';

create function app.sms_is_on_somewhere() returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$ select exists (select from municipality m where app.code_way_is_on(m.id, 'sms-code')) $$;
comment on function app.sms_is_on_somewhere() is 'Whether there is use in offering it to somebody who is not known yet.';

create function app.code_ways() returns table (municipality_id uuid, municipality text, way text, is_on boolean, because text, set_by text, set_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select m.id, m.name, w.way, app.code_way_is_on(m.id, w.way), s.because, u.name, s.set_at
    from (select distinct k.municipality_id from app.my_workers() k where k.role = 'system-administrator') mine
    join municipality m on m.id = mine.municipality_id
    cross join (values ('worker-code'), ('sms-code')) w (way)
    left join lateral (select * from code_way_setting c where c.municipality_id = m.id and c.way = w.way order by c.set_at desc, c.id desc limit 1) s on true
    left join login_user u on u.id = s.set_by
    order by m.name, w.way desc
  $$;
comment on function app.code_ways() is 'What is decided about codes where I look after logins.';

create function app.set_code_way(municipality uuid, which text, turn_on boolean, why text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare made uuid;
  begin
    if not exists (select from app.my_workers() k where k.municipality_id = municipality and k.role = 'system-administrator') then
      raise exception 'no such municipality' using errcode = 'MV404';
    end if;
    insert into code_way_setting (municipality_id, way, is_on, because, set_by) values (municipality, which, turn_on, why, app.actor()) returning id into made;
    return made;
  end $$;

create function app.unsent_messages() returns table (at timestamptz, code text, tries int, because text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select o.ended_at, o.code, o.tries, o.ended_because from outbox o
    where o.municipality_id in (select k.municipality_id from app.my_workers() k where k.role = 'system-administrator')
      and o.channel = 'sms' and o.ended_because <> 'not-wanted' and o.tries > 0 and o.ended_at > app.now() - interval '30 days'
    order by o.ended_at desc limit 50
  $$;
comment on function app.unsent_messages() is 'What the gateway did not take, where I look after logins: when and what kind. Not to whom, and not a word of it.';

-- From a worker ---------------------------------------------------------------------------------------------------------

create function app.adds_to_sharing(participant uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from here_rows h where h.changing and participant = any (h.participant_ids) and 'sharing' = any (h.writes))
  $$;
comment on function app.adds_to_sharing(uuid) is 'Whether this transaction has opened somebody for adding to what they share. The owner''s alone.';

create function app.reads_sharing(participant uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from here_rows h where participant = any (h.participant_ids) and 'sharing' = any (h.reads))
  $$;
comment on function app.reads_sharing(uuid) is 'Whether this transaction has opened what somebody shares. The owner''s alone.';

create function app.beside_now(participant uuid, worker uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from team_membership t
      join worker w on w.municipality_id = t.worker_municipality_id and w.id = t.worker_id
      join worker_role r on r.municipality_id = w.municipality_id and r.worker_id = w.id and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to)
      where t.participant_id = participant and t.worker_id = worker and t.role in ('contact-person', 'coordinator', 'team-member')
        and t.valid_from <= app.now() and (t.valid_to is null or app.now() < t.valid_to) and not t.withdrawn and not t.superseded
        and not exists (select from app.closed_by(array[participant]) c
          where app.is_closed_to(c.worker_id, c.organisation_id, array[worker], w.organisation_id, false) and c.bits & app.bits_of(array['sharing']) <> 0))
  $$;
comment on function app.beside_now(uuid, uuid) is 'Whether a worker is one of those beside somebody who may give them a way in, at this moment and not shut out.';

create function app.make_login_code(participant uuid, place bytea, code bytea, lost boolean) returns table (outcome text, expires_at timestamptz, sessions_ended int)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    home uuid;
    me record;
    login uuid;
    ended int := 0;
    also uuid[];
    until timestamptz := app.now() + interval '15 minutes';
  begin
    if not app.adds_to_sharing(participant) then raise exception 'not opened' using errcode = '42501'; end if;
    select m.municipality_id, m.worker_id into me from app.my_workers() m where app.beside_now(participant, m.worker_id) order by m.worker_id limit 1;
    if me.worker_id is null then return query select 'not-allowed', null::timestamptz, 0; return; end if;
    select p.municipality_id into home from participant p where p.id = participant;
    if not app.code_way_is_on(home, 'worker-code') then return query select 'code-way-off', null::timestamptz, 0; return; end if;
    select u.id into login from login_user u where u.participant_id = participant;
    if exists (select from login_closure c where c.login_user_id = login and c.lifted_at is null) then return query select 'login-closed', null::timestamptz, 0; return; end if;
    -- Of two that lie about, one is too many.
    update login_code c set withdrawn_at = app.now() where c.municipality_id = home and c.participant_id = participant and c.used_at is null and c.withdrawn_at is null;
    if lost then
      -- By whichever of their rows: what lies open on the phone opens all of them. Only what is this row's is counted, for whoever sees no other.
      also := app.logins_at_home_on(home, participant);
      perform from login_user u where u.id = any (also) order by u.id for no key update;
      ended := app.end_sessions(array(select s.id from login_session s where s.login_user_id = login and s.ended_at is null and app.now() < least(s.idle_until, s.expires_at)), 'lost');
      perform app.end_sessions(array(select s.id from login_session s where s.login_user_id = any (also) and s.ended_at is null), 'lost');
      -- Which device it was, nobody here can tell: whoever finds it comes in by none of them.
      perform app.end_passkeys(array(select k.id from passkey k where k.login_user_id = any (also) and k.ended_at is null), 'removed');
      update sent_code c set expires_at = app.now() where app.now() < c.expires_at and c.participant_id in (select o.participant_id from app.at_home_on(home, participant) o)
        and c.purpose = 'login' and c.used_at is null;
    end if;
    insert into login_code (municipality_id, participant_id, place_hash, code_hash, made_by, worker_municipality_id, worker_id, expires_at, lost_phone, sessions_ended)
      values (home, participant, place, code, app.actor(), me.municipality_id, me.worker_id, until, lost, ended);
    perform app.tell_of_way_in(home, participant);
    return query select 'made', until, ended;
  end $$;
comment on function app.make_login_code(uuid, bytea, bytea, boolean) is 'A worker beside somebody gives them a way in, once and soon; after a lost phone what was open on it is closed first.';

create function app.logins_at_home_on(home uuid, participant uuid) returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$ select array(select u.id from app.at_home_on(home, participant) o join login_user u on u.participant_id = o.participant_id order by u.id) $$;
comment on function app.logins_at_home_on(uuid, uuid) is 'The logins of somebody: one, or one for each row of one who is surely registered twice. The owner''s alone.';

create function app.tell_of_way_in(home uuid, participant uuid) returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
      values (home, app.uuid7(), participant, 'way-in-changed', 'in-app', 'participant', participant, app.now())
  $$;
comment on function app.tell_of_way_in(uuid, uuid) is 'The participant is told that somebody did something with how they log in. The owner''s alone.';

create function app.too_many_misses(which text) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$ select count(*) >= 300 from (select from code_miss c where c.way = which and c.at > app.now() - interval '10 minutes' limit 300) m $$;
comment on function app.too_many_misses(text) is 'Whether so many wrong codes have come of late, from wherever, that it is guessing. The owner''s alone.';

create function app.log_in_by_worker_code(place bytea, code bytea, secret text, device jsonb) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    given login_code;
    fits boolean;
  begin
    if app.too_many_misses('worker-code') then return 'too-many'; end if;
    -- The one that fits first, should two begin alike; whichever it is, the try is counted while it is held.
    select * into given from login_code c
      where c.place_hash = place and c.used_at is null and c.withdrawn_at is null and app.now() < c.expires_at and c.tries_left > 0
      order by c.code_hash = code desc, c.made_at limit 1 for update;
    fits := coalesce(given.code_hash, sha256('')) = code;
    update login_code c set tries_left = c.tries_left - 1, used_at = case when fits then app.now() end
      where c.municipality_id = given.municipality_id and c.id = given.id;
    -- Whoever gave it must still be one who may: what has ended in the meantime gives nothing.
    if fits and app.code_way_is_on(given.municipality_id, 'worker-code') and app.beside_now(given.participant_id, given.worker_id)
      and app.open_session(app.login_of_participant(given.municipality_id, given.participant_id), secret, 'worker-code', 'code', device, null, null, null) is not null then
      return 'in';
    end if;
    insert into code_miss (way) values ('worker-code');
    return 'no';
  end $$;
comment on function app.log_in_by_worker_code(bytea, bytea, text, jsonb) is 'Lets in whoever holds a worker''s code, once. A code that is wrong, used, too old, tried too often or given by one who may no more is answered alike.';

-- By SMS ----------------------------------------------------------------------------------------------------------------

create function app.count_asking(mark bytea) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    -- One at a time for one number, so that many at once are counted as many.
    perform pg_advisory_xact_lock(hashtextextended(encode(mark, 'hex'), 24));
    return (select count(*) filter (where c.asked_at > app.now() - interval '1 hour') < 4 and count(*) < 10
        from sent_code c where c.phone_mark = mark and c.asked_at > app.now() - interval '24 hours')
      and (select count(*) < 500 from (select from sent_code c where c.asked_at > app.now() - interval '10 minutes' limit 500) s);
  end $$;
comment on function app.count_asking(bytea) is 'Whether one more code may be sent to a number: four an hour and ten a day, and five hundred to all in ten minutes. The owner''s alone.';

create function app.ask_login_code(browser text, mark bytea, code bytea, content bytea, content_key text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if not app.count_asking(mark) then return false; end if;
    update sent_code c set expires_at = app.now() where app.now() < c.expires_at and c.browser_hash = sha256(convert_to(browser, 'UTF8')) and c.used_at is null;
    -- Whose number it is, is not looked up here: whoever is known and whoever is not has caused exactly the same.
    insert into sent_code (purpose, browser_hash, phone_mark, code_hash, sealed, sealed_with, expires_at, tries_left)
      values ('login', sha256(convert_to(browser, 'UTF8')), mark, code, content, content_key, app.now() + interval '10 minutes', 3);
    return true;
  end $$;
comment on function app.ask_login_code(text, bytea, bytea, bytea, text) is 'A browser asks for a code to a number; false when the number, or everyone together, has had too many.';

create function app.find_agreed_phone(asked uuid, to_phone text) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    wanted sent_code;
    whose login_phone;
    holders int;
  begin
    select * into wanted from sent_code c where c.id = asked and c.looked_up_at is null for update;
    if not found then return; end if;
    select count(*) into holders from login_phone p where p.phone = to_phone and not p.withdrawn and not p.superseded;
    select p.* into whose from login_phone p where holders = 1 and p.phone = to_phone and not p.withdrawn and not p.superseded and app.code_way_is_on(p.municipality_id, 'sms-code')
      and not exists (select from login_user u join login_closure c on c.login_user_id = u.id and c.lifted_at is null where u.participant_id = p.participant_id)
      -- Thirty wrong codes in a month without a right one: somebody is guessing, and gets no more to guess at.
      and (select coalesce(sum(3 - c.tries_left), 0) < 30 from sent_code c where c.phone_mark = wanted.phone_mark and c.purpose = 'login' and c.used_at is null and c.looked_up_at is not null
        and c.asked_at > greatest(app.now() - interval '30 days', coalesce((select max(u.used_at) from sent_code u where u.phone_mark = wanted.phone_mark), '-infinity')));
    update sent_code c set looked_up_at = app.now(), municipality_id = whose.municipality_id, participant_id = whose.participant_id, phone_fact = whose.id,
        sealed = case when whose.id is not null then c.sealed end, sealed_with = case when whose.id is not null then c.sealed_with end
      where c.id = asked;
    if whose.id is null then return; end if;
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before, sent_code_id)
      values (whose.municipality_id, app.uuid7(), whose.participant_id, 'login-code', 'sms', 'participant', whose.participant_id, app.now(), asked);
  end $$;
comment on function app.find_agreed_phone(uuid, text) is 'Whose agreed number it is that a code was asked for, after the asking was answered: nobody''s when several have agreed on it, when it is off, closed or guessed at. The owner''s alone.';

create function app.log_in_by_sent_code(browser text, code bytea, secret text, device jsonb) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    sent sent_code;
    fits boolean;
  begin
    if app.too_many_misses('sms-code') then return 'too-many'; end if;
    select * into sent from sent_code c where c.browser_hash = sha256(convert_to(browser, 'UTF8')) and c.used_at is null and app.now() < c.expires_at and c.tries_left > 0
      order by c.asked_at desc limit 1 for update;
    if not found then return 'gone'; end if;
    -- A number that nobody has agreed on has a code too, which went to nobody.
    fits := sent.code_hash = log_in_by_sent_code.code and exists (select from login_phone p where p.municipality_id = sent.municipality_id and p.participant_id = sent.participant_id
      and p.id = sent.phone_fact and not p.withdrawn and not p.superseded);
    update sent_code c set tries_left = c.tries_left - 1, used_at = case when fits then app.now() end where c.id = sent.id;
    if fits and app.code_way_is_on(sent.municipality_id, 'sms-code')
      and app.open_session(app.login_of_participant(sent.municipality_id, sent.participant_id), secret, 'sms-code', 'code', device, null, null, null) is not null then
      return 'in';
    end if;
    insert into code_miss (way) values ('sms-code');
    return case when sent.tries_left = 1 then 'gone' else 'no' end;
  end $$;
comment on function app.log_in_by_sent_code(text, bytea, text, jsonb) is 'Lets in whoever types, in the browser that asked, the code that came to an agreed number; once, and in three tries.';

-- What is confirmed by a code to a number, while two sit together ---------------------------------------------------------

create function app.send_confirming_code(participant uuid, what_for text, about bytea, mark bytea, code bytea, content bytea, content_key text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    home uuid;
    agreed uuid;
    made uuid;
  begin
    if not app.adds_to_sharing(participant) then raise exception 'not opened' using errcode = '42501'; end if;
    if not app.count_asking(mark) then return null; end if;
    select p.municipality_id into home from participant p where p.id = participant;
    update sent_code c set expires_at = app.now() where app.now() < c.expires_at and c.participant_id = participant and c.purpose = what_for and c.used_at is null;
    if what_for = 'consent' then
      select p.id into agreed from login_phone p where p.municipality_id = home and p.participant_id = participant and not p.withdrawn and not p.superseded;
    end if;
    insert into sent_code (purpose, asked_by, municipality_id, participant_id, phone_fact, about, phone_mark, code_hash, sealed, sealed_with, expires_at, tries_left, looked_up_at)
      values (what_for, app.actor(), home, participant, agreed, about, mark, code, content, content_key, app.now() + interval '10 minutes', 3, app.now()) returning id into made;
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before, sent_code_id)
      values (home, app.uuid7(), participant, what_for || '-code', 'sms', 'participant', participant, app.now(), made);
    return made;
  end $$;
comment on function app.send_confirming_code(uuid, text, bytea, bytea, bytea, bytea, text) is 'A code to a number, to confirm that it is the participant''s, or that the sentence on the screen is what they say; nothing when the number has had too many.';

create function app.confirm_by_code(participant uuid, sent uuid, code bytea) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    one sent_code;
    fits boolean;
  begin
    if not app.adds_to_sharing(participant) then raise exception 'not opened' using errcode = '42501'; end if;
    select * into one from sent_code c where c.id = sent and c.participant_id = participant and c.asked_by = app.actor() and c.purpose <> 'login'
      and c.confirmed_at is null and app.now() < c.expires_at and c.tries_left > 0 for update;
    if not found then return 'gone'; end if;
    fits := one.code_hash = confirm_by_code.code;
    update sent_code c set tries_left = c.tries_left - 1, confirmed_at = case when fits then app.now() end where c.id = one.id;
    return case when fits then 'confirmed' when one.tries_left = 1 then 'gone' else 'no' end;
  end $$;
comment on function app.confirm_by_code(uuid, uuid, bytea) is 'Whether this is the code that was sent: by the one who asked for it, in three tries.';

create function app.take_confirmation(participant uuid, sent uuid, what_for text, about bytea) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if not app.adds_to_sharing(participant) then raise exception 'not opened' using errcode = '42501'; end if;
    update sent_code c set used_at = app.now()
      where c.id = sent and c.participant_id = participant and c.asked_by = app.actor() and c.purpose = what_for and c.about = take_confirmation.about
        and c.confirmed_at is not null and c.used_at is null and app.now() < c.expires_at + interval '10 minutes'
        and (what_for <> 'consent' or exists (select from login_phone p where p.municipality_id = c.municipality_id and p.participant_id = c.participant_id
          and p.id = c.phone_fact and not p.withdrawn and not p.superseded));
    return found;
  end $$;
comment on function app.take_confirmation(uuid, uuid, text, bytea) is 'Uses a confirmation, once, for exactly what it was of.';

-- What there is to know about somebody''s ways in by code ------------------------------------------------------------------

create function app.login_codes_of(participant uuid) returns table (made_at timestamptz, made_by text, organisation text, mine boolean, expires_at timestamptz, used_at timestamptz, withdrawn_at timestamptz, lost_phone boolean, sessions_ended int)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    if not app.reads_sharing(participant) then return; end if;
    return query select c.made_at, w.name, o.name, c.made_by = app.actor(), c.expires_at, c.used_at, c.withdrawn_at, c.lost_phone, c.sessions_ended
      from login_code c join worker w on w.municipality_id = c.worker_municipality_id and w.id = c.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where c.participant_id = participant
      order by c.made_at desc, c.id desc limit 10;
  end $$;
comment on function app.login_codes_of(uuid) is 'The codes workers have made for somebody of late, and what became of them; never the code.';

create function app.login_state_of(participant uuid) returns table (code_way boolean, sms_way boolean, logged_in int)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select app.code_way_is_on(p.municipality_id, 'worker-code'), app.code_way_is_on(p.municipality_id, 'sms-code'),
      (select count(*)::int from login_session s join login_user u on u.id = s.login_user_id where u.participant_id = p.id and s.ended_at is null and app.now() < least(s.idle_until, s.expires_at))
    from participant p where p.id = participant and app.reads_sharing(participant)
  $$;
comment on function app.login_state_of(uuid) is 'Which codes somebody''s municipality lets them in by, and on how many devices they are logged in now.';

create function app.my_codes() returns table (kind text, at timestamptz, used_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select 'worker-code', c.made_at, c.used_at from app.me_as_participant() me join login_code c on c.municipality_id = me.municipality_id and c.participant_id = me.participant_id
    union all
    select c.purpose || '-code', c.asked_at, coalesce(c.used_at, c.confirmed_at) from app.me_as_participant() me join sent_code c on c.municipality_id = me.municipality_id and c.participant_id = me.participant_id
    order by 2
  $$;
comment on function app.my_codes() is 'The codes there have been to get me in, and to confirm something by: when, and whether they were used.';

create function app.see_way_in_news() returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    update outbox o set delivered_at = app.now() where o.participant_id = any (app.mine()) and o.code = 'way-in-changed' and o.delivered_at is null
  $$;
comment on function app.see_way_in_news() is 'I have read what somebody did with how I log in.';

create function app.tell_of_my_way_in(participant uuid) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if not app.adds_to_sharing(participant) then raise exception 'not opened' using errcode = '42501'; end if;
    perform app.tell_of_way_in(p.municipality_id, p.id) from participant p where p.id = participant;
  end $$;
comment on function app.tell_of_my_way_in(uuid) is 'The same, for whoever has just changed the agreed number of somebody they opened.';

revoke execute on all functions in schema app from public;
grant execute on function app.code_way_is_on(uuid, text), app.sms_is_on_somewhere(), app.code_ways(), app.set_code_way(uuid, text, boolean, text), app.unsent_messages(),
  app.make_login_code(uuid, bytea, bytea, boolean), app.log_in_by_worker_code(bytea, bytea, text, jsonb),
  app.ask_login_code(text, bytea, bytea, bytea, text), app.log_in_by_sent_code(text, bytea, text, jsonb),
  app.send_confirming_code(uuid, text, bytea, bytea, bytea, bytea, text), app.confirm_by_code(uuid, uuid, bytea), app.take_confirmation(uuid, uuid, text, bytea),
  app.my_codes(), app.login_codes_of(uuid), app.login_state_of(uuid), app.see_way_in_news(), app.tell_of_my_way_in(uuid) to app_user;
