-- The log of look-ups can be proved: batches of it are hashed and chained, and nothing in it is changed unseen.
set local role app_owner;

create table app.audit_batch (
  batch bigint primary key check (batch > 0),
  after_number bigint not null,
  to_number bigint not null check (to_number > after_number),
  look_ups int not null check (look_ups > 0),
  root bytea not null check (length(root) = 32),
  marks bytea not null check (length(marks) = 8 * look_ups),
  previous bytea not null check (length(previous) = 32),
  head bytea not null check (length(head) = 32),
  sealed_at timestamptz not null
);
comment on table app.audit_batch is 'Look-ups that are sealed: the root of a tree over them, and a head over the root and the head before. Written by housekeeping, some minutes after the look-ups.';
comment on column app.audit_batch.marks is 'The first eight bytes of each look-up''s hash, in order: not the proof, but what names the first one that is wrong.';
comment on column app.audit_batch.to_number is 'Every look-up numbered above after_number and up to here is in the batch. Numbers have holes where a look-up was undone.';
alter table app.audit_batch enable row level security;

-- Also the owner's own statements do not change what has been logged, unless somebody first turns this off on purpose.
create function app.refuse_change_of_log() returns trigger
  language plpgsql set search_path = app, pg_temp
  as $$ begin raise exception 'the log of look-ups is only added to' using errcode = '42501'; end $$;
create trigger only_added_to before update or delete on app.audit for each row execute function app.refuse_change_of_log();
create trigger never_emptied before truncate on app.audit for each statement execute function app.refuse_change_of_log();
create trigger only_added_to before delete or update of id, login_user_id, participant_ids, read_topics, write_topics on app.audit_scope
  for each row execute function app.refuse_change_of_log();
create trigger never_emptied before truncate on app.audit_scope for each statement execute function app.refuse_change_of_log();
create trigger only_added_to before update or delete on app.audit_batch for each row execute function app.refuse_change_of_log();
create trigger never_emptied before truncate on app.audit_batch for each statement execute function app.refuse_change_of_log();

-- Somebody from outside may verify with a login of their own: it reads the log, which holds no names and no content, and nothing else.
do $$
declare each text;
begin
  foreach each in array array['audit', 'audit_scope', 'audit_batch'] loop
    execute format('create policy reviewed on app.%I for select to app_reviewer using (true)', each);
    execute format('comment on policy reviewed on app.%I is %L', each, 'Read whole by a reviewer, who verifies it and can change nothing.');
    execute format('grant select on app.%I to app_reviewer', each);
  end loop;
end $$;
grant select on sequence app.audit_number to app_reviewer;

revoke execute on function app.refuse_change_of_log() from public;
