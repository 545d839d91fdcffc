CREATE TRIGGER events_come_last AFTER INSERT ON events
WHEN NEW.position < (SELECT max(position) FROM events)
BEGIN SELECT RAISE(ABORT, 'an event comes after all others'); END

CREATE TRIGGER readings_come_last AFTER INSERT ON readings
WHEN NEW.position < (SELECT max(position) FROM readings)
BEGIN SELECT RAISE(ABORT, 'a reading comes after all others'); END
