-- The participant's own: what has helped, how it is in each part of life, what they wish for, and what came of it.
set local role app_owner;

create table app.goal_closure (
  like app.fact including all,
  goal_id uuid not null,
  outcome text not null check (outcome in ('reached', 'not-wanted')),
  foreign key (municipality_id, participant_id, goal_id) references app.goal (municipality_id, participant_id, id) on delete restrict
);
comment on table app.goal_closure is 'A goal is reached, or not wanted any more. The participant may say so, and so may those who write goals with them.';
call app.make_fact_table('goal_closure', 'goals', 'work-goals', 'money-goals');

-- As its goal. Read as the owner: the topic is the goal's whoever writes, and the walls then decide whether they may.
create function app.topic_of_closure() returns trigger
  language plpgsql security definer set search_path = app, pg_temp
  as $$
  begin
    new.topic := coalesce((select g.topic from goal g where g.municipality_id = new.municipality_id and g.participant_id = new.participant_id
      and g.fact_id = new.goal_id and not g.superseded), 'goals');
    return new;
  end $$;
revoke execute on function app.topic_of_closure() from public;
create trigger topic_of_closure before insert on app.goal_closure for each row execute function app.topic_of_closure();
alter table app.goal_closure enable always trigger topic_of_closure;

create table app.strength (
  like app.fact including all,
  kind text not null check (kind in ('good-at', 'has-helped', 'who-is-there', 'how-to-meet-me')),
  words text not null check (length(words) between 1 and 500)
);
comment on table app.strength is 'What somebody is good at, what has helped before, who is there, how they want to be met. Comes before needs, in own words.';
call app.make_fact_table('strength', 'goals');

create table app.life_area_rating (
  like app.fact including all,
  talk_id uuid not null,
  area text not null check (area in ('housing', 'money', 'work', 'education', 'family', 'friends', 'physical-health', 'mental-health', 'substance-use', 'leisure', 'daily-living', 'transport', 'safety', 'meaning')),
  rating smallint check (rating between 0 and 10),
  words text check (length(words) between 1 and 1000),
  check (rating is not null or words is not null)
);
comment on table app.life_area_rating is 'The conversation wheel: one part of life, how the participant finds it is going there from 0 to 10, and in own words.';
comment on column app.life_area_rating.talk_id is 'The talk it was said in: what was saved together can be taken back together.';
call app.make_fact_table('life_area_rating', 'life-areas');

create table app.wish (
  like app.fact including all,
  words text not null check (length(words) between 1 and 500),
  life_area text check (life_area in ('housing', 'money', 'work', 'education', 'family', 'friends', 'physical-health', 'mental-health', 'substance-use', 'leisure', 'daily-living', 'transport', 'safety', 'meaning')),
  worker_municipality_id uuid,
  worker_id uuid,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((worker_id is null) = (worker_municipality_id is null))
);
comment on table app.wish is 'Something the participant has asked for. With a worker named: the contact person they would like to have.';
call app.make_fact_table('wish', 'wishes');

create table app.wish_answer (
  like app.fact including all,
  wish_id uuid not null,
  outcome text not null check (outcome in ('given', 'other-instead', 'not-given', 'later')),
  reason text check (reason in ('rule', 'money', 'distance', 'full', 'not-here', 'other')),
  reason_words text check (length(reason_words) between 1 and 500),
  instead text check (length(instead) between 1 and 500),
  until_day date,
  membership_id uuid,
  foreign key (municipality_id, participant_id, wish_id) references app.wish (municipality_id, participant_id, id) on delete restrict,
  foreign key (municipality_id, participant_id, membership_id) references app.team_membership (municipality_id, participant_id, id) on delete restrict,
  check (membership_id is null or outcome = 'given'),
  check ((outcome = 'given') = (reason is null)),
  check ((outcome = 'other-instead') = (instead is not null)),
  check ((outcome = 'later') = (until_day is not null))
);
comment on table app.wish_answer is 'What came of a wish: given or not, why not, what came instead, or when it is taken up again.';
comment on column app.wish_answer.membership_id is 'The act that was the answer: the one wished for became contact person. The engine writes it.';
call app.make_fact_table('wish_answer', 'wishes');
-- A wish for a contact person is answered by the act that makes them so, whoever did it, also one who may not see the wish.
create policy engine_written on app.wish_answer for insert to app_engine
  with check (membership_id is not null and participant_id = any (array(select unnest(h.participant_ids) from app.here_opened h where h.changing and h.writes <> '{}')) and recorded_by = (select app.actor()) and recorded_at = app.now());
comment on policy engine_written on app.wish_answer is 'Answered by the engine, in the name of the one whose act it was.';
grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, wish_id, outcome, membership_id)
  on app.wish_answer to app_engine;

create table app.wish_view (
  like app.fact including all,
  wish_answer_id uuid not null,
  wanted text not null check (wanted in ('yes', 'partly', 'no')),
  words text check (length(words) between 1 and 500),
  foreign key (municipality_id, participant_id, wish_answer_id) references app.wish_answer (municipality_id, participant_id, id) on delete restrict
);
comment on table app.wish_view is 'Whether what came was what the participant wanted; theirs alone to say.';
call app.make_fact_table('wish_view', 'wishes');
