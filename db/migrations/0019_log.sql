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

-- Why somebody looked, asked by the one it was about. ---------------------------------------------------------------------
create table app.why_asked (
  like app.fact including all,
  look_number bigint not null check (look_number > 0),
  looked_by uuid not null references app.login_user (id) on delete restrict,
  words text check (length(words) between 1 and 1000)
);
comment on table app.why_asked is 'The participant asks why somebody looked. What the look was stands in the log and is read from there; one that was not theirs is no case.';
create index why_asked_of on app.why_asked (looked_by) where not withdrawn and not superseded;
call app.make_fact_table('why_asked', 'sharing');

create table app.why_answered (
  like app.fact including all,
  asked_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  as_auditor boolean not null default false
);
comment on table app.why_answered is 'Why somebody looked, in words for the participant: from the one who looked, or from an auditor who has found out.';
call app.make_fact_table('why_answered', 'sharing');
alter table app.why_answered add foreign key (municipality_id, participant_id, asked_id) references app.why_asked (municipality_id, participant_id, id) on delete restrict;

create table app.look_up_digest (
  like app.fact including all,
  every text not null check (every in ('none', 'weekly', 'new-person'))
);
comment on table app.look_up_digest is 'How often the participant wants to be told who has looked: never, once a week, or when somebody looks for the first time.';
call app.make_fact_table('look_up_digest', 'sharing');

-- A look at the log, or an answer for a look, opens nothing; it is in the log as what it is.
create function app.note_control(purpose text, ids uuid[]) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare people uuid[] := array(select distinct i from unnest(ids) i where i is not null order by i);
  begin
    perform app.write_audit('control', purpose, people, array_fill(0, array[cardinality(people)]), null);
  end $$;
comment on function app.note_control(text, uuid[]) is 'Logs that somebody looked in the log itself, and whom it was about.';

create function app.look_at(number bigint, of_rows uuid[]) returns table (at timestamptz, login_user_id uuid, action text, purpose text, topics int)
  language sql stable security definer rows 1 set search_path = app, pg_temp
  as $$
    select a.at, s.login_user_id, a.action, a.purpose, app.topics_shown(s.participant_ids, s.read_topics, of_rows)
    from audit a join audit_scope s on s.id = a.scope_id
    where a.number = look_at.number and s.participant_ids && of_rows
  $$;
comment on function app.look_at(bigint, uuid[]) is 'One look-up, as far as it was about a participant, on whichever of their rows.';

create function app.my_look_up(number bigint) returns table (login_user_id uuid, mine boolean)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    return query select l.login_user_id, exists (select from login_user u where u.id = l.login_user_id and u.participant_id = any (app.mine()))
      from app.look_at(my_look_up.number, app.mine()) l;
  end $$;
comment on function app.my_look_up(bigint) is 'Who made a look-up that was about me.';

create function app.why_cases() returns table (municipality_id uuid, participant_id uuid, asked_id uuid, asked_at timestamptz, words text, look_number bigint, looked_by uuid,
    looked_at timestamptz, action text, purpose text, topics int, due_at timestamptz)
  language sql stable security definer rows 20 set search_path = app, pg_temp
  as $$
    select q.municipality_id, q.participant_id, q.fact_id, q.happened_at, q.words, q.look_number, q.looked_by, l.at, l.action, l.purpose, l.topics, c.opens_at
    from why_asked_now q
    join clock c on c.municipality_id = q.municipality_id and c.participant_id = q.participant_id and c.rule = 'look-unexplained' and c.subject_id = q.fact_id
    cross join lateral app.look_at(q.look_number, app.rows_of(q.participant_id)) l
    where l.login_user_id = q.looked_by
  $$;
comment on function app.why_cases() is 'What is asked and not answered. The owner''s: others are shown their own part of it.';

create function app.my_why_cases() returns table (asked_id uuid, look_number bigint, asked_at timestamptz, words text, due_at timestamptz,
    looked_at timestamptz, who text, purpose text, answer text, answered_by text, organisation text, as_auditor boolean, answered_at timestamptz)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query
      select q.fact_id, q.look_number, q.happened_at, q.words, c.opens_at, l.at, looker.name, l.purpose, a.words, u.name, app.works_at(u.id), a.as_auditor, a.happened_at
      from why_asked_now q
      cross join lateral app.look_at(q.look_number, app.rows_of(q.participant_id)) l
      join login_user looker on looker.id = l.login_user_id
      left join clock c on c.municipality_id = q.municipality_id and c.participant_id = q.participant_id and c.rule = 'look-unexplained' and c.subject_id = q.fact_id
      left join why_answered_now a on a.municipality_id = q.municipality_id and a.participant_id = q.participant_id and a.asked_id = q.fact_id
        -- An answer is one only from the one who looked, or from an auditor.
        and (a.as_auditor or a.recorded_by = q.looked_by)
      left join login_user u on u.id = a.recorded_by
      where q.participant_id = any (app.mine())
      order by q.happened_at;
  end $$;
comment on function app.my_why_cases() is 'What I have asked about look-ups of me, and what was answered.';

create function app.why_asked_of_me() returns table (asked_id uuid, asked_at timestamptz, words text, looked_at timestamptz, action text, purpose text, due_at timestamptz, participant_id uuid)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare me uuid := app.actor();
  begin
    -- Most are asked nothing: one step in an index says so.
    if not exists (select from why_asked q where q.looked_by = me and not q.withdrawn and not q.superseded) then return; end if;
    return query
      select w.asked_id, w.asked_at, w.words, w.looked_at, w.action, w.purpose, w.due_at,
        case when w.participant_id = any (app.opened_any()) then w.participant_id end
      -- One who was refused is told of nobody: unseen equals missing. That question goes to the auditor.
      from app.why_cases() w where w.looked_by = me and w.topics <> 0
      order by w.due_at, w.asked_id;
  end $$;
comment on function app.why_asked_of_me() is 'What I am asked to explain of my own look-ups; of whom it is about, only those open to me in this transaction.';

create function app.answer_why(asked uuid, answer text) returns table (municipality_id uuid, participant_id uuid, answer_id uuid, answered boolean)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    me uuid := app.actor();
    q why_asked;
    looked_topics int;
    as_worker uuid;
    auditing boolean;
    fresh uuid := app.uuid7();
  begin
    select f.* into q from why_asked f where f.id = asked and f.fact_id = asked and not f.withdrawn and not f.superseded;
    if not found then return; end if;
    select l.topics into looked_topics from app.look_at(q.look_number, app.rows_of(q.participant_id)) l where l.login_user_id = q.looked_by;
    auditing := q.looked_by <> me and exists (select from app.my_workers() m where m.role = 'auditor' and m.municipality_id = q.municipality_id);
    if looked_topics is null or not (auditing or q.looked_by = me and looked_topics <> 0) then return; end if;
    perform from participant p where p.municipality_id = q.municipality_id and p.id = q.participant_id for no key update;
    if exists (select from why_answered_now a where a.municipality_id = q.municipality_id and a.participant_id = q.participant_id and a.asked_id = asked) then
      return query select q.municipality_id, q.participant_id, null::uuid, true;
      return;
    end if;
    select m.worker_id into as_worker from app.my_workers() m order by m.role <> 'auditor', m.worker_id limit 1;
    perform app.note_control('why.answer', array[q.participant_id]);
    insert into why_answered (municipality_id, id, participant_id, fact_id, happened_at, said_by, legal_class, asked_id, words, as_auditor)
      values (q.municipality_id, fresh, q.participant_id, fresh, app.now(), coalesce(as_worker, me), 'shared-plan', asked, answer, auditing);
    -- Open to the engine, which stops the clock; no topic is named «engine».
    perform app.remember_opened(true, array[q.participant_id], '{}', '{engine}');
    return query select q.municipality_id, q.participant_id, fresh, false;
  end $$;
comment on function app.answer_why(uuid, text) is 'The one who looked, or an auditor of the municipality, says why. Answers with nobody when it is not theirs to answer, and with answered when somebody has.';

create function app.my_look_up_week(since timestamptz) returns table (people int, new_people text[], refused int, every text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  declare
    mine uuid[] := app.mine();
    my_logins uuid[] := array(select u.id from login_user u where u.participant_id = any (mine));
  begin
    return query
      with scopes as (
        select s.id, s.login_user_id, app.topics_shown(s.participant_ids, s.read_topics, mine) as topics from audit_scope s
        where s.participant_ids && mine and s.login_user_id <> all (my_logins)
      ), looks as (
        select s.login_user_id, s.topics, a.action from scopes s join audit a on a.scope_id = s.id where a.at >= since
      ), lookers as (select distinct l.login_user_id from looks l)
      select (select count(*)::int from lookers),
        (select coalesce(array_agg(u.name order by u.name), '{}') from lookers l join login_user u on u.id = l.login_user_id
          where not exists (select from scopes s join audit a on a.scope_id = s.id where s.login_user_id = l.login_user_id and a.at < since)),
        (select count(*)::int from looks l where l.topics = 0 and l.action in ('read', 'change')),
        coalesce((select d.every from look_up_digest_now d where d.participant_id = any (mine) order by d.recorded_at desc limit 1), 'none');
  end $$;
comment on function app.my_look_up_week(timestamptz) is 'How many have looked at me since then, who of them for the first time, how many tries were refused, and how often I want to be told.';

create function app.my_look_up_news(seen boolean) returns table (code text, at timestamptz)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare mine uuid[] := app.mine();
  begin
    return query select o.code, o.not_before from outbox o where o.participant_id = any (mine)
      and o.recipient_id = o.participant_id and o.code in ('look-ups-week', 'look-up-new-person') and o.delivered_at is null and o.not_before <= app.now()
      order by o.not_before desc limit 1;
    if seen then
      update outbox o set delivered_at = app.now() where o.participant_id = any (mine)
        and o.recipient_id = o.participant_id and o.code in ('look-ups-week', 'look-up-new-person') and o.delivered_at is null and o.not_before <= app.now();
    end if;
  end $$;
comment on function app.my_look_up_news(boolean) is 'The newest notice that somebody has looked, until the participant has seen who.';
create table app.look_up_watch (
  singleton boolean primary key default true check (singleton),
  to_number bigint not null default 0,
  week_told timestamptz not null default '-infinity'
);
comment on table app.look_up_watch is 'How far the log has been gone through by those who tell of it and watch over it: each look-up once.';
insert into app.look_up_watch default values;
alter table app.look_up_watch enable row level security;

create function app.tell_of_look_ups(after bigint, upto bigint) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    -- Monday at nine, in Norway.
    monday timestamptz := (date_trunc('week', app.now() at time zone 'Europe/Oslo') + interval '9 hours') at time zone 'Europe/Oslo';
  begin
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
    select d.municipality_id, md5(concat('look-up-new-person ', d.participant_id, s.login_user_id))::uuid, d.participant_id, 'look-up-new-person', 'in-app', 'participant', d.participant_id, min(a.at)
    from audit a join audit_scope s on s.id = a.scope_id
    cross join lateral unnest(s.participant_ids) one
    join look_up_digest d on d.participant_id = one and d.every = 'new-person' and not d.withdrawn and not d.superseded
    join login_user u on u.id = s.login_user_id and u.participant_id is distinct from one
    where a.number > after and a.number <= upto
      and not exists (select from audit_scope b join audit e on e.scope_id = b.id
        where b.login_user_id = s.login_user_id and b.participant_ids @> array[one] and e.number <= after)
    group by d.municipality_id, d.participant_id, s.login_user_id
    on conflict (municipality_id, id) do nothing;

    if app.now() < monday or (select w.week_told >= monday from look_up_watch w) then return; end if;
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
    select d.municipality_id, md5(concat('look-ups-week ', d.participant_id, extract(epoch from monday)))::uuid, d.participant_id, 'look-ups-week', 'in-app', 'participant', d.participant_id, monday
    from look_up_digest d
    where d.every = 'weekly' and not d.withdrawn and not d.superseded
      -- A week in which nobody looked is not worth a word.
      and exists (select from audit_scope s join audit a on a.scope_id = s.id join login_user u on u.id = s.login_user_id
        where s.participant_ids @> array[d.participant_id] and u.participant_id is distinct from d.participant_id
          and a.at >= monday - interval '7 days' and a.at < monday)
    on conflict (municipality_id, id) do nothing;
    update look_up_watch set week_told = monday;
  end $$;
comment on function app.tell_of_look_ups(bigint, bigint) is 'Puts into the outbox what participants have asked to be told of who has looked: neutral words, made at delivery.';

create index outbox_of_participant on app.outbox (participant_id) where delivered_at is null;
create index clock_look_unexplained on app.clock (municipality_id, opens_at) where rule = 'look-unexplained';

revoke execute on function app.refuse_change_of_log(), app.note_control(text, uuid[]), app.look_at(bigint, uuid[]), app.my_look_up(bigint), app.why_cases(), app.my_why_cases(),
  app.why_asked_of_me(), app.answer_why(uuid, text), app.my_look_up_week(timestamptz), app.my_look_up_news(boolean), app.tell_of_look_ups(bigint, bigint) from public;
grant execute on function app.my_look_up(bigint), app.my_why_cases(), app.why_asked_of_me(), app.answer_why(uuid, text), app.my_look_up_week(timestamptz),
  app.my_look_up_news(boolean) to app_user;
