CREATE TABLE events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY CHECK (position > 0),
    stream text COLLATE "C" NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    kind text NOT NULL,
    body text NOT NULL,
    day text NOT NULL CHECK (length(day) = 10),
    recorded_at text NOT NULL,
    said_by text NOT NULL,
    who text NOT NULL,
    cause text NOT NULL,
    key text NOT NULL,
    schema integer NOT NULL CHECK (schema > 0),
    hash bytea NOT NULL CHECK (length(hash) = 32),
    mark bytea NOT NULL CHECK (length(mark) = 16),
    UNIQUE (stream, version)
)

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END
$$

CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

CREATE TABLE seals (
    upto bigint PRIMARY KEY CHECK (upto > 0),
    events bigint NOT NULL,
    files bigint NOT NULL,
    root bytea NOT NULL CHECK (length(root) = 32),
    readings bigint NOT NULL,
    readings_root bytea NOT NULL CHECK (length(readings_root) = 32),
    sealed_at text NOT NULL,
    signature bytea NOT NULL
)

-- The only table from which something may be destroyed for ever: what was sealed under a key that is gone.
CREATE TABLE keys (
    stream text COLLATE "C" PRIMARY KEY,
    wrapped bytea NOT NULL,
    erased_at text NOT NULL DEFAULT '' CHECK (erased_at = '' OR length(wrapped) = 0)
)

CREATE INDEX keys_destroyed ON keys (erased_at, stream) WHERE erased_at <> ''

CREATE FUNCTION refuse_to_bring_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR OLD.erased_at <> '' THEN
        RAISE EXCEPTION 'that a file was erased is never forgotten' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END
$$

CREATE TRIGGER keys_of_erased_files_stay_gone BEFORE UPDATE OR DELETE ON keys
FOR EACH ROW EXECUTE FUNCTION refuse_to_bring_back()

-- It looks at a sequence that whoever adds an event may not read: as the owner, and at the tables of this schema alone.
CREATE FUNCTION refuse_gaps() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.version > 1 AND NOT EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version - 1) THEN
        RAISE EXCEPTION 'an event follows the one before it in its file' USING ERRCODE = 'restrict_violation'; END IF;
    IF NEW.position > (SELECT last_value FROM events_position_seq) THEN
        RAISE EXCEPTION 'an event is at a place that was given to it' USING ERRCODE = 'restrict_violation'; END IF;
    IF NEW.position <= (SELECT max(upto) FROM seals) THEN
        RAISE EXCEPTION 'an event comes after all that is sealed' USING ERRCODE = 'restrict_violation'; END IF;
    IF EXISTS (SELECT 1 FROM keys WHERE stream = NEW.stream AND erased_at <> '') THEN
        RAISE EXCEPTION 'the file was erased' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END
$$

CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse_gaps()

CREATE TRIGGER seals_stay BEFORE UPDATE OR DELETE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE FUNCTION refuse_seals_ahead() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.upto > (SELECT coalesce(max(position), 0) FROM events) THEN
        RAISE EXCEPTION 'a seal covers events that are there' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END
$$

CREATE TRIGGER seals_cover_what_is_there BEFORE INSERT ON seals FOR EACH ROW EXECUTE FUNCTION refuse_seals_ahead()

CREATE TRIGGER seals_are_not_emptied BEFORE TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

CREATE TABLE readings (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY CHECK (position > 0),
    stream text COLLATE "C" NOT NULL,
    nth integer NOT NULL CHECK (nth > 0),
    actor text NOT NULL,
    purpose text NOT NULL,
    what text NOT NULL,
    at text NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, nth)
)

CREATE TRIGGER readings_stay BEFORE UPDATE OR DELETE ON readings FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE FUNCTION refuse_readings_ahead() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF NEW.nth > 1 AND NOT EXISTS (SELECT 1 FROM readings WHERE stream = NEW.stream AND nth = NEW.nth - 1) THEN
        RAISE EXCEPTION 'a reading follows the one before it in its file' USING ERRCODE = 'restrict_violation'; END IF;
    IF NEW.position > (SELECT last_value FROM readings_position_seq) THEN
        RAISE EXCEPTION 'a reading is at a place that was given to it' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END
$$

CREATE TRIGGER readings_follow_each_other BEFORE INSERT ON readings
FOR EACH ROW EXECUTE FUNCTION refuse_readings_ahead()

CREATE TRIGGER readings_are_not_emptied BEFORE TRUNCATE ON readings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

-- What each message says and where it goes (told) is sealed under the key of its file, bound to the rest of its row.
CREATE TABLE outbox (
    id text COLLATE "C" PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    message integer NOT NULL,
    channel text NOT NULL,
    content text NOT NULL,
    told text NOT NULL,
    due text COLLATE "C" NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    leased_until text COLLATE "C" NOT NULL DEFAULT '',
    sent_at text
)

CREATE INDEX outbox_to_send ON outbox (due, id) WHERE sent_at IS NULL

CREATE INDEX outbox_of_file ON outbox (stream, message, version)

CREATE TABLE work (
    stream text COLLATE "C" PRIMARY KEY,
    version integer NOT NULL,
    seen_on text COLLATE "C" NOT NULL,
    wake_on text COLLATE "C" NOT NULL,
    leased_until text COLLATE "C" NOT NULL DEFAULT '',
    woken_on text COLLATE "C" NOT NULL DEFAULT ''
)

CREATE INDEX work_to_wake ON work (wake_on, stream)

CREATE TABLE owed (
    stream text COLLATE "C" NOT NULL,
    act text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    first integer NOT NULL CHECK (first IN (0, 1)),
    holder text COLLATE "C" NOT NULL,
    office text COLLATE "C" NOT NULL,
    due text COLLATE "C" NOT NULL,
    basis text NOT NULL,
    assigned_to text COLLATE "C" NOT NULL DEFAULT '',
    PRIMARY KEY (stream, act, about)
)

CREATE INDEX owed_by_office ON owed (office, holder, due, stream, act, about)

CREATE INDEX owed_counted ON owed (office, holder, act, due, assigned_to)

CREATE INDEX owed_by_holder ON owed (holder, due, stream, act, about)

CREATE INDEX owed_by_agent ON owed (assigned_to, due, stream, act, about) WHERE assigned_to <> ''

CREATE TABLE numbers (
    number bytea NOT NULL,
    person text NOT NULL,
    stream text COLLATE "C" NOT NULL,
    standing text NOT NULL CHECK (standing IN ('live', 'alias'))
)

CREATE UNIQUE INDEX one_person_a_number ON numbers (number)

CREATE INDEX numbers_of_file ON numbers (stream)

CREATE UNIQUE INDEX one_live_number_a_person ON numbers (person) WHERE standing = 'live'

-- What leads to a file, as keyed digests only: parts of names, the birth date, numbers.
CREATE TABLE people (
    kind text NOT NULL,
    digest bytea NOT NULL,
    stream text COLLATE "C" NOT NULL,
    PRIMARY KEY (kind, digest, stream)
)

CREATE INDEX people_by_file ON people (stream)

CREATE TABLE series (
    name text PRIMARY KEY,
    last bigint NOT NULL
)

CREATE TABLE pool (
    series text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (series, number)
)

-- Files in which something failed: set aside, tried again on another day, and told to whoever keeps the house.
CREATE TABLE troubles (
    stream text COLLATE "C" NOT NULL,
    doing text NOT NULL,
    says text NOT NULL,
    since text NOT NULL,
    last text NOT NULL,
    times integer NOT NULL,
    PRIMARY KEY (stream, doing)
)

-- What the installation's key opens: opened with another key, they say so.
CREATE TABLE secrets (
    name text PRIMARY KEY,
    wrapped bytea NOT NULL
)

-- Pages of papers, sealed; both names are keyed digests. The journal in a file has a folder beside it instead.
CREATE TABLE vault (
    file text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (file, name)
)
