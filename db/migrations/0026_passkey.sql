-- Passkeys: a device that somebody has added after proving who they are, and that lets them in later by the finger, the
-- face or the code it is unlocked with. For participants and those close to them; workers come by their employer's issuer (decision 41).
set local role app_owner;

insert into app.login_method values ('passkey', 'strong');

alter table app.login_user add column passkey_handle bytea unique check (length(passkey_handle) = 32);
comment on column app.login_user.passkey_handle is 'What a device knows its owner by: random, so that it says nothing to whoever reads it there. Made with the first passkey.';

create table app.passkey (
  id uuid primary key default app.uuid7(),
  login_user_id uuid not null references app.login_user (id) on delete cascade,
  credential bytea not null unique check (length(credential) between 1 and 1023),
  public_key bytea not null,
  uses bigint not null check (uses >= 0),
  name text not null check (length(name) between 1 and 60),
  added_at timestamptz not null default app.now(),
  added_in uuid references app.login_session (id) on delete set null,
  used_at timestamptz,
  ended_at timestamptz,
  ended_in uuid references app.login_session (id) on delete set null,
  ended_because text check (ended_because in ('removed', 'copied', 'replaced')),
  check ((ended_at is null) = (ended_because is null))
);
comment on table app.passkey is 'A device''s public key, and whose login it opens. The private one never leaves the device, and neither does what it is unlocked with.';
comment on column app.passkey.uses is 'The device''s own count. One that does not rise means that there are two of it; many devices do not count, and say 0.';
create index passkey_of on app.passkey (login_user_id);

alter table app.login_session add column passkey_id uuid references app.passkey (id) on delete set null;
create index login_session_by_passkey on app.login_session (passkey_id) where passkey_id is not null and ended_at is null;

create table app.passkey_challenge (
  challenge_hash bytea primary key,
  browser_hash bytea,
  session_id uuid references app.login_session (id) on delete cascade,
  name text check (length(name) between 1 and 60),
  expires_at timestamptz not null,
  check ((browser_hash is null) <> (session_id is null)),
  check ((session_id is null) = (name is null))
);
comment on table app.passkey_challenge is 'What a device has been asked to sign: by a browser that logs in, or by a session that adds a device. Lives five minutes, and is taken once.';
create index passkey_challenge_by_age on app.passkey_challenge (expires_at);

do $$
declare mine text;
begin
  foreach mine in array array['passkey', 'passkey_challenge'] loop
    execute format('alter table app.%I enable row level security', mine);
  end loop;
end $$;

create function app.end_passkeys(which uuid[], why text) returns int
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    here uuid := (app.session_here()).id;
    how_many int;
  begin
    update passkey k set ended_at = app.now(), ended_in = here, ended_because = why where k.id = any (which) and k.ended_at is null;
    get diagnostics how_many = row_count;
    -- Whoever takes away the device they sit with goes on until they log out.
    perform app.end_sessions(array(select s.id from login_session s where s.passkey_id = any (which) and s.ended_at is null and s.id is distinct from here), 'passkey-ended');
    perform app.tell_of_passkey(k.login_user_id) from passkey k where k.id = any (which) and how_many > 0;
    return how_many;
  end $$;
comment on function app.end_passkeys(uuid[], text) is 'The one place where passkeys end: they open nothing more, and neither does what they have opened. Told to their owner. The owner''s alone.';

create function app.tell_of_passkey(login uuid) returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    select app.tell_there_is_something(array(select o.participant_id from login_user u cross join lateral app.at_home_on(u.municipality_id, u.participant_id) o
      where u.id = login and u.participant_id is not null))
  $$;
comment on function app.tell_of_passkey(uuid) is 'A participant is told, on all of their rows, that something has changed in how one gets in as them. What, they read inside.';

-- Adding one: after two factors have just been proved ------------------------------------------------------------------

create function app.has_proved_who(here app.login_session) returns boolean
  language sql immutable security definer set search_path = app, pg_temp
  as $$ select coalesce(here.strength = 'strong' and here.method <> 'passkey', false) $$;
comment on function app.has_proved_who(app.login_session) is 'Whether this login proved who somebody is by two factors. A device proves that it is there: it lets its owner in, and no other device.';

create function app.passkey_facts() returns table (works boolean, strength text, method text, started_at timestamptz, passkeys int)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from login_worker w where w.login_user_id = s.login_user_id), s.strength, s.method, s.created_at,
      (select count(*)::int from passkey k where k.login_user_id = s.login_user_id and k.ended_at is null)
    from app.session_here() s where s.id is not null
  $$;
comment on function app.passkey_facts() is 'What decides whether the one who is logged in may add a passkey.';

create function app.begin_passkey(challenge text, device_name text, new_handle bytea) returns table (handle bytea, known bytea[])
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare here login_session := app.session_here();
  begin
    if not app.has_proved_who(here) then raise exception 'not by this login' using errcode = 'MV403'; end if;
    insert into passkey_challenge (challenge_hash, session_id, name, expires_at)
      values (sha256(convert_to(challenge, 'UTF8')), here.id, device_name, app.now() + interval '5 minutes');
    update login_user u set passkey_handle = coalesce(u.passkey_handle, new_handle) where u.id = here.login_user_id;
    return query select u.passkey_handle, array(select k.credential from passkey k where k.login_user_id = u.id and k.ended_at is null)
      from login_user u where u.id = here.login_user_id;
  end $$;
comment on function app.begin_passkey(text, text, bytea) is 'A device is asked to make a key for the one who is logged in by two factors; answers what it shall know them by, and the devices that have one.';

create function app.take_my_passkey_challenge(challenge text) returns table (name text)
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    delete from passkey_challenge c where c.challenge_hash = sha256(convert_to(challenge, 'UTF8')) and c.session_id = (app.session_here()).id
      and app.now() < c.expires_at returning c.name
  $$;
comment on function app.take_my_passkey_challenge(text) is 'What this session asked a device to sign, once; with the name the device was given.';

create function app.add_passkey(credential bytea, public_key bytea, uses bigint, name text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    here login_session := app.session_here();
    added uuid;
  begin
    -- Whatever asked for it: a key made after less than two factors must never be worth two.
    if not app.has_proved_who(here) then raise exception 'not by this login' using errcode = 'MV403'; end if;
    insert into passkey (login_user_id, credential, public_key, uses, name, added_in)
      values (here.login_user_id, add_passkey.credential, add_passkey.public_key, add_passkey.uses, add_passkey.name, here.id)
      on conflict on constraint passkey_credential_key do nothing returning id into added;
    if added is not null then perform app.tell_of_passkey(here.login_user_id); end if;
    return added;
  end $$;
comment on function app.add_passkey(bytea, bytea, bigint, text) is 'A key that a device has just made, for the one who is logged in by two factors. Nothing when that key is somebody''s already, also one that was taken away.';

-- Coming in by one ---------------------------------------------------------------------------------------------------

create function app.begin_passkey_login(browser text, challenge text) returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into passkey_challenge (challenge_hash, browser_hash, expires_at)
      values (sha256(convert_to(challenge, 'UTF8')), sha256(convert_to(browser, 'UTF8')), app.now() + interval '5 minutes')
  $$;

create function app.take_passkey_challenge(browser text, challenge text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    delete from passkey_challenge c where c.challenge_hash = sha256(convert_to(challenge, 'UTF8'))
      and c.browser_hash = sha256(convert_to(browser, 'UTF8')) and app.now() < c.expires_at;
    return found;
  end $$;
comment on function app.take_passkey_challenge(text, text) is 'Whether this browser was given this to have signed; once.';

create function app.passkey_by(credential bytea) returns table (passkey_id uuid, public_key bytea, handle bytea, works boolean, takes_part boolean, organisations text[], closed boolean)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select k.id, k.public_key, u.passkey_handle, f.works, f.takes_part, f.organisations, f.closed
    from passkey k join login_user u on u.id = k.login_user_id cross join lateral app.login_facts(u.id) f
    where k.credential = passkey_by.credential and k.ended_at is null
  $$;
comment on function app.passkey_by(bytea) is 'The key to verify a device''s answer with, and what decides whether it lets its owner in.';

create function app.log_in_by_passkey(which uuid, counted bigint, secret text, device jsonb) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    mine passkey;
    opened uuid;
  begin
    -- The login first, as everywhere: two who come and go at once wait for each other in the same order.
    perform from login_user u where u.id = (select k.login_user_id from passkey k where k.id = which) for no key update;
    select * into mine from passkey k where k.id = which and k.ended_at is null for update;
    if not found then return 'gone'; end if;
    if (counted > 0 or mine.uses > 0) and counted <= mine.uses then
      perform app.end_passkeys(array[mine.id], 'copied');
      return 'copied';
    end if;
    opened := app.open_session(mine.login_user_id, secret, 'passkey', 'strong', device, null, null, null);
    if opened is null then return 'closed'; end if;
    update login_session s set passkey_id = mine.id where s.id = opened;
    update passkey k set uses = counted, used_at = app.now() where k.id = mine.id;
    return 'open';
  end $$;
comment on function app.log_in_by_passkey(uuid, bigint, text, jsonb) is 'Lets in by a device whose answer has been verified. One that counts, and has not counted on since last, has been copied: it opens nothing more.';

-- One's own ----------------------------------------------------------------------------------------------------------

create function app.logins_of_mine() returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select array(select u.id from login_user u where u.id = app.actor() union select u.id from login_user u where u.participant_id = any (app.mine()) order by 1)
  $$;
comment on function app.logins_of_mine() is 'My login, and those of my other rows when I surely am registered twice: what lets in by one of them lets in to all that is mine.';

create function app.my_passkeys() returns table (id uuid, name text, added_at timestamptz, used_at timestamptz, here boolean, ended_at timestamptz, ended_because text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare mine login_session := app.session_here();
  begin
    return query select k.id, k.name, k.added_at, k.used_at, k.id is not distinct from mine.passkey_id, k.ended_at, k.ended_because
      from passkey k where k.login_user_id = any (app.logins_of_mine()) and (k.ended_at is null or k.ended_at > app.now() - interval '30 days')
      order by k.ended_at desc nulls first, k.added_at;
  end $$;
comment on function app.my_passkeys() is 'The devices that let me in, and those that have been taken away in the last thirty days.';

create function app.my_devices() returns table (name text, added_at timestamptz, used_at timestamptz, ended_at timestamptz, ended_because text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select k.name, k.added_at, k.used_at, k.ended_at, k.ended_because from passkey k where k.login_user_id = any (app.logins_of_mine()) order by k.added_at, k.id
  $$;
comment on function app.my_devices() is 'Every device that lets me in or has done so, for the copy of everything about me; never the key.';

create function app.remove_my_passkey(which uuid) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare mine uuid[] := app.logins_of_mine();
  begin
    perform from login_user u where u.id = any (mine) order by u.id for no key update;
    return app.end_passkeys(array(select k.id from passkey k where k.id = which and k.login_user_id = any (mine)), 'removed') = 1;
  end $$;
comment on function app.remove_my_passkey(uuid) is 'Takes away a device of mine, also by the weaker login: whoever has lost their phone has no other.';

create function app.my_way_in_news() returns table (what text, name text, at timestamptz)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    here login_session := app.session_here();
    mine uuid[] := app.mine();
    logins uuid[] := app.logins_of_mine();
  begin
    return query
      (select 'by-somebody', null::text, o.not_before from outbox o
        where o.participant_id = any (mine) and o.code = 'way-in-changed' and o.delivered_at is null order by o.not_before desc limit 1)
      union all
      (select n.what, n.name, n.at from (
          select 'device-added' as what, k.name, k.added_at as at, k.added_in as done_in from passkey k where k.login_user_id = any (logins) and k.ended_at is null
          union all
          select 'device-' || k.ended_because, k.name, k.ended_at, k.ended_in from passkey k where k.login_user_id = any (logins) and k.ended_at is not null
        ) n
        where n.at > app.now() - interval '14 days' and n.done_in is distinct from here.id
        order by n.at desc limit 1);
  end $$;
comment on function app.my_way_in_news() is 'What is new in how one gets in as me: what somebody else did, until I have seen what, and the newest that was done with my devices in the last fortnight, other than from where I am.';

revoke execute on all functions in schema app from public;
grant execute on function app.passkey_facts(), app.begin_passkey(text, text, bytea), app.take_my_passkey_challenge(text), app.add_passkey(bytea, bytea, bigint, text),
  app.begin_passkey_login(text, text), app.take_passkey_challenge(text, text), app.passkey_by(bytea), app.log_in_by_passkey(uuid, bigint, text, jsonb),
  app.my_passkeys(), app.my_devices(), app.remove_my_passkey(uuid), app.my_way_in_news() to app_user;
