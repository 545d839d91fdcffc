"""Lines J1 to J13: the record."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ouverture.adapters.post.folder import LetterFolder
from ouverture.adapters.worker.files import duties
from ouverture.adapters.worker.loop import ClockIsFar, one_round
from ouverture.dossier.claim.requests import RecordBankDetails
from tests.adapters.databases import running_postgres
from tests.adapters.journal.flips import turn_over_rows
from tests.adapters.journal.released.journals import SCHEMA_1_KEY, schema_1
from tests.adapters.journal.tamperings import ACTS, WITH_A_SEAL, is_named, old_copy_is_named
from tests.adapters.journal.test_postgres_role import test_the_program_works_under_it_and_changes_nothing
from tests.campaign.report import StillOpen
from tests.campaign.review.place import HOLDER, IBAN, MACHINE, Place, send, today

MENDED = (3, 51, 3)
"""The first SQLite without the fault of its write-ahead log (3.7.0 to 3.51.2, says the review)."""
BITS = 200
LATER = timedelta(days=90)
FAR = datetime(2099, 1, 1, tzinfo=UTC)
FORGED = (
    "INSERT INTO events SELECT -1, 'f2', (SELECT max(version) + 1 FROM events WHERE stream = 'f2'), kind, body, day,"
    " recorded_at, 'caisse', who, cause, 'x', schema, zeroblob(32), zeroblob(16) FROM events WHERE stream = 'f1'"
    " AND version = 1"
)
UNKNOWN = (
    "INSERT INTO events SELECT NULL, stream, version + 1, 'never_heard_of', body, day, recorded_at, said_by, who,"
    " cause, 'x', schema, hash, mark FROM events WHERE stream = 'f3' ORDER BY version DESC LIMIT 1"
)
OF_EACH_TABLE = (
    "DELETE FROM outbox WHERE stream = 'f1'",
    "DELETE FROM work WHERE stream = 'f1'",
    "DELETE FROM keys WHERE stream = 'f1'",
    "UPDATE outbox SET content = '{}' WHERE stream = 'f1'",
    "UPDATE people SET stream = 'f2' WHERE stream = 'f1'",
)


def j1(place: Place) -> str:
    place.fill()
    with place.hand(triggers=True) as raw:
        try:
            raw.execute(FORGED)
        except sqlite3.IntegrityError as refused:
            said = f"refused by the database (“{refused}”)"
        else:
            raise AssertionError("the event at position -1 was taken")
    with place.hand() as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(FORGED)
    found = place.run("verify", "--language", "en")
    assert found.code == 1, found
    assert "File f2" in found.said
    return f"{said}; its check passed by: verify {found.first}"


def j2(place: Place) -> str:
    place.fill(30)
    with place.hand(triggers=True) as raw:
        raw.execute(UNKNOWN)
    round_ = place.run("worker", "--once", "--language", "en")
    assert round_.code == 0, round_
    assert int(round_.said.split()[0]) >= 30, f"somebody's message stayed: {round_}"
    with place.record() as record:
        late = one_round(duties(record, MACHINE, LetterFolder(place.folder / "post"), today), today() + LATER)
    aside = place.run("troubles", "--language", "en").said
    assert "f3: NotAsWritten" in aside, f"{round_}, {late}: {aside}"
    assert len(aside.splitlines()) == 1, f"others are set aside too: {aside}"
    assert any((place.folder / "house" / "seals").iterdir()), "no seal was kept"
    return f"{round_.first}; {LATER.days} days on, {late.woken} files looked at, one set aside: “{aside[:40]}…”"


def j3(place: Place) -> str:
    fresh = map(str, (place.folder / f"{nth}.sqlite3" for nth in range(100)))
    silent = [act.what for act in ACTS if not is_named(next(fresh), act)]
    silent += [act.what for act in WITH_A_SEAL if not is_named(next(fresh), act, with_seal=True)]
    assert not silent, f"not named: {silent}"
    assert old_copy_is_named(next(fresh)), "an older copy put back is not named"
    place.fill()
    with place.hand():
        pass
    found = place.run("verify", "--language", "en")
    assert found.code == 1, found
    return f"{len(ACTS) + len(WITH_A_SEAL) + 1} acts of a hand named; triggers dropped and left so: {found.first}"


def j4(place: Place) -> str:
    place.fill()
    (place.folder / "elsewhere").mkdir()
    other = {"OUVERTURE_HOME": str(place.folder / "elsewhere")}
    without = place.refused("worker", "--once", "--language", "en", settings=other)
    (place.folder / "elsewhere" / "ouverture.key").write_text("ab" * 32)
    (place.folder / "elsewhere" / "ouverture.key").chmod(0o600)
    found = place.refused("worker", "--once", "--language", "en", settings=other)
    assert "under another key" in found.said
    return f"a folder without the key: {without.first}; with another: {found.first}"


def j5(place: Place) -> str:
    place.fill()
    clear = [word for word in (IBAN, HOLDER, "Inventions") if word.encode() in place.bytes_everywhere()]
    assert not clear, f"in clear: {clear}"
    with place.record() as other:
        assert other.history("f1").lines
        found = place.run("erase", "f1", "--sure", "--language", "en")
        assert found.code == 0, found
        assert not send(other, "f1", RecordBankDetails(IBAN, HOLDER), "again"), "another process wrote on"
        assert other.history("f1").erased
    verified = place.run("verify", "--language", "en")
    assert verified.code == 0, verified
    return f"{found.first}; another process reads and writes it no more; verify exit 0"


def j6(place: Place) -> str:
    place.journal = schema_1(place.folder)
    place.settings |= {"OUVERTURE_JOURNAL": str(place.journal), "OUVERTURE_KEY": SCHEMA_1_KEY.hex()}
    before = place.refused("verify", "--language", "en")
    found = place.run("migrate", "--language", "en")
    assert found.code == 0, found
    return f"a journal of 7efedb5: {before.first}; migrate {found.first}"


def j7(place: Place) -> str:
    place.fill(9)
    with place.record():
        assert place.run("backup", "copy.sqlite3").code == 0
    with (
        closing(sqlite3.connect(place.journal)) as live,
        closing(sqlite3.connect(place.folder / "copy.sqlite3")) as copy,
    ):
        kept, written = (one.execute("SELECT count(*) FROM events").fetchone()[0] for one in (copy, live))
    assert kept == written
    again = {"OUVERTURE_JOURNAL": str(place.folder / "again.sqlite3")}
    found = place.run("restore", "copy.sqlite3", "--language", "en", settings=again)
    assert found.code == 0, found
    return f"{kept} of {written} events in a copy of the open journal; restore {found.first}"


def j8(place: Place) -> str:
    place.fill()
    kept = place.journal.read_bytes()
    for statement in OF_EACH_TABLE:
        place.journal.write_bytes(kept)
        for end in ("-wal", "-shm"):
            Path(f"{place.journal}{end}").unlink(missing_ok=True)
        triggers = [] if " keys " not in statement else ["DROP TRIGGER keys_stay"]
        with place.hand(triggers=True) as raw:
            for each in (*triggers, statement):
                raw.execute(each)
        found = place.run("verify", "--language", "en")
        assert found.code == 1, f"{statement}: {found}"
        assert "File f1" in found.said, f"{statement}: {found}"
    return f"{len(OF_EACH_TABLE)} acts in tables beside the events, each named; the last: {found.first}"


def j9(place: Place) -> str:
    with closing(sqlite3.connect(place.journal)) as theirs, theirs:
        theirs.execute("CREATE TABLE songs (title TEXT)")
    before = place.journal.read_bytes()
    found = place.refused("verify", "--language", "en")
    place.refused("worker", "--once")
    assert place.journal.read_bytes() == before, "somebody else's database was changed"
    return f"{found.first}; not a byte of it changed"


def j10(place: Place) -> str:
    place.fill()
    with place.record() as record:
        before = record.history("f1").version
        try:
            one_round(duties(record, MACHINE, LetterFolder(place.folder / "post"), today), FAR)
        except ClockIsFar as refused:
            said = str(refused)
        else:
            raise AssertionError("the round was made")
        assert record.history("f1").version == before
    return f"the round does nothing: “{said}”"


def j11(place: Place) -> str:
    place.fill()
    whole, ends = place.journal.read_bytes(), set[int]()
    for cut in (100, 6000, len(whole) // 2):
        place.journal.write_bytes(whole[:cut])
        found = place.run("verify", "--language", "en")
        assert found.code in (2, 3), found
        ends.add(found.code)
    (place.folder / "flips").mkdir()
    flips = turn_over_rows(place.folder / "flips", random.Random(BITS), BITS)
    return (
        f"cut short three times: exits {sorted(ends)}; {found.first}; of {BITS} bits of what is stored, each named or"
        f" damage ({', '.join(f'{times} {fate}' for fate, times in sorted(flips.items()))}); all 1,650: part tampering"
    )


def j12(place: Place) -> str:
    version = sqlite3.sqlite_version
    if sqlite3.sqlite_version_info < MENDED:
        raise StillOpen(
            f"the SQLite that Python uses here is {version}; the fault of its log is mended in"
            f" {'.'.join(map(str, MENDED))}: until then backup, seals and a check of the whole file bound what it costs"
        )
    return f"the SQLite in use is {version}: mended"


def j13(place: Place) -> str:
    with running_postgres() as server:
        test_the_program_works_under_it_and_changes_nothing(server)
    return "under the role of this page: 12 statements that would change the record refused by PostgreSQL"


LINES = {
    "J1 an event forged at position -1": j1,
    "J2 one event that cannot be read, 30 files": j2,
    "J3 what verify could not see": j3,
    "J4 two keys on one journal": j4,
    "J5 erasure, and what lay in clear": j5,
    "J6 from one release to the next": j6,
    "J7 backup of an open journal": j7,
    "J8 tables beside the events": j8,
    "J9 somebody else's database": j9,
    "J10 a clock at 2099": j10,
    "J11 a damaged file": j11,
    "J12 the SQLite of Python": j12,
    "J13 the owner of the tables on PostgreSQL": j13,
}
