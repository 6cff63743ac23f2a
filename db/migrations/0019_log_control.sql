-- Control of the log: unusual look-ups are cases that a named person closes, and an auditor sees who, when and what for, never content.
set local role app_owner;

create table app.look_up_case (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  rule text not null,
  key text not null,
  login_user_id uuid not null references app.login_user (id) on delete restrict,
  participant_ids uuid[] not null,
  from_at timestamptz not null,
  to_at timestamptz not null,
  look_ups int not null,
  raised_at timestamptz not null default app.now(),
  due_at timestamptz not null,
  primary key (municipality_id, id),
  unique (municipality_id, rule, login_user_id, key)
);
comment on table app.look_up_case is 'Something unusual about look-ups, found by a rule (domain/audit): a question to be asked, no verdict. Raised once.';
create table app.look_up_case_closed (
  municipality_id uuid not null,
  case_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  closed_by uuid not null references app.login_user (id) on delete restrict,
  closed_at timestamptz not null default app.now(),
  primary key (municipality_id, case_id),
  foreign key (municipality_id, case_id) references app.look_up_case (municipality_id, id) on delete restrict
);
comment on table app.look_up_case_closed is 'What a named person found out about a case, in words. Never the one it is about.';
create table app.look_up_rule_setting (
  municipality_id uuid not null references app.municipality (id) on delete restrict,
  id uuid not null default app.uuid7(),
  rule text not null,
  is_on boolean not null,
  at_least int not null check (at_least between 0 and 10000),
  within int not null check (within between 0 and 10000),
  set_by uuid not null references app.login_user (id) on delete restrict,
  set_at timestamptz not null default app.now(),
  primary key (municipality_id, id)
);
comment on table app.look_up_rule_setting is 'How a municipality has set a rule; the newest holds, the older ones show who changed it. Without one it is as in domain/audit/rules.ts.';
do $$
declare each text;
begin
  foreach each in array array['look_up_case', 'look_up_case_closed', 'look_up_rule_setting'] loop
    execute format('alter table app.%I enable row level security', each);
  end loop;
end $$;

create function app.audits() returns uuid[]
  language sql stable security definer set search_path = app, pg_temp
  as $$ select array(select distinct m.municipality_id from app.my_workers() m where m.role = 'auditor') $$;
comment on function app.audits() is 'The municipalities whose log I check.';

-- The name is what makes a line one can ask about; shown only of one's own municipality, and logged as looked at.
create function app.named_for_control(ids uuid[], homes uuid[]) returns jsonb
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select coalesce(jsonb_agg(jsonb_build_object('id', p.participant_id, 'name', concat_ws(' ', p.given_name, nullif(p.family_name, ''))) order by p.given_name, p.family_name, p.participant_id), '[]')
    from profile p where p.participant_id = any (ids) and p.municipality_id = any (homes) and not p.withdrawn and not p.superseded
  $$;

create function app.ids_in(named jsonb) returns uuid[]
  language sql immutable set search_path = app, pg_temp
  as $$ select array(select (e ->> 'id')::uuid from jsonb_array_elements(named) e) $$;

create function app.control_cases() returns table (id uuid, rule text, who text, organisation text, people jsonb, from_at timestamptz, to_at timestamptz, look_ups int,
    raised_at timestamptz, due_at timestamptz, about_me boolean, closed_at timestamptz, closed_by text, words text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare homes uuid[] := app.audits(); me uuid := app.actor();
  begin
    if homes = '{}' then return; end if;
    return query
    with shown as materialized (
      select c.*, app.named_for_control(c.participant_ids, homes) as named, d.closed_at, d.closed_by, d.words
      from look_up_case c left join look_up_case_closed d on d.municipality_id = c.municipality_id and d.case_id = c.id
      where c.municipality_id = any (homes) and (d.closed_at is null or d.closed_at > app.now() - interval '30 days')
      order by d.closed_at desc nulls first, c.due_at limit 200
    ), logged as (
      select app.note_control('log.cases', (select array_agg(i) from shown s, unnest(app.ids_in(s.named)) i))
    )
    select s.id, s.rule, u.name, app.works_at(u.id), s.named, s.from_at, s.to_at, s.look_ups, s.raised_at, s.due_at, u.id = me, s.closed_at,
      (select c.name from login_user c where c.id = s.closed_by), s.words
    from logged cross join shown s join login_user u on u.id = s.login_user_id
    order by s.closed_at desc nulls first, s.due_at, s.id;
  end $$;
comment on function app.control_cases() is 'The cases of the municipalities whose log I check, the open ones first by how long they may wait.';

create function app.control_questions() returns table (id uuid, person jsonb, asked_at timestamptz, words text, who text, organisation text, looked_at timestamptz, purpose text, refused boolean, due_at timestamptz, about_me boolean)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare homes uuid[] := app.audits(); me uuid := app.actor();
  begin
    if homes = '{}' then return; end if;
    return query
    with shown as materialized (
      select w.*, app.named_for_control(array[w.participant_id], homes) -> 0 as named from app.why_cases() w
      where w.municipality_id = any (homes) and (w.due_at <= app.now() or w.topics = 0)
    ), logged as (
      select app.note_control('log.questions', (select array_agg(s.participant_id) from shown s))
    )
    select s.asked_id, s.named, s.asked_at, s.words, u.name, app.works_at(u.id), s.looked_at, s.purpose, s.topics = 0, s.due_at, u.id = me
    from logged cross join shown s join login_user u on u.id = s.looked_by order by s.due_at, s.asked_id;
  end $$;
comment on function app.control_questions() is 'What participants have asked that the one who looked has not answered in time, or cannot answer because they were refused.';

create function app.close_look_up_case(closing uuid, found_out text) returns text
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare c look_up_case; me uuid := app.actor();
  begin
    select k.* into c from look_up_case k where k.id = closing and k.municipality_id = any (app.audits()) for update;
    if not found then return 'not-found'; end if;
    if c.login_user_id = me then return 'not-yours-to-do'; end if;
    if exists (select from look_up_case_closed d where d.municipality_id = c.municipality_id and d.case_id = c.id) then return 'already-answered'; end if;
    perform app.note_control('log.case-close', c.participant_ids);
    insert into look_up_case_closed (municipality_id, case_id, words, closed_by) values (c.municipality_id, c.id, found_out, me);
    return 'closed';
  end $$;
comment on function app.close_look_up_case(uuid, text) is 'An auditor says in words what was found out. Answers closed, or the refusal; never for the one it is about.';

create function app.control_accounts() returns table (id uuid, name text, organisation text)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    if app.audits() = '{}' then return; end if;
    return query select u.id, u.name, app.works_at(u.id) from login_user u
      where exists (select from login_worker k where k.login_user_id = u.id and k.municipality_id = any (app.near())) order by u.name, u.id;
  end $$;
comment on function app.control_accounts() is 'Those who log in to work near here: whose look-ups an auditor may go through.';

create function app.control_find(given_name text, family_name text, birth_day date) returns table (id uuid, name text)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare homes uuid[] := app.audits(); hits uuid[];
  begin
    if homes = '{}' then return; end if;
    hits := array(select p.participant_id from profile p where p.municipality_id = any (homes) and not p.withdrawn and not p.superseded
      and p.birth_day = control_find.birth_day and app.search_form(p.given_name) = app.search_form(btrim(control_find.given_name))
      and app.search_form(p.family_name) = app.search_form(btrim(control_find.family_name)));
    perform app.note_control('log.find', hits);
    return query select (e ->> 'id')::uuid, e ->> 'name' from jsonb_array_elements(app.named_for_control(hits, homes)) e;
  end $$;
comment on function app.control_find(text, text, date) is 'The person by exactly this name and birth day, to see who has looked at them. The search itself is in their log.';

create function app.control_log(account uuid, person uuid, since timestamptz, until timestamptz, below bigint) returns table (number bigint, at timestamptz, login_user_id uuid, who text, organisation text,
    action text, purpose text, people jsonb, others int, reads int, writes int)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare homes uuid[] := app.audits();
  begin
    if homes = '{}' or (account is null) = (person is null) then return; end if;
    if person is not null then
      if not exists (select from participant p where p.id = person and p.municipality_id = any (homes)) then return; end if;
      -- Also when nobody has looked.
      perform app.note_control('log.person', array[person]);
    end if;
    return query
    with looks as materialized (
      select a.number, a.at, s.login_user_id, a.action, a.purpose, s.participant_ids, s.read_topics, s.write_topics,
        app.named_for_control(case when person is null then s.participant_ids else array[person] end, homes) as named
      from audit_scope s join audit a on a.scope_id = s.id
      where (s.login_user_id = account or s.participant_ids @> array[person]) and a.at >= since and a.at < until and (below is null or a.number < below)
        -- Of a login elsewhere only what concerns people here.
        and (person is not null or exists (select from login_user u where u.id = account and u.municipality_id = any (homes))
          or exists (select from participant p where p.id = any (s.participant_ids) and p.municipality_id = any (homes)))
      order by a.number desc limit 100
    ), logged as (
      select case when person is null then app.note_control('log.account', (select array_agg(i) from looks l, unnest(app.ids_in(l.named)) i)) end
    )
    select l.number, l.at, u.id, u.name, app.works_at(u.id), l.action, l.purpose, l.named,
      case when person is null then cardinality(l.participant_ids) - jsonb_array_length(l.named) else 0 end,
      (select coalesce(bit_or(x.bits), 0) from unnest(l.participant_ids, l.read_topics) x (id, bits) where person is null or x.id = person),
      (select coalesce(bit_or(x.bits), 0) from unnest(l.participant_ids, l.write_topics) x (id, bits) where person is null or x.id = person)
    from logged cross join looks l join login_user u on u.id = l.login_user_id order by l.number desc;
  end $$;
comment on function app.control_log(uuid, uuid, timestamptz, timestamptz, bigint) is 'The log of one account, or about one person, in a period, a hundred at a time: who, when, what for and which topics, never content. Itself in the log of everyone it names.';

create function app.breach_of(account uuid, since timestamptz, until timestamptz) returns table (municipality_id uuid, participant_id uuid, first_at timestamptz, last_at timestamptz, look_ups int, reads int, writes int, actions text[])
  language sql stable security definer set search_path = app, pg_temp
  as $$
    select p.municipality_id, x.id, min(a.at), max(a.at), count(*)::int, bit_or(x.reads), coalesce(bit_or(x.writes), 0), array_agg(distinct a.action order by a.action)
    from audit_scope s join audit a on a.scope_id = s.id
    cross join lateral unnest(s.participant_ids, s.read_topics, s.write_topics) x (id, reads, writes)
    join participant p on p.id = x.id
    where s.login_user_id = account and a.at >= since and a.at < until 
      -- Who goes through the log is shown names and no topics.
      and (x.reads <> 0 or coalesce(x.writes, 0) <> 0 or a.action = 'control')
    group by p.municipality_id, x.id
  $$;
comment on function app.breach_of(uuid, timestamptz, timestamptz) is 'If an account was in the wrong hands: everyone who was open to it in the period, which topics, and from when to when. The owner''s.';

create function app.control_breach(account uuid, since timestamptz, until timestamptz) returns table (person jsonb, municipality text, first_at timestamptz, last_at timestamptz, look_ups int, reads int, writes int, actions text[])
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare homes uuid[] := app.audits();
  begin
    if homes = '{}' then return; end if;
    return query
    with open_to as materialized (
      select b.*, app.named_for_control(array[b.participant_id], homes) -> 0 as named from app.breach_of(account, since, until) b
      where b.municipality_id = any (homes) or exists (select from login_user u where u.id = account and u.municipality_id = any (homes))
    ), logged as (
      select app.note_control('log.breach', (select array_agg(o.participant_id) from open_to o where o.municipality_id = any (homes)))
    )
    select o.named, m.name, o.first_at, o.last_at, o.look_ups, o.reads, o.writes, o.actions
    from logged cross join open_to o join municipality m on m.id = o.municipality_id order by o.named is null, o.named ->> 'name', m.name, o.first_at;
  end $$;
comment on function app.control_breach(uuid, timestamptz, timestamptz) is 'The breach report as an auditor sees it: people of their own municipality by name, of others only which municipality.';

create function app.control_rules() returns table (municipality_id uuid, rule text, is_on boolean, at_least int, within int, set_by text, set_at timestamptz)
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  begin
    return query select distinct on (s.municipality_id, s.rule) s.municipality_id, s.rule, s.is_on, s.at_least, s.within, u.name, s.set_at
      from look_up_rule_setting s join login_user u on u.id = s.set_by where s.municipality_id = any (app.audits())
      order by s.municipality_id, s.rule, s.set_at desc, s.id desc;
  end $$;
create function app.set_control_rule(rule text, is_on boolean, at_least int, within int) returns uuid
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare made uuid;
  begin
    perform app.note_control('log.rule', '{}');
    insert into look_up_rule_setting (municipality_id, rule, is_on, at_least, within, set_by)
      select home, set_control_rule.rule, set_control_rule.is_on, set_control_rule.at_least, set_control_rule.within, app.actor() from unnest(app.audits()) home
      returning id into made;
    return made;
  end $$;
comment on function app.set_control_rule(text, boolean, int, int) is 'An auditor sets a rule for the municipalities whose log they check.';

create function app.who_could_see(person uuid, moment timestamptz) returns table (who text, organisation text, as_what text, topics int, since timestamptz, until timestamptz, given_by text, given_at timestamptz)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare homes uuid[] := app.audits();
  begin
    if not exists (select from participant p where p.id = person and p.municipality_id = any (homes)) then return; end if;
    perform app.note_control('log.register', array[person]);
    return query
    -- As it was known at the moment: what was recorded by then, and not yet superseded or taken back.
    select w.name, o.name, t.role, r.read_always, t.valid_from, t.valid_to, u.name, t.recorded_at
    from team_membership t
    join worker w on w.municipality_id = t.worker_municipality_id and w.id = t.worker_id
    join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
    left join access_role r on r.code = t.role
    left join login_user u on u.id = t.recorded_by
    where t.participant_id = person and t.municipality_id = any (homes) and t.recorded_at <= moment and not t.withdrawn
      and t.valid_from <= moment and (t.valid_to is null or moment < t.valid_to)
      and not exists (select from team_membership n where n.municipality_id = t.municipality_id and n.participant_id = person and n.supersedes = t.id and n.recorded_at <= moment)
    union all
    select coalesce(w.name, x.name), o.name, coalesce(o.kind, 'related-person'),
      app.bits_of(c.topics), c.valid_from, c.valid_to, u.name, c.recorded_at
    from consent c
    left join organisation o on o.municipality_id = c.recipient_municipality_id and o.id = c.recipient_organisation_id
    left join worker w on w.municipality_id = c.recipient_worker_municipality_id and w.id = c.recipient_worker_id
    left join related_person_now x on x.municipality_id = c.municipality_id and x.participant_id = person and x.fact_id = c.recipient_related_id
    left join login_user u on u.id = c.recorded_by
    where c.participant_id = person and c.municipality_id = any (homes) and c.recorded_at <= moment and not c.withdrawn
      and c.valid_from <= moment and (c.valid_to is null or moment < c.valid_to)
      and not exists (select from consent n where n.municipality_id = c.municipality_id and n.participant_id = person and n.supersedes = c.id and n.recorded_at <= moment)
    union all
    select w.name, o.name, 'emergency', r.read_always, e.valid_from, e.valid_to, u.name, e.recorded_at
    from emergency_opening_now e
    join worker w on w.municipality_id = e.worker_municipality_id and w.id = e.worker_id
    join organisation o on o.municipality_id = w.municipality_id and o.id = w.organisation_id
    join access_role r on r.code = 'emergency'
    left join login_user u on u.id = e.recorded_by
    where e.participant_id = person and e.municipality_id = any (homes) and e.valid_from <= moment and (e.valid_to is null or moment < e.valid_to)
    order by 5;
  end $$;
comment on function app.who_could_see(uuid, timestamptz) is 'The register of authorisations: who had been let in to somebody at a moment, as what, since when, until when, and by whom. Assignments, consents and emergencies; intake, outreach and groups follow from the day''s work and are not among them.';

revoke execute on function app.audits(), app.named_for_control(uuid[], uuid[]), app.ids_in(jsonb), app.control_cases(), app.control_questions(), app.close_look_up_case(uuid, text), app.control_accounts(),
  app.control_find(text, text, date), app.control_log(uuid, uuid, timestamptz, timestamptz, bigint), app.breach_of(uuid, timestamptz, timestamptz), app.control_breach(uuid, timestamptz, timestamptz),
  app.control_rules(), app.set_control_rule(text, boolean, int, int), app.who_could_see(uuid, timestamptz) from public;
grant execute on function app.control_cases(), app.control_questions(), app.close_look_up_case(uuid, text), app.control_accounts(), app.control_find(text, text, date),
  app.control_log(uuid, uuid, timestamptz, timestamptz, bigint), app.control_breach(uuid, timestamptz, timestamptz), app.control_rules(), app.set_control_rule(text, boolean, int, int),
  app.who_could_see(uuid, timestamptz) to app_user;
