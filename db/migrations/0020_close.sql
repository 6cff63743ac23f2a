-- Children of the participant: the duty to ask, a card for each child, and what has come about for them.
set local role app_owner;

create table app.child_question (
  like app.fact including all,
  children text not null check (children in ('yes', 'no', 'unknown', 'not-said')),
  siblings text not null check (siblings in ('yes', 'no', 'unknown', 'not-said'))
);
comment on table app.child_question is 'Somebody has been asked whether they have minor children, or minor siblings (hpl § 10 a). Asked of everyone; no answer is assumed before.';
comment on column app.child_question.children is 'yes, no, unknown: does not know; not-said: does not want to say. All of them mean that the question has been asked.';
call app.make_fact_table('child_question', 'children');

create table app.child (
  like app.fact including all,
  name text not null check (length(name) between 1 and 80),
  relation text not null check (relation in ('child', 'sibling', 'other')),
  birth_day date,
  cared_by text check (length(cared_by) between 1 and 200),
  safe_adult_name text check (length(safe_adult_name) between 1 and 120),
  safe_adult_relation text check (length(safe_adult_relation) between 1 and 80),
  safe_adult_phone text,
  followed_by text check (length(followed_by) between 1 and 200),
  check (safe_adult_name is not null or (safe_adult_relation is null and safe_adult_phone is null))
);
comment on table app.child is 'A card for one child who is a next of kin: what they are called, who cares for them, a safe adult, who follows them up.';
comment on column app.child.name is 'What the participant calls them; no whole name is asked for.';
call app.make_fact_table('child', 'children');

create table app.child_step (
  like app.fact including all,
  child_id uuid not null,
  kind text not null check (kind in ('told', 'offered', 'done')),
  words text not null check (length(words) between 1 and 1000),
  day date not null,
  by_whom text check (length(by_whom) between 1 and 120),
  next_day date,
  foreign key (municipality_id, participant_id, child_id) references app.child (municipality_id, participant_id, id) on delete restrict
);
comment on table app.child_step is 'What has come about for a child: what they have been told, in own words, what was offered, what was done; and when it is taken up again.';
comment on column app.child_step.next_day is 'When we take it up again, of the newest step; a clock from that day.';
call app.make_fact_table('child_step', 'children');

-- Whom we may talk with. -----------------------------------------------------------------------------------------------
create table app.related_question (
  like app.fact including all,
  answer text not null check (answer in ('named', 'nobody', 'not-now')),
  explained boolean not null
);
comment on table app.related_question is 'Somebody has been asked whom we may talk with: those who are named, nobody, or not now. What each may know is a consent to them.';
comment on column app.related_question.explained is 'Whether it was told what a yes and a no mean: that those who are close can always ask in general and tell us things, whatever the answer.';
call app.make_fact_table('related_question', 'related');
