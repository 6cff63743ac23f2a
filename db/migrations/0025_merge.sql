-- Somebody registered twice is one person: said by people, for a reason, and taken back just as it was. Opens nothing to anybody who works.
set local role app_owner;

create table app.person_merge (
  municipality_id uuid not null,
  id uuid not null default app.uuid7(),
  participant_id uuid not null,
  surviving_municipality_id uuid not null,
  surviving_id uuid not null,
  found_by text not null check (found_by in ('number', 'own-number', 'hand')),
  asked_by text not null check (asked_by in ('participant', 'worker')),
  reason text not null check (length(reason) between 1 and 500),
  merged_by uuid not null default app.actor() references app.login_user (id) on delete restrict,
  merged_at timestamptz not null default app.now(),
  confirmed_by uuid references app.login_user (id) on delete restrict,
  confirmed_at timestamptz,
  split_by uuid references app.login_user (id) on delete restrict,
  split_at timestamptz,
  split_reason text check (length(split_reason) between 1 and 500),
  checked_by uuid references app.login_user (id) on delete restrict,
  checked_at timestamptz,
  primary key (municipality_id, id),
  foreign key (municipality_id, participant_id) references app.participant (municipality_id, id) on delete restrict,
  foreign key (surviving_municipality_id, surviving_id) references app.participant (municipality_id, id) on delete restrict,
  check (participant_id <> surviving_id),
  check ((confirmed_by is null) = (confirmed_at is null)),
  -- Two people, always.
  check (confirmed_by <> merged_by),
  check ((split_by is null) = (split_at is null) and (split_by is null) = (split_reason is null)),
  check ((checked_by is null) = (checked_at is null) and (checked_at is null or split_at is not null))
);
comment on table app.person_merge is 'Two rows are one person: which one stands from now on, who asked, who did it, when and why; and who took it back. Facts stay on the row where they were written.';
comment on column app.person_merge.found_by is 'The same number stands on both, or people say so. What people say is sure when a second one has said it too, and so is a number that the one who merges has written on one of them alone.';
comment on column app.person_merge.checked_by is 'After it was taken back: who has been through what was written meanwhile, so that nobody has to be reminded of it any more.';
create index person_merge_in_force on app.person_merge (participant_id, surviving_id) where split_at is null;
create index person_merge_of_surviving on app.person_merge (surviving_id) where split_at is null;
-- Asked for on everybody's page, and nearly always empty.
create index person_merge_apart on app.person_merge (participant_id) where split_at is not null and checked_at is null;
create index person_merge_apart_of_surviving on app.person_merge (surviving_id) where split_at is not null and checked_at is null;
alter table app.person_merge enable row level security;

create table app.person_merge_move (
  municipality_id uuid not null,
  id uuid not null default app.uuid7(),
  merge_id uuid not null,
  fact_table text not null,
  from_id uuid not null,
  to_id uuid not null,
  reason text not null check (length(reason) between 1 and 500),
  moved_by uuid not null default app.actor() references app.login_user (id) on delete restrict,
  moved_at timestamptz not null default app.now(),
  primary key (municipality_id, id),
  foreign key (municipality_id, merge_id) references app.person_merge (municipality_id, id) on delete restrict
);
comment on table app.person_merge_move is 'After two people were kept apart again: an entry that was written meanwhile, taken back on one row and written on the other.';
alter table app.person_merge_move enable row level security;

alter table app.same_person enable row level security;
create policy both_opened on app.same_person for select to app_user using (
  participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where 'identity' = any (h.reads)))
  and same_participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where 'identity' = any (h.reads))));
comment on policy both_opened on app.same_person is 'That two rows are one person is seen by those who may see who it is on both, when this transaction has opened both.';
grant select on app.same_person to app_user;

-- Which rows are one person. ------------------------------------------------------------------------------------------
create function app.merged_with(participant uuid) returns setof uuid
  language sql stable security definer set search_path = app, pg_temp
  as $$
    with recursive reached (id) as (
      select participant
      union
      select case when g.participant_id = r.id then g.surviving_id else g.participant_id end
      from reached r join person_merge g on r.id in (g.participant_id, g.surviving_id) and g.split_at is null
    )
    select id from reached
  $$;
comment on function app.merged_with(uuid) is 'All rows that merges in force tie together with this one, itself among them.';

create function app.remake_same_person(participant uuid) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare ids uuid[] := array(select app.merged_with(participant));
  begin
    delete from same_person q where q.participant_id = any (ids) or q.same_participant_id = any (ids);
    insert into same_person (municipality_id, participant_id, place, same_municipality_id, same_participant_id, same_place, own)
    with recursive member as (
      -- The one that stands was never merged into another; of several, the oldest.
      select p.municipality_id, p.id, (row_number() over (order by
          exists (select from person_merge g where g.participant_id = p.id and g.split_at is null), p.created_at, p.id) - 1)::int as place
      from participant p where p.id = any (ids)
    ), tied (one, other, sure) as (
      select g.participant_id, g.surviving_id, g.found_by = 'number' or g.confirmed_at is not null from person_merge g where g.split_at is null and g.participant_id = any (ids)
      union all
      select g.surviving_id, g.participant_id, g.found_by = 'number' or g.confirmed_at is not null from person_merge g where g.split_at is null and g.participant_id = any (ids)
    ), way (one, other, sure, along) as (
      select t.one, t.other, t.sure, array[t.one, t.other] from tied t
      union all
      -- Sure only when every step of the way is.
      select w.one, t.other, w.sure and t.sure, w.along || t.other from way w join tied t on t.one = w.other and t.other <> all (w.along)
    )
    select a.municipality_id, a.id, a.place, b.municipality_id, b.id, b.place, w.sure
    from way w join member a on a.id = w.one join member b on b.id = w.other;
  end $$;
comment on function app.remake_same_person(uuid) is 'Writes anew which rows are one person with this one, from the merges in force.';

-- Doors. ----------------------------------------------------------------------------------------------------------------
create function app.besides(participant uuid) returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select array(select m.participant_id from app.masks(array(select q.same_participant_id from same_person q where q.participant_id = participant), null) m
      where m.reads & (select 1 << bit from topic where code = 'identity') <> 0)
  $$;
comment on function app.besides(uuid) is 'The other rows of one person of which the actor may read who it is.';

create function app.open_person(purpose text, person uuid) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    first app.opening;
    others app.opening[];
    identity_bit int := (select 1 << bit from topic where code = 'identity');
  begin
    select * into first from app.open_as('read', purpose, array[person], null);
    if first.participant_id is null then return; end if;
    if first.reads & identity_bit <> 0 and exists (select from same_person q where q.participant_id = person) then
      others := array(select m::app.opening from app.masks(array(select q.same_participant_id from same_person q where q.participant_id = person), null) m
        where m.reads & identity_bit <> 0 order by m.participant_id);
    end if;
    if cardinality(others) > 0 then
      perform app.write_audit('read', purpose, array(select o.participant_id from unnest(others) o), array(select o.reads from unnest(others) o), null);
    end if;
    return query select o.* from unnest(first || others) o
      order by coalesce((select min(q.place) from same_person q where q.participant_id = o.participant_id), 0);
  end $$;
comment on function app.open_person(text, uuid) is 'Opens somebody, and with them the other rows of the same person, each as far as the actor''s own relations to that row reach, in the order in which they stand. A row the actor has no relation to is not looked at, and not named.';

create function app.row_of(person uuid, named uuid[]) returns uuid
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    ids uuid[];
    homes uuid[];
    name text;
    whose uuid;
  begin
    if cardinality(named) = 0 or not exists (select from same_person q where q.participant_id = person) then return person; end if;
    if not exists (select from app.masks(array[person], null) m where m.reads & (select 1 << bit from topic where code = 'identity') <> 0) then return person; end if;
    ids := person || app.besides(person);
    homes := array(select p.municipality_id from participant p where p.id = any (ids));
    for name in select t.fact_table from app.fact_tables() t loop
      execute format('select f.participant_id from app.%I f where f.municipality_id = any ($1) and f.participant_id = any ($2) and f.id = any ($3) limit 1', name)
        into whose using homes, ids, named;
      if whose is not null then return whose; end if;
    end loop;
    return person;
  end $$;
comment on function app.row_of(uuid, uuid[]) is 'Where what is named stands: on which row of one person, of those the actor may see. Opens nothing, and answers the row that was asked about when nothing is found.';

-- Finding. --------------------------------------------------------------------------------------------------------------
create function app.find_doubles(purpose text) returns table (municipality_id uuid, participant_id uuid, other_municipality_id uuid, other_id uuid, because text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    needed int := (select bit_or(1 << bit) from topic where code in ('identity', 'person-number'));
    reach_bit int := (select 1 << bit from topic where code = 'contact-details');
    identity_bit int := (select 1 << bit from topic where code = 'identity');
    pairs jsonb;
    shown uuid[];
  begin
    with mine as materialized (
      select m.municipality_id, m.participant_id, m.reads from app.masks(null, null) m where m.reads & needed = needed and m.writes & identity_bit <> 0
    ), numbered as materialized (
      select m.municipality_id, m.participant_id, n.mark from mine m
      join person_number n on n.municipality_id = m.municipality_id and n.participant_id = m.participant_id and not n.withdrawn and not n.superseded and n.kind <> 'local'
    ), named as materialized (
      select m.municipality_id, m.participant_id, p.birth_day, app.search_form(concat_ws(' ', p.given_name, p.family_name)) as form from mine m
      join profile p on p.municipality_id = m.municipality_id and p.participant_id = m.participant_id and not p.withdrawn and not p.superseded
      where m.reads & reach_bit <> 0 and p.birth_day is not null
    ), twice as (
      select a.municipality_id, a.participant_id, b.municipality_id as other_municipality, b.participant_id as other, 'number' as because
        from numbered a join numbered b on b.mark = a.mark and b.participant_id > a.participant_id
      union
      select a.municipality_id, a.participant_id, b.municipality_id, b.participant_id, 'name' from named a join named b on b.birth_day = a.birth_day and b.form = a.form and b.participant_id > a.participant_id
        where not exists (select from numbered x join numbered y on y.mark = x.mark where x.participant_id = a.participant_id and y.participant_id = b.participant_id)
          -- Two numbers of one kind are two people, until one of them is put right.
          and not app.numbers_differ(a.participant_id, b.participant_id)
    ), apart as (
      -- Kept apart: something that was written meanwhile may belong to the other, until somebody has been through it. Nor is it asked again.
      select a.municipality_id, a.participant_id, b.municipality_id as other_municipality, b.participant_id as other, bool_and(g.checked_at is not null) as checked
      from person_merge g
      join mine a on a.participant_id = least(g.participant_id, g.surviving_id) join mine b on b.participant_id = greatest(g.participant_id, g.surviving_id)
      where g.split_at is not null
      group by 1, 2, 3, 4
    ), told as (
      select t.* from twice t where not exists (select from apart x where x.participant_id = t.participant_id and x.other = t.other)
      union all
      select x.municipality_id, x.participant_id, x.other_municipality, x.other, 'kept-apart' from apart x where not x.checked
    )
    select coalesce(jsonb_agg(t order by t.because desc, t.participant_id, t.other), '[]') into pairs from told t
      where not exists (select from same_person q where q.participant_id = t.participant_id and q.same_participant_id = t.other);
    shown := array(select distinct unnest(array[t.participant_id, t.other]) as id from jsonb_to_recordset(pairs) t (participant_id uuid, other uuid) order by id);
    perform app.write_audit('list', purpose, shown, array(select (select bit_or(1 << bit) from topic where code in ('identity', 'status')) from unnest(shown)), null);
    return query select t.municipality_id, t.participant_id, t.other_municipality, t.other, t.because
      from jsonb_to_recordset(pairs) t (municipality_id uuid, participant_id uuid, other_municipality uuid, other uuid, because text);
  end $$;
comment on function app.find_doubles(text) is 'Pairs among those of whom the actor may read the number and write who it is, with the same number, or the same name and birth day. Others are never looked at, so nobody learns that there is one more.';

create function app.numbers_differ(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from person_number a join person_number b on b.kind = a.kind and b.marked_with = a.marked_with and b.mark <> a.mark
      where a.participant_id = one and b.participant_id = other and a.kind in ('birth-number', 'd-number')
        and a.municipality_id = (select p.municipality_id from participant p where p.id = one) and b.municipality_id = (select p.municipality_id from participant p where p.id = other)
        and not a.withdrawn and not a.superseded and not b.withdrawn and not b.superseded)
  $$;
comment on function app.numbers_differ(uuid, uuid) is 'Whether two rows have different numbers of a kind that one person has one of.';

create function app.same_number(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from person_number a join person_number b on b.mark = a.mark and b.participant_id = other and not b.withdrawn and not b.superseded
      where a.municipality_id = (select p.municipality_id from participant p where p.id = one) and a.participant_id = one and a.kind <> 'local' and not a.withdrawn and not a.superseded)
  $$;
comment on function app.same_number(uuid, uuid) is 'Whether the same number stands on two rows.';

create function app.same_number_by_others(one uuid, other uuid) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select exists (select from person_number a join person_number b on b.mark = a.mark and b.participant_id = other and not b.withdrawn and not b.superseded
      where a.municipality_id = (select p.municipality_id from participant p where p.id = one) and a.participant_id = one and a.kind <> 'local' and not a.withdrawn and not a.superseded
        and exists (select from person_number s where s.municipality_id = a.municipality_id and s.participant_id = one and s.mark = a.mark and not s.withdrawn and s.recorded_by <> app.actor())
        and exists (select from person_number s where s.municipality_id = b.municipality_id and s.participant_id = other and s.mark = a.mark and not s.withdrawn and s.recorded_by <> app.actor()))
  $$;
comment on function app.same_number_by_others(uuid, uuid) is 'Whether the same number stands on two rows, and somebody else than the actor has said so of each: nobody makes two people one by writing a number alone.';

-- Merging and keeping apart. ----------------------------------------------------------------------------------------------
create function app.may_merge(ids uuid[]) returns boolean
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select not exists (select from unnest(ids) one where not exists (select from here_rows h where one = any (h.participant_ids)
      and h.changing and 'identity' = any (h.writes) and 'identity' = any (h.reads) and 'person-number' = any (h.reads)))
  $$;
comment on function app.may_merge(uuid[]) is 'Whether this transaction has opened all of these for change, to somebody who writes who they are and reads their number.';

create function app.tell_there_is_something(ids uuid[]) returns void
  language sql volatile security definer set search_path = app, pg_temp
  as $$
    insert into outbox (municipality_id, id, participant_id, code, channel, recipient_kind, recipient_id, not_before)
    select p.municipality_id, app.uuid7(), p.id, 'something-to-read', 'sms', 'participant', p.id, app.now() from participant p where p.id = any (ids)
  $$;

create function app.merge_people(surviving uuid, retired uuid, asked_by text, reason text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    sure boolean;
    made uuid := app.uuid7();
  begin
    if not app.may_merge(array[surviving, retired]) then return 'not-allowed'; end if;
    -- Few, and one at a time: two that meet in the middle must not tie a ring.
    perform pg_advisory_xact_lock(hashtext('app.person_merge'));
    if surviving = retired or retired in (select app.merged_with(surviving)) then return 'already-one-person'; end if;
    if app.numbers_differ(surviving, retired) then return 'numbers-differ'; end if;
    sure := app.same_number_by_others(surviving, retired);
    insert into person_merge (municipality_id, id, participant_id, surviving_municipality_id, surviving_id, found_by, asked_by, reason)
      select r.municipality_id, made, r.id, s.municipality_id, s.id, case when sure then 'number' when app.same_number(surviving, retired) then 'own-number' else 'hand' end, merge_people.asked_by, merge_people.reason
      from participant r, participant s where r.id = retired and s.id = surviving;
    perform app.remake_same_person(surviving);
    -- Told when their own login reaches both; until then nothing is otherwise for them.
    if sure then perform app.tell_there_is_something(array[surviving, retired]); end if;
    return made::text;
  end $$;
comment on function app.merge_people(uuid, uuid, text, text) is 'Says that two rows are one person. Answers the merge''s id, or why not.';

create function app.confirm_merge(merge uuid) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare one person_merge;
  begin
    perform pg_advisory_xact_lock(hashtext('app.person_merge'));
    select g.* into one from person_merge g where g.id = merge and g.split_at is null;
    if not found or not app.may_merge(array[one.participant_id, one.surviving_id]) then return 'not-found'; end if;
    if one.found_by = 'number' or one.confirmed_at is not null then return 'already-done'; end if;
    if one.merged_by = app.actor() then return 'not-yours-to-do'; end if;
    update person_merge g set confirmed_by = app.actor(), confirmed_at = app.now() where g.municipality_id = one.municipality_id and g.id = merge;
    perform app.remake_same_person(one.surviving_id);
    perform app.tell_there_is_something(array[one.participant_id, one.surviving_id]);
    return merge::text;
  end $$;
comment on function app.confirm_merge(uuid) is 'A second one says that it is the same person; only then does the person''s own login reach both rows.';

create function app.split_people(merge uuid, reason text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    one person_merge;
    was_sure boolean;
  begin
    perform pg_advisory_xact_lock(hashtext('app.person_merge'));
    select g.* into one from person_merge g where g.id = merge;
    if not found or not app.may_merge(array[one.participant_id, one.surviving_id]) then return 'not-found'; end if;
    if one.split_at is not null then return 'already-done'; end if;
    was_sure := one.found_by = 'number' or one.confirmed_at is not null;
    update person_merge g set split_by = app.actor(), split_at = app.now(), split_reason = split_people.reason where g.municipality_id = one.municipality_id and g.id = merge;
    perform app.remake_same_person(one.participant_id);
    perform app.remake_same_person(one.surviving_id);
    if was_sure then perform app.tell_there_is_something(array[one.participant_id, one.surviving_id]); end if;
    return merge::text;
  end $$;
comment on function app.split_people(uuid, text) is 'Two people after all, or nobody knows: everything is as it was before they were merged, and the merge stays as something that was.';

create function app.merges_seen() returns table (id uuid, participant_id uuid, surviving_id uuid, found_by text, asked_by text, reason text, merged_by text, merged_at timestamptz, mine boolean,
    confirmed_by text, confirmed_at timestamptz, split_by text, split_at timestamptz, split_reason text, checked_by text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    ids uuid[] := array(select unnest(h.participant_ids) from here_rows h where 'identity' = any (h.reads));
  begin
    return query
      select g.id, g.participant_id, g.surviving_id, g.found_by, g.asked_by, g.reason, m.name, g.merged_at, g.merged_by = app.actor(), c.name, g.confirmed_at, s.name, g.split_at, g.split_reason, k.name
      from person_merge g
      join login_user m on m.id = g.merged_by left join login_user c on c.id = g.confirmed_by left join login_user s on s.id = g.split_by left join login_user k on k.id = g.checked_by
      where g.participant_id = any (ids) and g.surviving_id = any (ids)
      order by g.merged_at, g.id;
  end $$;
comment on function app.merges_seen() is 'The merges, those taken back too, of rows that are both open in this transaction to somebody who may see who it is.';

create function app.kept_apart(person uuid) returns table (id uuid, other_id uuid, split_by text, split_at timestamptz, split_reason text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    pairs jsonb := (select jsonb_agg(jsonb_build_object('id', g.id, 'other', case when g.participant_id = person then g.surviving_id else g.participant_id end))
      from person_merge g where (g.participant_id = person or g.surviving_id = person) and g.split_at is not null and g.checked_at is null);
    mine uuid[];
  begin
    if pairs is null then return; end if;
    mine := array(select m.participant_id from app.masks(array(select person union select (p->>'other')::uuid from jsonb_array_elements(pairs) p), null) m
      where m.writes & (select 1 << bit from topic where code = 'identity') <> 0
        and m.reads & (select bit_or(1 << bit) from topic where code in ('identity', 'person-number')) = (select bit_or(1 << bit) from topic where code in ('identity', 'person-number')));
    if person <> all (mine) then return; end if;
    return query
      select distinct on ((p->>'other')::uuid) g.id, (p->>'other')::uuid, s.name, g.split_at, g.split_reason
      from jsonb_array_elements(pairs) p join person_merge g on g.id = (p->>'id')::uuid join login_user s on s.id = g.split_by
      where (p->>'other')::uuid = any (mine)
        and not exists (select from same_person q where q.participant_id = person and q.same_participant_id = (p->>'other')::uuid)
      order by (p->>'other')::uuid, g.split_at desc, g.id desc;
  end $$;
comment on function app.kept_apart(uuid) is 'Those somebody was one with and is not any more, which nobody has been through yet; for those who might have merged them. Of whoever has no relation to the other one, nothing.';

create function app.check_split(merge uuid) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare one person_merge;
  begin
    perform pg_advisory_xact_lock(hashtext('app.person_merge'));
    select g.* into one from person_merge g where g.id = merge and g.split_at is not null;
    if not found or not app.may_merge(array[one.participant_id, one.surviving_id]) then return 'not-found'; end if;
    if one.checked_at is not null then return 'already-done'; end if;
    -- Whoever was one more than once and is not any more, is gone through once.
    update person_merge g set checked_by = app.actor(), checked_at = app.now()
      where g.split_at is not null and g.checked_at is null and (g.participant_id, g.surviving_id) in ((one.participant_id, one.surviving_id), (one.surviving_id, one.participant_id));
    return merge::text;
  end $$;
comment on function app.check_split(uuid) is 'Somebody has been through what was written while two people were one: what belonged to the other is moved or said anew.';

create function app.my_merges() returns table (id uuid, participant_id uuid, surviving_id uuid, found_by text, asked_by text, reason text, merged_by text, merged_at timestamptz, confirmed_by text, confirmed_at timestamptz,
    split_by text, split_at timestamptz, split_reason text)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select g.id, case when g.split_at is null then g.participant_id end, case when g.split_at is null then g.surviving_id end,
      g.found_by, g.asked_by, g.reason, m.name, g.merged_at, c.name, g.confirmed_at,
      -- Taken back by the one on the other row, who is somebody else after all: their name and words are not mine to know.
      case when s.participant_id is null or s.id = app.actor() then s.name end, g.split_at,
      case when s.participant_id is null or s.id = app.actor() then g.split_reason end
    from person_merge g
    join login_user m on m.id = g.merged_by left join login_user c on c.id = g.confirmed_by left join login_user s on s.id = g.split_by
    -- Only what was sure: of the rest the person''s own login has never seen the other row.
    where (g.found_by = 'number' or g.confirmed_at is not null)
      and (g.participant_id = any (app.mine()) or g.surviving_id = any (app.mine()))
    order by g.merged_at, g.id
  $$;
comment on function app.my_merges() is 'What was said about me being registered twice, and what was taken back: who, when and why; never whose the other row was.';

create function app.note_move(merge uuid, fact_table text, from_fact uuid, to_fact uuid, reason text) returns void
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare one person_merge;
  begin
    select g.* into one from person_merge g where g.id = merge and g.split_at is not null;
    if not found or not app.may_merge(array[one.participant_id, one.surviving_id]) then raise exception 'nothing to move' using errcode = '42501'; end if;
    insert into person_merge_move (municipality_id, merge_id, fact_table, from_id, to_id, reason) values (one.municipality_id, one.id, note_move.fact_table, from_fact, to_fact, note_move.reason);
  end $$;
comment on function app.note_move(uuid, text, uuid, uuid, text) is 'That an entry was moved after two people were kept apart again.';

create function app.moved_in(merge uuid) returns table (from_id uuid, to_id uuid)
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select v.from_id, v.to_id from person_merge g join person_merge_move v on v.municipality_id = g.municipality_id and v.merge_id = g.id
    where g.id = merge and g.split_at is not null and app.may_merge(array[g.participant_id, g.surviving_id])
  $$;
comment on function app.moved_in(uuid) is 'Which entries have been moved, and to which: what refers to the one is to refer to the other.';

create function app.numbers_told(ids uuid[]) returns text
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select case
      when cardinality(ids) <> 2 or not exists (select from here_rows h where ids[1] = any (h.participant_ids) and 'person-number' = any (h.reads))
        or not exists (select from here_rows h where ids[2] = any (h.participant_ids) and 'person-number' = any (h.reads)) then 'unknown'
      when app.same_number_by_others(ids[1], ids[2]) then 'same'
      when app.same_number(ids[1], ids[2]) then 'same-by-me'
      when app.numbers_differ(ids[1], ids[2]) then 'differ'
      else 'unknown' end
  $$;
comment on function app.numbers_told(uuid[]) is 'Of two whose number is open to the actor in this transaction: whether it is the same one.';

revoke execute on function app.moved_in(uuid), app.numbers_told(uuid[]) from public;
grant execute on function app.moved_in(uuid), app.numbers_told(uuid[]) to app_user;
revoke execute on function app.merged_with(uuid), app.remake_same_person(uuid), app.besides(uuid), app.open_person(text, uuid), app.row_of(uuid, uuid[]), app.find_doubles(text),
  app.numbers_differ(uuid, uuid), app.same_number(uuid, uuid), app.same_number_by_others(uuid, uuid), app.kept_apart(uuid), app.check_split(uuid), app.may_merge(uuid[]), app.tell_there_is_something(uuid[]), app.merge_people(uuid, uuid, text, text), app.confirm_merge(uuid),
  app.split_people(uuid, text), app.merges_seen(), app.my_merges(), app.note_move(uuid, text, uuid, uuid, text) from public;
grant execute on function app.open_person(text, uuid), app.row_of(uuid, uuid[]), app.find_doubles(text), app.merge_people(uuid, uuid, text, text), app.confirm_merge(uuid),
  app.split_people(uuid, text), app.check_split(uuid), app.merges_seen(), app.kept_apart(uuid), app.my_merges(), app.note_move(uuid, text, uuid, uuid, text) to app_user;
