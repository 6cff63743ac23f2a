-- Ways to log in, who came through them, and the life of a session. Nothing here is about what somebody may see:
-- that follows from relations, whoever let them in.
set local role app_owner;

create table app.login_method (
  code text primary key check (code ~ '^[a-z][a-z-]{1,30}$'),
  strongest text not null check (strongest in ('strong', 'code'))
);
comment on table app.login_method is 'A kind of way in, and the most it can prove. A new way is a row here and a function that calls app.open_session.';
insert into app.login_method values ('demo', 'strong'), ('openid', 'strong');

create table app.session_limit (
  who text not null check (who in ('participant', 'worker')),
  strength text not null check (strength in ('strong', 'code')),
  idle interval not null,
  longest interval not null,
  primary key (who, strength),
  check (idle <= longest)
);
comment on table app.session_limit is 'How long a login lives: unused, and at most. Somebody who is both has the shorter of each. Why these: decision 34.';
insert into app.session_limit values
  ('worker', 'strong', '30 minutes', '12 hours'),
  ('participant', 'strong', '30 minutes', '8 hours'),
  ('participant', 'code', '15 minutes', '2 hours');

alter table app.organisation add column organisation_number text check (organisation_number ~ '^[0-9]{9}$');
comment on column app.organisation.organisation_number is 'In the register of units (Enhetsregisteret). Compared with whom a login says it acts for.';

create table app.organisation_numbering (
  municipality_id uuid not null,
  id uuid not null default app.uuid7(),
  organisation_id uuid not null,
  number text check (number ~ '^[0-9]{9}$'),
  said_at timestamptz not null default app.now(),
  said_by uuid not null,
  because text not null check (length(because) between 1 and 200),
  primary key (municipality_id, id),
  foreign key (municipality_id, organisation_id) references app.organisation (municipality_id, id) on delete restrict
);
comment on table app.organisation_numbering is 'What number an organisation has been said to have, none where it was taken away, by whom and why. Rows are only added; the newest stands on the organisation.';

create table app.login_identity (
  id uuid primary key default app.uuid7(),
  issuer text not null,
  subject text not null,
  provider text not null,
  login_user_id uuid not null references app.login_user (id) on delete cascade,
  bound_at timestamptz not null default app.now(),
  bound_by text not null check (bound_by in ('invitation', 'linking', 'person-number')),
  ended_at timestamptz,
  ended_because text check (ended_because in ('replaced', 'removed')),
  check ((ended_at is null) = (ended_because is null))
);
comment on table app.login_identity is 'Whom an issuer says it is, and whose login that is here. Found by issuer and subject alone, never by a name or an address.';
create unique index login_identity_in_use on app.login_identity (issuer, subject) where ended_at is null;
create index login_identity_of on app.login_identity (login_user_id);

alter table app.login_session
  add column method text references app.login_method (code),
  add column identity_id uuid references app.login_identity (id) on delete set null,
  add column issuer_session text,
  add column acts_for text[],
  add column logout_hint bytea,
  add column device_kind text,
  add column device_system text,
  add column device_browser text,
  add column ended_because text check (ended_because in ('logged-out', 'elsewhere', 'administrator', 'provider', 'closed', 'replaced', 'passkey-ended', 'lost'));
comment on column app.login_session.issuer_session is 'The issuer''s own name for its session (sid), by which it tells us that it is over.';
comment on column app.login_session.acts_for is 'The organisations that the issuer said they may act for; null where that is not asked.';
comment on column app.login_session.logout_hint is 'The issuer''s token, given back when logging out there. Encrypted with a key that only the browser''s cookie holds.';
create index login_session_of on app.login_session (login_user_id, created_at);
create index login_session_at_issuer on app.login_session (issuer_session) where issuer_session is not null and ended_at is null;

create table app.login_attempt (
  browser_hash bytea not null,
  state text not null,
  provider text not null,
  nonce text not null,
  verifier text not null,
  back text not null,
  linking_to uuid references app.login_user (id) on delete cascade,
  expires_at timestamptz not null,
  primary key (browser_hash, state)
);
comment on table app.login_attempt is 'Sent to an issuer and not come back yet: what its answer must fit. Belongs to one browser, lives ten minutes, and is taken once.';
create index login_attempt_by_age on app.login_attempt (expires_at);

create table app.login_newcomer (
  browser_hash bytea primary key,
  issuer text not null,
  subject text not null,
  provider text not null,
  strength text not null check (strength in ('strong', 'code')),
  organisations text[],
  issuer_session text,
  logout_hint bytea,
  tries_left int not null default 5 check (tries_left >= 0),
  expires_at timestamptz not null
);
comment on table app.login_newcomer is 'Somebody an issuer vouches for whom nobody here has met: sees nothing but a place for an invitation code, for fifteen minutes.';
create index login_newcomer_by_age on app.login_newcomer (expires_at);

create table app.login_invitation (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  code_hash bytea not null unique,
  worker_id uuid,
  participant_id uuid,
  made_by uuid,
  made_at timestamptz not null default app.now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid references app.login_user (id) on delete cascade,
  withdrawn_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  check ((worker_id is null) <> (participant_id is null)),
  check ((used_at is null) = (used_by is null)),
  check (expires_at > made_at)
);
comment on table app.login_invitation is 'A code that says whose login an identity becomes: a worker''s, or a participant''s. Used once. Only its hash is kept; made_by is null for one made at the installation itself.';

create table app.login_closure (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  login_user_id uuid not null references app.login_user (id) on delete cascade,
  closed_at timestamptz not null default app.now(),
  closed_by uuid not null,
  because text not null check (length(because) between 1 and 200),
  lifted_at timestamptz,
  lifted_by uuid,
  lifted_because text check (length(lifted_because) between 1 and 200),
  primary key (municipality_id, id),
  check ((lifted_at is null) = (lifted_by is null) and (lifted_at is null) = (lifted_because is null))
);
comment on table app.login_closure is 'A period in which a login opens nothing.';
create unique index login_closure_now on app.login_closure (login_user_id) where lifted_at is null;

create table app.login_act (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  at timestamptz not null default app.now(),
  who uuid,
  what text not null check (what in ('invited', 'withdrawn', 'joined', 'added', 'replaced', 'closed', 'reopened', 'sessions-ended')),
  login_user_id uuid references app.login_user (id) on delete set null,
  worker_id uuid,
  because text,
  primary key (municipality_id, id),
  foreign key (municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict
);
comment on table app.login_act is 'What those who look after logins have done, and what came of it. Rows are only added. who is null for what was done at the installation itself.';

do $$
declare mine text;
begin
  foreach mine in array array['login_method', 'session_limit', 'organisation_numbering', 'login_identity', 'login_attempt', 'login_newcomer', 'login_invitation', 'login_closure', 'login_act'] loop
    execute format('alter table app.%I enable row level security', mine);
  end loop;
end $$;

-- The life of a session -----------------------------------------------------------------------------------------------

create function app.open_session(login uuid, secret text, way text, proved text, device jsonb, through uuid, at_issuer text, hint bytea) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    session_id uuid;
    unused interval;
    longest interval;
  begin
    -- Against a closing at the same moment: whichever has the row first, the session is not left alive.
    perform from login_user u where u.id = login for no key update;
    if not found then return null; end if;
    if exists (select from login_closure c where c.login_user_id = login and c.lifted_at is null) then return null; end if;
    if proved = 'strong' and (select m.strongest from login_method m where m.code = way) is distinct from 'strong' then
      raise exception 'this way in does not prove that much' using errcode = '42501';
    end if;
    select min(l.idle), min(l.longest) into unused, longest
      from session_limit l join login_user u on u.id = login
      where l.strength = proved and (
        case l.who when 'worker' then exists (select from login_worker k where k.login_user_id = login)
          else u.participant_id is not null or u.related_to is not null or not exists (select from login_worker k where k.login_user_id = login) end);
    -- A worker who has only a code is let in as what else they are, or not at all.
    if unused is null then return null; end if;
    insert into login_session (secret_hash, login_user_id, strength, method, identity_id, issuer_session, logout_hint, device_kind, device_system, device_browser,
        idle, idle_until, expires_at)
      values (sha256(convert_to(secret, 'UTF8')), login, proved, way, through, at_issuer, hint, device ->> 'kind', device ->> 'system', device ->> 'browser',
        unused, app.now() + unused, app.now() + longest)
      returning id into session_id;
    return session_id;
  end $$;
comment on function app.open_session(uuid, text, text, text, jsonb, uuid, text, bytea) is 'The one place where a session begins, whatever let somebody in. Nothing for a closed login. The owner''s alone: each way in has a function that decides first.';

create function app.start_demo_session(chosen text, secret text, device jsonb default null) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    if (select mode from installation) <> 'demo' then raise exception 'not a demonstration' using errcode = '42501'; end if;
    return (select app.open_session(u.id, start_demo_session.secret, 'demo', 'strong', start_demo_session.device, null, null, null) from login_user u where u.persona = chosen);
  end $$;
comment on function app.start_demo_session(text, text, jsonb) is 'A login as a demonstration persona. Does nothing in a production installation.';

create function app.my_session() returns table (id uuid, strength text, idle_until timestamptz, expires_at timestamptz, secret_since timestamptz)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare here login_session := app.session_here();
  begin
    return query select here.id, here.strength, least(here.idle_until, here.expires_at), here.expires_at, here.secret_since where here.id is not null;
  end $$;

create function app.session_times(secret text) returns table (idle_until timestamptz, expires_at timestamptz, now timestamptz)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare here login_session := app.arrive(secret);
  begin
    return query select least(here.idle_until, here.expires_at), here.expires_at, app.now() where here.id is not null;
  end $$;
comment on function app.session_times(text) is 'How long a session has left, without being a use of it.';

create function app.hand_out_secret(newer text) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    -- Asked with the secret in use only: one that is on its way out does not get another. And once a minute at most, so
    -- that of two requests at once one is answered with the next secret and not each with one of its own.
    update login_session s set next_hash = sha256(convert_to(newer, 'UTF8')), next_handed_at = app.now()
      where s.secret_hash = sha256(convert_to(nullif(current_setting('app.secret', true), ''), 'UTF8'))
        and s.ended_at is null and s.secret_since < app.now() - interval '15 minutes'
        and (s.next_handed_at is null or s.next_handed_at < app.now() - interval '1 minute');
    return found;
  end $$;
comment on function app.hand_out_secret(text) is 'A newer secret for a session whose own is a quarter of an hour old. The old one lives until the newer is used.';

create function app.end_sessions(which uuid[], why text) returns int
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare how_many int;
  begin
    update login_session s set ended_at = app.now(), ended_because = why, logout_hint = null where s.id = any (which) and s.ended_at is null;
    get diagnostics how_many = row_count;
    return how_many;
  end $$;
comment on function app.end_sessions(uuid[], text) is 'The one place where sessions end before their time. What they proved to the issuer goes with them.';

create function app.end_sessions_of(login uuid, why text) returns int
  language sql volatile security definer set search_path = app, pg_temp
  as $$ select app.end_sessions(array(select s.id from login_session s where s.login_user_id = login), why) $$;
comment on function app.end_sessions_of(uuid, text) is 'Somebody is logged out everywhere. The owner''s alone: each way to it decides first.';

create function app.end_session() returns table (provider text, logout_hint bytea)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare here login_session := app.session_here();
  begin
    perform app.end_sessions(array[here.id], 'logged-out');
    delete from here_opened h where h.pid = pg_backend_pid();
    delete from here_near h where h.pid = pg_backend_pid();
    return query select i.provider, here.logout_hint from login_identity i where i.id = here.identity_id;
  end $$;
comment on function app.end_session() is 'Logs out; answers with where one may log out too, for a login that came from an issuer.';

create function app.leave_session(secret text) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    perform app.end_sessions(array[(app.arrive(secret)).id], 'replaced');
  end $$;
comment on function app.leave_session(text) is 'Somebody logs in anew in a browser that holds a session: what it held opens nothing more.';

create function app.my_sessions() returns table (id uuid, method text, provider text, strength text, device_kind text, device_system text, device_browser text,
    started_at timestamptz, used_at timestamptz, here boolean, ended_at timestamptz, ended_because text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare mine login_session := app.session_here();
  begin
    return query
      select s.id, s.method, i.provider, s.strength, s.device_kind, s.device_system, s.device_browser, s.created_at, greatest(s.created_at, s.idle_until - s.idle),
        s.id = mine.id,
        case when s.ended_at is not null then s.ended_at when app.now() < least(s.idle_until, s.expires_at) then null else least(s.idle_until, s.expires_at) end,
        s.ended_because
      from login_session s left join login_identity i on i.id = s.identity_id
      where s.login_user_id = mine.login_user_id
      order by s.created_at desc limit 100;
  end $$;
comment on function app.my_sessions() is 'My own logins, those that live and those that are over; as far back as housekeeping keeps them.';

create function app.my_identities() returns table (id uuid, provider text, bound_at timestamptz, here boolean)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare mine login_session := app.session_here();
  begin
    return query select i.id, i.provider, i.bound_at, i.id is not distinct from mine.identity_id
      from login_identity i where i.login_user_id = mine.login_user_id and i.ended_at is null order by i.bound_at;
  end $$;

create function app.remove_my_identity(which uuid) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare mine login_session := app.session_here();
  begin
    -- Never the one this login stands on: somebody would take away their own last way in.
    update login_identity i set ended_at = app.now(), ended_because = 'removed'
      where i.id = which and i.login_user_id = mine.login_user_id and i.ended_at is null and i.id is distinct from mine.identity_id and mine.identity_id is not null;
    if not found then return false; end if;
    perform app.end_sessions(array(select s.id from login_session s where s.identity_id = which), 'elsewhere');
    return true;
  end $$;
comment on function app.remove_my_identity(uuid) is 'Takes away a way in to my login, other than the one I came by, and ends what is open through it.';

create function app.end_my_session(which uuid) returns boolean
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    select app.end_sessions(array(select s.id from login_session s where s.id = which and s.login_user_id = app.actor()), 'elsewhere') = 1
  $$;
create function app.end_my_other_sessions() returns int
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare mine login_session := app.session_here();
  begin
    return app.end_sessions(array(select s.id from login_session s where s.login_user_id = mine.login_user_id and s.id <> mine.id), 'elsewhere');
  end $$;

-- By OpenID Connect: what an issuer's answer must fit, whose it is, and those nobody has met ---------------------------

create function app.begin_login(browser text, provider text, state text, nonce text, verifier text, back text, secret text) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    here login_session;
    me uuid;
  begin
    if secret is not null then
      here := app.arrive(secret);
      me := case when here.strength = 'strong' then here.login_user_id end;
      if me is null then raise exception 'no such session' using errcode = 'MV401'; end if;
    end if;
    insert into login_attempt (browser_hash, state, provider, nonce, verifier, back, linking_to, expires_at)
      values (sha256(convert_to(browser, 'UTF8')), begin_login.state, begin_login.provider, begin_login.nonce, begin_login.verifier, begin_login.back, me,
        app.now() + interval '10 minutes');
  end $$;
comment on function app.begin_login(text, text, text, text, text, text, text) is 'Somebody is sent to an issuer; with a secret, to add what it answers to the login that is theirs already.';

create function app.take_login(browser text, issuer_state text, from_provider text) returns table (nonce text, verifier text, back text, linking_to uuid)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query delete from login_attempt a
      where a.browser_hash = sha256(convert_to(browser, 'UTF8')) and a.state = issuer_state and a.provider = from_provider and app.now() < a.expires_at
      returning a.nonce, a.verifier, a.back, a.linking_to;
  end $$;
comment on function app.take_login(text, text, text) is 'The attempt that an answer belongs to, once: the same answer again finds none.';

create function app.login_facts(login uuid) returns table (login_user_id uuid, works boolean, takes_part boolean, organisations text[], closed boolean)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select u.id, exists (select from login_worker k where k.login_user_id = u.id), u.participant_id is not null or u.related_to is not null,
      array(select distinct coalesce(o.organisation_number, '') from app.workers_of(u.id, app.now()) w
        join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id),
      exists (select from login_closure c where c.login_user_id = u.id and c.lifted_at is null)
    from login_user u where u.id = login
  $$;
comment on function app.login_facts(uuid) is 'What decides whether a login may be opened by a given way in; no name and nothing about anyone else.';

create function app.login_of_identity(from_issuer text, whom text) returns table (identity_id uuid, login_user_id uuid, works boolean, takes_part boolean, organisations text[], closed boolean)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select i.id, f.* from login_identity i cross join lateral app.login_facts(i.login_user_id) f
    where i.issuer = from_issuer and i.subject = whom and i.ended_at is null
  $$;

create function app.log_in_by_identity(identity uuid, secret text, proved text, for_whom text[], device jsonb, at_issuer text, hint bytea) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare opened uuid;
  begin
    opened := app.open_session(i.login_user_id, secret, 'openid', proved, device, i.id, at_issuer, hint) from login_identity i where i.id = identity and i.ended_at is null;
    update login_session s set acts_for = for_whom where s.id = opened and for_whom is not null;
    return opened;
  end $$;

create function app.link_identity(secret text, whose uuid, from_provider text, from_issuer text, whom text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare here login_session := app.arrive(secret);
  begin
    if here.id is null or here.login_user_id <> whose or here.strength <> 'strong' then return 'not-logged-in'; end if;
    insert into login_identity (issuer, subject, provider, login_user_id, bound_by) values (from_issuer, whom, from_provider, whose, 'linking')
      on conflict (issuer, subject) where ended_at is null do nothing;
    if found then return 'linked'; end if;
    return case when exists (select from login_identity i where i.issuer = from_issuer and i.subject = whom and i.ended_at is null and i.login_user_id = whose)
      then 'linked' else 'taken' end;
  end $$;
comment on function app.link_identity(text, uuid, text, text, text) is 'A second way in to the login one is in: both have just been proved, in this browser.';

create function app.remember_newcomer(browser text, from_provider text, from_issuer text, whom text, proved text, acts_for text[], at_issuer text, hint bytea) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    insert into login_newcomer (browser_hash, issuer, subject, provider, strength, organisations, issuer_session, logout_hint, expires_at)
      values (sha256(convert_to(browser, 'UTF8')), from_issuer, whom, from_provider, proved, acts_for, at_issuer, hint, app.now() + interval '15 minutes');
  end $$;

create function app.newcomer(browser text) returns table (provider text, expires_at timestamptz)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select n.provider, n.expires_at from login_newcomer n
    where n.browser_hash = sha256(convert_to(browser, 'UTF8')) and app.now() < n.expires_at and n.tries_left > 0
  $$;

create function app.forget_newcomer(browser text) returns table (provider text, logout_hint bytea)
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    delete from login_newcomer n where n.browser_hash = sha256(convert_to(browser, 'UTF8')) returning n.provider, n.logout_hint
  $$;
comment on function app.forget_newcomer(text) is 'Somebody nobody here has met goes again; answers with where they may log out too.';

create function app.try_invitation(browser text, code text) returns table (provider text, strength text, acts_for text[], tries_left int,
    invitation_municipality uuid, invitation uuid, for_worker boolean, organisation_number text, made_by uuid)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    who login_newcomer;
    given login_invitation;
  begin
    -- Counted first, and for every try: five codes, right or wrong, to one login at an issuer.
    update login_newcomer n set tries_left = n.tries_left - 1
      where n.browser_hash = sha256(convert_to(browser, 'UTF8')) and app.now() < n.expires_at and n.tries_left > 0 returning n.* into who;
    if not found then return; end if;
    select * into given from login_invitation v
      where v.code_hash = sha256(convert_to(code, 'UTF8')) and v.used_at is null and v.withdrawn_at is null and app.now() < v.expires_at;
    return query select who.provider, who.strength, who.organisations, who.tries_left, given.municipality_id, given.id, given.worker_id is not null,
      (select o.organisation_number from worker w join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
        where w.municipality_id = given.municipality_id and w.id = given.worker_id), given.made_by;
  end $$;
comment on function app.try_invitation(text, text) is 'What a code is an invitation to, for somebody an issuer vouches for. Nothing when there is nobody, or no try left; no invitation when the code is none.';

create function app.login_of_participant(municipality uuid, participant uuid) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare login uuid;
  begin
    -- One at a time: two ways in at once must not make two logins.
    perform from participant p where p.municipality_id = municipality and p.id = participant for no key update;
    login := (select u.id from login_user u where u.participant_id = participant);
    if login is null then
      insert into login_user (id, municipality_id, name, participant_id) select app.uuid7(), municipality, concat_ws(' ', p.given_name, nullif(p.family_name, '')), participant
        from profile_now p where p.municipality_id = municipality and p.participant_id = participant returning id into login;
    end if;
    return login;
  end $$;
comment on function app.login_of_participant(uuid, uuid) is 'A participant''s login, made the first time there is a way in to it. The owner''s alone.';

create function app.bind_by_person_number(marks bytea[], from_provider text, from_issuer text, whom text) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare theirs uuid[];
  begin
    theirs := array(select distinct n.participant_id from person_number_now n where n.mark = any (marks) and n.kind in ('birth-number', 'd-number'));
    -- Somebody who stands here twice comes to the row that stands, when it is sure that they are one person.
    if theirs <@ (theirs[1:1] || array(select q.same_participant_id from same_person q where q.participant_id = theirs[1] and q.own)) then
      theirs := array(select t from unnest(theirs) t order by (select min(q.place) from same_person q where q.participant_id = t) limit 1);
    end if;
    -- Until then they have to say which by an invitation.
    if cardinality(theirs) <> 1 then return; end if;
    insert into login_identity (issuer, subject, provider, login_user_id, bound_by)
      select from_issuer, whom, from_provider, app.login_of_participant(p.municipality_id, p.id), 'person-number' from participant p where p.id = theirs[1]
      on conflict (issuer, subject) where ended_at is null do nothing;
  end $$;
comment on function app.bind_by_person_number(bytea[], text, text, text) is 'An identity whose issuer vouches for a person number becomes the login of the one participant who has it; found by marks, which only the server can make.';

create function app.use_invitation(browser text, municipality uuid, invitation uuid, secret text, device jsonb) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    who login_newcomer;
    given login_invitation;
    login uuid;
    identity uuid;
    replaced boolean;
  begin
    delete from login_newcomer n where n.browser_hash = sha256(convert_to(browser, 'UTF8')) and app.now() < n.expires_at returning n.* into who;
    select * into given from login_invitation v where v.municipality_id = municipality and v.id = invitation and v.used_at is null and v.withdrawn_at is null
      and app.now() < v.expires_at for update;
    if who.browser_hash is null or given.id is null then return null; end if;
    if given.worker_id is not null then
      login := (select k.login_user_id from login_worker k where k.municipality_id = municipality and k.worker_id = given.worker_id);
      if login is null then
        insert into login_user (id, municipality_id, name) select app.uuid7(), w.municipality_id, w.name from worker w
          where w.municipality_id = municipality and w.id = given.worker_id returning id into login;
        insert into login_worker (login_user_id, municipality_id, worker_id) values (login, municipality, given.worker_id);
      end if;
    else
      login := app.login_of_participant(municipality, given.participant_id);
    end if;
    perform from login_user u where u.id = login for no key update;
    -- An invitation to somebody who has a way in already is a new one instead of it: the lost one opens nothing more.
    update login_identity i set ended_at = app.now(), ended_because = 'replaced' where i.login_user_id = login and i.ended_at is null;
    replaced := found;
    if replaced then
      perform app.end_sessions_of(login, 'replaced');
      perform app.end_passkeys(array(select k.id from passkey k where k.login_user_id = login and k.ended_at is null), 'replaced');
    end if;
    insert into login_identity (issuer, subject, provider, login_user_id, bound_by) values (who.issuer, who.subject, who.provider, login, 'invitation') returning id into identity;
    update login_invitation v set used_at = app.now(), used_by = login where v.municipality_id = municipality and v.id = invitation;
    insert into login_act (municipality_id, who, what, login_user_id, worker_id)
      values (municipality, login, case when replaced then 'replaced' else 'joined' end, login, given.worker_id);
    return app.log_in_by_identity(identity, secret, who.strength, who.organisations, device, who.issuer_session, who.logout_hint);
  end $$;
comment on function app.use_invitation(text, uuid, uuid, text, jsonb) is 'Binds the identity of a newcomer to whom they are invited as, and lets them in. The same for a worker''s invitation and a participant''s.';

create function app.my_invitation(code text) returns table (invitation_municipality uuid, invitation uuid, for_worker boolean, organisation text, organisation_number text,
    provider text, acts_for text[], works boolean, takes_part boolean, organisations text[], closed boolean)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare mine login_session := app.session_here();
  begin
    return query
      select v.municipality_id, v.id, v.worker_id is not null, o.name::text, o.organisation_number, i.provider, mine.acts_for, f.works, f.takes_part, f.organisations, f.closed
      from login_invitation v
      cross join lateral app.login_facts(mine.login_user_id) f
      left join login_identity i on i.id = mine.identity_id
      left join worker w on w.municipality_id = v.municipality_id and w.id = v.worker_id
      left join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      where v.code_hash = sha256(convert_to(code, 'UTF8')) and v.used_at is null and v.withdrawn_at is null and app.now() < v.expires_at;
  end $$;
comment on function app.my_invitation(text) is 'What a code is an invitation to, for somebody who is logged in, and what decides whether they may take it.';

create function app.join_by_invitation(municipality uuid, invitation uuid) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    here login_session := app.session_here();
    given login_invitation;
    theirs uuid;
  begin
    if here.strength is distinct from 'strong' then raise exception 'not by this login' using errcode = 'MV403'; end if;
    select * into given from login_invitation v where v.municipality_id = municipality and v.id = invitation and v.worker_id is not null
      and v.used_at is null and v.withdrawn_at is null and app.now() < v.expires_at for update;
    if not found then return 'gone'; end if;
    perform from login_user u where u.id = here.login_user_id for no key update;
    theirs := (select k.login_user_id from login_worker k where k.municipality_id = municipality and k.worker_id = given.worker_id);
    if theirs is not null then return case when theirs = here.login_user_id then 'mine' else 'taken' end; end if;
    insert into login_worker (login_user_id, municipality_id, worker_id) values (here.login_user_id, municipality, given.worker_id);
    update login_invitation v set used_at = app.now(), used_by = here.login_user_id where v.municipality_id = municipality and v.id = invitation;
    insert into login_act (municipality_id, who, what, login_user_id, worker_id) values (municipality, here.login_user_id, 'added', here.login_user_id, given.worker_id);
    return 'joined';
  end $$;
comment on function app.join_by_invitation(uuid, uuid) is 'One more place of work for the login one is in: one person, one login, and a worker for each place (decision 11).';

create function app.end_issuer_session(from_issuer text, at_issuer text) returns int
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    select app.end_sessions(array(select s.id from login_session s join login_identity i on i.id = s.identity_id
      where s.issuer_session = at_issuer and i.issuer = from_issuer and s.ended_at is null), 'provider')
  $$;
comment on function app.end_issuer_session(text, text) is 'The issuer says that its session is over: so are those that stand on it here. Needs no cookie.';

-- Those who look after logins: never after what the logins open --------------------------------------------------------

create function app.looked_after(municipality uuid, worker uuid) returns table (login_user_id uuid)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare login uuid;
  begin
    if not exists (select from app.my_workers() m where m.municipality_id = municipality and m.role = 'system-administrator')
      or not exists (select from worker w where w.municipality_id = municipality and w.id = worker) then
      raise exception 'no such worker' using errcode = 'MV404';
    end if;
    select k.login_user_id into login from login_worker k where k.municipality_id = municipality and k.worker_id = worker;
    if login is not null and (select u.municipality_id from login_user u where u.id = login) <> municipality then
      raise exception 'another municipality looks after this login' using errcode = 'MV403';
    end if;
    -- Nobody gives themself anything, or shuts themself out.
    if login = app.actor() then raise exception 'one''s own login' using errcode = 'MV403'; end if;
    return query select login;
  end $$;
comment on function app.looked_after(uuid, uuid) is 'The login, or none yet, of a worker that I look after logins for; an error when I do not, or when it is my own.';

create function app.note_act(municipality uuid, what text, login uuid, worker uuid, because text) returns uuid
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into login_act (municipality_id, who, what, login_user_id, worker_id, because)
      values (municipality, app.actor(), note_act.what, login, worker, note_act.because) returning id
  $$;
comment on function app.note_act(uuid, text, uuid, uuid, text) is 'Writes down what I have just done with somebody''s login. The owner''s alone.';

create function app.staff_logins() returns table (municipality_id uuid, worker_id uuid, name text, organisation text, roles text[], providers text[], sessions int, used_at timestamptz,
    invited_until timestamptz, closed_at timestamptz, closed_because text, own boolean, looked_after_by text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select w.municipality_id, w.id, w.name, o.name,
      array(select distinct r.role from worker_role r where r.municipality_id = w.municipality_id and r.worker_id = w.id and (r.valid_to is null or app.now() < r.valid_to) order by 1),
      array(select distinct i.provider from login_identity i where i.login_user_id = u.id and i.ended_at is null order by 1),
      (select count(*)::int from login_session s where s.login_user_id = u.id and s.ended_at is null and app.now() < least(s.idle_until, s.expires_at)),
      (select max(greatest(s.created_at, s.idle_until - s.idle)) from login_session s where s.login_user_id = u.id),
      (select max(v.expires_at) from login_invitation v where v.municipality_id = w.municipality_id and v.worker_id = w.id and v.used_at is null and v.withdrawn_at is null and app.now() < v.expires_at),
      c.closed_at, c.because, coalesce(u.id = app.actor(), false),
      (select m.name from municipality m where m.id = u.municipality_id and m.id <> w.municipality_id)
    from (select distinct m.municipality_id from app.my_workers() m where m.role = 'system-administrator') mine
    join worker w on w.municipality_id = mine.municipality_id
    join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
    left join login_worker k on k.municipality_id = w.municipality_id and k.worker_id = w.id
    left join login_user u on u.id = k.login_user_id
    left join login_closure c on c.login_user_id = u.id and c.lifted_at is null
    where c.id is not null or app.works_until(w.municipality_id, w.id) is null or app.now() < app.works_until(w.municipality_id, w.id)
    order by w.name, w.id;
  end $$;
comment on function app.staff_logins() is 'Those who work in the municipality whose logins I look after, and how they log in. Nothing about whom they work with.';

create function app.my_login_acts(how_many int) returns table (at timestamptz, who text, what text, whom text, because text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select a.at, u.name, a.what, coalesce(w.name, o.name), a.because
    from login_act a
    left join login_user u on u.id = a.who
    left join worker w on w.municipality_id = a.municipality_id and w.id = a.worker_id
    left join login_user o on o.id = a.login_user_id
    where a.worker_id is not null and a.municipality_id in (select m.municipality_id from app.my_workers() m where m.role = 'system-administrator')
    order by a.id desc limit how_many
  $$;
comment on function app.my_login_acts(int) is 'What has been done with the logins I look after, the newest first. Of workers alone: a participant''s way in is between them and those beside them.';

create function app.organisation_numbers() returns table (municipality_id uuid, organisation_id uuid, name text, number text, said jsonb)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
    select o.municipality_id, o.id, o.name::text, o.organisation_number,
      coalesce((select jsonb_agg(jsonb_build_object('number', n.number, 'at', n.said_at, 'who', u.name, 'because', n.because) order by n.id desc)
        from organisation_numbering n left join login_user u on u.id = n.said_by where n.municipality_id = o.municipality_id and n.organisation_id = o.id), '[]')
    from (select distinct m.municipality_id from app.my_workers() m where m.role = 'system-administrator') mine
    join organisation o on o.municipality_id = mine.municipality_id
    order by o.name, o.id;
  end $$;
comment on function app.organisation_numbers() is 'The organisations of the municipality I look after logins for, their numbers, and what was said of them before.';

create function app.set_organisation_number(municipality uuid, organisation uuid, number text, because text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    before organisation;
    said uuid;
  begin
    if exists (select from app.my_workers() m where m.municipality_id = municipality and m.role = 'system-administrator') then
      select * into before from organisation o where o.municipality_id = municipality and o.id = organisation for no key update;
    end if;
    if before.id is null then raise exception 'no such organisation' using errcode = 'MV404'; end if;
    -- Nothing new is said by saying it again.
    if before.organisation_number is not distinct from set_organisation_number.number then return null; end if;
    update organisation o set organisation_number = set_organisation_number.number where o.municipality_id = municipality and o.id = organisation;
    insert into organisation_numbering (municipality_id, organisation_id, number, said_by, because)
      values (municipality, organisation, set_organisation_number.number, app.actor(), set_organisation_number.because) returning id into said;
    return said;
  end $$;
comment on function app.set_organisation_number(uuid, uuid, text, text) is 'Says what number an organisation of my municipality has in the register of units; decides whose logins by representation are let in.';

create function app.drop_invitations(municipality uuid, worker uuid) returns boolean
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    update login_invitation v set withdrawn_at = app.now()
      where v.municipality_id = municipality and v.worker_id = worker and v.used_at is null and v.withdrawn_at is null and app.now() < v.expires_at;
    return found;
  end $$;
comment on function app.drop_invitations(uuid, uuid) is 'The codes a worker has that are good, and now are no more; whether there was one. The owner''s alone.';

create function app.invite_worker(municipality uuid, worker uuid, code text, days int) returns timestamptz
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    login uuid := (select a.login_user_id from app.looked_after(municipality, worker) a);
    until timestamptz := app.now() + make_interval(days => days);
  begin
    -- One at a time: two codes to one person is one too many to lose.
    perform from worker w where w.municipality_id = municipality and w.id = worker for no key update;
    perform app.drop_invitations(municipality, worker);
    insert into login_invitation (municipality_id, code_hash, worker_id, made_by, expires_at) values (municipality, sha256(convert_to(code, 'UTF8')), worker, app.actor(), until);
    perform app.note_act(municipality, 'invited', login, worker, null);
    return until;
  end $$;

create function app.close_login(municipality uuid, worker uuid, because text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare login uuid := (select a.login_user_id from app.looked_after(municipality, worker) a);
  begin
    -- An invitation that lies about would open it again.
    perform app.drop_invitations(municipality, worker);
    if login is null then raise exception 'no login' using errcode = 'MV404'; end if;
    perform from login_user u where u.id = login for no key update;
    insert into login_closure (municipality_id, login_user_id, closed_by, because) values (municipality, login, app.actor(), close_login.because);
    perform app.end_sessions_of(login, 'closed');
    return app.note_act(municipality, 'closed', login, worker, close_login.because);
  end $$;

create function app.reopen_login(municipality uuid, worker uuid, because text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare login uuid := (select a.login_user_id from app.looked_after(municipality, worker) a);
  begin
    update login_closure c set lifted_at = app.now(), lifted_by = app.actor(), lifted_because = reopen_login.because where c.login_user_id = login and c.lifted_at is null;
    if not found then raise exception 'not closed' using errcode = 'MV409'; end if;
    return app.note_act(municipality, 'reopened', login, worker, reopen_login.because);
  end $$;

create function app.withdraw_invitation(municipality uuid, worker uuid, because text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare login uuid := (select a.login_user_id from app.looked_after(municipality, worker) a);
  begin
    if not app.drop_invitations(municipality, worker) then raise exception 'no invitation' using errcode = 'MV409'; end if;
    return app.note_act(municipality, 'withdrawn', login, worker, withdraw_invitation.because);
  end $$;

create function app.end_worker_sessions(municipality uuid, worker uuid, because text) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare login uuid := (select a.login_user_id from app.looked_after(municipality, worker) a);
  begin
    perform from login_user u where u.id = login for no key update;
    perform app.end_sessions_of(login, 'administrator');
    return app.note_act(municipality, 'sessions-ended', login, worker, end_worker_sessions.because);
  end $$;

revoke execute on all functions in schema app from public;
grant execute on function app.start_demo_session(text, text, jsonb), app.my_session(), app.session_times(text), app.hand_out_secret(text), app.end_session(), app.leave_session(text),
  app.my_sessions(), app.my_identities(), app.remove_my_identity(uuid), app.end_my_session(uuid), app.end_my_other_sessions(),
  app.begin_login(text, text, text, text, text, text, text), app.take_login(text, text, text), app.login_facts(uuid), app.login_of_identity(text, text),
  app.log_in_by_identity(uuid, text, text, text[], jsonb, text, bytea), app.link_identity(text, uuid, text, text, text),
  app.remember_newcomer(text, text, text, text, text, text[], text, bytea), app.newcomer(text), app.forget_newcomer(text), app.try_invitation(text, text),
  app.bind_by_person_number(bytea[], text, text, text),
  app.use_invitation(text, uuid, uuid, text, jsonb), app.my_invitation(text), app.join_by_invitation(uuid, uuid), app.end_issuer_session(text, text),
  app.staff_logins(), app.my_login_acts(int), app.organisation_numbers(), app.set_organisation_number(uuid, uuid, text, text), app.invite_worker(uuid, uuid, text, int), app.close_login(uuid, uuid, text), app.reopen_login(uuid, uuid, text),
  app.withdraw_invitation(uuid, uuid, text),  app.end_worker_sessions(uuid, uuid, text) to app_user;
