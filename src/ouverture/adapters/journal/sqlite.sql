CREATE TABLE events (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    stream TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0),
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    day TEXT NOT NULL CHECK (length(day) = 10),
    recorded_at TEXT NOT NULL,
    said_by TEXT NOT NULL,
    who TEXT NOT NULL,
    cause TEXT NOT NULL,
    key TEXT NOT NULL,
    schema INTEGER NOT NULL CHECK (schema > 0),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    mark BLOB NOT NULL CHECK (length(mark) = 16),
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

CREATE TRIGGER events_follow_each_other BEFORE INSERT ON events
WHEN NEW.version > 1 AND NOT EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version - 1)
BEGIN SELECT RAISE(ABORT, 'an event follows the one before it in its file'); END

CREATE TRIGGER events_come_last AFTER INSERT ON events
WHEN NEW.position < (SELECT max(position) FROM events)
  OR NEW.position > 1 AND NOT EXISTS (SELECT 1 FROM events WHERE position = NEW.position - 1)
BEGIN SELECT RAISE(ABORT, 'an event comes right after all others'); END

CREATE TRIGGER events_of_erased_files_end BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM keys WHERE stream = NEW.stream AND erased_at <> '')
BEGIN SELECT RAISE(ABORT, 'the file was erased'); END

CREATE TABLE seals (
    upto INTEGER PRIMARY KEY CHECK (upto > 0),
    events INTEGER NOT NULL,
    files INTEGER NOT NULL,
    root BLOB NOT NULL CHECK (length(root) = 32),
    readings INTEGER NOT NULL,
    readings_root BLOB NOT NULL CHECK (length(readings_root) = 32),
    sealed_at TEXT NOT NULL,
    signature BLOB NOT NULL
) STRICT

CREATE TRIGGER seals_stay_as_written BEFORE UPDATE ON seals
BEGIN SELECT RAISE(ABORT, 'seals are never changed'); END

CREATE TRIGGER seals_stay BEFORE DELETE ON seals
BEGIN SELECT RAISE(ABORT, 'seals are never deleted'); END

CREATE TRIGGER seals_are_not_replaced BEFORE INSERT ON seals
WHEN EXISTS (SELECT 1 FROM seals WHERE upto >= NEW.upto)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: seals.upto'); END

CREATE TRIGGER seals_cover_what_is_there BEFORE INSERT ON seals
WHEN NEW.upto > (SELECT coalesce(max(position), 0) FROM events)
BEGIN SELECT RAISE(ABORT, 'a seal covers events that are there'); END

CREATE TABLE readings (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    stream TEXT NOT NULL,
    nth INTEGER NOT NULL CHECK (nth > 0),
    actor TEXT NOT NULL,
    purpose TEXT NOT NULL,
    what TEXT NOT NULL,
    at TEXT NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    UNIQUE (stream, nth)
) STRICT

CREATE TRIGGER readings_stay_as_written BEFORE UPDATE ON readings
BEGIN SELECT RAISE(ABORT, 'readings are never changed'); END

CREATE TRIGGER readings_stay BEFORE DELETE ON readings
BEGIN SELECT RAISE(ABORT, 'readings are never deleted'); END

CREATE TRIGGER readings_are_not_replaced BEFORE INSERT ON readings
WHEN EXISTS (SELECT 1 FROM readings WHERE stream = NEW.stream AND nth = NEW.nth)
  OR EXISTS (SELECT 1 FROM readings WHERE position = NEW.position)
BEGIN SELECT RAISE(ABORT, 'UNIQUE constraint failed: readings.stream, readings.nth'); END

CREATE TRIGGER readings_come_last AFTER INSERT ON readings
WHEN NEW.position < (SELECT max(position) FROM readings)
  OR NEW.position > 1 AND NOT EXISTS (SELECT 1 FROM readings WHERE position = NEW.position - 1)
BEGIN SELECT RAISE(ABORT, 'a reading comes right after all others'); END

CREATE TRIGGER readings_follow_each_other BEFORE INSERT ON readings
WHEN NEW.nth > 1 AND NOT EXISTS (SELECT 1 FROM readings WHERE stream = NEW.stream AND nth = NEW.nth - 1)
BEGIN SELECT RAISE(ABORT, 'a reading follows the one before it in its file'); END

-- What each message says and where it goes (told) is sealed under the key of its file, bound to the rest of its row.
CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    stream TEXT NOT NULL,
    version INTEGER NOT NULL,
    message INTEGER NOT NULL,
    channel TEXT NOT NULL,
    content TEXT NOT NULL,
    told TEXT NOT NULL,
    due TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    leased_until TEXT NOT NULL DEFAULT '',
    sent_at TEXT
) STRICT, WITHOUT ROWID

CREATE INDEX outbox_to_send ON outbox (due, id) WHERE sent_at IS NULL

-- What no event says (tries, leases, days of sending and of looking) stands in an index as well: SQLite's own check
-- compares the two, so that no bit of it is turned over in silence. So do the indexes of work, series, pool, troubles.
CREATE INDEX outbox_of_file_with_its_tries ON outbox (stream, message, version, due, attempts, leased_until, sent_at)

CREATE TABLE work (
    stream TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    seen_on TEXT NOT NULL,
    wake_on TEXT NOT NULL,
    leased_until TEXT NOT NULL DEFAULT '',
    woken_on TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID

CREATE TABLE owed (
    stream TEXT NOT NULL,
    act TEXT NOT NULL,
    about TEXT NOT NULL,
    first INTEGER NOT NULL CHECK (first IN (0, 1)),
    holder TEXT NOT NULL,
    office TEXT NOT NULL,
    due TEXT NOT NULL,
    basis TEXT NOT NULL,
    assigned_to TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (stream, act, about)
) STRICT, WITHOUT ROWID

CREATE INDEX owed_by_office ON owed (office, holder, due, stream, act, about)

CREATE INDEX owed_counted ON owed (office, holder, act, due, assigned_to)

CREATE INDEX owed_by_holder ON owed (holder, due, stream, act, about)

CREATE INDEX owed_by_agent ON owed (assigned_to, due, stream, act, about) WHERE assigned_to <> ''

CREATE INDEX work_to_wake_with_its_leases ON work (wake_on, stream, seen_on, leased_until, woken_on)

CREATE TABLE numbers (
    number BLOB NOT NULL,
    person TEXT NOT NULL,
    stream TEXT NOT NULL,
    standing TEXT NOT NULL CHECK (standing IN ('live', 'alias'))
) STRICT

CREATE UNIQUE INDEX one_person_a_number ON numbers (number)

CREATE INDEX numbers_of_file ON numbers (stream)

CREATE UNIQUE INDEX one_live_number_a_person ON numbers (person) WHERE standing = 'live'

-- What leads to a file, as keyed digests only: parts of names, the birth date, numbers.
CREATE TABLE people (
    kind TEXT NOT NULL,
    digest BLOB NOT NULL,
    stream TEXT NOT NULL,
    PRIMARY KEY (kind, digest, stream)
) STRICT, WITHOUT ROWID

CREATE INDEX people_by_file ON people (stream)

CREATE TABLE series (
    name TEXT PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT, WITHOUT ROWID

CREATE INDEX series_with_their_last ON series (name, last)

CREATE TABLE pool (
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (series, number)
) STRICT, WITHOUT ROWID

CREATE INDEX pool_by_number ON pool (number, series)

-- Files in which something failed: set aside, tried again on another day, and told to whoever keeps the house.
CREATE TABLE troubles (
    stream TEXT NOT NULL,
    doing TEXT NOT NULL,
    says TEXT NOT NULL,
    since TEXT NOT NULL,
    last TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (stream, doing)
) STRICT, WITHOUT ROWID

CREATE INDEX troubles_by_moment ON troubles (last, since, stream, doing, says, times)

-- What the installation's key opens: opened with another key, they say so.
CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID

-- The only table from which something may be destroyed for ever: what was sealed under a key that is gone.
CREATE TABLE keys (
    stream TEXT PRIMARY KEY,
    wrapped BLOB NOT NULL,
    erased_at TEXT NOT NULL DEFAULT '' CHECK (erased_at = '' OR length(wrapped) = 0)
) STRICT, WITHOUT ROWID

CREATE INDEX keys_destroyed ON keys (erased_at, stream) WHERE erased_at <> ''

CREATE TRIGGER keys_of_erased_files_stay_gone BEFORE UPDATE ON keys WHEN OLD.erased_at <> ''
BEGIN SELECT RAISE(ABORT, 'the file was erased'); END

CREATE TRIGGER keys_stay BEFORE DELETE ON keys
BEGIN SELECT RAISE(ABORT, 'that a file was erased is never forgotten'); END
