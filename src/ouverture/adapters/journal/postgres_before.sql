CREATE FUNCTION refuse_gaps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.version > 1 AND NOT EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND version = NEW.version - 1) THEN
        RAISE EXCEPTION 'an event follows the one before it in its file' USING ERRCODE = 'restrict_violation'; END IF;
    IF NEW.position <= (SELECT max(upto) FROM seals) THEN
        RAISE EXCEPTION 'an event comes after all that is sealed' USING ERRCODE = 'restrict_violation'; END IF;
    IF EXISTS (SELECT 1 FROM keys WHERE stream = NEW.stream AND erased_at <> '') THEN
        RAISE EXCEPTION 'the file was erased' USING ERRCODE = 'restrict_violation'; END IF;
    RETURN NEW;
END
$$
