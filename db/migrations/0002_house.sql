-- Installation, municipalities, organisations, services, workers and logins: what exists before any participant.
set local role app_owner;

create table app.installation (
  singleton boolean primary key default true check (singleton),
  mode text not null default 'production' check (mode in ('production', 'demo')),
  frozen_at timestamptz
);
comment on table app.installation is 'One row. frozen_at is for tests: it stops the clock that access and deadlines read.';
insert into app.installation default values;

create function app.now() returns timestamptz
  language sql stable security definer set search_path = app, pg_temp
  as $$ select coalesce((select frozen_at from installation), pg_catalog.now()) $$;
comment on function app.now() is 'The one clock: access periods, deadlines and records all read it.';

-- Time-ordered ids (RFC 9562) on servers that do not have uuidv7() yet; rows of one time lie together on disk.
create function app.uuid7() returns uuid
  language sql volatile set search_path = app, pg_temp
  as $$
    select encode(
      set_bit(set_bit(
        overlay(uuid_send(gen_random_uuid())
          placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
          from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid
  $$;

create table app.municipality (
  id uuid primary key,
  number text not null unique check (number ~ '^[0-9]{4}$'),
  name text not null collate "nb-x-icu"
);
comment on table app.municipality is 'The tenant. The number is a dated code that changes when municipalities merge, so it is no key.';

create table app.cooperation (
  id uuid primary key,
  name text not null collate "nb-x-icu"
);
create table app.cooperation_grant (
  cooperation_id uuid not null references app.cooperation (id) on delete restrict,
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, cooperation_id)
);
comment on table app.cooperation_grant is 'Municipalities that share services. A cooperation shares services and the names of those who work there, never participants.';

create table app.organisation (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null,
  name text not null collate "nb-x-icu",
  kind text not null check (kind in ('municipal', 'nav', 'dps', 'gp', 'work-training', 'voluntary', 'prison', 'treatment', 'employer', 'user-council')),
  primary key (municipality_id, id)
);

create table app.service (
  municipality_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null collate "nb-x-icu",
  neutral_name text not null,
  phone text,
  pathway text,
  primary key (municipality_id, id),
  foreign key (municipality_id, organisation_id) references app.organisation (municipality_id, id) on delete restrict
);
comment on column app.service.pathway is 'The code of the template that everyone taken in begins on; none when the service has none.';
comment on column app.service.neutral_name is 'The sender in messages that leave the house: says nothing of health or substance use.';

create table app.council_service (
  municipality_id uuid not null,
  organisation_id uuid not null,
  service_municipality_id uuid not null,
  service_id uuid not null,
  valid_from date not null,
  valid_to date,
  primary key (municipality_id, organisation_id, service_municipality_id, service_id, valid_from),
  foreign key (municipality_id, organisation_id) references app.organisation (municipality_id, id) on delete restrict,
  foreign key (service_municipality_id, service_id) references app.service (municipality_id, id) on delete restrict,
  check (valid_to > valid_from)
);
comment on table app.council_service is 'Which services a user council (brukerråd) follows: its representatives see those services'' figures, and nobody''s name.';

create table app.worker (
  municipality_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  name text not null collate "nb-x-icu",
  phone text,
  health_personnel boolean not null default false,
  presentation text check (length(presentation) between 1 and 600),
  primary key (municipality_id, id),
  foreign key (municipality_id, organisation_id) references app.organisation (municipality_id, id) on delete restrict
);

comment on column app.worker.health_personnel is 'Bound by the law on health personnel, and so may open somebody in an emergency.';
comment on column app.worker.presentation is 'Who I am, in my own words, for those who choose whom they walk with.';

create unique index worker_directory on app.worker (id);

create table app.worker_role (
  municipality_id uuid not null,
  worker_id uuid not null,
  role text not null check (role in ('worker', 'intake', 'leader', 'peer', 'partner', 'user-representative', 'coordinating-unit', 'auditor', 'system-administrator')),
  valid_from timestamptz not null,
  valid_to timestamptz,
  end_set_by uuid,
  end_set_at timestamptz,
  primary key (municipality_id, worker_id, role, valid_from),
  foreign key (municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check (valid_to > valid_from),
  check ((end_set_by is null) = (end_set_at is null)),
  check (end_set_by is null or valid_to is not null)
);
comment on column app.worker_role.end_set_by is 'The leader who said that this is the last day; it can be moved or taken back until it has come.';
comment on table app.worker_role is 'A role has dates. Without a valid one every relation of the worker is asleep.';

create table app.participant (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null,
  created_at timestamptz not null default app.now(),
  primary key (municipality_id, id)
);
create unique index participant_directory on app.participant (id);
comment on index app.participant_directory is 'From an id in an address to the tenant it lives in.';
comment on table app.participant is 'The root that every fact hangs on and every command locks. It holds no content: names are facts too.';

create table app.same_person (
  municipality_id uuid not null,
  participant_id uuid not null,
  place int not null,
  same_municipality_id uuid not null,
  same_participant_id uuid not null,
  same_place int not null,
  own boolean not null,
  primary key (municipality_id, participant_id, same_participant_id),
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  foreign key (same_municipality_id, same_participant_id) references app.participant (municipality_id, id) on delete restrict,
  check (participant_id <> same_participant_id)
);
comment on table app.same_person is 'Which rows are one person now, each with each of the others. Made from app.person_merge (0025_merge.sql), and empty while nobody is registered twice: those who are not pay for one look in an empty index.';
comment on column app.same_person.place is 'Among the rows of one person: 0 is the one that stands, and that lists, search and figures name.';
comment on column app.same_person.own is 'It is sure that it is one person, so that a login of either row is at home in both.';
create index same_person_of on app.same_person (participant_id);

create table app.login_user (
  id uuid primary key,
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  name text not null,
  persona text unique,
  participant_id uuid,
  -- Someone close to a participant logs in as themself: whom they are close to, and as whom (a related_person).
  related_to uuid,
  related_person_id uuid,
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  check ((related_to is null) = (related_person_id is null))
);
create index login_user_of on app.login_user (participant_id) where participant_id is not null;
comment on table app.login_user is 'Someone who logs in. Stands outside the tenants; the municipality is the one that looks after the login.';
create table app.login_worker (
  login_user_id uuid not null references app.login_user (id) on delete cascade,
  municipality_id uuid not null,
  worker_id uuid not null,
  primary key (login_user_id, municipality_id, worker_id),
  foreign key (municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict
);
comment on table app.login_worker is 'One person may work in two organisations: two workers, one login.';

create table app.login_session (
  id uuid primary key default app.uuid7(),
  secret_hash bytea not null unique,
  login_user_id uuid not null references app.login_user (id) on delete cascade,
  strength text not null default 'strong' check (strength in ('strong', 'code')),
  created_at timestamptz not null default app.now(),
  idle interval not null default '30 minutes',
  idle_until timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  secret_since timestamptz not null default app.now(),
  next_hash bytea unique,
  next_handed_at timestamptz,
  previous_hash bytea unique,
  previous_until timestamptz,
  check ((next_hash is null) = (next_handed_at is null)),
  check ((previous_hash is null) = (previous_until is null))
);
comment on column app.login_session.idle is 'How long it lives unused. Last used is therefore idle_until less this, to within five minutes.';
comment on column app.login_session.next_hash is 'A newer secret that was handed out and has not been seen yet; it takes over at its first use, so that an answer that got lost locks nobody out.';
comment on column app.login_session.previous_hash is 'The secret before, good for a minute after the newer one was first used: other requests are still on their way with it.';
comment on column app.login_session.strength is 'What the login proved: two factors, or a code on a phone. A code opens no work, and less of one''s own.';
comment on table app.login_session is 'A login on one device. Only the hash of its secret is kept.';

create table app.group_series (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  title text not null collate "nb-x-icu" check (length(title) between 1 and 120),
  place text not null check (length(place) between 1 and 120),
  weekday smallint not null check (weekday between 1 and 7),
  from_time time not null,
  to_time time not null,
  valid_from date not null,
  valid_to date,
  leader_municipality_id uuid,
  leader_worker_id uuid,
  primary key (municipality_id, id),
  foreign key (municipality_id, service_id) references app.service (municipality_id, id) on delete restrict,
  foreign key (leader_municipality_id, leader_worker_id) references app.worker (municipality_id, id) on delete restrict,
  check (to_time > from_time),
  check (valid_to >= valid_from)
);
comment on table app.group_series is 'A line of the weekly timetable, in Norwegian wall-clock time: it keeps its hour when summer time begins.';
comment on column app.group_series.weekday is '1 is Monday. valid_to is the last day it is held; none until further notice.';

create table app.group_session (
  municipality_id uuid not null,
  id uuid not null,
  service_id uuid not null,
  series_id uuid,
  series_day date,
  title text not null,
  place text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  cancelled_at timestamptz,
  cancelled_because text check (length(cancelled_because) between 1 and 200),
  leader_municipality_id uuid,
  leader_worker_id uuid,
  primary key (municipality_id, id),
  unique (municipality_id, series_id, series_day),
  check ((series_id is null) = (series_day is null)),
  check ((cancelled_at is null) = (cancelled_because is null)),
  foreign key (municipality_id, series_id) references app.group_series (municipality_id, id) on delete restrict,
  foreign key (municipality_id, service_id) references app.service (municipality_id, id) on delete restrict,
  foreign key (leader_municipality_id, leader_worker_id) references app.worker (municipality_id, id) on delete restrict
);
comment on table app.group_session is 'A samling: planned, at a place, in the host''s tenant. Who came is a fact in each participant''s own tenant.';
create index group_session_by_time on app.group_session (municipality_id, service_id, starts_at);
create index group_session_by_leader on app.group_session (leader_municipality_id, leader_worker_id, starts_at);
