-- Made from db/migrations by scripts/schema.ts. Read it to review what a migration did; change the migrations.

-- The visibility matrix, one bit a topic; filled from src/domain/access/visibility.ts, where people read it.
table app.access_role
  code text not null
  read_always integer not null
  read_granted integer not null
  write_always integer not null
  write_granted integer not null
  PRIMARY KEY (code)

-- What the participant has been told, with the text as it was shown and its version. Group rules and mutual confidentiality are signed on screen with one's own name.
table app.acknowledgement
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  code text not null
  text_version smallint not null
  words text not null
  signed_name text
  told_by_municipality_id uuid
  told_by_worker_id uuid
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.acknowledgement(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (told_by_municipality_id, told_by_worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((code <> 'confidentiality-and-group-rules'::text) OR (signed_name IS NOT NULL)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(signed_name) >= 1) AND (length(signed_name) <= 160)))
  CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((told_by_municipality_id IS NULL) = (told_by_worker_id IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((code = ANY (ARRAY['confidentiality-and-group-rules'::text, 'offers'::text, 'rights'::text, 'treatment-choice'::text, 'expectations'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((text_version >= 1))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE UNIQUE INDEX acknowledgement_supersedes_key ON app.acknowledgement USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, code, text_version, words, signed_name, told_by_municipality_id, told_by_worker_id) to app_user

-- A tiltak: what somebody does towards a goal, who, and by when.
table app.action
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  goal_id uuid not null
  title text not null
  doer text not null
  worker_municipality_id uuid
  worker_id uuid
  due_day date
  topic text not null default 'actions'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, goal_id) REFERENCES app.goal(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.action(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((doer = 'worker'::text) = (worker_id IS NOT NULL)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((doer = ANY (ARRAY['participant'::text, 'worker'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{actions}'::text[])))
  CREATE UNIQUE INDEX action_supersedes_key ON app.action USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('actions'::text = ANY (h.reads))))) -- Read by those the matrix lets read «actions», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('actions'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «actions», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, goal_id, title, doer, worker_municipality_id, worker_id, due_day) to app_user

table app.action_completion
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  action_id uuid not null
  topic text not null default 'actions'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, action_id) REFERENCES app.action(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.action_completion(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{actions}'::text[])))
  CREATE UNIQUE INDEX action_completion_supersedes_key ON app.action_completion USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('actions'::text = ANY (h.reads))))) -- Read by those the matrix lets read «actions», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('actions'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «actions», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, action_id) to app_user

-- One person and one samling. Lives with the participant, refers to the host.
table app.attendance
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  session_municipality_id uuid not null
  session_id uuid not null
  answer text not null
  topic text not null default 'attendance'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.attendance(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (session_municipality_id, session_id) REFERENCES app.group_session(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((answer = ANY (ARRAY['coming'::text, 'said-no'::text, 'came'::text, 'did-not-come'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{attendance}'::text[])))
  CREATE INDEX attendance_by_session ON app.attendance USING btree (session_municipality_id, session_id)
  CREATE UNIQUE INDEX attendance_supersedes_key ON app.attendance USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('attendance'::text = ANY (h.reads))))) -- Read by those the matrix lets read «attendance», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('attendance'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «attendance», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, session_municipality_id, session_id, answer) to app_user

-- One row a look-up: when, and what for. Who and whom is its scope, which the same function wrote; a foreign key would lock it at every look.
table app.audit
  scope_id bigint not null
  at timestamp with time zone not null default app.now()
  number bigint not null default nextval('app.audit_number'::regclass)
  action text not null
  purpose text not null
  CHECK ((action = ANY (ARRAY['read'::text, 'list'::text, 'search'::text, 'change'::text, 'figure'::text, 'emergency'::text, 'control'::text])))
  CHECK ((purpose ~ '^[a-z][a-z.-]{1,40}$'::text))
  CREATE INDEX audit_by_time ON ONLY app.audit USING brin (at, number) WITH (autosummarize='on')
  CREATE INDEX audit_of_scope ON ONLY app.audit USING btree (scope_id)
  policy reviewed for select to app_reviewer using true -- Read whole by a reviewer, who verifies it and can change nothing.
  grant select to app_reviewer

-- Look-ups that are sealed: the root of a tree over them, and a head over the root and the head before. Written by housekeeping, some minutes after the look-ups.
table app.audit_batch
  batch bigint not null
  after_number bigint not null
  to_number bigint not null
  look_ups integer not null
  root bytea not null
  marks bytea not null
  previous bytea not null
  head bytea not null
  sealed_at timestamp with time zone not null
  PRIMARY KEY (batch)
  CHECK ((batch > 0))
  CHECK ((length(head) = 32))
  CHECK ((length(marks) = (8 * look_ups)))
  CHECK ((length(previous) = 32))
  CHECK ((length(root) = 32))
  CHECK ((look_ups > 0))
  CHECK ((to_number > after_number))
  policy reviewed for select to app_reviewer using true -- Read whole by a reviewer, who verifies it and can change nothing.
  grant select to app_reviewer

-- A month nobody made a table for is still logged.
table app.audit_default
  scope_id bigint not null
  at timestamp with time zone not null default app.now()
  number bigint not null default nextval('app.audit_number'::regclass)
  action text not null
  purpose text not null
  CHECK ((action = ANY (ARRAY['read'::text, 'list'::text, 'search'::text, 'change'::text, 'figure'::text, 'emergency'::text, 'control'::text])))
  CHECK ((purpose ~ '^[a-z][a-z.-]{1,40}$'::text))
  CREATE INDEX audit_default_at_number_idx ON app.audit_default USING brin (at, number) WITH (autosummarize='on')
  CREATE INDEX audit_default_scope_id_idx ON app.audit_default USING btree (scope_id)

-- Whom one login was shown, and as bits the topics that were open; 0 is a look-up that was refused. Written once and referred to by every look-up that showed exactly this.
table app.audit_scope
  id bigint not null
  mark bigint not null
  login_user_id uuid not null
  last_day date not null
  participant_ids uuid[] not null
  read_topics integer[] not null
  write_topics integer[]
  PRIMARY KEY (id)
  CREATE INDEX audit_scope_by_mark ON app.audit_scope USING btree (mark)
  CREATE INDEX audit_scope_of ON app.audit_scope USING gin (participant_ids) WITH (fastupdate=off)
  policy reviewed for select to app_reviewer using true -- Read whole by a reviewer, who verifies it and can change nothing.
  grant select to app_reviewer

-- The participant's own no (sperring, pbrl § 5-3, pjl § 17): to one worker, to an organisation, or to everyone; to these topics, or to everything when none are named.
table app.block
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  worker_municipality_id uuid
  worker_id uuid
  organisation_municipality_id uuid
  organisation_id uuid
  topics text[]
  topic text not null default 'blocks'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.block(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (organisation_municipality_id, organisation_id) REFERENCES app.organisation(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((cardinality(topics) >= 1) AND (cardinality(topics) <= 30)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((organisation_id IS NULL) = (organisation_municipality_id IS NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((topics IS NOT NULL) OR (worker_id IS NOT NULL) OR (organisation_id IS NOT NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK (((worker_id IS NULL) = (worker_municipality_id IS NULL)))
  CHECK (((worker_id IS NULL) OR (organisation_id IS NULL)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{blocks}'::text[])))
  CREATE INDEX block_in_force ON app.block USING btree (participant_id) WHERE ((NOT withdrawn) AND (NOT superseded))
  CREATE UNIQUE INDEX block_supersedes_key ON app.block USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('blocks'::text = ANY (h.reads))))) -- Read by those the matrix lets read «blocks», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('blocks'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «blocks», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, worker_municipality_id, worker_id, organisation_municipality_id, organisation_id, topics) to app_user

-- A card for one child who is a next of kin: what they are called, who cares for them, a safe adult, who follows them up.
table app.child
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  name text not null
  relation text not null
  birth_day date
  cared_by text
  safe_adult_name text
  safe_adult_relation text
  safe_adult_phone text
  followed_by text
  topic text not null default 'children'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.child(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(cared_by) >= 1) AND (length(cared_by) <= 200)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(followed_by) >= 1) AND (length(followed_by) <= 200)))
  CHECK (((length(name) >= 1) AND (length(name) <= 80)))
  CHECK (((length(safe_adult_name) >= 1) AND (length(safe_adult_name) <= 120)))
  CHECK (((length(safe_adult_relation) >= 1) AND (length(safe_adult_relation) <= 80)))
  CHECK (((safe_adult_name IS NOT NULL) OR ((safe_adult_relation IS NULL) AND (safe_adult_phone IS NULL))))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((relation = ANY (ARRAY['child'::text, 'sibling'::text, 'other'::text])))
  CHECK ((topic = ANY ('{children}'::text[])))
  CREATE UNIQUE INDEX child_supersedes_key ON app.child USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('children'::text = ANY (h.reads))))) -- Read by those the matrix lets read «children», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('children'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «children», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, name, relation, birth_day, cared_by, safe_adult_name, safe_adult_relation, safe_adult_phone, followed_by) to app_user

-- Somebody has been asked whether they have minor children, or minor siblings (hpl § 10 a). Asked of everyone; no answer is assumed before.
table app.child_question
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  children text not null
  siblings text not null
  topic text not null default 'children'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.child_question(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((children = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text, 'not-said'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((siblings = ANY (ARRAY['yes'::text, 'no'::text, 'unknown'::text, 'not-said'::text])))
  CHECK ((topic = ANY ('{children}'::text[])))
  CREATE UNIQUE INDEX child_question_supersedes_key ON app.child_question USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('children'::text = ANY (h.reads))))) -- Read by those the matrix lets read «children», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('children'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «children», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, children, siblings) to app_user

-- What has come about for a child: what they have been told, in own words, what was offered, what was done; and when it is taken up again.
table app.child_step
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  child_id uuid not null
  kind text not null
  words text not null
  day date not null
  by_whom text
  next_day date
  topic text not null default 'children'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, child_id) REFERENCES app.child(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.child_step(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(by_whom) >= 1) AND (length(by_whom) <= 120)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((kind = ANY (ARRAY['told'::text, 'offered'::text, 'done'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{children}'::text[])))
  CREATE UNIQUE INDEX child_step_supersedes_key ON app.child_step USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('children'::text = ANY (h.reads))))) -- Read by those the matrix lets read «children», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('children'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «children», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, child_id, kind, words, day, by_whom, next_day) to app_user

-- When something we owe a person falls due unless it is done. Computed from facts, so it may be rewritten.
table app.clock
  municipality_id uuid not null
  participant_id uuid not null
  rule text not null
  subject_id uuid not null
  shows_at timestamp with time zone not null
  opens_at timestamp with time zone not null
  owner_role text not null
  topic text not null default 'status'::text
  PRIMARY KEY (municipality_id, participant_id, rule, subject_id)
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK ((topic = ANY (ARRAY['status'::text, 'follow-up'::text, 'relapse'::text, 'wishes'::text, 'children'::text, 'sharing'::text])))
  CREATE INDEX clock_look_unexplained ON app.clock USING btree (municipality_id, opens_at) WHERE (rule = 'look-unexplained'::text)
  CREATE INDEX clock_without_contact_person ON app.clock USING btree (municipality_id, shows_at) WHERE (rule = 'contact-person-missing'::text)
  policy engine for all to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) with check (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Set by the engine, for the participant being changed.
  policy opened for select to app_user using ((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{status,follow-up,relapse,wishes,children,sharing}'::text[])))) -- A clock is read by those who may read what it tells of, for the participants named in this transaction's log row.
  grant delete, insert, select to app_engine
  grant select to app_user

-- A code that was wrong: that, and when. Many together, from wherever, close the way for a while.
table app.code_miss
  at timestamp with time zone not null default app.now()
  way text not null
  FOREIGN KEY (way) REFERENCES app.login_method(code)
  CREATE INDEX code_miss_by_time ON app.code_miss USING btree (way, at)

-- What a municipality has decided about logging in by code, and why: the newest of each kind holds. A code from a worker is on until somebody says no; one by SMS is off until somebody says yes.
table app.code_way_setting
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  way text not null
  is_on boolean not null
  because text not null
  set_by uuid
  set_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK (((length(because) >= 1) AND (length(because) <= 200)))
  CHECK ((way = ANY (ARRAY['worker-code'::text, 'sms-code'::text])))

-- What somebody close has told the service about this person: theirs who wrote it, and not the person's. said_by is the letter, since the writer may be anybody.
table app.confided
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  letter_municipality_id uuid not null
  letter_id uuid not null
  about text not null
  words text not null
  writer_name text
  writer_phone text
  writer_relation text
  confidence text not null
  topic text not null default 'confided'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (letter_municipality_id, letter_id) REFERENCES app.letter(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.confided(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((confidence = ANY (ARRAY['kept'::text, 'told'::text])))
  CHECK ((legal_class = 'relative-own'::text))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{confided}'::text[])))
  CREATE UNIQUE INDEX confided_supersedes_key ON app.confided USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('confided'::text = ANY (h.reads))))) -- Read by those the matrix lets read «confided», for the participants named in this transaction's log row.
  policy told for select to app_user using ((confidence = 'told'::text) AND (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.reads)))))) -- What the writer did not ask us to keep is read by the person themself, and by those who read who is close to them.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('confided'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «confided», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, letter_municipality_id, letter_id, about, words, writer_name, writer_phone, writer_relation, confidence) to app_user

-- Relation by the participant's own leave, with the sentence as it was shown. Withdrawing it is a withdrawn version.
table app.consent
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  recipient_municipality_id uuid
  recipient_organisation_id uuid
  recipient_worker_municipality_id uuid
  recipient_worker_id uuid
  recipient_related_id uuid
  topics text[] not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  words text not null
  language text not null default 'nb'::text
  edition smallint not null default 1
  given_how text not null default 'self'::text
  signed_day date
  paper_kept text
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, recipient_related_id) REFERENCES app.related_person(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.consent(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (recipient_municipality_id, recipient_organisation_id) REFERENCES app.organisation(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (recipient_worker_municipality_id, recipient_worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((cardinality(topics) >= 1) AND (cardinality(topics) <= 30)))
  CHECK (((given_how = 'paper'::text) = ((signed_day IS NOT NULL) AND (paper_kept IS NOT NULL))))
  CHECK (((given_how = 'paper'::text) OR ((signed_day IS NULL) AND (paper_kept IS NULL))))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(paper_kept) >= 1) AND (length(paper_kept) <= 200)))
  CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
  CHECK (((recipient_organisation_id IS NULL) = (recipient_municipality_id IS NULL)))
  CHECK (((recipient_organisation_id IS NULL) = (recipient_related_id IS NOT NULL)))
  CHECK (((recipient_worker_id IS NULL) = (recipient_worker_municipality_id IS NULL)))
  CHECK (((recipient_worker_id IS NULL) OR (recipient_organisation_id IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((edition >= 1))
  CHECK ((given_how = ANY (ARRAY['self'::text, 'code'::text, 'paper'::text])))
  CHECK ((language = ANY (ARRAY['nb'::text, 'nn'::text, 'en'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CHECK ((valid_to > valid_from))
  CREATE INDEX consent_by_recipient ON app.consent USING btree (recipient_municipality_id, recipient_organisation_id, participant_id)
  CREATE UNIQUE INDEX consent_supersedes_key ON app.consent USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, recipient_municipality_id, recipient_organisation_id, recipient_worker_municipality_id, recipient_worker_id, recipient_related_id, topics, valid_from, valid_to, words, language, edition, given_how, signed_day, paper_kept) to app_user

-- One meeting, call, visit or walk. Missed says only that they did not meet.
table app.contact
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  note text not null
  next_step text
  reminds_of uuid
  topic text not null default 'follow-up'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.contact(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(next_step) >= 1) AND (length(next_step) <= 200)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((kind = ANY (ARRAY['home'::text, 'phone'::text, 'walk'::text, 'accompaniment'::text, 'talk'::text, 'message'::text, 'missed'::text, 'consultant-call'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(note) <= 4000))
  CHECK ((topic = ANY ('{follow-up}'::text[])))
  CREATE UNIQUE INDEX contact_supersedes_key ON app.contact USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('follow-up'::text = ANY (h.reads))))) -- Read by those the matrix lets read «follow-up», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('follow-up'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «follow-up», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, note, next_step, reminds_of) to app_user

table app.cooperation
  id uuid not null
  name text not null
  PRIMARY KEY (id)

-- Municipalities that share services. A cooperation shares services and the names of those who work there, never participants.
table app.cooperation_grant
  cooperation_id uuid not null
  municipality_id uuid not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (municipality_id, cooperation_id)
  FOREIGN KEY (cooperation_id) REFERENCES app.cooperation(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT

-- Which services a user council (brukerråd) follows: its representatives see those services' figures, and nobody's name.
table app.council_service
  municipality_id uuid not null
  organisation_id uuid not null
  service_municipality_id uuid not null
  service_id uuid not null
  valid_from date not null
  valid_to date
  PRIMARY KEY (municipality_id, organisation_id, service_municipality_id, service_id, valid_from)
  FOREIGN KEY (municipality_id, organisation_id) REFERENCES app.organisation(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (service_municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK ((valid_to > valid_from))

-- The participant's own: early signs, what helps, who to call.
table app.crisis_plan
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  signs text not null
  helps text not null
  call text not null
  topic text not null default 'crisis-plan'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.crisis_plan(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(call) <= 1000))
  CHECK ((length(helps) <= 2000))
  CHECK ((length(signs) <= 2000))
  CHECK ((topic = ANY ('{crisis-plan}'::text[])))
  CREATE UNIQUE INDEX crisis_plan_one ON app.crisis_plan USING btree (municipality_id, participant_id) WHERE (version = 1)
  CREATE UNIQUE INDEX crisis_plan_supersedes_key ON app.crisis_plan USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('crisis-plan'::text = ANY (h.reads))))) -- Read by those the matrix lets read «crisis-plan», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('crisis-plan'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «crisis-plan», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, signs, helps, call) to app_user

-- A promise: what, who, and by which day.
table app.decision
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  meeting_id uuid not null
  words text not null
  doer text not null
  worker_municipality_id uuid
  worker_id uuid
  due_day date not null
  topic text not null default 'meeting'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, meeting_id) REFERENCES app.meeting(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.decision(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((doer = 'worker'::text) = (worker_id IS NOT NULL)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((doer = ANY (ARRAY['participant'::text, 'worker'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{meeting}'::text[])))
  CREATE UNIQUE INDEX decision_supersedes_key ON app.decision USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.reads))))) -- Read by those the matrix lets read «meeting», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «meeting», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, meeting_id, words, doer, worker_municipality_id, worker_id, due_day) to app_user

table app.decision_kept
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  decision_id uuid not null
  topic text not null default 'meeting'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, decision_id) REFERENCES app.decision(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.decision_kept(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{meeting}'::text[])))
  CREATE UNIQUE INDEX decision_kept_supersedes_key ON app.decision_kept USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.reads))))) -- Read by those the matrix lets read «meeting», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «meeting», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, decision_id) to app_user

-- Somebody bound by the health personnel law opened what helps now, without a relation, for a few hours and with a reason. Written by app.open_in_emergency alone.
table app.emergency_opening
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  worker_municipality_id uuid not null
  worker_id uuid not null
  reason text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone not null
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.emergency_opening(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(reason) >= 15) AND (length(reason) <= 1000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((valid_to > valid_from) AND (valid_to <= (valid_from + '04:00:00'::interval))))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE INDEX emergency_by_worker ON app.emergency_opening USING btree (worker_municipality_id, worker_id, valid_to)
  CREATE UNIQUE INDEX emergency_opening_supersedes_key ON app.emergency_opening USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user

-- What a reviewer found about an emergency opening. Written by app.review_emergency alone, and never by the one who opened.
table app.emergency_review
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  opening_id uuid not null
  outcome text not null
  words text not null
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, opening_id) REFERENCES app.emergency_opening(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.emergency_review(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((outcome = ANY (ARRAY['justified'::text, 'not-justified'::text])))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE UNIQUE INDEX emergency_review_supersedes_key ON app.emergency_review USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  CREATE UNIQUE INDEX emergency_reviewed_once ON app.emergency_review USING btree (municipality_id, participant_id, opening_id) WHERE (supersedes IS NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user

-- A first contact, from anyone, with the least one must know.
table app.enquiry
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  service_municipality_id uuid not null
  service_id uuid not null
  source text not null
  words text not null
  topic text not null default 'enquiry'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.enquiry(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (service_municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((source = ANY (ARRAY['self'::text, 'relative'::text, 'family'::text, 'nav'::text, 'dps'::text, 'prison'::text, 'treatment'::text, 'gp'::text, 'street'::text, 'police'::text, 'other'::text])))
  CHECK ((topic = ANY ('{enquiry}'::text[])))
  CREATE INDEX enquiry_by_service ON app.enquiry USING btree (service_municipality_id, service_id, participant_id)
  CREATE UNIQUE INDEX enquiry_supersedes_key ON app.enquiry USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('enquiry'::text = ANY (h.reads))))) -- Read by those the matrix lets read «enquiry», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('enquiry'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «enquiry», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, service_municipality_id, service_id, source, words) to app_user

-- What we answered, and the group that is open to them next.
table app.enquiry_answer
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  enquiry_id uuid not null
  words text not null
  session_municipality_id uuid
  session_id uuid
  topic text not null default 'enquiry'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, enquiry_id) REFERENCES app.enquiry(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.enquiry_answer(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (session_municipality_id, session_id) REFERENCES app.group_session(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{enquiry}'::text[])))
  CREATE INDEX enquiry_answer_by_session ON app.enquiry_answer USING btree (session_municipality_id, session_id) WHERE (session_id IS NOT NULL)
  CREATE UNIQUE INDEX enquiry_answer_supersedes_key ON app.enquiry_answer USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('enquiry'::text = ANY (h.reads))))) -- Read by those the matrix lets read «enquiry», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('enquiry'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «enquiry», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, enquiry_id, words, session_municipality_id, session_id) to app_user

-- One person in one service. Its state is the latest enrolment_state.
table app.enrolment
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  service_municipality_id uuid not null
  service_id uuid not null
  topic text not null default 'status'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.enrolment(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (service_municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{status}'::text[])))
  CREATE INDEX enrolment_by_service ON app.enrolment USING btree (service_municipality_id, service_id)
  CREATE UNIQUE INDEX enrolment_supersedes_key ON app.enrolment USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.reads))))) -- Read by those the matrix lets read «status», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «status», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, service_municipality_id, service_id) to app_user

-- A change of state with its date. Why somebody is on hold is a relapse_note, which few may read.
table app.enrolment_state
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  enrolment_id uuid not null
  state text not null
  ended_because text
  next_place text
  topic text not null default 'status'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, enrolment_id) REFERENCES app.enrolment(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.enrolment_state(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((ended_because <> 'other-service'::text) OR (next_place IS NOT NULL)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(next_place) >= 1) AND (length(next_place) <= 200)))
  CHECK (((state = 'ended'::text) = (ended_because IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((ended_because = ANY (ARRAY['own-wish'::text, 'reached'::text, 'moved'::text, 'other-service'::text, 'died'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((state = ANY (ARRAY['asked'::text, 'declined'::text, 'waiting'::text, 'mapping'::text, 'active'::text, 'paused'::text, 'ended'::text])))
  CHECK ((topic = ANY ('{status}'::text[])))
  CREATE UNIQUE INDEX enrolment_state_supersedes_key ON app.enrolment_state USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.reads))))) -- Read by those the matrix lets read «status», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «status», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, enrolment_id, state, ended_because, next_place) to app_user

-- The shape of a fact; holds no rows. A fact is never changed: a correction is a new row that supersedes the old one.
table app.fact
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))

-- A wanted situation: wanted, present, ways between.
table app.goal
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  title text not null
  wanted text
  present text
  ways text
  life_area text
  topic text not null default 'goals'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.goal(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(title) >= 1) AND (length(title) <= 200)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(present) <= 1000))
  CHECK ((length(wanted) <= 1000))
  CHECK ((length(ways) <= 1000))
  CHECK ((life_area = ANY (ARRAY['housing'::text, 'money'::text, 'work'::text, 'education'::text, 'family'::text, 'friends'::text, 'physical-health'::text, 'mental-health'::text, 'substance-use'::text, 'leisure'::text, 'daily-living'::text, 'transport'::text, 'safety'::text, 'meaning'::text])))
  CHECK ((topic = ANY ('{goals,work-goals,money-goals}'::text[])))
  CREATE UNIQUE INDEX goal_supersedes_key ON app.goal USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using ((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{goals,work-goals,money-goals}'::text[])))) -- Read by those the matrix lets read «goals», «work-goals», «money-goals», for the participants named in this transaction's log row.
  policy written for insert to app_user with check (((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.writes) t(t) WHERE (t.t = ANY ('{goals,work-goals,money-goals}'::text[])))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «goals», «work-goals», «money-goals», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, title, wanted, present, ways, life_area) to app_user

-- A goal is reached, or not wanted any more. The participant may say so, and so may those who write goals with them.
table app.goal_closure
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  goal_id uuid not null
  outcome text not null
  topic text not null default 'goals'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, goal_id) REFERENCES app.goal(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.goal_closure(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((outcome = ANY (ARRAY['reached'::text, 'not-wanted'::text])))
  CHECK ((topic = ANY ('{goals,work-goals,money-goals}'::text[])))
  CREATE UNIQUE INDEX goal_closure_supersedes_key ON app.goal_closure USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using ((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{goals,work-goals,money-goals}'::text[])))) -- Read by those the matrix lets read «goals», «work-goals», «money-goals», for the participants named in this transaction's log row.
  policy written for insert to app_user with check (((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.writes) t(t) WHERE (t.t = ANY ('{goals,work-goals,money-goals}'::text[])))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «goals», «work-goals», «money-goals», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, goal_id, outcome) to app_user

-- A line of the weekly timetable, in Norwegian wall-clock time: it keeps its hour when summer time begins.
table app.group_series
  municipality_id uuid not null
  id uuid not null
  service_id uuid not null
  title text not null
  place text not null
  weekday smallint not null
  from_time time without time zone not null
  to_time time without time zone not null
  valid_from date not null
  valid_to date
  leader_municipality_id uuid
  leader_worker_id uuid
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (leader_municipality_id, leader_worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(place) >= 1) AND (length(place) <= 120)))
  CHECK (((length(title) >= 1) AND (length(title) <= 120)))
  CHECK (((weekday >= 1) AND (weekday <= 7)))
  CHECK ((to_time > from_time))
  CHECK ((valid_to >= valid_from))
  policy near for select to app_user using (municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Seen in my municipality and those it shares services with.
  policy run for insert to app_user with check (app.may_run(municipality_id, service_id) AND ((leader_municipality_id IS NULL) OR (leader_municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])))) -- A line is added by those who work in the service, and led by somebody from where services are shared.
  grant insert, select to app_user

-- A samling: planned, at a place, in the host's tenant. Who came is a fact in each participant's own tenant.
table app.group_session
  municipality_id uuid not null
  id uuid not null
  service_id uuid not null
  series_id uuid
  series_day date
  title text not null
  place text not null
  starts_at timestamp with time zone not null
  ends_at timestamp with time zone not null
  cancelled_at timestamp with time zone
  cancelled_because text
  leader_municipality_id uuid
  leader_worker_id uuid
  UNIQUE (municipality_id, series_id, series_day)
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (leader_municipality_id, leader_worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, series_id) REFERENCES app.group_series(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK (((cancelled_at IS NULL) = (cancelled_because IS NULL)))
  CHECK (((length(cancelled_because) >= 1) AND (length(cancelled_because) <= 200)))
  CHECK (((series_id IS NULL) = (series_day IS NULL)))
  CHECK ((ends_at > starts_at))
  CREATE INDEX group_session_by_leader ON app.group_session USING btree (leader_municipality_id, leader_worker_id, starts_at)
  CREATE INDEX group_session_by_time ON app.group_session USING btree (municipality_id, service_id, starts_at)
  policy engine for select to app_engine using true -- The engine needs places and times; there is nothing about participants here.
  policy near for select to app_user using (municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Seen in my municipality and those it shares services with.
  grant select to app_engine
  grant select to app_user

-- The transaction's actor: who, when, how strong their login is, where they work, and the municipalities whose directory they may see. Set by app.begin.
table app.here_near
  pid integer not null default pg_backend_pid()
  txid xid8 not null default pg_current_xact_id()
  secret_mark bigint not null default hashtextextended(current_setting('app.secret'::text, true), (0)::bigint)
  login_user_id uuid not null
  at timestamp with time zone not null
  near uuid[] not null
  strong boolean not null
  places app.workplace[] not null
  PRIMARY KEY (pid)
  policy here for select to app_user, app_engine using ((pid = pg_backend_pid()) AND (txid = pg_current_xact_id_if_assigned()) AND (secret_mark = hashtextextended(current_setting('app.secret'::text, true), (0)::bigint))) -- This transaction's own rows, while it is still the one who wrote them.
  grant select to app_engine
  grant select to app_user

-- The transaction's log rows turned into topics: whom it may read and add to, and what.
table app.here_opened
  pid integer not null default pg_backend_pid()
  slot integer not null
  txid xid8 not null default pg_current_xact_id()
  secret_mark bigint not null default hashtextextended(current_setting('app.secret'::text, true), (0)::bigint)
  changing boolean not null
  participant_ids uuid[] not null
  reads text[] not null
  writes text[] not null
  PRIMARY KEY (pid, slot)
  policy here for select to app_user, app_engine using ((pid = pg_backend_pid()) AND (txid = pg_current_xact_id_if_assigned()) AND (secret_mark = hashtextextended(current_setting('app.secret'::text, true), (0)::bigint))) -- This transaction's own rows, while it is still the one who wrote them.
  grant select to app_engine
  grant select to app_user

-- One row. frozen_at is for tests: it stops the clock that access and deadlines read.
table app.installation
  singleton boolean not null default true
  mode text not null default 'production'::text
  frozen_at timestamp with time zone
  PRIMARY KEY (singleton)
  CHECK ((mode = ANY (ARRAY['production'::text, 'demo'::text])))
  CHECK (singleton)

-- What somebody has written to a service, as it came. Bound to nobody: who it is about is the writer's word.
table app.letter
  municipality_id uuid not null
  id uuid not null
  service_id uuid not null
  kind text not null
  about text
  words text not null
  writer_name text
  writer_phone text
  writer_relation text
  confidence text
  received_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK (((kind = 'about-somebody'::text) = (about IS NOT NULL)))
  CHECK (((kind = 'about-somebody'::text) = (confidence IS NOT NULL)))
  CHECK (((kind = 'about-somebody'::text) OR ((writer_name IS NOT NULL) AND (writer_phone IS NOT NULL))))
  CHECK (((length(about) >= 1) AND (length(about) <= 200)))
  CHECK (((length(words) >= 1) AND (length(words) <= 4000)))
  CHECK (((length(writer_name) >= 1) AND (length(writer_name) <= 120)))
  CHECK (((length(writer_relation) >= 1) AND (length(writer_relation) <= 80)))
  CHECK ((confidence = ANY (ARRAY['kept'::text, 'told'::text])))
  CHECK ((kind = ANY (ARRAY['about-somebody'::text, 'for-myself'::text])))
  CHECK ((length(writer_phone) <= 20))
  CREATE INDEX letter_by_box ON app.letter USING btree (municipality_id, service_id, received_at)

-- What became of a letter: connected to somebody, received as an enquiry, only read; or put back into the box. Says never to whom.
table app.letter_handling
  municipality_id uuid not null
  letter_id uuid not null
  number integer not null
  how text not null
  at timestamp with time zone not null default app.now()
  login_user_id uuid not null
  PRIMARY KEY (municipality_id, letter_id, number)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, letter_id) REFERENCES app.letter(municipality_id, id) ON DELETE RESTRICT
  CHECK ((how = ANY (ARRAY['connected'::text, 'received'::text, 'noted'::text, 'returned'::text])))

-- The conversation wheel: one part of life, how the participant finds it is going there from 0 to 10, and in own words.
table app.life_area_rating
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  talk_id uuid not null
  area text not null
  rating smallint
  words text
  topic text not null default 'life-areas'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.life_area_rating(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
  CHECK (((rating >= 0) AND (rating <= 10)))
  CHECK (((rating IS NOT NULL) OR (words IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((area = ANY (ARRAY['housing'::text, 'money'::text, 'work'::text, 'education'::text, 'family'::text, 'friends'::text, 'physical-health'::text, 'mental-health'::text, 'substance-use'::text, 'leisure'::text, 'daily-living'::text, 'transport'::text, 'safety'::text, 'meaning'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{life-areas}'::text[])))
  CREATE UNIQUE INDEX life_area_rating_supersedes_key ON app.life_area_rating USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('life-areas'::text = ANY (h.reads))))) -- Read by those the matrix lets read «life-areas», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('life-areas'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «life-areas», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, talk_id, area, rating, words) to app_user

-- A turn in somebody's life, behind or ahead. A day that is moved is a new version with the reason.
table app.life_event
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  day date not null
  setting text
  place text
  words text
  met_at_door text
  topic text not null default 'turns'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.life_event(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(place) >= 1) AND (length(place) <= 200)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((met_at_door IS NULL) OR (kind = ANY (ARRAY['discharge'::text, 'release'::text]))))
  CHECK (((setting IS NULL) OR (kind = ANY (ARRAY['admission'::text, 'discharge'::text, 'imprisonment'::text, 'release'::text]))))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((kind = ANY (ARRAY['admission'::text, 'discharge'::text, 'imprisonment'::text, 'release'::text, 'moved-home'::text, 'eviction-notice'::text, 'job-start'::text, 'job-end'::text, 'other'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((met_at_door = ANY (ARRAY['wanted'::text, 'not-wanted'::text])))
  CHECK ((setting = ANY (ARRAY['inpatient-treatment'::text, 'detox'::text, 'hospital'::text, 'prison'::text])))
  CHECK ((topic = ANY ('{turns}'::text[])))
  CREATE UNIQUE INDEX life_event_supersedes_key ON app.life_event USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('turns'::text = ANY (h.reads))))) -- Read by those the matrix lets read «turns», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('turns'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «turns», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, day, setting, place, words, met_at_door) to app_user

-- The last local number a municipality has given. The owner's alone.
table app.local_number_serial
  municipality_id uuid not null
  last integer not null
  PRIMARY KEY (municipality_id)
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK ((last > 0))

-- What those who look after logins have done, and what came of it. Rows are only added. who is null for what was done at the installation itself.
table app.login_act
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  at timestamp with time zone not null default app.now()
  who uuid
  what text not null
  login_user_id uuid
  worker_id uuid
  because text
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE SET NULL
  FOREIGN KEY (municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK ((what = ANY (ARRAY['invited'::text, 'withdrawn'::text, 'joined'::text, 'added'::text, 'replaced'::text, 'closed'::text, 'reopened'::text, 'sessions-ended'::text])))

-- Sent to an issuer and not come back yet: what its answer must fit. Belongs to one browser, lives ten minutes, and is taken once.
table app.login_attempt
  browser_hash bytea not null
  state text not null
  provider text not null
  nonce text not null
  verifier text not null
  back text not null
  linking_to uuid
  expires_at timestamp with time zone not null
  PRIMARY KEY (browser_hash, state)
  FOREIGN KEY (linking_to) REFERENCES app.login_user(id) ON DELETE CASCADE
  CREATE INDEX login_attempt_by_age ON app.login_attempt USING btree (expires_at)

-- A period in which a login opens nothing.
table app.login_closure
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  login_user_id uuid not null
  closed_at timestamp with time zone not null default app.now()
  closed_by uuid not null
  because text not null
  lifted_at timestamp with time zone
  lifted_by uuid
  lifted_because text
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE CASCADE
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK ((((lifted_at IS NULL) = (lifted_by IS NULL)) AND ((lifted_at IS NULL) = (lifted_because IS NULL))))
  CHECK (((length(because) >= 1) AND (length(because) <= 200)))
  CHECK (((length(lifted_because) >= 1) AND (length(lifted_because) <= 200)))
  CREATE UNIQUE INDEX login_closure_now ON app.login_closure USING btree (login_user_id) WHERE (lifted_at IS NULL)

-- A code that a worker has made for a participant to log in with, once. Only marks of it are kept, made with a key the database does not have.
table app.login_code
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  participant_id uuid not null
  place_hash bytea not null
  code_hash bytea not null
  made_by uuid not null
  worker_municipality_id uuid not null
  worker_id uuid not null
  made_at timestamp with time zone not null default app.now()
  expires_at timestamp with time zone not null
  lost_phone boolean not null
  sessions_ended integer not null
  tries_left integer not null default 5
  used_at timestamp with time zone
  withdrawn_at timestamp with time zone
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (made_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK ((expires_at > made_at))
  CHECK ((tries_left >= 0))
  CREATE INDEX login_code_by_place ON app.login_code USING btree (place_hash) WHERE ((used_at IS NULL) AND (withdrawn_at IS NULL))
  CREATE INDEX login_code_of ON app.login_code USING btree (municipality_id, participant_id, made_at)

-- Whom an issuer says it is, and whose login that is here. Found by issuer and subject alone, never by a name or an address.
table app.login_identity
  id uuid not null default app.uuid7()
  issuer text not null
  subject text not null
  provider text not null
  login_user_id uuid not null
  bound_at timestamp with time zone not null default app.now()
  bound_by text not null
  ended_at timestamp with time zone
  ended_because text
  PRIMARY KEY (id)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE CASCADE
  CHECK (((ended_at IS NULL) = (ended_because IS NULL)))
  CHECK ((bound_by = ANY (ARRAY['invitation'::text, 'linking'::text, 'person-number'::text])))
  CHECK ((ended_because = ANY (ARRAY['replaced'::text, 'removed'::text])))
  CREATE INDEX login_identity_of ON app.login_identity USING btree (login_user_id)
  CREATE UNIQUE INDEX login_identity_in_use ON app.login_identity USING btree (issuer, subject) WHERE (ended_at IS NULL)

-- A code that says whose login an identity becomes: a worker's, or a participant's. Used once. Only its hash is kept; made_by is null for one made at the installation itself.
table app.login_invitation
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  code_hash bytea not null
  worker_id uuid
  participant_id uuid
  made_by uuid
  made_at timestamp with time zone not null default app.now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  used_by uuid
  withdrawn_at timestamp with time zone
  UNIQUE (code_hash)
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  FOREIGN KEY (used_by) REFERENCES app.login_user(id) ON DELETE CASCADE
  CHECK (((used_at IS NULL) = (used_by IS NULL)))
  CHECK (((worker_id IS NULL) <> (participant_id IS NULL)))
  CHECK ((expires_at > made_at))

-- A kind of way in, and the most it can prove. A new way is a row here and a function that calls app.open_session.
table app.login_method
  code text not null
  strongest text not null
  PRIMARY KEY (code)
  CHECK ((code ~ '^[a-z][a-z-]{1,30}$'::text))
  CHECK ((strongest = ANY (ARRAY['strong'::text, 'code'::text])))

-- Somebody an issuer vouches for whom nobody here has met: sees nothing but a place for an invitation code, for fifteen minutes.
table app.login_newcomer
  browser_hash bytea not null
  issuer text not null
  subject text not null
  provider text not null
  strength text not null
  organisations text[]
  issuer_session text
  logout_hint bytea
  tries_left integer not null default 5
  expires_at timestamp with time zone not null
  PRIMARY KEY (browser_hash)
  CHECK ((strength = ANY (ARRAY['strong'::text, 'code'::text])))
  CHECK ((tries_left >= 0))
  CREATE INDEX login_newcomer_by_age ON app.login_newcomer USING btree (expires_at)

-- The number a participant has agreed on for codes: by themself, or together with a worker, and confirmed by a code that was sent there. Another number is a new version.
table app.login_phone
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  phone text not null
  agreed_how text not null
  notices boolean not null
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.login_phone(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((agreed_how = ANY (ARRAY['self'::text, 'together'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((phone ~ '^\+[1-9][0-9]{7,14}$'::text))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE INDEX login_phone_in_force ON app.login_phone USING btree (phone) WHERE ((NOT withdrawn) AND (NOT superseded))
  CREATE UNIQUE INDEX login_phone_supersedes_key ON app.login_phone USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy strong_login for insert to app_user with check ( SELECT bool_or(h.strong) AS bool_or FROM app.here_near h) -- Somebody who came by a code does not decide where the next one goes.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, phone, agreed_how, notices) to app_user

-- A login on one device. Only the hash of its secret is kept.
table app.login_session
  id uuid not null default app.uuid7()
  secret_hash bytea not null
  login_user_id uuid not null
  strength text not null default 'strong'::text
  created_at timestamp with time zone not null default app.now()
  idle interval not null default '00:30:00'::interval
  idle_until timestamp with time zone not null
  expires_at timestamp with time zone not null
  ended_at timestamp with time zone
  secret_since timestamp with time zone not null default app.now()
  next_hash bytea
  next_handed_at timestamp with time zone
  previous_hash bytea
  previous_until timestamp with time zone
  method text
  identity_id uuid
  issuer_session text
  acts_for text[]
  logout_hint bytea
  device_kind text
  device_system text
  device_browser text
  ended_because text
  passkey_id uuid
  UNIQUE (next_hash)
  UNIQUE (previous_hash)
  UNIQUE (secret_hash)
  PRIMARY KEY (id)
  FOREIGN KEY (identity_id) REFERENCES app.login_identity(id) ON DELETE SET NULL
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE CASCADE
  FOREIGN KEY (method) REFERENCES app.login_method(code)
  FOREIGN KEY (passkey_id) REFERENCES app.passkey(id) ON DELETE SET NULL
  CHECK (((next_hash IS NULL) = (next_handed_at IS NULL)))
  CHECK (((previous_hash IS NULL) = (previous_until IS NULL)))
  CHECK ((ended_because = ANY (ARRAY['logged-out'::text, 'elsewhere'::text, 'administrator'::text, 'provider'::text, 'closed'::text, 'replaced'::text, 'passkey-ended'::text, 'lost'::text])))
  CHECK ((strength = ANY (ARRAY['strong'::text, 'code'::text])))
  CREATE INDEX login_session_at_issuer ON app.login_session USING btree (issuer_session) WHERE ((issuer_session IS NOT NULL) AND (ended_at IS NULL))
  CREATE INDEX login_session_by_passkey ON app.login_session USING btree (passkey_id) WHERE ((passkey_id IS NOT NULL) AND (ended_at IS NULL))
  CREATE INDEX login_session_of ON app.login_session USING btree (login_user_id, created_at)

-- Someone who logs in. Stands outside the tenants; the municipality is the one that looks after the login.
table app.login_user
  id uuid not null
  municipality_id uuid not null
  name text not null
  persona text
  participant_id uuid
  related_to uuid
  related_person_id uuid
  passkey_handle bytea
  UNIQUE (passkey_handle)
  UNIQUE (persona)
  PRIMARY KEY (id)
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK (((related_to IS NULL) = (related_person_id IS NULL)))
  CHECK ((length(passkey_handle) = 32))
  CREATE INDEX login_user_of ON app.login_user USING btree (participant_id) WHERE (participant_id IS NOT NULL)

-- One person may work in two organisations: two workers, one login.
table app.login_worker
  login_user_id uuid not null
  municipality_id uuid not null
  worker_id uuid not null
  PRIMARY KEY (login_user_id, municipality_id, worker_id)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE CASCADE
  FOREIGN KEY (municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT

-- Something unusual about look-ups, found by a rule (domain/audit): a question to be asked, no verdict. Raised once.
table app.look_up_case
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  rule text not null
  key text not null
  login_user_id uuid not null
  participant_ids uuid[] not null
  from_at timestamp with time zone not null
  to_at timestamp with time zone not null
  look_ups integer not null
  raised_at timestamp with time zone not null default app.now()
  due_at timestamp with time zone not null
  UNIQUE (municipality_id, rule, login_user_id, key)
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT

-- What a named person found out about a case, in words. Never the one it is about.
table app.look_up_case_closed
  municipality_id uuid not null
  case_id uuid not null
  words text not null
  closed_by uuid not null
  closed_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, case_id)
  FOREIGN KEY (closed_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, case_id) REFERENCES app.look_up_case(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))

-- How often the participant wants to be told who has looked: never, once a week, or when somebody looks for the first time.
table app.look_up_digest
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  every text not null
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.look_up_digest(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((every = ANY (ARRAY['none'::text, 'weekly'::text, 'new-person'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE UNIQUE INDEX look_up_digest_supersedes_key ON app.look_up_digest USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, every) to app_user

-- How a municipality has set a rule; the newest holds, the older ones show who changed it. Without one it is as in domain/audit/rules.ts.
table app.look_up_rule_setting
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  rule text not null
  is_on boolean not null
  at_least integer not null
  within integer not null
  set_by uuid not null
  set_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  FOREIGN KEY (set_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  CHECK (((at_least >= 0) AND (at_least <= 10000)))
  CHECK (((within >= 0) AND (within <= 10000)))

-- How far the log has been gone through by those who tell of it and watch over it: each look-up once.
table app.look_up_watch
  singleton boolean not null default true
  to_number bigint not null default 0
  week_told timestamp with time zone not null default '-infinity'::timestamp with time zone
  PRIMARY KEY (singleton)
  CHECK (singleton)

-- A guardian's mandate (vergemål) from the county governor: what it covers, in which period, and where the document is. Being a guardian by itself opens nothing.
table app.mandate
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  related_person_id uuid not null
  scopes text[] not null
  topics text[] not null
  document text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  topic text not null default 'related'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, related_person_id) REFERENCES app.related_person(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.mandate(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((cardinality(scopes) >= 1) AND (scopes <@ ARRAY['money'::text, 'personal'::text, 'health'::text])))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(document) >= 1) AND (length(document) <= 200)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{related}'::text[])))
  CHECK ((valid_to > valid_from))
  CREATE UNIQUE INDEX mandate_supersedes_key ON app.mandate USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.reads))))) -- Read by those the matrix lets read «related», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «related», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, related_person_id, scopes, topics, document, valid_from, valid_to) to app_user

-- A responsibility-group meeting: called, prepared (own agenda), moved, begun (held) and ended; each a version of the one before.
table app.meeting
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  place text
  starts_at timestamp with time zone not null
  own_agenda text
  summoned_at timestamp with time zone not null
  held_at timestamp with time zone
  ended_at timestamp with time zone
  topic text not null default 'meeting'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.meeting(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((ended_at >= held_at))
  CHECK ((kind = 'responsibility-group'::text))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(own_agenda) <= 4000))
  CHECK ((length(place) <= 200))
  CHECK ((topic = ANY ('{meeting}'::text[])))
  CREATE UNIQUE INDEX meeting_supersedes_key ON app.meeting USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.reads))))) -- Read by those the matrix lets read «meeting», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «meeting», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, place, starts_at, own_agenda, summoned_at, held_at, ended_at) to app_user

-- One person and one meeting: invited, said no, or present. Never about me without me: the participant always has one.
table app.meeting_presence
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  meeting_id uuid not null
  person text not null
  worker_municipality_id uuid
  worker_id uuid
  name text
  presence text not null
  topic text not null default 'meeting'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, meeting_id) REFERENCES app.meeting(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.meeting_presence(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(name) >= 1) AND (length(name) <= 160)))
  CHECK (((person = 'other'::text) = (name IS NOT NULL)))
  CHECK (((person = 'worker'::text) = (worker_id IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK (((worker_id IS NULL) = (worker_municipality_id IS NULL)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((person = ANY (ARRAY['participant'::text, 'worker'::text, 'other'::text])))
  CHECK ((presence = ANY (ARRAY['invited'::text, 'said-no'::text, 'present'::text])))
  CHECK ((topic = ANY ('{meeting}'::text[])))
  CREATE UNIQUE INDEX meeting_presence_supersedes_key ON app.meeting_presence USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.reads))))) -- Read by those the matrix lets read «meeting», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «meeting», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, meeting_id, person, worker_municipality_id, worker_id, name, presence) to app_user

-- The tenant. The number is a dated code that changes when municipalities merge, so it is no key.
table app.municipality
  id uuid not null
  number text not null
  name text not null
  UNIQUE (number)
  PRIMARY KEY (id)
  CHECK ((number ~ '^[0-9]{4}$'::text))
  policy near for select to app_user using (id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- My municipality and those it shares services with.
  grant select to app_user

table app.organisation
  municipality_id uuid not null
  id uuid not null
  name text not null
  kind text not null
  organisation_number text
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK ((kind = ANY (ARRAY['municipal'::text, 'nav'::text, 'dps'::text, 'gp'::text, 'work-training'::text, 'voluntary'::text, 'prison'::text, 'treatment'::text, 'employer'::text, 'user-council'::text])))
  CHECK ((organisation_number ~ '^[0-9]{9}$'::text))
  policy engine for select to app_engine using true -- The engine needs places and times; there is nothing about participants here.
  policy near for select to app_user using (municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Seen in my municipality and those it shares services with.
  grant select to app_engine
  grant select to app_user

-- What number an organisation has been said to have, none where it was taken away, by whom and why. Rows are only added; the newest stands on the organisation.
table app.organisation_numbering
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  organisation_id uuid not null
  number text
  said_at timestamp with time zone not null default app.now()
  said_by uuid not null
  because text not null
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id, organisation_id) REFERENCES app.organisation(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(because) >= 1) AND (length(because) <= 200)))
  CHECK ((number ~ '^[0-9]{9}$'::text))

-- The record of what is to be sent: a code and a recipient, never words about health. The text is made at delivery.
table app.outbox
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  code text not null
  channel text not null
  recipient_kind text not null
  recipient_id uuid not null
  not_before timestamp with time zone not null
  created_at timestamp with time zone not null default app.now()
  delivered_at timestamp with time zone
  sent_code_id uuid
  tries integer not null default 0
  next_at timestamp with time zone
  ended_at timestamp with time zone
  ended_because text
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (sent_code_id) REFERENCES app.sent_code(id) ON DELETE SET NULL
  CHECK (((ended_at IS NULL) = (ended_because IS NULL)))
  CHECK (((ended_at IS NULL) OR (delivered_at IS NULL)))
  CHECK ((channel = ANY (ARRAY['in-app'::text, 'sms'::text])))
  CHECK ((code ~ '^[a-z][a-z-]{1,40}$'::text))
  CHECK ((ended_because = ANY (ARRAY['not-wanted'::text, 'expired'::text, 'given-up'::text])))
  CHECK ((recipient_kind = ANY (ARRAY['participant'::text, 'worker'::text])))
  CREATE INDEX outbox_of_participant ON app.outbox USING btree (participant_id) WHERE (delivered_at IS NULL)
  CREATE INDEX outbox_to_send ON app.outbox USING btree (not_before) WHERE ((channel = 'sms'::text) AND (delivered_at IS NULL) AND (ended_at IS NULL))
  CREATE INDEX outbox_waiting ON app.outbox USING btree (municipality_id, not_before) WHERE (delivered_at IS NULL)
  policy engine for insert to app_engine with check (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Put in by the engine together with the change that caused it.
  grant insert to app_engine

-- Contact before any enquiry: an attempt without demands. Silence ends nothing.
table app.outreach
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  service_municipality_id uuid not null
  service_id uuid not null
  outcome text not null
  place text
  note text not null
  how_to_meet text
  topic text not null default 'enquiry'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.outreach(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (service_municipality_id, service_id) REFERENCES app.service(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(how_to_meet) >= 1) AND (length(how_to_meet) <= 500)))
  CHECK (((length(place) >= 1) AND (length(place) <= 200)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(note) <= 4000))
  CHECK ((outcome = ANY (ARRAY['met'::text, 'not-met'::text, 'called'::text, 'message-left'::text])))
  CHECK ((topic = ANY ('{enquiry}'::text[])))
  CREATE INDEX outreach_by_service ON app.outreach USING btree (service_municipality_id, service_id, participant_id)
  CREATE UNIQUE INDEX outreach_supersedes_key ON app.outreach USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('enquiry'::text = ANY (h.reads))))) -- Read by those the matrix lets read «enquiry», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('enquiry'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «enquiry», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, service_municipality_id, service_id, outcome, place, note, how_to_meet) to app_user

-- What a parent with parental responsibility is shown of a minor: decided by a worker, part by part, with the reason and what the young person says to it.
table app.parental_insight
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  related_person_id uuid not null
  basis text not null
  topics text[] not null
  because text not null
  young_said text
  topic text not null default 'related'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, related_person_id) REFERENCES app.related_person(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.parental_insight(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((basis = 'parents-decide'::text) OR (young_said IS NOT NULL)))
  CHECK (((length(because) >= 1) AND (length(because) <= 500)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(young_said) >= 1) AND (length(young_said) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((basis = ANY (ARRAY['parents-decide'::text, 'young-may-limit'::text, 'necessary-only'::text])))
  CHECK ((cardinality(topics) > 0))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{related}'::text[])))
  CREATE UNIQUE INDEX parental_insight_supersedes_key ON app.parental_insight USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.reads))))) -- Read by those the matrix lets read «related», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «related», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, related_person_id, basis, topics, because, young_said) to app_user

-- The root that every fact hangs on and every command locks. It holds no content: names are facts too.
table app.participant
  municipality_id uuid not null
  id uuid not null
  created_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CREATE UNIQUE INDEX participant_directory ON app.participant USING btree (id)
  policy opened for select to app_user using (id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.reads <> '{}'::text[])))) -- The root row of those this transaction has opened.
  grant select to app_user

-- A device's public key, and whose login it opens. The private one never leaves the device, and neither does what it is unlocked with.
table app.passkey
  id uuid not null default app.uuid7()
  login_user_id uuid not null
  credential bytea not null
  public_key bytea not null
  uses bigint not null
  name text not null
  added_at timestamp with time zone not null default app.now()
  added_in uuid
  used_at timestamp with time zone
  ended_at timestamp with time zone
  ended_in uuid
  ended_because text
  UNIQUE (credential)
  PRIMARY KEY (id)
  FOREIGN KEY (added_in) REFERENCES app.login_session(id) ON DELETE SET NULL
  FOREIGN KEY (ended_in) REFERENCES app.login_session(id) ON DELETE SET NULL
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE CASCADE
  CHECK (((ended_at IS NULL) = (ended_because IS NULL)))
  CHECK (((length(credential) >= 1) AND (length(credential) <= 1023)))
  CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  CHECK ((ended_because = ANY (ARRAY['removed'::text, 'copied'::text, 'replaced'::text])))
  CHECK ((uses >= 0))
  CREATE INDEX passkey_of ON app.passkey USING btree (login_user_id)

-- What a device has been asked to sign: by a browser that logs in, or by a session that adds a device. Lives five minutes, and is taken once.
table app.passkey_challenge
  challenge_hash bytea not null
  browser_hash bytea
  session_id uuid
  name text
  expires_at timestamp with time zone not null
  PRIMARY KEY (challenge_hash)
  FOREIGN KEY (session_id) REFERENCES app.login_session(id) ON DELETE CASCADE
  CHECK (((browser_hash IS NULL) <> (session_id IS NULL)))
  CHECK (((length(name) >= 1) AND (length(name) <= 60)))
  CHECK (((session_id IS NULL) = (name IS NULL)))
  CREATE INDEX passkey_challenge_by_age ON app.passkey_challenge USING btree (expires_at)

table app.pathway_run
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  enrolment_id uuid not null
  template text not null
  template_version integer not null
  anchor_day date not null
  topic text not null default 'status'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, enrolment_id) REFERENCES app.enrolment(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.pathway_run(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{status}'::text[])))
  CREATE UNIQUE INDEX pathway_run_supersedes_key ON app.pathway_run USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.reads))))) -- Read by those the matrix lets read «status», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «status», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, enrolment_id, template, template_version, anchor_day) to app_user

-- A step of one person's run, with the days in which it is due.
table app.pathway_step
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  run_id uuid not null
  code text not null
  week smallint not null
  due_from date not null
  due_to date not null
  topic text not null default 'status'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, run_id) REFERENCES app.pathway_run(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.pathway_step(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK (((week >= 1) AND (week <= 520)))
  CHECK ((due_from <= due_to))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{status}'::text[])))
  CREATE UNIQUE INDEX pathway_step_supersedes_key ON app.pathway_step USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.reads))))) -- Read by those the matrix lets read «status», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «status», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, run_id, code, week, due_from, due_to) to app_user

-- Two rows are one person: which one stands from now on, who asked, who did it, when and why; and who took it back. Facts stay on the row where they were written.
table app.person_merge
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  participant_id uuid not null
  surviving_municipality_id uuid not null
  surviving_id uuid not null
  found_by text not null
  asked_by text not null
  reason text not null
  merged_by uuid not null default app.actor()
  merged_at timestamp with time zone not null default app.now()
  confirmed_by uuid
  confirmed_at timestamp with time zone
  split_by uuid
  split_at timestamp with time zone
  split_reason text
  checked_by uuid
  checked_at timestamp with time zone
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (checked_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (confirmed_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (merged_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (split_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (surviving_municipality_id, surviving_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK ((((checked_by IS NULL) = (checked_at IS NULL)) AND ((checked_at IS NULL) OR (split_at IS NOT NULL))))
  CHECK ((((split_by IS NULL) = (split_at IS NULL)) AND ((split_by IS NULL) = (split_reason IS NULL))))
  CHECK (((confirmed_by IS NULL) = (confirmed_at IS NULL)))
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
  CHECK (((length(split_reason) >= 1) AND (length(split_reason) <= 500)))
  CHECK ((asked_by = ANY (ARRAY['participant'::text, 'worker'::text])))
  CHECK ((confirmed_by <> merged_by))
  CHECK ((found_by = ANY (ARRAY['number'::text, 'own-number'::text, 'hand'::text])))
  CHECK ((participant_id <> surviving_id))
  CREATE INDEX person_merge_apart ON app.person_merge USING btree (participant_id) WHERE ((split_at IS NOT NULL) AND (checked_at IS NULL))
  CREATE INDEX person_merge_apart_of_surviving ON app.person_merge USING btree (surviving_id) WHERE ((split_at IS NOT NULL) AND (checked_at IS NULL))
  CREATE INDEX person_merge_in_force ON app.person_merge USING btree (participant_id, surviving_id) WHERE (split_at IS NULL)
  CREATE INDEX person_merge_of_surviving ON app.person_merge USING btree (surviving_id) WHERE (split_at IS NULL)

-- After two people were kept apart again: an entry that was written meanwhile, taken back on one row and written on the other.
table app.person_merge_move
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  merge_id uuid not null
  fact_table text not null
  from_id uuid not null
  to_id uuid not null
  reason text not null
  moved_by uuid not null default app.actor()
  moved_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (moved_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, merge_id) REFERENCES app.person_merge(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))

-- A number that stands for a person, sealed: the database cannot read it. More than one kind may hold at a time.
table app.person_number
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  sealed bytea not null
  sealed_with text not null
  mark bytea not null
  marked_with text not null
  because text
  topic text not null default 'person-number'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.person_number(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((kind = 'local'::text) = (because IS NOT NULL)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(sealed) >= 29) AND (length(sealed) <= 100)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((because = ANY (ARRAY['none-yet'::text, 'not-known'::text, 'not-said'::text])))
  CHECK ((kind = ANY (ARRAY['birth-number'::text, 'd-number'::text, 'help-number'::text, 'common-help-number'::text, 'duf'::text, 'local'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(mark) = 32))
  CHECK ((topic = ANY ('{person-number}'::text[])))
  CREATE INDEX person_number_by_mark ON app.person_number USING btree (mark)
  CREATE UNIQUE INDEX person_number_supersedes_key ON app.person_number USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('person-number'::text = ANY (h.reads))))) -- Read by those the matrix lets read «person-number», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('person-number'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «person-number», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, sealed, sealed_with, mark, marked_with, because) to app_user

-- What the person is called and how to reach them. Only the given name is needed to be met.
table app.profile
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  given_name text not null
  family_name text not null
  preferred_name text
  birth_day date
  gender text
  phone text
  topic text not null default 'identity'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.profile(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(given_name) >= 1) AND (length(given_name) <= 80)))
  CHECK (((length(preferred_name) >= 1) AND (length(preferred_name) <= 80)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((gender = ANY (ARRAY['woman'::text, 'man'::text, 'other'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(family_name) <= 80))
  CHECK ((length(phone) <= 20))
  CHECK ((topic = ANY ('{identity}'::text[])))
  CREATE INDEX profile_by_birth_day ON app.profile USING btree (birth_day) WHERE ((NOT withdrawn) AND (NOT superseded))
  CREATE INDEX profile_by_name ON app.profile USING btree (municipality_id, family_name, given_name, participant_id) WHERE ((NOT withdrawn) AND (NOT superseded))
  CREATE UNIQUE INDEX profile_supersedes_key ON app.profile USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy guarded for insert to app_user with check (((birth_day IS NULL) AND (gender IS NULL) AND (phone IS NULL)) OR (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('contact-details'::text = ANY (h.writes)))))) -- birth_day, gender, phone are filled in by those the matrix lets write «contact-details».
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('identity'::text = ANY (h.reads))))) -- Read by those the matrix lets read «identity», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('identity'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «identity», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, given_name, family_name, preferred_name, birth_day, gender, phone) to app_user

-- Written by whoever was there; read by the participant, the contact person and their substitute alone; never counted.
table app.relapse_note
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  session_municipality_id uuid
  session_id uuid
  words text
  topic text not null default 'relapse'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.relapse_note(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (session_municipality_id, session_id) REFERENCES app.group_session(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((kind = ANY (ARRAY['came-intoxicated'::text, 'relapse'::text, 'hard-time'::text, 'on-hold'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(words) <= 2000))
  CHECK ((topic = ANY ('{relapse}'::text[])))
  CREATE UNIQUE INDEX relapse_note_supersedes_key ON app.relapse_note USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('relapse'::text = ANY (h.reads))))) -- Read by those the matrix lets read «relapse», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('relapse'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «relapse», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, session_municipality_id, session_id, words) to app_user

-- Someone close whom the participant has named. Being named opens nothing: that takes a consent.
table app.related_person
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  name text not null
  relationship text not null
  phone text
  topic text not null default 'related'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.related_person(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(name) >= 1) AND (length(name) <= 160)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((length(phone) <= 20))
  CHECK ((relationship = ANY (ARRAY['mother'::text, 'father'::text, 'parent'::text, 'partner'::text, 'sibling'::text, 'child'::text, 'friend'::text, 'other'::text])))
  CHECK ((topic = ANY ('{related}'::text[])))
  CREATE UNIQUE INDEX related_person_supersedes_key ON app.related_person USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.reads))))) -- Read by those the matrix lets read «related», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «related», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, name, relationship, phone) to app_user

-- Somebody has been asked whom we may talk with: those who are named, nobody, or not now. What each may know is a consent to them.
table app.related_question
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  answer text not null
  explained boolean not null
  topic text not null default 'related'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.related_question(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((answer = ANY (ARRAY['named'::text, 'nobody'::text, 'not-now'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{related}'::text[])))
  CREATE UNIQUE INDEX related_question_supersedes_key ON app.related_question USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.reads))))) -- Read by those the matrix lets read «related», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('related'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «related», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, answer, explained) to app_user

-- What has been answered already, so that a request sent twice is done once. Keeps no body.
table app.request_key
  login_user_id uuid not null
  key uuid not null
  route text not null
  body_hash bytea not null
  result_id uuid not null
  created_at timestamp with time zone not null default app.now()
  PRIMARY KEY (login_user_id, key)
  FOREIGN KEY (login_user_id) REFERENCES app.login_user(id) ON DELETE CASCADE
  CREATE INDEX request_key_by_age ON app.request_key USING btree (created_at)
  policy own for all to app_user using (login_user_id = ( SELECT app.actor() AS actor)) with check (login_user_id = ( SELECT app.actor() AS actor)) -- One's own requests.
  grant insert, select to app_user

-- Nothing of this person's goes while it lasts: a complaint, a supervision case, a claim. Each is lifted by itself.
table app.retention_hold
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  participant_id uuid not null
  because text not null
  set_by uuid not null
  set_proved boolean not null
  set_at timestamp with time zone not null default app.now()
  lifted_by uuid
  lifted_proved boolean
  lifted_because text
  lifted_at timestamp with time zone
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (lifted_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (set_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  CHECK (((length(because) >= 1) AND (length(because) <= 500)))
  CHECK (((length(lifted_because) >= 1) AND (length(lifted_because) <= 500)))
  CHECK ((num_nulls(lifted_by, lifted_proved, lifted_because, lifted_at) = ANY (ARRAY[0, 4])))
  CREATE UNIQUE INDEX retention_hold_once ON app.retention_hold USING btree (municipality_id, participant_id, lower(because)) WHERE (lifted_at IS NULL)

-- The exact rows of a plan, while it waits. Gone when it has ended.
table app.retention_item
  municipality_id uuid not null
  run_id uuid not null
  fact_table text not null
  fact_row uuid not null
  participant_id uuid not null
  legal_class text not null
  PRIMARY KEY (municipality_id, run_id, fact_table, fact_row)
  FOREIGN KEY (municipality_id, run_id) REFERENCES app.retention_run(municipality_id, id) ON DELETE CASCADE

-- How many months after its last entry somebody's content of a class is kept, as the municipality has decided; without months for ever, which is also where nobody has decided. Rows are only added; the newest of a class holds.
table app.retention_period
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  legal_class text not null
  months integer
  because text not null
  set_by uuid not null
  set_proved boolean not null
  set_at timestamp with time zone not null default app.now()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  FOREIGN KEY (set_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  CHECK (((length(because) >= 1) AND (length(because) <= 500)))
  CHECK (((months >= 1) AND (months <= 1200)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))

-- A dry run that somebody has asked for, what it found, which other person said yes to it and what then went. Afterwards it is the trace that is left: how many of each kind and class, and a fingerprint of which; nobody can be found by it.
table app.retention_run
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  asked_by uuid not null
  asked_proved boolean not null
  asked_at timestamp with time zone not null default app.now()
  begun_at timestamp with time zone
  failed_at timestamp with time zone
  failure text
  planned_at timestamp with time zone
  rows_planned integer
  people_planned integer
  tally_planned jsonb
  proof bytea
  approved_by uuid
  approved_proved boolean
  approved_at timestamp with time zone
  ended_at timestamp with time zone
  ended_as text
  ended_by uuid
  ended_proved boolean
  ended_because text
  rows_gone integer
  people_gone integer
  tally_gone jsonb
  proof_gone bytea
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (approved_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (asked_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (ended_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id) REFERENCES app.municipality(id) ON DELETE RESTRICT
  CHECK (((approved_at IS NULL) OR (planned_at IS NOT NULL)))
  CHECK (((ended_as IS DISTINCT FROM 'carried-out'::text) OR (approved_at IS NOT NULL)))
  CHECK (((ended_at IS NULL) = (ended_as IS NULL)))
  CHECK (((failed_at IS NULL) = (failure IS NULL)))
  CHECK (((length(ended_because) >= 1) AND (length(ended_because) <= 500)))
  CHECK (((NOT (ended_as IS DISTINCT FROM 'carried-out'::text)) = (rows_gone IS NOT NULL)))
  CHECK (((NOT (ended_as IS DISTINCT FROM 'turned-down'::text)) = (ended_by IS NOT NULL)))
  CHECK ((ended_as = ANY (ARRAY['nothing-due'::text, 'turned-down'::text, 'stale'::text, 'carried-out'::text])))
  CHECK ((failure ~ '^[0-9A-Za-z-]{1,40}$'::text))
  CHECK ((length(proof_gone) = 32))
  CHECK ((length(proof) = 32))
  CHECK ((num_nulls(approved_by, approved_proved, approved_at) = ANY (ARRAY[0, 3])))
  CHECK ((num_nulls(ended_by, ended_proved, ended_because) = ANY (ARRAY[0, 3])))
  CHECK ((num_nulls(planned_at, rows_planned, people_planned, tally_planned, proof) = ANY (ARRAY[0, 5])))
  CHECK ((num_nulls(rows_gone, people_gone, tally_gone, proof_gone) = ANY (ARRAY[0, 4])))
  CHECK ((people_gone >= 0))
  CHECK ((people_planned >= 0))
  CHECK ((rows_gone >= 0))
  CHECK ((rows_planned >= 0))
  CREATE UNIQUE INDEX retention_run_under_way ON app.retention_run USING btree (municipality_id) WHERE (ended_at IS NULL)

-- Looking back after six weeks, in the participant's words: what changed, what helped, the way on. What the facts show stands beside it and is not stored.
table app.review
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  run_id uuid
  changed text
  helped text
  way_on text
  with_municipality_id uuid
  with_worker_id uuid
  topic text not null default 'meeting'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, run_id) REFERENCES app.pathway_run(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.review(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (with_municipality_id, with_worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(changed) >= 1) AND (length(changed) <= 2000)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(helped) >= 1) AND (length(helped) <= 2000)))
  CHECK (((length(way_on) >= 1) AND (length(way_on) <= 2000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK (((with_worker_id IS NULL) = (with_municipality_id IS NULL)))
  CHECK ((COALESCE(changed, helped, way_on) IS NOT NULL))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{meeting}'::text[])))
  CREATE UNIQUE INDEX review_supersedes_key ON app.review USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.reads))))) -- Read by those the matrix lets read «meeting», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('meeting'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «meeting», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, run_id, changed, helped, way_on, with_municipality_id, with_worker_id) to app_user

-- What was decided on a request, with the reasons; or, with a reason, until when an answer is owed.
table app.rights_decision
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  request_id uuid not null
  outcome text not null
  until_day date
  words text not null
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, request_id) REFERENCES app.rights_request(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.rights_decision(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((outcome = 'prolonged'::text) = (until_day IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((outcome = ANY (ARRAY['granted'::text, 'partly'::text, 'refused'::text, 'prolonged'::text])))
  CHECK ((topic = ANY ('{sharing,identity,goals,team,actions,follow-up,scores,crisis-plan,children,relapse,attendance,wishes,status,enquiry,meeting,life-areas,related,turns,contact-details,person-number,work-goals,money-goals,placements,tenancy,blocks,confided}'::text[])))
  CREATE UNIQUE INDEX rights_decision_supersedes_key ON app.rights_decision USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using ((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{sharing,identity,goals,team,actions,follow-up,scores,crisis-plan,children,relapse,attendance,wishes,status,enquiry,meeting,life-areas,related,turns,contact-details,person-number,work-goals,money-goals,placements,tenancy,blocks,confided}'::text[])))) -- Read by those the matrix lets read «sharing», «identity», «goals», «team», «actions», «follow-up», «scores», «crisis-plan», «children», «relapse», «attendance», «wishes», «status», «enquiry», «meeting», «life-areas», «related», «turns», «contact-details», «person-number», «work-goals», «money-goals», «placements», «tenancy», «blocks», «confided», for the participants named in this transaction's log row.
  policy written for insert to app_user with check (((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{sharing,identity,goals,team,actions,follow-up,scores,crisis-plan,children,relapse,attendance,wishes,status,enquiry,meeting,life-areas,related,turns,contact-details,person-number,work-goals,money-goals,placements,tenancy,blocks,confided}'::text[])))) AND (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those who may read what it is about and write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, request_id, outcome, until_day, words) to app_user

-- The participant asks that something be put right, deleted or used less, or objects to it; of one entry, or of all. Answered within a month.
table app.rights_request
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  about_table text
  about_fact_id uuid
  about_class text
  words text not null
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.rights_request(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((about_table IS NULL) = (about_class IS NULL)))
  CHECK (((about_table IS NULL) = (about_fact_id IS NULL)))
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((about_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((kind = ANY (ARRAY['correct'::text, 'erase'::text, 'restrict'::text, 'object'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{sharing,identity,goals,team,actions,follow-up,scores,crisis-plan,children,relapse,attendance,wishes,status,enquiry,meeting,life-areas,related,turns,contact-details,person-number,work-goals,money-goals,placements,tenancy,blocks,confided}'::text[])))
  CREATE UNIQUE INDEX rights_request_supersedes_key ON app.rights_request USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using ((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{sharing,identity,goals,team,actions,follow-up,scores,crisis-plan,children,relapse,attendance,wishes,status,enquiry,meeting,life-areas,related,turns,contact-details,person-number,work-goals,money-goals,placements,tenancy,blocks,confided}'::text[])))) -- Read by those the matrix lets read «sharing», «identity», «goals», «team», «actions», «follow-up», «scores», «crisis-plan», «children», «relapse», «attendance», «wishes», «status», «enquiry», «meeting», «life-areas», «related», «turns», «contact-details», «person-number», «work-goals», «money-goals», «placements», «tenancy», «blocks», «confided», for the participants named in this transaction's log row.
  policy written for insert to app_user with check (((participant_id, topic) IN ( SELECT p.p, t.t FROM app.here_opened h, LATERAL unnest(h.participant_ids) p(p), LATERAL unnest(h.reads) t(t) WHERE (t.t = ANY ('{sharing,identity,goals,team,actions,follow-up,scores,crisis-plan,children,relapse,attendance,wishes,status,enquiry,meeting,life-areas,related,turns,contact-details,person-number,work-goals,money-goals,placements,tenancy,blocks,confided}'::text[])))) AND (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those who may read what it is about and write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, about_table, about_fact_id, about_class, words) to app_user

-- Which rows are one person now, each with each of the others. Made from app.person_merge (0025_merge.sql), and empty while nobody is registered twice: those who are not pay for one look in an empty index.
table app.same_person
  municipality_id uuid not null
  participant_id uuid not null
  place integer not null
  same_municipality_id uuid not null
  same_participant_id uuid not null
  same_place integer not null
  own boolean not null
  PRIMARY KEY (municipality_id, participant_id, same_participant_id)
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (same_municipality_id, same_participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK ((participant_id <> same_participant_id))
  CREATE INDEX same_person_of ON app.same_person USING btree (participant_id)
  policy both_opened for select to app_user using ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('identity'::text = ANY (h.reads))))) AND (same_participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('identity'::text = ANY (h.reads)))))) -- That two rows are one person is seen by those who may see who it is on both, when this transaction has opened both.
  grant select to app_user

-- Six digits that were asked for by SMS. Of a number nobody has agreed on there is a row like any other, so that asking tells nothing.
table app.sent_code
  id uuid not null default app.uuid7()
  purpose text not null
  browser_hash bytea
  asked_by uuid
  municipality_id uuid
  participant_id uuid
  phone_fact uuid
  about bytea
  phone_mark bytea not null
  code_hash bytea not null
  sealed bytea
  sealed_with text
  asked_at timestamp with time zone not null default app.now()
  expires_at timestamp with time zone not null
  tries_left integer not null
  looked_up_at timestamp with time zone
  confirmed_at timestamp with time zone
  used_at timestamp with time zone
  PRIMARY KEY (id)
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((purpose = 'login'::text) = (browser_hash IS NOT NULL)))
  CHECK (((purpose = 'login'::text) OR ((asked_by IS NOT NULL) AND (participant_id IS NOT NULL) AND (about IS NOT NULL))))
  CHECK (((sealed IS NULL) = (sealed_with IS NULL)))
  CHECK ((purpose = ANY (ARRAY['login'::text, 'phone'::text, 'consent'::text])))
  CHECK ((tries_left >= 0))
  CREATE INDEX sent_code_by_browser ON app.sent_code USING btree (browser_hash, asked_at) WHERE (browser_hash IS NOT NULL)
  CREATE INDEX sent_code_by_phone ON app.sent_code USING btree (phone_mark, asked_at)
  CREATE INDEX sent_code_by_time ON app.sent_code USING btree (asked_at)
  CREATE INDEX sent_code_to_look_up ON app.sent_code USING btree (asked_at) WHERE ((looked_up_at IS NULL) AND (purpose = 'login'::text))

table app.service
  municipality_id uuid not null
  id uuid not null
  organisation_id uuid not null
  name text not null
  neutral_name text not null
  phone text
  pathway text
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id, organisation_id) REFERENCES app.organisation(municipality_id, id) ON DELETE RESTRICT
  policy engine for select to app_engine using true -- The engine needs places and times; there is nothing about participants here.
  policy near for select to app_user using (municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Seen in my municipality and those it shares services with.
  grant select to app_engine
  grant select to app_user

-- How long a login lives: unused, and at most. Somebody who is both has the shorter of each. Why these: decision 34.
table app.session_limit
  who text not null
  strength text not null
  idle interval not null
  longest interval not null
  PRIMARY KEY (who, strength)
  CHECK ((idle <= longest))
  CHECK ((strength = ANY (ARRAY['strong'::text, 'code'::text])))
  CHECK ((who = ANY (ARRAY['participant'::text, 'worker'::text])))

-- What matters, in the participant's words.
table app.statement
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  words text not null
  topic text not null default 'goals'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.statement(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{goals}'::text[])))
  CREATE UNIQUE INDEX statement_supersedes_key ON app.statement USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('goals'::text = ANY (h.reads))))) -- Read by those the matrix lets read «goals», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('goals'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «goals», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, words) to app_user

-- How the participant finds it is going, 0 to 10, at a time.
table app.statement_rating
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  statement_id uuid not null
  rating smallint not null
  topic text not null default 'goals'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, statement_id) REFERENCES app.statement(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.statement_rating(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((rating >= 0) AND (rating <= 10)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{goals}'::text[])))
  CREATE UNIQUE INDEX statement_rating_supersedes_key ON app.statement_rating USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('goals'::text = ANY (h.reads))))) -- Read by those the matrix lets read «goals», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('goals'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «goals», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, statement_id, rating) to app_user

-- The act that completed a step. The engine writes it, so a step is ticked by doing it.
table app.step_completion
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  step_id uuid not null
  act_kind text not null
  act_id uuid not null
  topic text not null default 'status'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, step_id) REFERENCES app.pathway_step(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.step_completion(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{status}'::text[])))
  CREATE UNIQUE INDEX step_completion_supersedes_key ON app.step_completion USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy engine_written for insert to app_engine with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Ticked by the engine, in the name of the one whose act it was.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.reads))))) -- Read by those the matrix lets read «status», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('status'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «status», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, step_id, act_kind, act_id) to app_engine
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, step_id, act_kind, act_id) to app_user

-- What somebody is good at, what has helped before, who is there, how they want to be met. Comes before needs, in own words.
table app.strength
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  kind text not null
  words text not null
  topic text not null default 'goals'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.strength(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((kind = ANY (ARRAY['good-at'::text, 'has-helped'::text, 'who-is-there'::text, 'how-to-meet-me'::text])))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{goals}'::text[])))
  CREATE UNIQUE INDEX strength_supersedes_key ON app.strength USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('goals'::text = ANY (h.reads))))) -- Read by those the matrix lets read «goals», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('goals'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «goals», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, kind, words) to app_user

-- Relation by assignment. The period opens and closes access by itself, a substitute's too.
table app.team_membership
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  role text not null
  worker_municipality_id uuid not null
  worker_id uuid not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  substitute_for uuid
  topic text not null default 'team'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, substitute_for) REFERENCES app.team_membership(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.team_membership(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((substitute_for IS NULL) OR (valid_to IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((role = ANY (ARRAY['contact-person'::text, 'coordinator'::text, 'team-member'::text, 'peer'::text, 'nav'::text, 'dps'::text, 'gp'::text, 'work-training'::text, 'voluntary'::text])))
  CHECK ((topic = ANY ('{team}'::text[])))
  CHECK ((valid_to > valid_from))
  CREATE INDEX team_membership_by_worker ON app.team_membership USING btree (worker_municipality_id, worker_id, participant_id)
  CREATE UNIQUE INDEX team_membership_supersedes_key ON app.team_membership USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy near_only for insert to app_user with check (worker_municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Only workers of my municipality and those it shares services with can be assigned.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('team'::text = ANY (h.reads))))) -- Read by those the matrix lets read «team», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('team'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «team», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, role, worker_municipality_id, worker_id, valid_from, valid_to, substitute_for) to app_user

-- Who changed the timetable, when and why, and how a samling stood before. Nothing in it is about participants.
table app.timetable_change
  municipality_id uuid not null
  id uuid not null default app.uuid7()
  series_id uuid
  session_id uuid
  kind text not null
  because text
  was_starts_at timestamp with time zone
  was_ends_at timestamp with time zone
  was_place text
  was_leader_municipality_id uuid
  was_leader_worker_id uuid
  changed_at timestamp with time zone not null default app.now()
  changed_by uuid not null default app.actor()
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (changed_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, series_id) REFERENCES app.group_series(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, session_id) REFERENCES app.group_session(municipality_id, id) ON DELETE RESTRICT
  CHECK (((kind <> ALL (ARRAY['ended'::text, 'moved'::text, 'cancelled'::text])) OR (because IS NOT NULL)))
  CHECK (((length(because) >= 1) AND (length(because) <= 200)))
  CHECK (((series_id IS NULL) <> (session_id IS NULL)))
  CHECK (((session_id IS NULL) = (was_starts_at IS NULL)))
  CHECK ((kind = ANY (ARRAY['added'::text, 'ended'::text, 'led-by'::text, 'moved'::text, 'cancelled'::text, 'held-after-all'::text])))
  CREATE INDEX timetable_change_by_session ON app.timetable_change USING btree (municipality_id, session_id)
  policy near for select to app_user using (municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Seen in my municipality and those it shares services with.
  grant select to app_user

table app.topic
  code text not null
  bit smallint not null
  UNIQUE ("bit")
  PRIMARY KEY (code)
  CHECK ((("bit" >= 0) AND ("bit" <= 30)))

-- Why somebody looked, in words for the participant: from the one who looked, or from an auditor who has found out.
table app.why_answered
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  asked_id uuid not null
  words text not null
  as_auditor boolean not null default false
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, asked_id) REFERENCES app.why_asked(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.why_answered(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE UNIQUE INDEX why_answered_supersedes_key ON app.why_answered USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, asked_id, words, as_auditor) to app_user

-- The participant asks why somebody looked. What the look was stands in the log and is read from there; one that was not theirs is no case.
table app.why_asked
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  look_number bigint not null
  looked_by uuid not null
  words text
  topic text not null default 'sharing'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (looked_by) REFERENCES app.login_user(id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.why_asked(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 1000)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((look_number > 0))
  CHECK ((topic = ANY ('{sharing}'::text[])))
  CREATE INDEX why_asked_of ON app.why_asked USING btree (looked_by) WHERE ((NOT withdrawn) AND (NOT superseded))
  CREATE UNIQUE INDEX why_asked_supersedes_key ON app.why_asked USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.reads))))) -- Read by those the matrix lets read «sharing», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('sharing'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «sharing», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, look_number, looked_by, words) to app_user

-- Something the participant has asked for. With a worker named: the contact person they would like to have.
table app.wish
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  words text not null
  life_area text
  worker_municipality_id uuid
  worker_id uuid
  topic text not null default 'wishes'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.wish(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  FOREIGN KEY (worker_municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK (((worker_id IS NULL) = (worker_municipality_id IS NULL)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((life_area = ANY (ARRAY['housing'::text, 'money'::text, 'work'::text, 'education'::text, 'family'::text, 'friends'::text, 'physical-health'::text, 'mental-health'::text, 'substance-use'::text, 'leisure'::text, 'daily-living'::text, 'transport'::text, 'safety'::text, 'meaning'::text])))
  CHECK ((topic = ANY ('{wishes}'::text[])))
  CREATE UNIQUE INDEX wish_supersedes_key ON app.wish USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('wishes'::text = ANY (h.reads))))) -- Read by those the matrix lets read «wishes», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('wishes'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «wishes», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, words, life_area, worker_municipality_id, worker_id) to app_user

-- What came of a wish: given or not, why not, what came instead, or when it is taken up again.
table app.wish_answer
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  wish_id uuid not null
  outcome text not null
  reason text
  reason_words text
  instead text
  until_day date
  membership_id uuid
  topic text not null default 'wishes'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, membership_id) REFERENCES app.team_membership(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.wish_answer(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, wish_id) REFERENCES app.wish(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(instead) >= 1) AND (length(instead) <= 500)))
  CHECK (((length(reason_words) >= 1) AND (length(reason_words) <= 500)))
  CHECK (((membership_id IS NULL) OR (outcome = 'given'::text)))
  CHECK (((outcome = 'given'::text) = (reason IS NULL)))
  CHECK (((outcome = 'later'::text) = (until_day IS NOT NULL)))
  CHECK (((outcome = 'other-instead'::text) = (instead IS NOT NULL)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((outcome = ANY (ARRAY['given'::text, 'other-instead'::text, 'not-given'::text, 'later'::text])))
  CHECK ((reason = ANY (ARRAY['rule'::text, 'money'::text, 'distance'::text, 'full'::text, 'not-here'::text, 'other'::text])))
  CHECK ((topic = ANY ('{wishes}'::text[])))
  CREATE UNIQUE INDEX wish_answer_supersedes_key ON app.wish_answer USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy engine_written for insert to app_engine with check ((membership_id IS NOT NULL) AND (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Answered by the engine, in the name of the one whose act it was.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('wishes'::text = ANY (h.reads))))) -- Read by those the matrix lets read «wishes», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('wishes'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «wishes», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, wish_id, outcome, membership_id) to app_engine
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, wish_id, outcome, reason, reason_words, instead, until_day, membership_id) to app_user

-- Whether what came was what the participant wanted; theirs alone to say.
table app.wish_view
  municipality_id uuid not null
  id uuid not null
  participant_id uuid not null
  fact_id uuid not null
  version integer not null default 1
  supersedes uuid
  correction_reason text
  withdrawn boolean not null default false
  superseded boolean not null default false
  happened_at timestamp with time zone not null
  recorded_at timestamp with time zone not null default app.now()
  recorded_by uuid not null default app.actor()
  said_by uuid not null
  legal_class text not null
  wish_answer_id uuid not null
  wanted text not null
  words text
  topic text not null default 'wishes'::text
  PRIMARY KEY (municipality_id, participant_id, id)
  FOREIGN KEY (municipality_id, participant_id, supersedes) REFERENCES app.wish_view(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id, wish_answer_id) REFERENCES app.wish_answer(municipality_id, participant_id, id) ON DELETE RESTRICT
  FOREIGN KEY (municipality_id, participant_id) REFERENCES app.participant(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(correction_reason) >= 1) AND (length(correction_reason) <= 500)))
  CHECK (((length(words) >= 1) AND (length(words) <= 500)))
  CHECK (((supersedes IS NULL) = (correction_reason IS NULL)))
  CHECK (((version = 1) = (id = fact_id)))
  CHECK (((version = 1) = (supersedes IS NULL)))
  CHECK (((version > 1) OR (NOT withdrawn)))
  CHECK ((legal_class = ANY (ARRAY['health-record'::text, 'social-case'::text, 'shared-plan'::text, 'participant-own'::text, 'relative-own'::text, 'voluntary-work'::text])))
  CHECK ((topic = ANY ('{wishes}'::text[])))
  CHECK ((wanted = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
  CREATE UNIQUE INDEX wish_view_supersedes_key ON app.wish_view USING btree (municipality_id, participant_id, supersedes) WHERE (supersedes IS NOT NULL)
  policy engine for select to app_engine using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE (h.changing AND (h.writes <> '{}'::text[]))))) -- Read whole by the engine for the participant being changed, to set clocks that the writer may not see.
  policy opened for select to app_user using (participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('wishes'::text = ANY (h.reads))))) -- Read by those the matrix lets read «wishes», for the participants named in this transaction's log row.
  policy written for insert to app_user with check ((participant_id = ANY (ARRAY( SELECT unnest(h.participant_ids) AS unnest FROM app.here_opened h WHERE ('wishes'::text = ANY (h.writes))))) AND (recorded_by = ( SELECT app.actor() AS actor)) AND (recorded_at = app.now())) -- Added to by those the matrix lets write «wishes», in their own name and at this moment; never changed or deleted.
  grant select to app_engine
  grant select to app_user
  grant insert (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, happened_at, said_by, legal_class, wish_answer_id, wanted, words) to app_user

table app.worker
  municipality_id uuid not null
  id uuid not null
  organisation_id uuid not null
  name text not null
  phone text
  health_personnel boolean not null default false
  presentation text
  PRIMARY KEY (municipality_id, id)
  FOREIGN KEY (municipality_id, organisation_id) REFERENCES app.organisation(municipality_id, id) ON DELETE RESTRICT
  CHECK (((length(presentation) >= 1) AND (length(presentation) <= 600)))
  CREATE UNIQUE INDEX worker_directory ON app.worker USING btree (id)
  policy engine for select to app_engine using true -- The engine needs places and times; there is nothing about participants here.
  policy near for select to app_user using (municipality_id = ANY (( SELECT h.near FROM app.here_near h)::uuid[])) -- Seen in my municipality and those it shares services with.
  grant select to app_engine
  grant select to app_user

-- A role has dates. Without a valid one every relation of the worker is asleep.
table app.worker_role
  municipality_id uuid not null
  worker_id uuid not null
  role text not null
  valid_from timestamp with time zone not null
  valid_to timestamp with time zone
  end_set_by uuid
  end_set_at timestamp with time zone
  PRIMARY KEY (municipality_id, worker_id, role, valid_from)
  FOREIGN KEY (municipality_id, worker_id) REFERENCES app.worker(municipality_id, id) ON DELETE RESTRICT
  CHECK (((end_set_by IS NULL) = (end_set_at IS NULL)))
  CHECK (((end_set_by IS NULL) OR (valid_to IS NOT NULL)))
  CHECK ((role = ANY (ARRAY['worker'::text, 'intake'::text, 'leader'::text, 'peer'::text, 'partner'::text, 'user-representative'::text, 'coordinating-unit'::text, 'auditor'::text, 'system-administrator'::text])))
  CHECK ((valid_to > valid_from))

view app.acknowledgement_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, code, text_version, words, signed_name, told_by_municipality_id, told_by_worker_id, topic) with (security_invoker=true)

view app.action_completion_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, action_id, topic) with (security_invoker=true)

view app.action_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, goal_id, title, doer, worker_municipality_id, worker_id, due_day, topic) with (security_invoker=true)

view app.all_that_happened (municipality_id, participant_id, kind, id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, detail) with ()

view app.attendance_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, session_municipality_id, session_id, answer, topic) with (security_invoker=true)

view app.block_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, worker_municipality_id, worker_id, organisation_municipality_id, organisation_id, topics, topic) with (security_invoker=true)

view app.child_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, name, relation, birth_day, cared_by, safe_adult_name, safe_adult_relation, safe_adult_phone, followed_by, topic) with (security_invoker=true)

view app.child_question_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, children, siblings, topic) with (security_invoker=true)

view app.child_step_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, child_id, kind, words, day, by_whom, next_day, topic) with (security_invoker=true)

view app.confided_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, letter_municipality_id, letter_id, about, words, writer_name, writer_phone, writer_relation, confidence, topic) with (security_invoker=true)

view app.consent_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, recipient_municipality_id, recipient_organisation_id, recipient_worker_municipality_id, recipient_worker_id, recipient_related_id, topics, valid_from, valid_to, words, language, edition, given_how, signed_day, paper_kept, topic) with (security_invoker=true)

view app.contact_details (municipality_id, participant_id, birth_day, gender, phone) with (security_barrier=true)

view app.contact_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, note, next_step, reminds_of, topic) with (security_invoker=true)

view app.crisis_plan_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, signs, helps, call, topic) with (security_invoker=true)

view app.decision_kept_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, decision_id, topic) with (security_invoker=true)

view app.decision_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, meeting_id, words, doer, worker_municipality_id, worker_id, due_day, topic) with (security_invoker=true)

view app.emergency_opening_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, worker_municipality_id, worker_id, reason, valid_from, valid_to, topic) with (security_invoker=true)

view app.emergency_review_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, opening_id, outcome, words, topic) with (security_invoker=true)

view app.enquiry_answer_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, enquiry_id, words, session_municipality_id, session_id, topic) with (security_invoker=true)

view app.enquiry_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, service_municipality_id, service_id, source, words, topic) with (security_invoker=true)

view app.enrolment_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, service_municipality_id, service_id, topic) with (security_invoker=true)

view app.enrolment_state_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, enrolment_id, state, ended_because, next_place, topic) with (security_invoker=true)

view app.goal_closure_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, goal_id, outcome, topic) with (security_invoker=true)

view app.goal_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, title, wanted, present, ways, life_area, topic) with (security_invoker=true)

view app.here_open (participant_id, topic) with ()

view app.here_rows (pid, slot, txid, secret_mark, changing, participant_ids, reads, writes) with ()

view app.life_area_rating_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, talk_id, area, rating, words, topic) with (security_invoker=true)

view app.life_event_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, day, setting, place, words, met_at_door, topic) with (security_invoker=true)

view app.login_phone_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, phone, agreed_how, notices, topic) with (security_invoker=true)

view app.look_up (number, at, municipality_id, login_user_id, action, purpose, participant_ids, read_topics, write_topics) with ()

view app.look_up_digest_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, every, topic) with (security_invoker=true)

view app.mandate_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, related_person_id, scopes, topics, document, valid_from, valid_to, topic) with (security_invoker=true)

view app.meeting_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, place, starts_at, own_agenda, summoned_at, held_at, ended_at, topic) with (security_invoker=true)

view app.meeting_presence_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, meeting_id, person, worker_municipality_id, worker_id, name, presence, topic) with (security_invoker=true)

view app.outreach_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, service_municipality_id, service_id, outcome, place, note, how_to_meet, topic) with (security_invoker=true)

view app.parental_insight_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, related_person_id, basis, topics, because, young_said, topic) with (security_invoker=true)

view app.pathway_run_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, enrolment_id, template, template_version, anchor_day, topic) with (security_invoker=true)

view app.pathway_step_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, run_id, code, week, due_from, due_to, topic) with (security_invoker=true)

view app.person_number_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, sealed, sealed_with, mark, marked_with, because, topic) with (security_invoker=true)

view app.profile_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, given_name, family_name, preferred_name, topic) with (security_invoker=true)

view app.profile_seen (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, given_name, family_name, preferred_name, topic) with (security_invoker=true)

view app.relapse_note_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, session_municipality_id, session_id, words, topic) with (security_invoker=true)

view app.related_person_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, name, relationship, phone, topic) with (security_invoker=true)

view app.related_question_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, answer, explained, topic) with (security_invoker=true)

view app.review_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, run_id, changed, helped, way_on, with_municipality_id, with_worker_id, topic) with (security_invoker=true)

view app.rights_decision_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, request_id, outcome, until_day, words, topic) with (security_invoker=true)

view app.rights_request_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, about_table, about_fact_id, about_class, words, topic) with (security_invoker=true)

view app.statement_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, words, topic) with (security_invoker=true)

view app.statement_rating_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, statement_id, rating, topic) with (security_invoker=true)

view app.step_completion_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, step_id, act_kind, act_id, topic) with (security_invoker=true)

view app.strength_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, kind, words, topic) with (security_invoker=true)

view app.team_membership_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, role, worker_municipality_id, worker_id, valid_from, valid_to, substitute_for, topic) with (security_invoker=true)

view app.timeline (municipality_id, participant_id, kind, id, fact_id, version, happened_at, recorded_at, said_by, legal_class, topic, words, detail) with (security_barrier=true)

view app.why_answered_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, asked_id, words, as_auditor, topic) with (security_invoker=true)

view app.why_asked_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, look_number, looked_by, words, topic) with (security_invoker=true)

view app.wish_answer_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, wish_id, outcome, reason, reason_words, instead, until_day, membership_id, topic) with (security_invoker=true)

view app.wish_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, words, life_area, worker_municipality_id, worker_id, topic) with (security_invoker=true)

view app.wish_view_now (municipality_id, id, participant_id, fact_id, version, supersedes, correction_reason, withdrawn, superseded, happened_at, recorded_at, recorded_by, said_by, legal_class, wish_answer_id, wanted, words, topic) with (security_invoker=true)

function app.actor() security definer, called by app_user, app_engine
  -- Derived from the session's secret each time: a setting that names somebody else makes nobody.

function app.add_passkey(bytea,bytea,bigint,text) security definer, called by app_user
  -- A key that a device has just made, for the one who is logged in by two factors. Nothing when that key is somebody's already, also one that was taken away.

function app.adds_to_sharing(uuid) security definer, called by its owner alone
  -- Whether this transaction has opened somebody for adding to what they share. The owner's alone.

function app.answer_why(uuid,text) security definer, called by app_user
  -- The one who looked, or an auditor of the municipality, says why. Answers with nobody when it is not theirs to answer, and with answered when somebody has.

function app.approve_dry_run(uuid,uuid,text) security definer, called by app_user

function app.approve_run(uuid,uuid,uuid,boolean,text) security definer, called by its owner alone
  -- Another person says yes to exactly what was shown, named by its fingerprint. Answers approved, or the refusal.

function app.arrive(text) security definer, called by its owner alone
  -- Whoever holds this secret, from here to the end of the transaction; nothing when it is none.

function app.ask_dry_run(uuid,uuid,boolean) security definer, called by its owner alone
  -- Asks for a dry run; answers nothing while one is under way.

function app.ask_login_code(text,bytea,bytea,bytea,text) security definer, called by app_user
  -- A browser asks for a code to a number; false when the number, or everyone together, has had too many.

function app.at_home_on(uuid,uuid), called by its owner alone
  -- The rows that the login of this one is at home on: itself first, and those that surely are the same person.

function app.audits() security definer, called by its owner alone
  -- The municipalities whose log I check.

function app.begin_login(text,text,text,text,text,text,text) security definer, called by app_user
  -- Somebody is sent to an issuer; with a secret, to add what it answers to the login that is theirs already.

function app.begin_passkey_login(text,text) security definer, called by app_user

function app.begin_passkey(text,text,bytea) security definer, called by app_user
  -- A device is asked to make a key for the one who is logged in by two factors; answers what it shall know them by, and the devices that have one.

function app.begin(text) security definer, called by app_user
  -- The only way in: from here to the end of the transaction the caller is the one who holds this secret.

function app.beside_now(uuid,uuid) security definer, called by its owner alone
  -- Whether a worker is one of those beside somebody who may give them a way in, at this moment and not shut out.

function app.beside(uuid,uuid,text), called by its owner alone
  -- Who is contact person or coordinator now, while they work here; not who stands in.

function app.besides(uuid) security definer, called by its owner alone
  -- The other rows of one person of which the actor may read who it is.

function app.bind_by_person_number(bytea[],text,text,text) security definer, called by app_user
  -- An identity whose issuer vouches for a person number becomes the login of the one participant who has it; found by marks, which only the server can make.

function app.birthday(date,integer), called by its owner alone
  -- The day on which somebody turns so many years, as src/domain/time/day.ts counts.

function app.bits_of(text[]) security definer, called by its owner alone
  -- Topics as bits.

function app.breach_of(uuid,timestamp with time zone,timestamp with time zone) security definer, called by its owner alone
  -- If an account was in the wrong hands: everyone who was open to it in the period, which topics, and from when to when. The owner's.

function app.cancel_session(uuid,uuid,text) security definer, called by app_user
  -- One samling is not held, with the reason people are shown. False when it is not mine, is over, or is cancelled already.

function app.check_correction(), called by its owner alone

function app.check_split(uuid) security definer, called by app_user
  -- Somebody has been through what was written while two people were one: what belonged to the other is moved or said anew.

function app.close_in_preview(uuid) security definer, called by app_user
  -- The closeness to oneself of one who is close, for whoever previews their page.

function app.close_login(uuid,uuid,text) security definer, called by app_user

function app.close_look_up_case(uuid,text) security definer, called by app_user
  -- An auditor says in words what was found out. Answers closed, or the refusal; never for the one it is about.

function app.close_to_me() security definer, called by app_user
  -- The closeness of the actor to those they have opened.

function app.closed_by_name(uuid) security definer, called by its owner alone
  -- As bits, what somebody has closed to the actor by name: that holds in an emergency too.

function app.closed_by(uuid[]) security definer, called by its owner alone
  -- What participants have closed, as bits; -1 is everything. To a worker by name, to where they work, or to everyone when neither is named.

function app.closeness(uuid,uuid,uuid) security definer, called by its owner alone
  -- What somebody is called, what they share with one who is close, and what that one's mandate opens, each with until when; infinity is until they say stop, or until further notice.

function app.code_way_is_on(uuid,text) security definer, called by app_user
  -- Whether a municipality lets participants in this way.

function app.code_ways() security definer, called by app_user
  -- What is decided about codes where I look after logins.

function app.confirm_by_code(uuid,uuid,bytea) security definer, called by app_user
  -- Whether this is the code that was sent: by the one who asked for it, in three tries.

function app.confirm_merge(uuid) security definer, called by app_user
  -- A second one says that it is the same person; only then does the person's own login reach both rows.

function app.control_accounts() security definer, called by app_user
  -- Those who log in to work near here: whose look-ups an auditor may go through.

function app.control_breach(uuid,timestamp with time zone,timestamp with time zone) security definer, called by app_user
  -- The breach report as an auditor sees it: people of their own municipality by name, of others only which municipality.

function app.control_cases() security definer, called by app_user
  -- The cases of the municipalities whose log I check, the open ones first by how long they may wait.

function app.control_find(text,text,date) security definer, called by app_user
  -- The person by exactly this name and birth day, to see who has looked at them. The search itself is in their log.

function app.control_log(uuid,uuid,timestamp with time zone,timestamp with time zone,bigint) security definer, called by app_user
  -- The log of one account, or about one person, in a period, a hundred at a time: who, when, what for and which topics, never content. Itself in the log of everyone it names.

function app.control_questions() security definer, called by app_user
  -- What participants have asked that the one who looked has not answered in time, or cannot answer because they were refused.

function app.control_rules() security definer, called by app_user

function app.coordinates(uuid) security definer, called by its owner alone
  -- As whom the actor is the coordinating unit of this municipality; nothing when they are not.

function app.count_asking(bytea) security definer, called by its owner alone
  -- Whether one more code may be sent to a number: four an hour and ten a day, and five hundred to all in ten minutes. The owner's alone.

function app.day_groups_between(uuid,uuid,date,date) security definer, called by its owner alone
  -- Days a group was held by day, those of them where somebody wrote down who came, and how many different people came, day by day and in all.

function app.decide_period(uuid,uuid,boolean,text,integer,text) security definer, called by its owner alone

function app.demo_personas() security definer, called by app_user

function app.drop_invitations(uuid,uuid) security definer, called by its owner alone
  -- The codes a worker has that are good, and now are no more; whether there was one. The owner's alone.

function app.drop_letter(uuid,uuid,uuid,text,text,text,text,text,text,text) security definer, called by app_user
  -- Puts a letter into a box, for anybody. Reads nothing about people; sent twice with one key it lies there once.

function app.emergencies_to_review() security definer, called by app_user
  -- Openings in an emergency of those who live, and by those who work, where the actor reviews: by whom, when and why; never what was seen, and not whom.

function app.end_issuer_session(text,text) security definer, called by app_user
  -- The issuer says that its session is over: so are those that stand on it here. Needs no cookie.

function app.end_my_other_sessions() security definer, called by app_user

function app.end_my_session(uuid) security definer, called by app_user

function app.end_passkeys(uuid[],text) security definer, called by its owner alone
  -- The one place where passkeys end: they open nothing more, and neither does what they have opened. Told to their owner. The owner's alone.

function app.end_series(uuid,uuid,date,text) security definer, called by app_user
  -- A line ends after a day: nothing that somebody has answered to disappears. False when it is not mine to end, or has ended.

function app.end_session() security definer, called by app_user
  -- Logs out; answers with where one may log out too, for a login that came from an issuer.

function app.end_sessions_of(uuid,text) security definer, called by its owner alone
  -- Somebody is logged out everywhere. The owner's alone: each way to it decides first.

function app.end_sessions(uuid[],text) security definer, called by its owner alone
  -- The one place where sessions end before their time. What they proved to the issuer goes with them.

function app.end_worker_sessions(uuid,uuid,text) security definer, called by app_user

function app.ensure_audit_partitions(timestamp with time zone) security definer, called by its owner alone
  -- A month of log is a table of its own; the server makes the next three in good time.

function app.expected_at(uuid,uuid,uuid[]) security definer, called by its owner alone
  -- Of these, or of all when none are named, those expected at a samling: in the service, invited in an answer, or written in.

function app.extend_timetable() security definer, called by app_user
  -- Makes the samlinger of every line eight weeks ahead; those that are there stay as they are, also cancelled and moved ones.

function app.fact_tables(), called by app_user
  -- Every table of facts, as the catalogue has them, so that a new one is in everybody's copy without being named. Guarded ones are read through their view.

function app.figure_people(uuid,uuid) security definer, called by its owner alone
  -- Who counts in which figure, once each, and from which day: the one definition. The owner's alone; whoever else counts, counts through it.

function app.find_agreed_phone(uuid,text) security definer, called by its owner alone
  -- Whose agreed number it is that a code was asked for, after the asking was answered: nobody's when several have agreed on it, when it is off, closed or guessed at. The owner's alone.

function app.find_doubles(text) security definer, called by app_user
  -- Pairs among those of whom the actor may read the number and write who it is, with the same number, or the same name and birth day. Others are never looked at, so nobody learns that there is one more.

function app.find_in_emergency(text,text,date) security definer, called by app_user
  -- The one person near with exactly this name and birth day, to open in an emergency; null for none, for several, and for one who has said no to the actor by name. It shows nothing, and is in the log of those it hits.

function app.find_known(text,text,text,text,date) security definer, called by app_user
  -- Those the actor has a relation to with this phone, or this name and birth day. Somebody else's people are never looked at, so the answer and the way to it are the same whether there are any or not.

function app.find_numbered(text,bytea[]) security definer, called by app_user
  -- The exact number, among one's own; the look is in the log with those it hit, and never the number.

function app.find_people(text,text) security definer, called by app_user
  -- Finds by the beginning of any part of a name, by birth day or by phone, only among those the actor has a relation to; at most fifty, and the log names those and no others.

function app.follows_up(uuid,uuid) security definer, called by app_user
  -- Whether a worker's task now is to follow people up, and so they can be chosen as contact person.

function app.forget_newcomer(text) security definer, called by app_user
  -- Somebody nobody here has met goes again; answers with where they may log out too.

function app.give_demo_login_to_parent() security definer, called by its owner alone

function app.give_demo_login_to_related() security definer, called by its owner alone

function app.give_demo_login() security definer, called by its owner alone

function app.hand_out_secret(text) security definer, called by app_user
  -- A newer secret for a session whose own is a quarter of an hour old. The old one lives until the newer is used.

function app.has_proved_who(app.login_session) security definer, called by its owner alone
  -- Whether this login proved who somebody is by two factors. A device proves that it is there: it lets its owner in, and no other device.

function app.here_is_strong() security definer, called by its owner alone
  -- Whether the login this transaction began with proved two factors. Work, and what would hurt most to have read, takes that.

function app.here() security definer, called by its owner alone
  -- The transaction's actor as app.begin found them: looked up once, for the many who ask. Nothing before it, and nothing with another secret.

function app.hold_session_after_all(uuid,uuid,text) security definer, called by app_user
  -- A cancelled samling is held after all. False when it is not mine, is over, or was not cancelled.

function app.hold_somebody(uuid,text,text,date,text) security definer, called by app_user
  -- An auditor holds everything of the one by exactly this name and birth day, who reads it in their log. Two of that name and day are both held: to hold too much loses nothing.

function app.ids_in(jsonb), called by its owner alone

function app.in_an_emergency() security definer, called by its owner alone
  -- Where the actor gives health care and so may open somebody in an emergency; nothing for anybody else, also for a nurse who works in NAV.

function app.in_service_on(uuid,uuid,date) security definer, called by its owner alone
  -- How many were in the service when the day ended.

function app.in_service_rows(uuid,uuid,date) security definer, called by its owner alone
  -- The rows of those in a service when the day ended: of somebody registered twice there may be two.

function app.in_service(uuid,uuid,date) security definer, called by its owner alone
  -- Who was in mapping or active when the day ended: behind «Oversikten», the status page and the command line. Somebody on hold keeps their place and is not counted.

function app.invite_worker(uuid,uuid,text,integer) security definer, called by app_user

function app.is_closed_to(uuid,uuid,uuid[],uuid,boolean), called by its owner alone
  -- Whether a closed door is closed to one who is these workers and comes from this organisation. By name it holds in an emergency too; the rest gives way for those who save a life.

function app.join_by_invitation(uuid,uuid) security definer, called by app_user
  -- One more place of work for the login one is in: one person, one login, and a worker for each place (decision 11).

function app.keeps() security definer, called by its owner alone
  -- The municipalities where I decide, with others, what is kept.

function app.kept_apart(uuid) security definer, called by app_user
  -- Those somebody was one with and is not any more, which nobody has been through yet; for those who might have merged them. Of whoever has no relation to the other one, nothing.

function app.lead_series(uuid,uuid,uuid,uuid,date) security definer, called by app_user
  -- Somebody else leads a line from a day on. False when it is not mine, or they are from another part of the country.

function app.leads(uuid,uuid) security definer, called by its owner alone
  -- Whether somebody works in the organisation one leads.

function app.leave_session(text) security definer, called by app_user
  -- Somebody logs in anew in a browser that holds a session: what it held opens nothing more.

function app.led_services() security definer, called by its owner alone
  -- The services whose figures are mine to see: those I lead, and those my user council follows.

function app.letterboxes() security definer, called by app_user
  -- The services one can write to: those where somebody opens the box. Names nobody, and anybody may ask.

function app.letters_waiting() security definer, called by app_user
  -- How many letters wait in the boxes that are mine to open.

function app.letters() security definer, called by app_user
  -- The letters of the services where I take in: those that wait, whole, and a line for what was dealt with lately. The look-up is logged.

function app.lift_hold(uuid,uuid,uuid,boolean,text) security definer, called by its owner alone

function app.lift_somebody(uuid,uuid,text) security definer, called by app_user

function app.link_identity(text,uuid,text,text,text) security definer, called by app_user
  -- A second way in to the login one is in: both have just been proved, in this browser.

function app.log_in_by_identity(uuid,text,text,text[],jsonb,text,bytea) security definer, called by app_user

function app.log_in_by_passkey(uuid,bigint,text,jsonb) security definer, called by app_user
  -- Lets in by a device whose answer has been verified. One that counts, and has not counted on since last, has been copied: it opens nothing more.

function app.log_in_by_sent_code(text,bytea,text,jsonb) security definer, called by app_user
  -- Lets in whoever types, in the browser that asked, the code that came to an agreed number; once, and in three tries.

function app.log_in_by_worker_code(bytea,bytea,text,jsonb) security definer, called by app_user
  -- Lets in whoever holds a worker's code, once. A code that is wrong, used, too old, tried too often or given by one who may no more is answered alike.

function app.log_new_series() security definer, called by its owner alone

function app.login_codes_of(uuid) security definer, called by app_user
  -- The codes workers have made for somebody of late, and what became of them; never the code.

function app.login_facts(uuid) security definer, called by app_user
  -- What decides whether a login may be opened by a given way in; no name and nothing about anyone else.

function app.login_of_identity(text,text) security definer, called by app_user

function app.login_of_participant(uuid,uuid) security definer, called by its owner alone
  -- A participant's login, made the first time there is a way in to it. The owner's alone.

function app.login_state_of(uuid) security definer, called by app_user
  -- Which codes somebody's municipality lets them in by, and on how many devices they are logged in now.

function app.logins_at_home_on(uuid,uuid) security definer, called by its owner alone
  -- The logins of somebody: one, or one for each row of one who is surely registered twice. The owner's alone.

function app.logins_of_mine() security definer, called by its owner alone
  -- My login, and those of my other rows when I surely am registered twice: what lets in by one of them lets in to all that is mine.

function app.logins_that_wrote_of_me() security definer, called by its owner alone

function app.look_at(bigint,uuid[]) security definer, called by its owner alone
  -- One look-up, as far as it was about a participant, on whichever of their rows.

function app.looked_after(uuid,uuid) security definer, called by its owner alone
  -- The login, or none yet, of a worker that I look after logins for; an error when I do not, or when it is my own.

function app.make_fact_table(text,text[]), called by its owner alone
  -- Keys, walls and grants of a fact table, the same for all: called in the migration that makes the table. With more than one topic each row has its own.

function app.make_guarded_columns(text,text,text[],text), called by its owner alone
  -- Puts some columns of a fact table behind a topic of their own.

function app.make_login_code(uuid,bytea,bytea,boolean) security definer, called by app_user
  -- A worker beside somebody gives them a way in, once and soon; after a lost phone what was open on it is closed first.

function app.mark_superseded() security definer, called by its owner alone

function app.masks(uuid[],text[]) security definer, called by its owner alone

function app.may_merge(uuid[]) security definer, called by its owner alone
  -- Whether this transaction has opened all of these for change, to somebody who writes who they are and reads their number.

function app.may_open_in_emergency() security definer, called by app_user

function app.may_run(uuid,uuid) security definer, called by app_user
  -- One of the services I run.

function app.me_as_participant() security definer, called by its owner alone
  -- The participant that the one logged in is, with two factors, when this transaction has opened them; otherwise nobody. One who was registered twice is all of their rows.

function app.meeting_pulse(uuid,uuid) security definer, called by app_user
  -- Changes when the meeting does, and says nothing else; for those who may open it. What has come is read through the door, and logged.

function app.merge_people(uuid,uuid,text,text) security definer, called by app_user
  -- Says that two rows are one person. Answers the merge's id, or why not.

function app.merged_with(uuid) security definer, called by its owner alone
  -- All rows that merges in force tie together with this one, itself among them.

function app.merges_seen() security definer, called by app_user
  -- The merges, those taken back too, of rows that are both open in this transaction to somebody who may see who it is.

function app.mine() security definer, called by app_user
  -- The rows that are the one who is logged in, that of the login first; none for somebody who is no participant.

function app.move_session(uuid,uuid,uuid,date,time without time zone,time without time zone,text,uuid,uuid,text) security definer, called by app_user
  -- One samling gets another time, place or leader, with the reason people are shown. False when it is not mine, is over or is cancelled.

function app.moved_in(uuid) security definer, called by app_user
  -- Which entries have been moved, and to which: what refers to the one is to refer to the other.

function app.my_boxes() security definer, called by its owner alone
  -- The services whose letters are mine to open: where I take in, now.

function app.my_codes() security definer, called by app_user
  -- The codes there have been to get me in, and to confirm something by: when, and whether they were used.

function app.my_devices() security definer, called by app_user
  -- Every device that lets me in or has done so, for the copy of everything about me; never the key.

function app.my_fact_counts() security definer, called by app_user
  -- How many versions of facts there are about me, by table and class, also those I may not read: what is withheld is said.

function app.my_holds() security definer, called by app_user
  -- Why what stands about me is kept longer than its period, and when that ended.

function app.my_identities() security definer, called by app_user

function app.my_invitation(text) security definer, called by app_user
  -- What a code is an invitation to, for somebody who is logged in, and what decides whether they may take it.

function app.my_invitations() security definer, called by app_user
  -- The codes that were made for me to log in with: when, and what became of them; never the code.

function app.my_login_acts(integer) security definer, called by app_user
  -- What has been done with the logins I look after, the newest first. Of workers alone: a participant's way in is between them and those beside them.

function app.my_logins() security definer, called by app_user
  -- My logins: when, until when, and how strong.

function app.my_look_up_news(boolean) security definer, called by app_user
  -- The newest notice that somebody has looked, until the participant has seen who.

function app.my_look_up_week(timestamp with time zone) security definer, called by app_user
  -- How many have looked at me since then, who of them for the first time, how many tries were refused, and how often I want to be told.

function app.my_look_up(bigint) security definer, called by app_user
  -- Who made a look-up that was about me.

function app.my_look_ups(integer,boolean) security definer, called by app_user
  -- The participant's own log: who looked, from where, at what and why; the newest so many, to the last moment.

function app.my_merges() security definer, called by app_user
  -- What was said about me being registered twice, and what was taken back: who, when and why; never whose the other row was.

function app.my_messages() security definer, called by app_user
  -- What was to be sent because of something about me: a code each, there are no words in it.

function app.my_opening_until(uuid) security definer, called by app_user
  -- When what the actor opened in an emergency closes; nothing when it is not by that.

function app.my_passkeys() security definer, called by app_user
  -- The devices that let me in, and those that have been taken away in the last thirty days.

function app.my_session() security definer, called by app_user

function app.my_sessions() security definer, called by app_user
  -- My own logins, those that live and those that are over; as far back as housekeeping keeps them.

function app.my_staff() security definer, called by app_user
  -- Those who work in the organisation one leads, their last day, and how many need a new contact person. Opens nobody; logged as a figure.

function app.my_voices() security definer, called by app_user
  -- The same as workers, by the ids that facts name them by; also those who work far away.

function app.my_way_in_news() security definer, called by app_user
  -- What is new in how one gets in as me: what somebody else did, until I have seen what, and the newest that was done with my devices in the last fortnight, other than from where I am.

function app.my_whole_log(bigint,integer) security definer, called by app_user
  -- The whole log of who looked at me, the oldest first, a page at a time.

function app.my_why_cases() security definer, called by app_user
  -- What I have asked about look-ups of me, and what was answered.

function app.my_workers() security definer, called by app_user

function app.my_writers() security definer, called by app_user
  -- Who has written something down about me, by the login that facts say it was recorded by.

function app.named_for_control(uuid[],uuid[]) security definer, called by its owner alone

function app.near_of(uuid[],timestamp with time zone) security definer, called by its owner alone

function app.near() security definer, called by app_user
  -- My municipality and those it shares services with: whose service directory and staff names I may see.

function app.newcomer(text) security definer, called by app_user

function app.next_local_number(uuid) security definer, called by app_user
  -- The municipality's four digits and its next serial number, for somebody who has no other number. Two at once get two.

function app.norwegian_time(date,time without time zone), called by its owner alone
  -- When clocks in Norway show an hour on a day. In the night an hour comes twice: the first. In the night it never comes: as long after midnight (RFC 5545).

function app.note_act(uuid,text,uuid,uuid,text) security definer, called by its owner alone
  -- Writes down what I have just done with somebody's login. The owner's alone.

function app.note_control(text,uuid[]) security definer, called by its owner alone
  -- Logs that somebody looked in the log itself, and whom it was about.

function app.note_move(uuid,text,uuid,uuid,text) security definer, called by app_user
  -- That an entry was moved after two people were kept apart again.

function app.noted_by(uuid) security definer, called by app_user
  -- Who noted a paper with a signature, or sat beside when it was confirmed by a code; for those who may read that it was.

function app.now() security definer, called by app_user, app_engine
  -- The one clock: access periods, deadlines and records all read it.

function app.numbered(bytea[]) security definer, called by its owner alone
  -- Those with this number among whom the actor may read it of. Others are never looked at.

function app.numbers_differ(uuid,uuid) security definer, called by its owner alone
  -- Whether two rows have different numbers of a kind that one person has one of.

function app.numbers_told(uuid[]) security definer, called by app_user
  -- Of two whose number is open to the actor in this transaction: whether it is the same one.

function app.open_as_parent() security definer, called by its owner alone
  -- What is open to the actor as a parent.

function app.open_as(text,text,uuid[],text[]) security definer, called by its owner alone

function app.open_change(text,uuid[]) security definer, called by app_user
  -- As open, and locks the participants, and lets the actor add what the matrix lets them write.

function app.open_coordination(uuid,uuid,text,timestamp with time zone,integer) security definer, called by app_user
  -- One page of the people of the actor's own municipality who are in a service, after the one who was shown last. Opens those it shows, with the coordinating unit's topics, and the log names those and no others.

function app.open_group(text,uuid,uuid) security definer, called by app_user
  -- Opens those expected at one samling whom the actor has a relation to, and nobody else.

function app.open_in_emergency(uuid,text,integer) security definer, called by app_user
  -- Opens somebody for so many hours: health personnel only, with a reason, told to the participant and to those who review. Nobody by that id, or one who has said no to this worker by name, answers alike: not-found. What is open already is said so.

function app.open_list(text,text[]) security definer, called by app_user
  -- Opens those to whom the actor is one of these, or anything: a worker's own few hundred, never a municipality. It names in the log nobody who is not on it.

function app.open_person(text,uuid) security definer, called by app_user
  -- Opens somebody, and with them the other rows of the same person, each as far as the actor's own relations to that row reach, in the order in which they stand. A row the actor has no relation to is not looked at, and not named.

function app.open_preview(text,uuid,uuid,uuid,uuid,text[]) security definer, called by app_user
  -- Opens one's own with the rights another has now, and would have with these topics besides: what a preview reads through. Never more than one's own.

function app.open_session(uuid,text,text,text,jsonb,uuid,text,bytea) security definer, called by its owner alone
  -- The one place where a session begins, whatever let somebody in. Nothing for a closed login. The owner's alone: each way in has a function that decides first.

function app.open_to_parent(uuid,uuid,uuid) security definer, called by its owner alone
  -- What is open of somebody to a parent at this moment, and until which birthday. Counted anew each time from the birth day as it stands.

function app.open(text,uuid[]) security definer, called by app_user
  -- Opens named participants for reading, as far as the actor's relations reach, and logs it.

function app.opened_any() security definer, called by app_user

function app.organisation_numbers() security definer, called by app_user
  -- The organisations of the municipality I look after logins for, their numbers, and what was said of them before.

function app.overview() security definer, called by app_user
  -- Counts for the services one leads, or whose users one represents. Opens nobody; the look-up is logged as a figure.

function app.parental_level(date,date), called by its owner alone
  -- What the law gives parents at the age somebody has that day: the rule of src/domain/close/parental-insight.ts, asked where access is decided. An unknown birth day gives nothing.

function app.passkey_by(bytea) security definer, called by app_user
  -- The key to verify a device's answer with, and what decides whether it lets its owner in.

function app.passkey_facts() security definer, called by app_user
  -- What decides whether the one who is logged in may add a passkey.

function app.phone_form(text), called by its owner alone
  -- The digits of a number, without Norway's own code in front.

function app.plain_form(text), called by its owner alone
  -- A search form on a keyboard without æ, ø and å.

function app.plan_days(uuid,uuid), called by its owner alone
  -- That there is a plan, since when, and when it was last written in or looked back on: days, and nothing of what it says.

function app.put_hold(uuid,uuid,boolean,uuid,text) security definer, called by its owner alone
  -- Holds everything of somebody; answers nothing when it is held for that reason already.

function app.reads_sharing(uuid) security definer, called by its owner alone
  -- Whether this transaction has opened what somebody shares. The owner's alone.

function app.receive_person(uuid,uuid,uuid,text) security definer, called by app_user
  -- An enquiry about, or a first meeting with, somebody new: their root row, open to the one who receives it for the rest of this transaction.

function app.refuse_change_of_log(), called by its owner alone

function app.refuse_one_person_alone() security definer, called by its owner alone

function app.refuse_unless_keeper(uuid) security definer, called by its owner alone

function app.remake_same_person(uuid) security definer, called by its owner alone
  -- Writes anew which rows are one person with this one, from the merges in force.

function app.remember_newcomer(text,text,text,text,text,text[],text,bytea) security definer, called by app_user

function app.remember_opened(boolean,uuid[],text[],text[]) security definer, called by its owner alone
  -- Takes the connection's next place that this transaction has not taken.

function app.remove_my_identity(uuid) security definer, called by app_user
  -- Takes away a way in to my login, other than the one I came by, and ends what is open through it.

function app.remove_my_passkey(uuid) security definer, called by app_user
  -- Takes away a device of mine, also by the weaker login: whoever has lost their phone has no other.

function app.reopen_login(uuid,uuid,text) security definer, called by app_user

function app.retention_decisions() security definer, called by app_user
  -- What has been decided about how long each class is kept, the newest first.

function app.retention_holds() security definer, called by app_user
  -- The holds: to an auditor with whom and why, which stands in the log of those it names; to a system administrator only that there is one, by whom and since when.

function app.retention_keeper(uuid,text) security definer, called by its owner alone
  -- The login of somebody by that name who looks after the installation or checks the log there, today.

function app.retention_places() security definer, called by app_user
  -- Where I see what is kept, how many people are held, and whether I hold somebody, which an auditor does.

function app.retention_runs(integer) security definer, called by app_user
  -- The dry run under way, and those before, the newest first: counts and fingerprints, nobody's name or id.

function app.return_letter(uuid,uuid) security definer, called by app_user
  -- It was about somebody else: the letter lies in the box again. For one who has the connection open for adding.

function app.review_emergency(uuid,text,text) security definer, called by app_user
  -- A reviewer says what an opening was; never the one who opened. Answers the review's id, or why not.

function app.reviewers_of(uuid,uuid) security definer, called by its owner alone
  -- Those who review an opening: the auditors where the person lives, and where the one who opened works.

function app.roles_beside(uuid,uuid,timestamp with time zone) security definer, called by its owner alone
  -- What somebody was among a participant's own people at a moment, as it is known now; none for those who came by another way.

function app.row_of(uuid,uuid[]) security definer, called by app_user
  -- Where what is named stands: on which row of one person, of those the actor may see. Opens nothing, and answers the row that was asked about when nothing is found.

function app.rows_of(uuid) security definer, called by its owner alone
  -- All that is one person with this row, itself first: nearly always itself alone.

function app.rows_shown(uuid,uuid,uuid[]), called by its owner alone
  -- The row that is listed, and of somebody registered twice those of the others that the reader sees too.

function app.same_human(uuid,uuid) security definer, called by its owner alone
  -- Whether two logins are, or may be, one person: the same worker, identity or participant, or the same name. Two namesakes need a third: better so than one person twice.

function app.same_number_by_others(uuid,uuid) security definer, called by its owner alone
  -- Whether the same number stands on two rows, and somebody else than the actor has said so of each: nobody makes two people one by writing a number alone.

function app.same_number(uuid,uuid) security definer, called by its owner alone
  -- Whether the same number stands on two rows.

function app.search_form(text), called by its owner alone
  -- Words as they are compared: small letters, accents of other languages away, ä and ö as æ and ø, aa, ae and oe as the letters they stand for; each word after a space.

function app.see_way_in_news() security definer, called by app_user
  -- I have read what somebody did with how I log in.

function app.send_confirming_code(uuid,text,bytea,bytea,bytea,bytea,text) security definer, called by app_user
  -- A code to a number, to confirm that it is the participant's, or that the sentence on the screen is what they say; nothing when the number has had too many.

function app.service_of(uuid,uuid), called by its owner alone
  -- The service somebody is in, or waits for, and since when it stands so.

function app.services_i_run() security definer, called by app_user
  -- Services of the organisations I work in, whose timetable is mine to keep.

function app.session_here() security definer, called by its owner alone
  -- The session whose secret, or until a moment ago whose secret, this is; nothing when it is over.

function app.session_times(date,time without time zone,time without time zone), called by its owner alone
  -- A samling keeps its Norwegian hours; one that would end before it begins, as the clock jumps, keeps its length.

function app.session_times(text) security definer, called by app_user
  -- How long a session has left, without being a use of it.

function app.session_to_change(uuid,uuid,text,text) security definer, called by its owner alone

function app.set_code_way(uuid,text,boolean,text) security definer, called by app_user

function app.set_control_rule(text,boolean,integer,integer) security definer, called by app_user
  -- An auditor sets a rule for the municipalities whose log they check.

function app.set_last_day(uuid,uuid,timestamp with time zone) security definer, called by app_user
  -- A leader says when one of theirs leaves, or that they stay after all. Answers with those whose clocks must be set anew; the leader sees none of them.

function app.set_organisation_number(uuid,uuid,text,text) security definer, called by app_user
  -- Says what number an organisation of my municipality has in the register of units; decides whose logins by representation are let in.

function app.set_retention_period(uuid,text,integer,text) security definer, called by app_user

function app.shared_with_me() security definer, called by app_user
  -- Until when those I have opened share with my organisation, or with me there; absent when until they say stop.

function app.sms_is_on_somewhere() security definer, called by app_user
  -- Whether there is use in offering it to somebody who is not known yet.

function app.split_people(uuid,text) security definer, called by app_user
  -- Two people after all, or nobody knows: everything is as it was before they were merged, and the merge stays as something that was.

function app.staff_logins() security definer, called by app_user
  -- Those who work in the municipality whose logins I look after, and how they log in. Nothing about whom they work with.

function app.standing_at(app.workplace[],uuid[],text[]) security definer, called by its owner alone
  -- The relations that follow from work, of somebody who works at these places.

function app.standing(uuid[],text[]) security definer, called by its owner alone
  -- Every relation the actor has at this moment, to these participants or to all, of these kinds or of all: own, closeness, mandate, assignment, consent, intake, without a contact person, outreach, coordinating unit, emergency, leading a group.

function app.start_demo_session(text,text,jsonb) security definer, called by app_user
  -- A login as a demonstration persona. Does nothing in a production installation.

function app.status_figures(uuid,uuid,date,date) security definer, called by app_user
  -- Counts month by month for a service one leads; which of them may be shown, src/domain/figure decides. Opens nobody; logged as a figure.

function app.sweep_here() security definer, called by its owner alone
  -- Takes away what connections that are gone left behind; run by the server now and then.

function app.take_confirmation(uuid,uuid,text,bytea) security definer, called by app_user
  -- Uses a confirmation, once, for exactly what it was of.

function app.take_letter(uuid,uuid,text) security definer, called by app_user
  -- Takes a letter out of a box that is mine to open, and says what becomes of it. Of one that is taken already it tells nothing but that.

function app.take_login(text,text,text) security definer, called by app_user
  -- The attempt that an answer belongs to, once: the same answer again finds none.

function app.take_my_passkey_challenge(text) security definer, called by app_user
  -- What this session asked a device to sign, once; with the name the device was given.

function app.take_over(bytea) security definer, called by its owner alone
  -- A secret that was handed out is used for the first time: from now on it is the one.

function app.take_passkey_challenge(text,text) security definer, called by app_user
  -- Whether this browser was given this to have signed; once.

function app.tell_of_look_ups(bigint,bigint) security definer, called by its owner alone
  -- Puts into the outbox what participants have asked to be told of who has looked: neutral words, made at delivery.

function app.tell_of_my_way_in(uuid) security definer, called by app_user
  -- The same, for whoever has just changed the agreed number of somebody they opened.

function app.tell_of_passkey(uuid) security definer, called by its owner alone
  -- A participant is told, on all of their rows, that something has changed in how one gets in as them. What, they read inside.

function app.tell_of_way_in(uuid,uuid) security definer, called by its owner alone
  -- The participant is told that somebody did something with how they log in. The owner's alone.

function app.tell_there_is_something(uuid[]) security definer, called by its owner alone

function app.tell_those_coming(uuid,uuid,text) security definer, called by its owner alone
  -- Puts in the outbox that a samling was changed, for those who have said that they come.

function app.timeline_entry(uuid,uuid,text,uuid), called by app_user
  -- One entry of the timeline, for those who see it. A function, so that whoever asks about none pays for none.

function app.too_many_misses(text) security definer, called by its owner alone
  -- Whether so many wrong codes have come of late, from wherever, that it is guessing. The owner's alone.

function app.topic_is_open(text[],text), called by its owner alone

function app.topic_of_closure() security definer, called by its owner alone

function app.topic_of_goal(), called by its owner alone

function app.topic_of_rights_decision(), called by its owner alone

function app.topic_of_rights_request(), called by its owner alone

function app.topics_shown(uuid[],integer[],uuid[]), called by its owner alone
  -- What a look-up opened of somebody, on all of their rows.

function app.try_invitation(text,text) security definer, called by app_user
  -- What a code is an invitation to, for somebody an issuer vouches for. Nothing when there is nobody, or no try left; no invitation when the code is none.

function app.turn_down_dry_run(uuid,uuid,text) security definer, called by app_user

function app.turn_down_run(uuid,uuid,uuid,boolean,text) security definer, called by its owner alone
  -- Anybody who may approve may say no, also the one who asked, and also after a yes until it is carried out.

function app.under_way(uuid,uuid,uuid) security definer, called by its owner alone
  -- Whether somebody is in a service now: neither ended nor declined.

function app.unsent_messages() security definer, called by app_user
  -- What the gateway did not take, where I look after logins: when and what kind. Not to whom, and not a word of it.

function app.use_invitation(text,uuid,uuid,text,jsonb) security definer, called by app_user
  -- Binds the identity of a newcomer to whom they are invited as, and lets them in. The same for a worker's invitation and a participant's.

function app.uuid7(), called by app_user, app_engine

function app.walks_with(uuid,uuid) security definer, called by its owner alone
  -- Those somebody is, or soon will be, the contact person of; the owner's alone.

function app.want_dry_run(uuid) security definer, called by app_user

function app.who_could_see(uuid,timestamp with time zone) security definer, called by app_user
  -- The register of authorisations: who had been let in to somebody at a moment, as what, since when, until when, and by whom. Assignments, consents and emergencies; intake, outreach and groups follow from the day's work and are not among them.

function app.why_asked_of_me() security definer, called by app_user
  -- What I am asked to explain of my own look-ups; of whom it is about, only those open to me in this transaction.

function app.why_cases() security definer, called by its owner alone
  -- What is asked and not answered. The owner's: others are shown their own part of it.

function app.withdraw_invitation(uuid,uuid,text) security definer, called by app_user

function app.workers_of(uuid,timestamp with time zone) security definer, called by its owner alone

function app.workplaces_of(uuid,timestamp with time zone) security definer, called by its owner alone
  -- Where somebody works at this moment.

function app.works_at(uuid) security definer, called by its owner alone
  -- Where somebody who logs in works, in words.

function app.works_until(uuid,uuid) security definer, called by app_user, app_engine
  -- When a worker's last role ends, and every relation with it; null for until further notice.

function app.write_audit(text,text,uuid[],integer[],integer[]) security definer, called by its owner alone
