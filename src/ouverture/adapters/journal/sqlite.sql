CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    recorded_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    cause TEXT NOT NULL,
    key TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, version)
) STRICT

CREATE TRIGGER events_stay_as_written BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END

CREATE TRIGGER events_stay BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END

-- INSERT OR REPLACE deletes without telling the trigger above.
CREATE TRIGGER events_are_not_replaced BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version)
  OR EXISTS (SELECT 1 FROM events WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: events.stream, events.version'); END

CREATE TABLE seals (
    upto INTEGER PRIMARY KEY,
    events INTEGER NOT NULL,
    root BLOB NOT NULL CHECK (length(root) = 32),
    sealed_at TEXT NOT NULL
) STRICT

CREATE TRIGGER seals_stay_as_written BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END

CREATE TRIGGER seals_stay BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'seals are never deleted'); END

CREATE TRIGGER seals_are_not_replaced BEFORE INSERT ON seals
WHEN EXISTS (SELECT 1 FROM seals WHERE upto >= NEW.upto)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: seals.upto'); END

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    channel TEXT NOT NULL,
    content TEXT NOT NULL,
    due TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until TEXT NOT NULL DEFAULT '',
    sent_at TEXT
) STRICT, WITHOUT ROWID

CREATE INDEX outbox_to_send ON outbox (due, id) WHERE sent_at IS NULL

CREATE TABLE work (
    stream TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    holder TEXT NOT NULL,
    act TEXT NOT NULL,
    due TEXT NOT NULL,
    basis TEXT NOT NULL,
    wake_on TEXT NOT NULL,
    leased_until TEXT NOT NULL DEFAULT '',
    woken_on TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID

CREATE INDEX work_by_holder ON work (holder, due, stream)

CREATE INDEX work_to_wake ON work (wake_on, stream)

CREATE TABLE numbers (
    number BLOB NOT NULL,
    person TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('live', 'alias'))
) STRICT

CREATE UNIQUE INDEX one_person_a_number ON numbers (number)

CREATE UNIQUE INDEX one_live_number_a_person ON numbers (person) WHERE standing = 'live'

CREATE TABLE series (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE TABLE pool (
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (series, number)
) STRICT, WITHOUT ROWID

-- The only table from which something may be destroyed for ever: what was sealed under a key that is gone.
CREATE TABLE keys (
    stream TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID
