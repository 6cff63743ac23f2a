-- A goal ends: reached, or wanted no longer. Who said so and when stays; the goal and its actions stay too.
set local role app_owner;

create table app.goal_closure (
  like app.fact including all,
  goal_id uuid not null,
  outcome text not null check (outcome in ('reached', 'not-wanted')),
  foreign key (municipality_id, participant_id, goal_id) references app.goal (municipality_id, participant_id, id) on delete restrict
);
comment on table app.goal_closure is 'A goal is reached, or not wanted any more. The participant may say so, and so may those who write goals with them.';
call app.make_fact_table('goal_closure', 'goals');
