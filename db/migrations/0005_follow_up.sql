-- The facts of the main job: from the first enquiry to the responsibility-group meeting in week six.
set local role app_owner;

create table app.profile (
  like app.fact including all,
  given_name text not null collate "nb-x-icu" check (length(given_name) between 1 and 80),
  family_name text not null collate "nb-x-icu" check (length(family_name) <= 80),
  preferred_name text check (length(preferred_name) between 1 and 80),
  birth_day date,
  gender text check (gender in ('woman', 'man', 'other')),
  phone text check (length(phone) <= 20)
);
comment on table app.profile is 'What the person is called and how to reach them. Only the given name is needed to be met.';
call app.make_fact_table('profile', 'identity');
call app.make_guarded_columns('profile', 'contact-details', array['birth_day', 'gender', 'phone'], 'contact_details');

create table app.enquiry (
  like app.fact including all,
  service_municipality_id uuid not null,
  service_id uuid not null,
  source text not null check (source in ('self', 'relative', 'family', 'nav', 'dps', 'prison', 'treatment', 'gp', 'street', 'police', 'other')),
  words text not null check (length(words) between 1 and 4000),
  foreign key (service_municipality_id, service_id) references app.service (municipality_id, id) on delete restrict
);
comment on table app.enquiry is 'A first contact, from anyone, with the least one must know.';
create index enquiry_by_service on app.enquiry (service_municipality_id, service_id, participant_id);
call app.make_fact_table('enquiry', 'enquiry');

create table app.enquiry_answer (
  like app.fact including all,
  enquiry_id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  session_municipality_id uuid,
  session_id uuid,
  foreign key (municipality_id, participant_id, enquiry_id) references app.enquiry (municipality_id, participant_id, id) on delete restrict,
  foreign key (session_municipality_id, session_id) references app.group_session (municipality_id, id) on delete restrict
);
comment on table app.enquiry_answer is 'What we answered, and the group that is open to them next.';
create index enquiry_answer_by_session on app.enquiry_answer (session_municipality_id, session_id) where session_id is not null;
call app.make_fact_table('enquiry_answer', 'enquiry');

create table app.enrolment (
  like app.fact including all,
  service_municipality_id uuid not null,
  service_id uuid not null,
  foreign key (service_municipality_id, service_id) references app.service (municipality_id, id) on delete restrict
);
comment on table app.enrolment is 'One person in one service. Its state is the latest enrolment_state.';
create index enrolment_by_service on app.enrolment (service_municipality_id, service_id);
call app.make_fact_table('enrolment', 'status');

create table app.enrolment_state (
  like app.fact including all,
  enrolment_id uuid not null,
  state text not null check (state in ('asked', 'declined', 'waiting', 'mapping', 'active', 'paused', 'ended')),
  ended_because text check (ended_because in ('own-wish', 'reached', 'moved', 'other-service', 'died')),
  next_place text check (length(next_place) between 1 and 200),
  check ((state = 'ended') = (ended_because is not null)),
  check (ended_because <> 'other-service' or next_place is not null),
  foreign key (municipality_id, participant_id, enrolment_id) references app.enrolment (municipality_id, participant_id, id) on delete restrict
);
comment on column app.enrolment_state.ended_because is 'Relapse, intoxication and missed meetings are not among the reasons: they end nobody''s follow-up.';
comment on column app.enrolment_state.next_place is 'Where somebody goes on to; named when it is another service.';
comment on table app.enrolment_state is 'A change of state with its date. Why somebody is on hold is a relapse_note, which few may read.';
call app.make_fact_table('enrolment_state', 'status');

create table app.team_membership (
  like app.fact including all,
  role text not null check (role in ('contact-person', 'coordinator', 'team-member', 'peer', 'nav', 'dps', 'gp', 'work-training', 'voluntary')),
  worker_municipality_id uuid not null,
  worker_id uuid not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  substitute_for uuid,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check (valid_to > valid_from),
  check (substitute_for is null or valid_to is not null)
);
comment on table app.team_membership is 'Relation by assignment. The period opens and closes access by itself, a substitute''s too.';
create index team_membership_by_worker on app.team_membership (worker_municipality_id, worker_id, participant_id);
call app.make_fact_table('team_membership', 'team');
alter table app.team_membership add foreign key (municipality_id, participant_id, substitute_for)
  references app.team_membership (municipality_id, participant_id, id) on delete restrict;

create table app.related_person (
  like app.fact including all,
  name text not null collate "nb-x-icu" check (length(name) between 1 and 160),
  relationship text not null check (relationship in ('mother', 'father', 'parent', 'partner', 'sibling', 'child', 'friend', 'other')),
  phone text check (length(phone) <= 20)
);
comment on table app.related_person is 'Someone close whom the participant has named. Being named opens nothing: that takes a consent.';
call app.make_fact_table('related_person', 'related');

create table app.consent (
  like app.fact including all,
  recipient_municipality_id uuid,
  recipient_organisation_id uuid,
  -- One person there, and nobody else of theirs.
  recipient_worker_municipality_id uuid,
  recipient_worker_id uuid,
  recipient_related_id uuid,
  topics text[] not null check (cardinality(topics) between 1 and 30),
  valid_from timestamptz not null,
  valid_to timestamptz,
  words text not null check (length(words) between 1 and 1000),
  language text not null default 'nb' check (language in ('nb', 'nn', 'en')),
  edition smallint not null default 1 check (edition >= 1),
  given_how text not null default 'self' check (given_how in ('self', 'code', 'paper')),
  signed_day date,
  paper_kept text check (length(paper_kept) between 1 and 200),
  foreign key (recipient_worker_municipality_id, recipient_worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((recipient_worker_id is null) = (recipient_worker_municipality_id is null)),
  check (recipient_worker_id is null or recipient_organisation_id is not null),
  check ((given_how = 'paper') = (signed_day is not null and paper_kept is not null)),
  check (given_how = 'paper' or (signed_day is null and paper_kept is null)),
  foreign key (recipient_municipality_id, recipient_organisation_id) references app.organisation (municipality_id, id) on delete restrict,
  foreign key (municipality_id, participant_id, recipient_related_id) references app.related_person (municipality_id, participant_id, id) on delete restrict,
  check (valid_to > valid_from),
  -- An organisation or one person who is close, never both.
  check ((recipient_organisation_id is null) = (recipient_related_id is not null)),
  check ((recipient_organisation_id is null) = (recipient_municipality_id is null))
);
comment on table app.consent is 'Relation by the participant''s own leave, with the sentence as it was shown. Withdrawing it is a withdrawn version.';
comment on column app.consent.edition is 'Which edition of the text the sentence was made from; language and sentence are kept as shown.';
comment on column app.consent.given_how is 'By the participant themself, by a code on their phone beside a worker, or on paper that a worker has noted: signed when, kept where.';
create index consent_by_recipient on app.consent (recipient_municipality_id, recipient_organisation_id, participant_id);
call app.make_fact_table('consent', 'sharing');

create table app.statement (
  like app.fact including all,
  words text not null check (length(words) between 1 and 2000)
);
comment on table app.statement is 'What matters, in the participant''s words.';
call app.make_fact_table('statement', 'goals');

create table app.statement_rating (
  like app.fact including all,
  statement_id uuid not null,
  rating smallint not null check (rating between 0 and 10),
  foreign key (municipality_id, participant_id, statement_id) references app.statement (municipality_id, participant_id, id) on delete restrict
);
comment on table app.statement_rating is 'How the participant finds it is going, 0 to 10, at a time.';
call app.make_fact_table('statement_rating', 'goals');

create table app.goal (
  like app.fact including all,
  title text not null check (length(title) between 1 and 200),
  wanted text check (length(wanted) <= 1000),
  present text check (length(present) <= 1000),
  ways text check (length(ways) <= 1000),
  life_area text check (life_area in ('housing', 'money', 'work', 'education', 'family', 'friends', 'physical-health', 'mental-health', 'substance-use', 'leisure', 'daily-living', 'transport', 'safety', 'meaning'))
);
comment on table app.goal is 'A wanted situation: wanted, present, ways between.';
call app.make_fact_table('goal', 'goals', 'work-goals', 'money-goals');

-- The part of life a goal is about decides who is let in to it: NAV to work and money, and not to the rest.
create function app.topic_of_goal() returns trigger
  language plpgsql set search_path = app, pg_temp
  as $$
  begin
    new.topic := case when new.life_area in ('work', 'education') then 'work-goals' when new.life_area = 'money' then 'money-goals' else 'goals' end;
    return new;
  end $$;
create trigger topic_of_goal before insert on app.goal for each row execute function app.topic_of_goal();
alter table app.goal enable always trigger topic_of_goal;

create table app.action (
  like app.fact including all,
  goal_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  doer text not null check (doer in ('participant', 'worker')),
  worker_municipality_id uuid,
  worker_id uuid,
  due_day date,
  foreign key (municipality_id, participant_id, goal_id) references app.goal (municipality_id, participant_id, id) on delete restrict,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((doer = 'worker') = (worker_id is not null))
);
comment on table app.action is 'A tiltak: what somebody does towards a goal, who, and by when.';
call app.make_fact_table('action', 'actions');

create table app.action_completion (
  like app.fact including all,
  action_id uuid not null,
  foreign key (municipality_id, participant_id, action_id) references app.action (municipality_id, participant_id, id) on delete restrict
);
call app.make_fact_table('action_completion', 'actions');

create table app.contact (
  like app.fact including all,
  kind text not null check (kind in ('home', 'phone', 'walk', 'accompaniment', 'talk', 'message', 'missed', 'consultant-call')),
  note text not null check (length(note) <= 4000),
  next_step text check (length(next_step) between 1 and 200),
  reminds_of uuid
);
comment on column app.contact.reminds_of is 'The promise that a professional was reminded of: an action of the plan, or a decision of a meeting.';
comment on table app.contact is 'One meeting, call, visit or walk. Missed says only that they did not meet.';
call app.make_fact_table('contact', 'follow-up');

create table app.relapse_note (
  like app.fact including all,
  kind text not null check (kind in ('came-intoxicated', 'relapse', 'hard-time', 'on-hold')),
  session_municipality_id uuid,
  session_id uuid,
  words text check (length(words) <= 2000),
  foreign key (session_municipality_id, session_id) references app.group_session (municipality_id, id) on delete restrict
);
comment on table app.relapse_note is 'Written by whoever was there; read by the participant, the contact person and their substitute alone; never counted.';
call app.make_fact_table('relapse_note', 'relapse');

create table app.attendance (
  like app.fact including all,
  session_municipality_id uuid not null,
  session_id uuid not null,
  answer text not null check (answer in ('coming', 'said-no', 'came', 'did-not-come')),
  foreign key (session_municipality_id, session_id) references app.group_session (municipality_id, id) on delete restrict
);
comment on table app.attendance is 'One person and one samling. Lives with the participant, refers to the host.';
create index attendance_by_session on app.attendance (session_municipality_id, session_id);
call app.make_fact_table('attendance', 'attendance');

create table app.pathway_run (
  like app.fact including all,
  enrolment_id uuid not null,
  template text not null,
  template_version int not null,
  anchor_day date not null,
  foreign key (municipality_id, participant_id, enrolment_id) references app.enrolment (municipality_id, participant_id, id) on delete restrict
);
call app.make_fact_table('pathway_run', 'status');

create table app.pathway_step (
  like app.fact including all,
  run_id uuid not null,
  code text not null,
  week smallint not null check (week between 1 and 520),
  due_from date not null,
  due_to date not null,
  foreign key (municipality_id, participant_id, run_id) references app.pathway_run (municipality_id, participant_id, id) on delete restrict,
  check (due_from <= due_to)
);
comment on table app.pathway_step is 'A step of one person''s run, with the days in which it is due.';
call app.make_fact_table('pathway_step', 'status');

create table app.step_completion (
  like app.fact including all,
  step_id uuid not null,
  act_kind text not null,
  act_id uuid not null,
  foreign key (municipality_id, participant_id, step_id) references app.pathway_step (municipality_id, participant_id, id) on delete restrict
);
comment on table app.step_completion is 'The act that completed a step. The engine writes it, so a step is ticked by doing it.';
call app.make_fact_table('step_completion', 'status');

create table app.meeting (
  like app.fact including all,
  kind text not null check (kind in ('responsibility-group')),
  place text check (length(place) <= 200),
  starts_at timestamptz not null,
  own_agenda text check (length(own_agenda) <= 4000),
  summoned_at timestamptz not null,
  held_at timestamptz,
  ended_at timestamptz,
  check (ended_at >= held_at)
);
comment on table app.meeting is 'A responsibility-group meeting: called, prepared (own agenda), moved, begun (held) and ended; each a version of the one before.';
call app.make_fact_table('meeting', 'meeting');

create table app.decision (
  like app.fact including all,
  meeting_id uuid not null,
  words text not null check (length(words) between 1 and 500),
  doer text not null check (doer in ('participant', 'worker')),
  worker_municipality_id uuid,
  worker_id uuid,
  due_day date not null,
  foreign key (municipality_id, participant_id, meeting_id) references app.meeting (municipality_id, participant_id, id) on delete restrict,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((doer = 'worker') = (worker_id is not null))
);
comment on table app.decision is 'A promise: what, who, and by which day.';
call app.make_fact_table('decision', 'meeting');

create table app.decision_kept (
  like app.fact including all,
  decision_id uuid not null,
  foreign key (municipality_id, participant_id, decision_id) references app.decision (municipality_id, participant_id, id) on delete restrict
);
call app.make_fact_table('decision_kept', 'meeting');

create table app.meeting_presence (
  like app.fact including all,
  meeting_id uuid not null,
  person text not null check (person in ('participant', 'worker', 'other')),
  worker_municipality_id uuid,
  worker_id uuid,
  name text collate "nb-x-icu" check (length(name) between 1 and 160),
  presence text not null check (presence in ('invited', 'said-no', 'present')),
  foreign key (municipality_id, participant_id, meeting_id) references app.meeting (municipality_id, participant_id, id) on delete restrict,
  foreign key (worker_municipality_id, worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((person = 'worker') = (worker_id is not null)),
  check ((worker_id is null) = (worker_municipality_id is null)),
  check ((person = 'other') = (name is not null))
);
comment on table app.meeting_presence is 'One person and one meeting: invited, said no, or present. Never about me without me: the participant always has one.';
call app.make_fact_table('meeting_presence', 'meeting');

create table app.acknowledgement (
  like app.fact including all,
  code text not null check (code in ('confidentiality-and-group-rules', 'offers', 'rights', 'treatment-choice', 'expectations')),
  text_version smallint not null check (text_version >= 1),
  words text not null check (length(words) between 1 and 4000),
  signed_name text check (length(signed_name) between 1 and 160),
  told_by_municipality_id uuid,
  told_by_worker_id uuid,
  foreign key (told_by_municipality_id, told_by_worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((told_by_municipality_id is null) = (told_by_worker_id is null)),
  check (code <> 'confidentiality-and-group-rules' or signed_name is not null)
);
comment on column app.acknowledgement.told_by_worker_id is 'Who told it; none when the participant read it alone.';
comment on table app.acknowledgement is 'What the participant has been told, with the text as it was shown and its version. Group rules and mutual confidentiality are signed on screen with one''s own name.';
call app.make_fact_table('acknowledgement', 'sharing');

create table app.crisis_plan (
  like app.fact including all,
  signs text not null check (length(signs) <= 2000),
  helps text not null check (length(helps) <= 2000),
  call text not null check (length(call) <= 1000)
);
comment on table app.crisis_plan is 'The participant''s own: early signs, what helps, who to call.';
call app.make_fact_table('crisis_plan', 'crisis-plan');
-- Somebody who may add without reading cannot see that there is one already.
create unique index crisis_plan_one on app.crisis_plan (municipality_id, participant_id) where version = 1;
