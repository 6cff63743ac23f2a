-- What happens around the work: contact before anything is asked for, life's turns, and looking back after six weeks.
set local role app_owner;

create table app.outreach (
  like app.fact including all,
  service_municipality_id uuid not null,
  service_id uuid not null,
  outcome text not null check (outcome in ('met', 'not-met', 'called', 'message-left')),
  place text check (length(place) between 1 and 200),
  note text not null check (length(note) <= 4000),
  how_to_meet text check (length(how_to_meet) between 1 and 500),
  foreign key (service_municipality_id, service_id) references app.service (municipality_id, id) on delete restrict
);
comment on table app.outreach is 'Contact before any enquiry: an attempt without demands. Silence ends nothing.';
create index outreach_by_service on app.outreach (service_municipality_id, service_id, participant_id);
call app.make_fact_table('outreach', 'enquiry');

create table app.life_event (
  like app.fact including all,
  kind text not null check (kind in ('admission', 'discharge', 'imprisonment', 'release', 'moved-home', 'eviction-notice', 'job-start', 'job-end', 'other')),
  day date not null,
  setting text check (setting in ('inpatient-treatment', 'detox', 'hospital', 'prison')),
  place text check (length(place) between 1 and 200),
  words text check (length(words) between 1 and 2000),
  met_at_door text check (met_at_door in ('wanted', 'not-wanted')),
  check (met_at_door is null or kind in ('discharge', 'release')),
  check (setting is null or kind in ('admission', 'discharge', 'imprisonment', 'release'))
);
comment on table app.life_event is 'A turn in somebody''s life, behind or ahead. A day that is moved is a new version with the reason.';
comment on column app.life_event.met_at_door is 'What somebody who comes home has said of being met; null when nobody has asked, and then they are met.';
comment on column app.life_event.day is 'The day it happens; happened_at is when it was known.';
call app.make_fact_table('life_event', 'turns');

create table app.review (
  like app.fact including all,
  run_id uuid,
  changed text check (length(changed) between 1 and 2000),
  helped text check (length(helped) between 1 and 2000),
  way_on text check (length(way_on) between 1 and 2000),
  with_municipality_id uuid,
  with_worker_id uuid,
  foreign key (municipality_id, participant_id, run_id) references app.pathway_run (municipality_id, participant_id, id) on delete restrict,
  foreign key (with_municipality_id, with_worker_id) references app.worker (municipality_id, id) on delete restrict,
  check ((with_worker_id is null) = (with_municipality_id is null)),
  check (coalesce(changed, helped, way_on) is not null)
);
comment on column app.review.with_worker_id is 'Who sat with the participant and wrote; none when they wrote alone. Only a talk together is what the sixth week''s scheme asks us for.';
comment on table app.review is 'Looking back after six weeks, in the participant''s words: what changed, what helped, the way on. What the facts show stands beside it and is not stored.';
call app.make_fact_table('review', 'meeting');
