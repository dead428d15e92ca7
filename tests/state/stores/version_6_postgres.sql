CREATE SCHEMA sheetsync;
CREATE TABLE sheetsync.doubts (
    plan integer NOT NULL,
    identity integer NOT NULL,
    candidate integer NOT NULL
);
CREATE TABLE sheetsync.letter_bytes (
    letter bigint NOT NULL,
    raw bytea NOT NULL
);
CREATE TABLE sheetsync.letters (
    id bigint NOT NULL,
    plan integer NOT NULL,
    scope text NOT NULL,
    day date NOT NULL,
    kind character varying(20) NOT NULL,
    address text NOT NULL,
    recipient text NOT NULL,
    state character varying(20) NOT NULL,
    trigger text NOT NULL,
    subject text NOT NULL,
    message_id text NOT NULL,
    digest character varying(64) NOT NULL,
    reply text NOT NULL,
    tries integer NOT NULL,
    changed character varying(40) NOT NULL,
    snapshot integer NOT NULL
);
CREATE SEQUENCE sheetsync.letters_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE sheetsync.letters_id_seq OWNED BY sheetsync.letters.id;
CREATE TABLE sheetsync.links (
    plan integer NOT NULL,
    a integer NOT NULL,
    b integer NOT NULL
);
CREATE TABLE sheetsync.mended (
    plan integer NOT NULL,
    address text NOT NULL,
    day date NOT NULL
);
CREATE TABLE sheetsync.places (
    plan integer NOT NULL,
    key text NOT NULL,
    sheet_id integer NOT NULL,
    title text NOT NULL,
    large boolean NOT NULL,
    columns text NOT NULL
);
CREATE TABLE sheetsync.plans (
    id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    token character varying(16) NOT NULL
);
CREATE SEQUENCE sheetsync.plans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE sheetsync.plans_id_seq OWNED BY sheetsync.plans.id;
CREATE TABLE sheetsync.runs (
    id bigint NOT NULL,
    plan integer NOT NULL,
    started character varying(40) NOT NULL,
    ended character varying(40),
    exit_code integer,
    figures text NOT NULL
);
CREATE SEQUENCE sheetsync.runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE sheetsync.runs_id_seq OWNED BY sheetsync.runs.id;
CREATE TABLE sheetsync.sheetsync_version (
    version_num integer NOT NULL
);
CREATE TABLE sheetsync.snapshots (
    plan integer NOT NULL,
    serial integer NOT NULL,
    taken character varying(40) NOT NULL,
    day date NOT NULL,
    year integer NOT NULL,
    title text NOT NULL,
    tab text NOT NULL,
    told boolean NOT NULL,
    scope text NOT NULL
);
CREATE TABLE sheetsync.spells (
    plan integer NOT NULL,
    identity integer NOT NULL,
    since integer NOT NULL,
    until integer,
    parent integer,
    "row" integer NOT NULL,
    number bigint NOT NULL,
    measure bigint NOT NULL,
    deadline bigint NOT NULL,
    responsible bigint NOT NULL,
    status bigint NOT NULL,
    note bigint NOT NULL,
    section bigint NOT NULL
);
CREATE TABLE sheetsync.tellings (
    letter bigint NOT NULL,
    place integer NOT NULL,
    identity integer NOT NULL,
    what text NOT NULL,
    department text NOT NULL,
    due date,
    stage text NOT NULL
);
CREATE TABLE sheetsync.texts (
    id bigint NOT NULL,
    plan integer NOT NULL,
    digest bytea NOT NULL,
    text text NOT NULL
);
CREATE SEQUENCE sheetsync.texts_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE sheetsync.texts_id_seq OWNED BY sheetsync.texts.id;
CREATE TABLE sheetsync.words (
    plan integer NOT NULL,
    identity integer NOT NULL,
    day date NOT NULL
);
ALTER TABLE ONLY sheetsync.letters ALTER COLUMN id SET DEFAULT nextval('sheetsync.letters_id_seq'::regclass);
ALTER TABLE ONLY sheetsync.plans ALTER COLUMN id SET DEFAULT nextval('sheetsync.plans_id_seq'::regclass);
ALTER TABLE ONLY sheetsync.runs ALTER COLUMN id SET DEFAULT nextval('sheetsync.runs_id_seq'::regclass);
ALTER TABLE ONLY sheetsync.texts ALTER COLUMN id SET DEFAULT nextval('sheetsync.texts_id_seq'::regclass);
INSERT INTO sheetsync.doubts VALUES (1, 3, 1);
INSERT INTO sheetsync.doubts VALUES (1, 3, 2);
INSERT INTO sheetsync.letter_bytes VALUES (1, '\xd09fd0bbd0b0d0bd0d0a');
INSERT INTO sheetsync.letter_bytes VALUES (2, '\xd09fd0bbd0b0d0bd0d0a');
INSERT INTO sheetsync.letter_bytes VALUES (3, '\xd09fd0bbd0b0d0bd0d0a');
INSERT INTO sheetsync.letters VALUES (3, 1, '', '2021-01-01', 'between', 'c@example.org', 'hr@example.org', 'pending', 'before-7', 'План мероприятий', '<c@example.org>', '329bb04a87aac77cf61d740603a4a2285d9b39042fe414ea84e7c74b185f6db1', '', 0, '2021-01-01T09:30:00+03:00', 2);
INSERT INTO sheetsync.letters VALUES (1, 1, '', '2021-01-01', 'between', 'a@example.org', 'hr@example.org', 'sent', 'before-7', 'План мероприятий', '<a@example.org>', '329bb04a87aac77cf61d740603a4a2285d9b39042fe414ea84e7c74b185f6db1', '250 OK', 1, '2021-01-01T09:30:00+03:00', 2);
INSERT INTO sheetsync.letters VALUES (2, 1, '', '2021-01-01', 'between', 'b@example.org', 'hr@example.org', 'deferred', 'before-7', 'План мероприятий', '<b@example.org>', '329bb04a87aac77cf61d740603a4a2285d9b39042fe414ea84e7c74b185f6db1', '250 OK', 1, '2021-01-01T09:30:00+03:00', 2);
INSERT INTO sheetsync.links VALUES (1, 1, 2);
INSERT INTO sheetsync.mended VALUES (1, 'hr@example.org', '2021-01-01');
INSERT INTO sheetsync.places VALUES (1, 'План', 7, 'План', true, 'A:K');
INSERT INTO sheetsync.plans VALUES (1, 'план', 'c5edb213');
INSERT INTO sheetsync.runs VALUES (1, 1, '2021-01-01T09:30:00+03:00', '2021-01-01T09:31:00+03:00', 0, '{"letters": 3}');
INSERT INTO sheetsync.sheetsync_version VALUES (6);
INSERT INTO sheetsync.snapshots VALUES (1, 1, '2021-01-01T09:30:00+03:00', '2021-01-01', 2021, 'План мероприятий', 'План', false, '');
INSERT INTO sheetsync.snapshots VALUES (1, 2, '2021-01-02T09:30:00+03:00', '2021-01-02', 2021, 'План мероприятий', 'План', true, '');
INSERT INTO sheetsync.spells VALUES (1, 1, 1, 2, NULL, 4, 1, 2, 3, 4, 5, 5, 6);
INSERT INTO sheetsync.spells VALUES (1, 2, 1, 2, NULL, 5, 7, 8, 3, 4, 5, 5, 6);
INSERT INTO sheetsync.spells VALUES (1, 1, 2, NULL, NULL, 4, 1, 2, 3, 4, 9, 5, 6);
INSERT INTO sheetsync.spells VALUES (1, 3, 2, NULL, NULL, 6, 10, 11, 3, 4, 5, 5, 6);
INSERT INTO sheetsync.tellings VALUES (1, 0, 1, '', 'Отдел кадров', '2021-01-01', 'before-7');
INSERT INTO sheetsync.tellings VALUES (1, 1, 3, 'март', 'Отдел кадров', NULL, 'ask-02');
INSERT INTO sheetsync.tellings VALUES (2, 0, 1, '', 'Отдел кадров', '2021-01-01', 'before-7');
INSERT INTO sheetsync.tellings VALUES (2, 1, 3, 'март', 'Отдел кадров', NULL, 'ask-02');
INSERT INTO sheetsync.tellings VALUES (3, 0, 1, '', 'Отдел кадров', '2021-01-01', 'before-7');
INSERT INTO sheetsync.tellings VALUES (3, 1, 3, 'март', 'Отдел кадров', NULL, 'ask-02');
INSERT INTO sheetsync.texts VALUES (1, 1, '\xcea3878a334b240469d159ff840b6434', '1');
INSERT INTO sheetsync.texts VALUES (2, 1, '\xecc559426cdf0294e0f0e3702bf6f757', 'Провести заседание 1');
INSERT INTO sheetsync.texts VALUES (3, 1, '\x5ae685804c2e6e02393067d2c30e4535', 'май');
INSERT INTO sheetsync.texts VALUES (4, 1, '\xc21631a4a59507694d0cd8a705a8c8cf', 'Отдел кадров');
INSERT INTO sheetsync.texts VALUES (5, 1, '\xcae66941d9efbd404e4d88758ea67670', '');
INSERT INTO sheetsync.texts VALUES (6, 1, '\xa8966db378742a847111f7cce997dd76', 'Раздел I');
INSERT INTO sheetsync.texts VALUES (7, 1, '\x4129e2a8044a57ce7635fd6023661cd6', '2');
INSERT INTO sheetsync.texts VALUES (8, 1, '\x284326c585415c92ef4efb5ac08a89c7', 'Провести заседание 2');
INSERT INTO sheetsync.texts VALUES (9, 1, '\x99738cd2491ebad56517f09619921d38', 'Выполнено');
INSERT INTO sheetsync.texts VALUES (10, 1, '\xc3585b60b755fb13e6e65a16d20f1230', '3');
INSERT INTO sheetsync.texts VALUES (11, 1, '\xdc3d5b49274b3030ade87d7490f7db5f', 'Провести заседание 3');
INSERT INTO sheetsync.words VALUES (1, 1, '2021-01-01');
INSERT INTO sheetsync.words VALUES (1, 3, '2021-01-01');
SELECT pg_catalog.setval('sheetsync.letters_id_seq', 3, true);
SELECT pg_catalog.setval('sheetsync.plans_id_seq', 1, true);
SELECT pg_catalog.setval('sheetsync.runs_id_seq', 1, true);
SELECT pg_catalog.setval('sheetsync.texts_id_seq', 11, true);
ALTER TABLE ONLY sheetsync.doubts
    ADD CONSTRAINT doubts_pkey PRIMARY KEY (plan, identity, candidate);
ALTER TABLE ONLY sheetsync.letter_bytes
    ADD CONSTRAINT letter_bytes_pkey PRIMARY KEY (letter);
ALTER TABLE ONLY sheetsync.letters
    ADD CONSTRAINT letters_pkey PRIMARY KEY (id);
ALTER TABLE ONLY sheetsync.letters
    ADD CONSTRAINT letters_plan_scope_day_kind_address_key UNIQUE (plan, scope, day, kind, address);
ALTER TABLE ONLY sheetsync.links
    ADD CONSTRAINT links_pkey PRIMARY KEY (plan, a, b);
ALTER TABLE ONLY sheetsync.mended
    ADD CONSTRAINT mended_pkey PRIMARY KEY (plan, address);
ALTER TABLE ONLY sheetsync.places
    ADD CONSTRAINT places_pkey PRIMARY KEY (plan, key);
ALTER TABLE ONLY sheetsync.plans
    ADD CONSTRAINT plans_name_key UNIQUE (name);
ALTER TABLE ONLY sheetsync.plans
    ADD CONSTRAINT plans_pkey PRIMARY KEY (id);
ALTER TABLE ONLY sheetsync.runs
    ADD CONSTRAINT runs_pkey PRIMARY KEY (id);
ALTER TABLE ONLY sheetsync.snapshots
    ADD CONSTRAINT snapshots_pkey PRIMARY KEY (plan, serial);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_pkey PRIMARY KEY (plan, identity, since);
ALTER TABLE ONLY sheetsync.tellings
    ADD CONSTRAINT tellings_pkey PRIMARY KEY (letter, place);
ALTER TABLE ONLY sheetsync.texts
    ADD CONSTRAINT texts_pkey PRIMARY KEY (id);
ALTER TABLE ONLY sheetsync.texts
    ADD CONSTRAINT texts_plan_digest_key UNIQUE (plan, digest);
ALTER TABLE ONLY sheetsync.words
    ADD CONSTRAINT words_pkey PRIMARY KEY (plan, identity);
CREATE INDEX letters_of_a_day ON sheetsync.letters USING btree (day);
CREATE INDEX runs_of_a_plan ON sheetsync.runs USING btree (plan);
ALTER TABLE ONLY sheetsync.doubts
    ADD CONSTRAINT doubts_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.letter_bytes
    ADD CONSTRAINT letter_bytes_letter_fkey FOREIGN KEY (letter) REFERENCES sheetsync.letters(id);
ALTER TABLE ONLY sheetsync.letters
    ADD CONSTRAINT letters_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.links
    ADD CONSTRAINT links_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.mended
    ADD CONSTRAINT mended_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.places
    ADD CONSTRAINT places_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.runs
    ADD CONSTRAINT runs_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.snapshots
    ADD CONSTRAINT snapshots_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_deadline_fkey FOREIGN KEY (deadline) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_measure_fkey FOREIGN KEY (measure) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_note_fkey FOREIGN KEY (note) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_number_fkey FOREIGN KEY (number) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_responsible_fkey FOREIGN KEY (responsible) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_section_fkey FOREIGN KEY (section) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.spells
    ADD CONSTRAINT spells_status_fkey FOREIGN KEY (status) REFERENCES sheetsync.texts(id);
ALTER TABLE ONLY sheetsync.tellings
    ADD CONSTRAINT tellings_letter_fkey FOREIGN KEY (letter) REFERENCES sheetsync.letters(id);
ALTER TABLE ONLY sheetsync.texts
    ADD CONSTRAINT texts_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
ALTER TABLE ONLY sheetsync.words
    ADD CONSTRAINT words_plan_fkey FOREIGN KEY (plan) REFERENCES sheetsync.plans(id);
