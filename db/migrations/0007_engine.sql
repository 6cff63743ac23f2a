-- Clocks, outbox and replay keys: what a change sets going, in the same transaction.
set local role app_owner;

create table app.clock (
  municipality_id uuid not null,
  participant_id uuid not null,
  rule text not null,
  subject_id uuid not null,
  shows_at timestamptz not null,
  opens_at timestamptz not null,
  owner_role text not null,
  topic text not null default 'status' check (topic in ('status', 'follow-up', 'relapse', 'wishes', 'children', 'sharing')),
  primary key (municipality_id, participant_id, rule, subject_id),
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict
);
comment on column app.clock.shows_at is 'From when it stands on somebody''s day; opens_at is when it has become a hole.';
-- Few at a time, whatever the number of people: asked at every request of those who take in.
create index clock_without_contact_person on app.clock (municipality_id, shows_at) where rule = 'contact-person-missing';
comment on table app.clock is 'When something we owe a person falls due unless it is done. Computed from facts, so it may be rewritten.';
alter table app.clock enable row level security;
do $$
declare told_of text[] := array['status', 'follow-up', 'relapse', 'wishes', 'children', 'sharing'];
begin
  execute format('create policy opened on app.clock for select to app_user using (%s)', app.topic_is_open(told_of, 'reads'));
  comment on policy opened on app.clock is 'A clock is read by those who may read what it tells of, for the participants named in this transaction''s log row.';
end $$;
create policy engine on app.clock to app_engine
  using (participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.changing and h.writes <> '{}'))) with check (participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.changing and h.writes <> '{}')));
comment on policy engine on app.clock is 'Set by the engine, for the participant being changed.';
grant select on app.clock to app_user;
grant select, insert, delete on app.clock to app_engine;

-- A step is ticked by the act that completes it, whoever did it, also one who may not see the step.
create policy engine_written on app.step_completion for insert to app_engine
  with check (participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.changing and h.writes <> '{}')) and recorded_by = (select app.actor()) and recorded_at = app.now());
comment on policy engine_written on app.step_completion is 'Ticked by the engine, in the name of the one whose act it was.';
grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, step_id, act_kind, act_id)
  on app.step_completion to app_engine;

create table app.outbox (
  municipality_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  code text not null check (code ~ '^[a-z][a-z-]{1,40}$'),
  channel text not null check (channel in ('in-app', 'sms')),
  recipient_kind text not null check (recipient_kind in ('participant', 'worker')),
  recipient_id uuid not null,
  not_before timestamptz not null,
  created_at timestamptz not null default app.now(),
  delivered_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict
);
comment on table app.outbox is 'The record of what is to be sent: a code and a recipient, never words about health. The text is made at delivery.';
create index outbox_waiting on app.outbox (municipality_id, not_before) where delivered_at is null;
alter table app.outbox enable row level security;
create policy engine on app.outbox for insert to app_engine with check (participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.changing and h.writes <> '{}')));
comment on policy engine on app.outbox is 'Put in by the engine together with the change that caused it.';
grant insert on app.outbox to app_engine;

create table app.request_key (
  login_user_id uuid not null references app.login_user (id) on delete cascade,
  key uuid not null,
  route text not null,
  body_hash bytea not null,
  result_id uuid not null,
  created_at timestamptz not null default app.now(),
  primary key (login_user_id, key)
);
comment on table app.request_key is 'What has been answered already, so that a request sent twice is done once. Keeps no body.';
create index request_key_by_age on app.request_key (created_at);
alter table app.request_key enable row level security;
create policy own on app.request_key to app_user using (login_user_id = (select app.actor())) with check (login_user_id = (select app.actor()));
comment on policy own on app.request_key is 'One''s own requests.';
grant select, insert on app.request_key to app_user;

-- Nothing may be called that is not named here. ---------------------------------------------------------------------
revoke execute on all functions in schema app from public;
revoke execute on all procedures in schema app from public;
grant execute on function app.now(), app.uuid7(), app.actor(), app.begin(text), app.opened_any(), app.works_until(uuid, uuid), app.follows_up(uuid, uuid),
  app.my_workers(), app.near(), app.open(text, uuid[]), app.open_change(text, uuid[]), app.open_list(text, text[]), app.open_group(text, uuid, uuid),
  app.receive_person(uuid, uuid, uuid, text), app.my_look_ups(int, boolean), app.demo_personas()
  to app_user;
grant execute on function app.now(), app.uuid7(), app.actor(), app.works_until(uuid, uuid) to app_engine;
