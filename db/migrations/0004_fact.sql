-- What every fact has, and the one procedure that turns a table into a fact table with its walls.
set local role app_owner;

create table app.fact (
  municipality_id uuid not null,
  id uuid not null,
  participant_id uuid not null,
  fact_id uuid not null,
  version int not null default 1,
  supersedes uuid,
  correction_reason text check (length(correction_reason) between 1 and 500),
  withdrawn boolean not null default false,
  superseded boolean not null default false,
  happened_at timestamptz not null,
  recorded_at timestamptz not null default app.now(),
  recorded_by uuid not null default app.actor(),
  said_by uuid not null,
  legal_class text not null check (legal_class in
    ('health-record', 'social-case', 'shared-plan', 'participant-own', 'relative-own', 'voluntary-work')),
  check ((version = 1) = (supersedes is null)),
  check ((version = 1) = (id = fact_id)),
  check ((supersedes is null) = (correction_reason is null)),
  check (version > 1 or not withdrawn)
);
comment on table app.fact is 'The shape of a fact; holds no rows. A fact is never changed: a correction is a new row that supersedes the old one.';
comment on column app.fact.superseded is 'A newer version has come. Set by the database when it does, and never by anybody who writes: what holds now is then a filter and not a search.';
comment on column app.fact.fact_id is 'The id of the first version: what other facts refer to.';
comment on column app.fact.said_by is 'Whose words or act: a participant, worker or related person.';
alter table app.fact enable row level security;

-- A correction stays with its fact: same person, same fact, next number. Read as the actor, so nobody corrects what they cannot see.
create function app.check_correction() returns trigger
  language plpgsql set search_path = app, pg_temp
  as $$
  declare fits boolean;
  begin
    execute format('select exists (select from app.%I o where o.municipality_id = $1 and o.participant_id = $2 and o.id = $3 and o.fact_id = $4 and o.version = $5 - 1)', tg_table_name)
      into fits using new.municipality_id, new.participant_id, new.supersedes, new.fact_id, new.version;
    if not fits then raise exception 'a correction of another fact' using errcode = 'MV409'; end if;
    return new;
  end $$;

-- The only change a row of a fact ever sees, and it follows from the new row alone. As the owner: nobody else may.
create function app.mark_superseded() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    execute format('update app.%I set superseded = true where municipality_id = $1 and participant_id = $2 and id = $3', tg_table_name)
      using new.municipality_id, new.participant_id, new.supersedes;
    return null;
  end $$;

-- For policies: the row's topic is open to the reader, or to the writer, for the participant of the row. Found once a statement:
-- with one topic as an array, which an index is searched with; with several as pairs, of which each row is one or is not.
create function app.topic_is_open(topics text[], mask text) returns text
  language sql immutable
  as $$
    select case when cardinality(topics) = 1
      then format('participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where %L = any (h.%I)))', topics[1], mask)
      else format('(participant_id, topic) in (select p, t from app.here_opened h, unnest(h.participant_ids) p, unnest(h.%I) t where t = any (%L::text[]))', mask, topics) end
  $$;
revoke execute on function app.topic_is_open(text[], text) from public;

create procedure app.make_fact_table(fact_table text, variadic topics text[])
  language plpgsql set search_path = app, pg_temp
  as $$
  declare
    columns text;
    grantable text;
    named text := array_to_string(topics, '», «');
  begin
    execute format('alter table app.%1$I
      add column topic text not null default %2$L check (topic = any (%3$L)),
      add primary key (municipality_id, participant_id, id),
      add foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
      add foreign key (municipality_id, participant_id, supersedes) references app.%1$I (municipality_id, participant_id, id) on delete restrict',
      fact_table, topics[1], topics);
    execute format('create unique index %1$s_supersedes_key on app.%1$I (municipality_id, participant_id, supersedes) where supersedes is not null', fact_table);
    execute format('create trigger check_correction before insert on app.%I for each row when (new.supersedes is not null) execute function app.check_correction()', fact_table);
    -- Always: also where rows are loaded with other triggers off.
    execute format('create trigger mark_superseded after insert on app.%I for each row when (new.supersedes is not null) execute function app.mark_superseded()', fact_table);
    execute format('alter table app.%I enable always trigger mark_superseded', fact_table);
    execute format('alter table app.%I enable row level security', fact_table);

    execute format('create policy opened on app.%I for select to app_user using (%s)', fact_table, app.topic_is_open(topics, 'reads'));
    execute format('comment on policy opened on app.%I is %L', fact_table,
      format('Read by those the matrix lets read «%s», for the participants named in this transaction''s log row.', named));
    execute format('create policy written on app.%I for insert to app_user with check ((%s) and recorded_by = (select app.actor()) and recorded_at = app.now())',
      fact_table, app.topic_is_open(topics, 'writes'));
    execute format('comment on policy written on app.%I is %L', fact_table,
      format('Added to by those the matrix lets write «%s», in their own name and at this moment; never changed or deleted.', named));
    execute format('create policy engine on app.%I for select to app_engine using (participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.changing and h.writes <> ''{}'')))', fact_table);
    execute format('comment on policy engine on app.%I is %L', fact_table,
      'Read whole by the engine for the participant being changed, to set clocks that the writer may not see.');

    select string_agg(quote_ident(attname), ', ' order by attnum) into grantable from pg_attribute
      where attrelid = format('app.%I', fact_table)::regclass and attnum > 0 and not attisdropped
        and attname not in ('recorded_at', 'recorded_by', 'topic', 'superseded');
    execute format('grant select, insert (%s) on app.%I to app_user', grantable, fact_table);
    execute format('grant select on app.%I to app_engine', fact_table);

    -- What holds now: not superseded, not withdrawn. As the caller, so the policies above decide.
    select string_agg('f.' || quote_ident(attname), ', ' order by attnum) into columns from pg_attribute
      where attrelid = format('app.%I', fact_table)::regclass and attnum > 0 and not attisdropped;
    execute format('create view app.%1$s_now with (security_invoker = true) as
      select %2$s from app.%1$I f where not f.withdrawn and not f.superseded',
      fact_table, columns);
    execute format('grant select on app.%s_now to app_user, app_engine', fact_table);
  end $$;
comment on procedure app.make_fact_table(text, text[]) is 'Keys, walls and grants of a fact table, the same for all: called in the migration that makes the table. With more than one topic each row has its own.';

-- Columns of a stricter topic than their table's. The application cannot select them from the table at all; it reads them in a view of
-- their own, which runs as the owner and so spells out the wall: the topic, and whose transaction it is.
create procedure app.make_guarded_columns(fact_table text, column_topic text, guarded text[], guarded_view text)
  language plpgsql set search_path = app, pg_temp
  as $$
  declare
    plain text;
    kept text := array_to_string(guarded, ', ');
    filled text := array_to_string(guarded, ' is null and ') || ' is null';
  begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into plain from pg_attribute
      where attrelid = format('app.%I', fact_table)::regclass and attnum > 0 and not attisdropped and attname <> all (guarded);
    execute format('revoke select on app.%I from app_user', fact_table);
    execute format('grant select (%s) on app.%I to app_user', plain, fact_table);
    execute format('create policy guarded on app.%I as restrictive for insert to app_user with check ((%s) or %s)', fact_table, filled, app.topic_is_open(array[column_topic], 'writes'));
    execute format('comment on policy guarded on app.%I is %L', fact_table, format('%s are filled in by those the matrix lets write «%s».', kept, column_topic));
    execute format('drop view app.%s_now', fact_table);
    execute format('create view app.%1$s_seen with (security_invoker = true) as select %2$s from app.%1$I', fact_table, plain);
    execute format('create view app.%1$s_now with (security_invoker = true) as select %2$s from app.%1$I f where not f.withdrawn and not f.superseded', fact_table, plain);
    execute format('create view app.%1$I with (security_barrier = true) as
      select f.municipality_id, f.participant_id, %2$s from app.%3$I f
      where not f.withdrawn and not f.superseded and f.participant_id = any (array(select o.participant_id from app.here_open o where o.topic = %4$L))',
      guarded_view, kept, fact_table, column_topic);
    execute format('comment on view app.%I is %L', guarded_view, format('%s, as they stand now, for those the matrix lets read «%s».', kept, column_topic));
    execute format('grant select on app.%1$s_seen, app.%1$s_now to app_user, app_engine', fact_table);
    execute format('grant select on app.%I to app_user', guarded_view);
  end $$;
comment on procedure app.make_guarded_columns(text, text, text[], text) is 'Puts some columns of a fact table behind a topic of their own.';
