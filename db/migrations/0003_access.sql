-- Who is asking, what may they see, and the row that says they looked. Nothing about a person can be read without it.
set local role app_owner;

create table app.topic (
  code text primary key,
  bit smallint not null unique check (bit between 0 and 30)
);
create table app.access_role (
  code text primary key,
  read_always int not null,
  read_granted int not null,
  write_always int not null,
  write_granted int not null
);
comment on table app.access_role is 'The visibility matrix, one bit a topic; filled from src/domain/access/visibility.ts, where people read it.';

create function app.bits_of(topics text[]) returns int
  language plpgsql stable strict security definer set search_path = app, pg_temp
  as $$ begin return (select coalesce(bit_or(1 << t.bit), 0) from topic t where t.code = any (topics)); end $$;
comment on function app.bits_of(text[]) is 'Topics as bits.';
revoke execute on function app.bits_of(text[]) from public;

-- Somebody ----------------------------------------------------------------------------------------------------------

create function app.session_here() returns app.login_session
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare
    moment timestamptz := app.now();
    mark bytea := sha256(convert_to(nullif(current_setting('app.secret', true), ''), 'UTF8'));
    here login_session;
  begin
    select * into here from login_session s
      where s.secret_hash = mark and s.ended_at is null and moment < s.idle_until and moment < s.expires_at;
    if found then return here; end if;
    select * into here from login_session s
      where s.previous_hash = mark and moment < s.previous_until and s.ended_at is null and moment < s.idle_until and moment < s.expires_at;
    return here;
  end $$;
comment on function app.session_here() is 'The session whose secret, or until a moment ago whose secret, this is; nothing when it is over.';
revoke execute on function app.session_here() from public;

create function app.actor() returns uuid
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare
    moment timestamptz := app.now();
    me uuid;
  begin
    -- Asked many times a request, and nearly always with the secret in use: found without another function.
    select s.login_user_id into me from login_session s
      where s.secret_hash = sha256(convert_to(nullif(current_setting('app.secret', true), ''), 'UTF8'))
        and s.ended_at is null and moment < s.idle_until and moment < s.expires_at;
    return coalesce(me, (app.session_here()).login_user_id);
  end $$;
comment on function app.actor() is 'Derived from the session''s secret each time: a setting that names somebody else makes nobody.';

create function app.take_over(mark bytea) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    update login_session s set previous_hash = s.secret_hash, previous_until = app.now() + interval '1 minute', secret_hash = s.next_hash,
        secret_since = app.now(), next_hash = null, next_handed_at = null
      where s.next_hash = mark and s.ended_at is null;
  end $$;
comment on function app.take_over(bytea) is 'A secret that was handed out is used for the first time: from now on it is the one.';
revoke execute on function app.take_over(bytea) from public;

create function app.workers_of(me uuid, moment timestamptz) returns table (municipality_id uuid, worker_id uuid, organisation_id uuid, organisation_kind text, role text)
  language plpgsql stable security definer rows 2 set search_path = app, pg_temp
  as $$
  begin
    return query
      select w.municipality_id, w.id, w.organisation_id, o.kind, r.role
      from login_worker l
      join worker w on w.municipality_id = l.municipality_id and w.id = l.worker_id
      join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
      join worker_role r on r.municipality_id = w.municipality_id and r.worker_id = w.id
       and r.valid_from <= moment and (r.valid_to is null or moment < r.valid_to)
      where l.login_user_id = me;
  end $$;
revoke execute on function app.workers_of(uuid, timestamptz) from public;

create type app.workplace as (municipality_id uuid, worker_id uuid, organisation_id uuid, organisation_kind text, roles text[]);
comment on type app.workplace is 'Where somebody works at a moment, and as what.';

create function app.workplaces_of(me uuid, moment timestamptz) returns app.workplace[]
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return array(
      select row (municipality_id, worker_id, organisation_id, organisation_kind, array_agg(role order by role))::app.workplace
      from app.workers_of(me, moment) group by municipality_id, worker_id, organisation_id, organisation_kind order by worker_id);
  end $$;
comment on function app.workplaces_of(uuid, timestamptz) is 'Where somebody works at this moment.';
revoke execute on function app.workplaces_of(uuid, timestamptz) from public;

create function app.works_until(municipality uuid, worker uuid) returns timestamptz
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    return (select case when bool_or(r.valid_to is null) then null else coalesce(max(r.valid_to), to_timestamp(0)) end
      from worker_role r where r.municipality_id = municipality and r.worker_id = worker);
  end $$;
comment on function app.works_until(uuid, uuid) is 'When a worker''s last role ends, and every relation with it; null for until further notice.';

create function app.follows_up(municipality uuid, worker uuid) returns boolean
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    return exists (select from worker_role r where r.municipality_id = municipality and r.worker_id = worker and r.role = 'worker'
      and r.valid_from <= app.now() and (r.valid_to is null or app.now() < r.valid_to));
  end $$;
comment on function app.follows_up(uuid, uuid) is 'Whether a worker''s task now is to follow people up, and so they can be chosen as contact person.';

-- Who this transaction is for, as app.begin found out. Kept as app.here_opened is, further down: read by policies, found by the
-- transaction's own number, and nothing when another secret is set.
create unlogged table app.here_near (
  pid int primary key default pg_backend_pid(),
  txid xid8 not null default pg_current_xact_id(),
  secret_mark bigint not null default hashtextextended(current_setting('app.secret', true), 0),
  login_user_id uuid not null,
  at timestamptz not null,
  near uuid[] not null,
  strong boolean not null,
  places app.workplace[] not null
) with (fillfactor = 10, autovacuum_enabled = false);
comment on table app.here_near is 'The transaction''s actor: who, when, how strong their login is, where they work, and the municipalities whose directory they may see. Set by app.begin.';
comment on column app.here_near.secret_mark is 'That it is still the same secret that is set: a mark to compare by, as every table''s policy does at every statement, and no proof of anything.';
comment on column app.here_near.places is 'None for a login that is not strong: work takes two factors.';

create function app.here() returns app.here_near
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare here here_near;
  begin
    select * into here from here_near h where h.pid = pg_backend_pid() and h.txid = pg_current_xact_id_if_assigned()
      and h.secret_mark = hashtextextended(current_setting('app.secret', true), 0);
    return here;
  end $$;
comment on function app.here() is 'The transaction''s actor as app.begin found them: looked up once, for the many who ask. Nothing before it, and nothing with another secret.';
revoke execute on function app.here() from public;

create function app.here_is_strong() returns boolean
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$ begin return coalesce((app.here()).strong, false); end $$;
comment on function app.here_is_strong() is 'Whether the login this transaction began with proved two factors. Work, and what would hurt most to have read, takes that.';
revoke execute on function app.here_is_strong() from public;

-- The row estimates are what keeps the queries that start from these few rows on their indexes.
create function app.my_workers() returns table (municipality_id uuid, worker_id uuid, organisation_id uuid, organisation_kind text, role text)
  language plpgsql stable security definer rows 2 set search_path = app, pg_temp
  as $$ begin return query select w.municipality_id, w.worker_id, w.organisation_id, w.organisation_kind, r from unnest((app.here()).places) w, unnest(w.roles) r; end $$;

create function app.arrive(secret text) returns app.login_session
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare here login_session;
  begin
    perform set_config('app.secret', secret, true);
    here := app.session_here();
    if here.id is null then
      perform app.take_over(sha256(convert_to(secret, 'UTF8')));
      here := app.session_here();
    end if;
    return here;
  end $$;
comment on function app.arrive(text) is 'Whoever holds this secret, from here to the end of the transaction; nothing when it is none.';
revoke execute on function app.arrive(text) from public;

create function app.begin(secret text) returns table (login_user_id uuid, name text, municipality_id uuid, participant_id uuid, related boolean, workers jsonb, now timestamptz)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    moment timestamptz := app.now();
    here login_session := app.arrive(secret);
    me login_user;
    places app.workplace[] := '{}';
    shown jsonb;
  begin
    select * into me from login_user u where u.id = here.login_user_id;
    if not found then raise exception 'no such session' using errcode = 'MV401'; end if;
    -- Work takes two factors.
    if here.strength = 'strong' then places := app.workplaces_of(me.id, moment); end if;
    insert into here_near (login_user_id, at, near, strong, places)
      values (me.id, moment, app.near_of(me.municipality_id || array(select w.municipality_id from unnest(places) w), moment), here.strength = 'strong', places)
      on conflict (pid) do update set txid = excluded.txid, secret_mark = excluded.secret_mark, login_user_id = excluded.login_user_id, at = excluded.at,
        near = excluded.near, strong = excluded.strong, places = excluded.places;
    -- Not at every request: a session that is read is a session that is written only once in five minutes.
    if here.idle_until < moment + here.idle - interval '5 minutes' then
      update login_session s set idle_until = moment + s.idle where s.id = here.id;
    end if;
    select coalesce(jsonb_agg(jsonb_build_object('municipalityId', w.municipality_id, 'id', w.worker_id, 'organisation', o.name,
        'organisationKind', w.organisation_kind, 'roles', w.roles) order by w.worker_id), '[]')
      into shown
      from unnest(places) w join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id;
    return query select me.id, me.name, me.municipality_id, me.participant_id, me.related_to is not null, shown, moment;
  end $$;
comment on function app.begin(text) is 'The only way in: from here to the end of the transaction the caller is the one who holds this secret.';

create function app.near_of(homes uuid[], moment timestamptz) returns uuid[]
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare today date := moment::date;
  begin
    return array(
      select unnest(homes)
      union
      select theirs.municipality_id
      from cooperation_grant mine
      join cooperation_grant theirs on theirs.cooperation_id = mine.cooperation_id
      where mine.municipality_id = any (homes)
        and today >= greatest(mine.valid_from, theirs.valid_from)
        and today < least(coalesce(mine.valid_to, 'infinity'), coalesce(theirs.valid_to, 'infinity')));
  end $$;
revoke execute on function app.near_of(uuid[], timestamptz) from public;
create function app.near() returns uuid[]
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$ begin return (app.here()).near; end $$;
comment on function app.near() is 'My municipality and those it shares services with: whose service directory and staff names I may see.';

-- The log -----------------------------------------------------------------------------------------------------------

create table app.audit_scope (
  id bigint generated always as identity primary key,
  mark bigint not null,
  login_user_id uuid not null,
  last_day date not null,
  participant_ids uuid[] not null,
  read_topics int[] not null,
  write_topics int[]
);
comment on table app.audit_scope is 'Whom one login was shown, and as bits the topics that were open; 0 is a look-up that was refused. Written once and referred to by every look-up that showed exactly this.';
comment on column app.audit_scope.mark is 'Where to look for one with this content; it is the content that is compared.';
comment on column app.audit_scope.last_day is 'The day it was last shown, in UTC: what a participant''s newest look-ups are found by.';
comment on column app.audit_scope.write_topics is 'Null for a look: it opens nothing for adding.';
create index audit_scope_by_mark on app.audit_scope (mark);
create index audit_scope_of on app.audit_scope using gin (participant_ids) with (fastupdate = off);
alter table app.audit_scope enable row level security;

create sequence app.audit_number;
create table app.audit (
  scope_id bigint not null,
  at timestamptz not null default app.now(),
  number bigint not null default nextval('app.audit_number'),
  action text not null check (action in ('read', 'list', 'search', 'change', 'figure', 'emergency', 'control')),
  purpose text not null check (purpose ~ '^[a-z][a-z.-]{1,40}$')
) partition by range (at);
comment on table app.audit is 'One row a look-up: when, and what for. Who and whom is its scope, which the same function wrote; a foreign key would lock it at every look.';
comment on column app.audit.number is 'In the order of writing. Unique by its making: a key that says so would take as much as the row.';
-- Many looks have one scope, so the index says it once for all of them.
create index audit_of_scope on app.audit (scope_id);

create view app.look_up as
  select a.number, a.at, u.municipality_id, s.login_user_id, a.action, a.purpose, s.participant_ids, s.read_topics, s.write_topics
  from app.audit a join app.audit_scope s on s.id = a.scope_id join app.login_user u on u.id = s.login_user_id;
comment on view app.look_up is 'The log as it reads: who looked at whom, when, what for, and what was open to them. For the owner; participants have app.my_look_ups.';

create function app.ensure_audit_partitions(around timestamptz) returns void
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  declare month timestamptz;
  begin
    for month in select generate_series(date_trunc('month', around, 'UTC') - interval '1 month', date_trunc('month', around, 'UTC') + interval '3 months', interval '1 month') loop
      if to_regclass(format('app.audit_%s', to_char(month at time zone 'UTC', 'YYYYMM'))) is null then
        execute format('create table app.audit_%s partition of app.audit for values from (%L) to (%L)',
          to_char(month at time zone 'UTC', 'YYYYMM'), month, month + interval '1 month');
        execute format('alter table app.audit_%s enable row level security', to_char(month at time zone 'UTC', 'YYYYMM'));
      end if;
    end loop;
  end $$;
comment on function app.ensure_audit_partitions(timestamptz) is 'A month of log is a table of its own; the server makes the next three in good time.';
create table app.audit_default partition of app.audit default;
comment on table app.audit_default is 'A month nobody made a table for is still logged.';
-- A page of the log says which times and numbers it holds, when it is full and not before: nothing is added to a look-up.
create index audit_by_time on app.audit using brin (at, number) with (autosummarize = on);
alter table app.audit enable row level security;
alter table app.audit_default enable row level security;

-- What this transaction has opened, in the form that policies read: written together with the log row, by the same
-- function, and found by the transaction's own number, which nobody can choose. A policy is asked once for every table
-- a query names, so it reads these and calls no function. Unlogged: when the transaction has ended they mean nothing,
-- and the connection's next one writes over them, so they stay as few as there are connections.
-- Written over in place, on pages with room for it, so that they never need to be vacuumed: every vacuum of a table that
-- policies read makes every connection plan every statement anew.
create unlogged table app.here_opened (
  pid int default pg_backend_pid(),
  slot int,
  txid xid8 not null default pg_current_xact_id(),
  secret_mark bigint not null default hashtextextended(current_setting('app.secret', true), 0),
  changing boolean not null,
  participant_ids uuid[] not null,
  reads text[] not null,
  writes text[] not null,
  primary key (pid, slot)
) with (fillfactor = 10, autovacuum_enabled = false);
comment on table app.here_opened is 'The transaction''s log rows turned into topics: whom it may read and add to, and what.';
do $$
declare here text;
begin
  foreach here in array array['here_opened', 'here_near'] loop
    execute format('alter table app.%I enable row level security', here);
    execute format('create policy here on app.%I for select to app_user, app_engine
      using (pid = pg_backend_pid() and txid = pg_current_xact_id_if_assigned() and secret_mark = hashtextextended(current_setting(''app.secret'', true), 0))', here);
    execute format('comment on policy here on app.%I is %L', here, 'This transaction''s own rows, while it is still the one who wrote them.');
    execute format('grant select on app.%I to app_user, app_engine', here);
  end loop;
end $$;

create function app.remember_opened(changing boolean, ids uuid[], reads text[], writes text[]) returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into here_opened (slot, changing, participant_ids, reads, writes)
    select count(*), $1, $2, $3, $4
      from here_opened h where h.pid = pg_backend_pid() and h.txid = pg_current_xact_id()
    on conflict (pid, slot) do update set txid = excluded.txid, secret_mark = excluded.secret_mark, changing = excluded.changing,
      participant_ids = excluded.participant_ids, reads = excluded.reads, writes = excluded.writes
  $$;
comment on function app.remember_opened(boolean, uuid[], text[], text[]) is 'Takes the connection''s next place that this transaction has not taken.';
revoke execute on function app.remember_opened(boolean, uuid[], text[], text[]) from public;

create function app.write_audit(action text, purpose text, ids uuid[], reads int[], writes int[]) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    moment timestamptz := app.now();
    me uuid := app.actor();
    content_mark bigint := hash_array_extended(ids, hash_array_extended(reads, coalesce(hash_array_extended(writes, 0), 0)));
    scope bigint;
    last_shown date;
  begin
    if me is null then raise exception 'nobody is asking' using errcode = 'MV401'; end if;
    select s.id, s.last_day into scope, last_shown from audit_scope s
      where s.mark = content_mark and s.login_user_id = me and s.participant_ids = ids and s.read_topics = reads and s.write_topics is not distinct from writes
      limit 1;
    if scope is null then
      insert into audit_scope (mark, login_user_id, last_day, participant_ids, read_topics, write_topics)
        values (content_mark, me, moment::date, ids, reads, writes) returning id into scope;
    elsif last_shown < moment::date then
      update audit_scope s set last_day = greatest(s.last_day, moment::date) where s.id = scope;
    end if;
    insert into audit (scope_id, at, action, purpose) values (scope, moment, write_audit.action, write_audit.purpose);
    perform app.remember_opened(write_audit.action = 'change', array_agg(p.id),
        array(select code from topic where p.reads & (1 << bit) <> 0), array(select code from topic where coalesce(p.writes, 0) & (1 << bit) <> 0))
      from unnest(ids, reads, writes) p (id, reads, writes)
      where p.reads <> 0 or p.writes <> 0
      group by p.reads, p.writes;
  end $$;
revoke execute on function app.write_audit(text, text, uuid[], int[], int[]) from public;

-- For what runs as the owner, whom no policy stops; the policies above say the same of everybody else.
create view app.here_rows as
  select * from app.here_opened h where h.pid = pg_backend_pid() and h.txid = pg_current_xact_id_if_assigned() and h.secret_mark = hashtextextended(current_setting('app.secret', true), 0);
comment on view app.here_rows is 'This transaction''s own rows of here_opened. For no role but the owner.';
create view app.here_open as select p as participant_id, t as topic from app.here_rows h, unnest(h.participant_ids) p, unnest(h.reads) t;
comment on view app.here_open is 'Whom the transaction may read, and what, as pairs: the wall of those few views that run as their owner. For no role but the owner.';

create function app.opened_any() returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$ select array(select unnest(h.participant_ids) from here_rows h where h.reads <> '{}') $$;

create function app.sweep_here() returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  begin
    delete from here_opened h where not exists (select from pg_stat_activity a where a.pid = h.pid);
    delete from here_near h where not exists (select from pg_stat_activity a where a.pid = h.pid);
  end $$;
comment on function app.sweep_here() is 'Takes away what connections that are gone left behind; run by the server now and then.';
