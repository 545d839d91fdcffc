CREATE TABLE events (
    position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    kind text NOT NULL,
    body text NOT NULL,
    day text NOT NULL CHECK (length(day) = 10),
    recorded_at text NOT NULL,
    said_by text NOT NULL,
    cause text NOT NULL,
    key text NOT NULL,
    hash bytea NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, version)
)

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END
$$

CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

CREATE TABLE seals (
    upto bigint PRIMARY KEY,
    events bigint NOT NULL,
    root bytea NOT NULL CHECK (length(root) = 32),
    sealed_at text NOT NULL
)

CREATE TRIGGER seals_stay BEFORE UPDATE OR DELETE ON seals FOR EACH ROW EXECUTE FUNCTION refuse_change()

CREATE TRIGGER seals_are_not_emptied BEFORE TRUNCATE ON seals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

CREATE TABLE outbox (
    id text COLLATE "C" PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    channel text NOT NULL,
    content text NOT NULL,
    due text COLLATE "C" NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    leased_until text COLLATE "C" NOT NULL DEFAULT '',
    sent_at text
)

CREATE INDEX outbox_to_send ON outbox (due, id) WHERE sent_at IS NULL

CREATE TABLE work (
    stream text COLLATE "C" PRIMARY KEY,
    version integer NOT NULL,
    holder text COLLATE "C" NOT NULL,
    act text NOT NULL,
    due text COLLATE "C" NOT NULL,
    basis text NOT NULL,
    wake_on text COLLATE "C" NOT NULL,
    leased_until text COLLATE "C" NOT NULL DEFAULT '',
    woken_on text COLLATE "C" NOT NULL DEFAULT ''
)

CREATE INDEX work_by_holder ON work (holder, due, stream)

CREATE INDEX work_to_wake ON work (wake_on, stream)

CREATE TABLE numbers (
    number bytea NOT NULL,
    person text NOT NULL,
    standing text NOT NULL CHECK (standing IN ('live', 'alias'))
)

CREATE UNIQUE INDEX one_person_a_number ON numbers (number)

CREATE UNIQUE INDEX one_live_number_a_person ON numbers (person) WHERE standing = 'live'

CREATE TABLE series (
    name text PRIMARY KEY,
    last bigint NOT NULL
)

CREATE TABLE pool (
    series text NOT NULL,
    number bigint NOT NULL,
    PRIMARY KEY (series, number)
)

-- The only table from which something may be destroyed for ever: what was sealed under a key that is gone.
CREATE TABLE keys (
    stream text COLLATE "C" PRIMARY KEY,
    wrapped bytea NOT NULL
)
