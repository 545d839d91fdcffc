"""One round of the worker: messages leave once, or again under the same identity; files are looked at on their day."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Event as Signal
from typing import Any

import pytest

from ouverture.adapters.journal import readings, seals
from ouverture.adapters.journal.examine import examine
from ouverture.adapters.journal.figures import figures
from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.postgres import PostgresStore
from ouverture.adapters.journal.rebuild import Rebuilt, rebuild
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import Seal, last_seal
from ouverture.adapters.journal.store import Connection
from ouverture.adapters.worker.lease import LEASE, Claimed
from ouverture.adapters.worker.loop import ClockIsFar, Duties, Round, one_round, work
from ouverture.adapters.worker.sending import FIRST_PAUSE, LONGEST_PAUSE, Bounced, Undelivered, pause_after
from ouverture.adapters.worker.troubles import troubles
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Reading
from tests.adapters.databases import Postgres, by_hand, is_sqlite
from tests.adapters.small_file import NOON, NUMBER_KEY, SMALL, AddSmallNote, OpenSmallFile, order


class Letterbox:
    """A post that keeps what it is given, or fails as it is told to."""

    def __init__(self) -> None:
        self.took: list[tuple[str, str, dict[str, Any]]] = []
        self.down = False
        self.bounces = False

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> Bounced | None:
        if self.down:
            raise Undelivered("the post is on strike")
        self.took.append((identity, channel, content))
        return Bounced("no such letterbox") if self.bounces else None


class PowerCut(BaseException):
    """The process stops here."""


@pytest.fixture
def box() -> Letterbox:
    return Letterbox()


@pytest.fixture
def duties(record: Record, box: Letterbox) -> Duties:
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    return Duties(record.store, record.signing, record.mark, box, reporting(record), waking(record))


def reporting(record: Record) -> Callable[[Claimed, Bounced | None], None]:
    def report(message: Claimed, bounced: Bounced | None) -> None:
        note = bounced.reason if bounced else "sent"
        assert isinstance(handle(record, SMALL, order(message.stream, AddSmallNote(note), message.id)), Done)

    return report


def waking(record: Record) -> Callable[[str, datetime], object]:
    def wake(stream: str, now: datetime) -> object:
        return handle(record, SMALL, order(stream, AddSmallNote(f"looked at on {now.date()}"), f"wake {now.date()}"))

    return wake


def notes(record: Record) -> list[str]:
    return [line.body.partition('"note":"')[2].partition('"')[0] for line in record.history("ana").lines[2:]]


def test_a_message_leaves_once_and_its_file_says_so(record: Record, duties: Duties, box: Letterbox) -> None:
    assert one_round(duties, NOON) == Round(sent=1, woken=0)
    assert one_round(duties, NOON + LEASE * 2) == Round(sent=0, woken=0)
    assert box.took == [("ana/1", "letter", {"name": "Ana", "wording": "receipt"})]
    assert notes(record) == ["sent"]


def test_a_message_that_cannot_leave_is_tried_again_later(record: Record, duties: Duties, box: Letterbox) -> None:
    box.down = True
    assert one_round(duties, NOON).sent == 0
    box.down = False
    assert one_round(duties, NOON + FIRST_PAUSE / 2).sent == 0
    assert one_round(duties, NOON + FIRST_PAUSE).sent == 1
    assert notes(record) == ["sent"]


def test_each_pause_is_twice_the_last_until_six_hours() -> None:
    minutes = [pause_after(attempts) / timedelta(minutes=1) for attempts in (1, 2, 3, 9, 10, 1000)]
    assert minutes == [1, 2, 4, 256, 360, 360]
    assert pause_after(1000) == LONGEST_PAUSE


def test_a_message_that_bounced_is_not_sent_again_and_its_file_says_why(
    record: Record, duties: Duties, box: Letterbox
) -> None:
    box.bounces = True
    assert one_round(duties, NOON).sent == 0
    one_round(duties, NOON + LEASE * 2)
    assert len(box.took) == 1
    assert notes(record) == ["no such letterbox"]


@pytest.mark.parametrize("told", [False, True], ids=["before the file is told", "after the file is told"])
def test_a_worker_that_stops_in_the_middle_sends_again_under_the_same_identity(
    record: Record, duties: Duties, box: Letterbox, told: bool
) -> None:
    def stop(message: Claimed, bounced: Bounced | None) -> None:
        if told:
            duties.report(message, bounced)
        raise PowerCut

    with pytest.raises(PowerCut):
        one_round(duties._replace(report=stop), NOON)
    assert one_round(duties, NOON + LEASE * 2).sent == 1
    assert [identity for identity, _, _ in box.took] == ["ana/1", "ana/1"]
    assert notes(record) == ["sent"]


def test_a_file_is_looked_at_on_its_day_and_once(record: Record, duties: Duties) -> None:
    one_round(duties, NOON)
    due = NOON + timedelta(days=20)
    assert one_round(duties, due - timedelta(days=1)).woken == 0
    assert one_round(duties, due).woken == 1
    assert notes(record) == ["sent", f"looked at on {due.date()}"]
    assert one_round(duties, due + timedelta(hours=1)).woken in (0, 1)
    assert notes(record) == ["sent", f"looked at on {due.date()}"]


def test_one_bad_event_stops_one_file_and_is_told(where: str, record: Record, duties: Duties, box: Letterbox) -> None:
    for nth in range(5):
        handle(record, SMALL, order(f"other {nth}", OpenSmallFile(f"Person {nth}"), f"open {nth}"))
    with by_hand(where) as connection:
        an_unknown_event(connection, "other 2", 3)
    due = NOON + timedelta(days=20)
    assert one_round(duties, due) == Round(sent=5, woken=5, troubled=2)
    assert [(one.stream, one.doing, one.says) for one in troubles(record.store)] == [
        ("other 2", "look at the file", "NotAsWritten"),
        ("other 2", "send a message", "NotAsWritten"),
    ]
    written = record.store.read(lambda connection: connection.execute("SELECT count(*) FROM events").fetchone()[0])
    assert record.store.read(last_seal).events == written
    assert {identity for identity, _, _ in box.took} == {"ana/1", *(f"other {nth}/1" for nth in range(5))}
    assert one_round(duties, due + timedelta(hours=6)).woken == 0


def test_a_trouble_that_is_over_is_no_longer_told(record: Record, duties: Duties) -> None:
    def broken(stream: str, now: datetime) -> object:
        raise ValueError(f"the number of {stream}")

    due = NOON + timedelta(days=20)
    assert one_round(duties._replace(wake=broken), due).troubled == 1
    (told,) = troubles(record.store)
    assert (told.stream, told.says, told.times) == ("ana", "ValueError", 1)
    assert one_round(duties, due + timedelta(days=1)).troubled == 0
    assert troubles(record.store) == ()


def an_unknown_event(connection: Connection, stream: str, version: int) -> None:
    """An event that a later release, or somebody's hand, wrote."""
    connection.execute(
        "INSERT INTO events (stream, version, kind, body, day, recorded_at, said_by, who, cause, key, schema,"
        " hash, mark)"
        " SELECT stream, ?, 'never_heard_of', body, day, recorded_at, said_by, who, cause, 'x', schema, hash, mark"
        " FROM events WHERE stream = ? AND version = ?",
        (version, stream, version - 1),
    )


def test_a_message_put_in_by_a_hand_with_a_count_of_tries_that_no_number_follows_stops_no_other(
    where: str, record: Record, duties: Duties, box: Letterbox
) -> None:
    copied = "stream, version, message, channel, content, told"
    with by_hand(where) as connection:
        for tries in ((1 << 63) - 1 if is_sqlite(where) else (1 << 31) - 1, -9):
            connection.execute(
                f"INSERT INTO outbox (id, {copied}, due, attempts) SELECT ?, {copied}, '', ? FROM outbox LIMIT 1",
                (f"x{tries}/1", tries),
            )
    box.down = True
    assert one_round(duties, NOON) == Round(sent=0, woken=0)
    box.down = False
    assert one_round(duties, NOON + LONGEST_PAUSE).sent >= 1
    assert "ana/1" in {identity for identity, _, _ in box.took}


FORGED = {
    "day": "2026-99-99",
    "recorded_at": "9999-12-31T23:59:59.000000+00:00",
    "body": '{"name": {"sealed": "x"}}',
    "cause": "what only a reader of the cause looks at",
}
"""What a plain INSERT puts in a column, at the next place, with the hash and the mark of a real event."""


def test_events_put_in_by_a_hand_stop_their_files_alone_whatever_they_say(
    where: str, record: Record, duties: Duties, box: Letterbox
) -> None:
    handle(record, SMALL, order("bo", OpenSmallFile("Bo"), "b1"))
    with by_hand(where) as connection:
        for nth, (column, value) in enumerate((*FORGED.items(), ("recorded_at", "now"))):
            copied = "kind, body, day, recorded_at, said_by, who, cause, key, schema, hash, mark"
            said = copied.replace(column, "?")
            for stream, version in (("bo", 3), ("x", 1), ("y", 1), ("z", 1), ("w", 1))[nth : nth + 1]:
                connection.execute(
                    f"INSERT INTO events (stream, version, {copied})"
                    f" SELECT ?, ?, {said} FROM events WHERE stream = 'bo' AND version = 1",
                    (stream, version, value),
                )
    assert one_round(duties, NOON) == Round(sent=1, woken=0, troubled=1)
    assert {identity for identity, _, _ in box.took} == {"ana/1", "bo/1"}
    assert record.store.read(last_seal).events == 10
    assert [one.stream for one in record.dated({"small_file_opened"}, 9)] == ["ana", "bo"]
    assert figures(record.store, NOON).events == 10
    assert rebuild(record, SMALL, NOON.date()) == Rebuilt(files=1, events=3, set_aside=5)
    named = {one.stream for one in examine(record, SMALL, lambda state, day: (), NOON).faults}
    assert named >= {"bo"}


@pytest.mark.parametrize("year", [1, 2025, 2099])
def test_a_clock_far_from_the_last_event_does_nothing(
    record: Record, duties: Duties, box: Letterbox, year: int
) -> None:
    wrong = NOON.replace(year=year)
    with pytest.raises(ClockIsFar, match=f"the clock says {wrong.date()}, and the last event is of 2026-11-23"):
        one_round(duties, wrong)
    assert (box.took, record.history("ana").version) == ([], 2)
    assert record.store.read(last_seal).events == 0


def test_a_person_may_say_that_the_clock_is_right(duties: Duties) -> None:
    late = NOON + timedelta(days=400)
    assert one_round(duties, late, clock_is_right=True).sent == 1


def test_every_new_seal_is_put_outside(record: Record, duties: Duties) -> None:
    kept: list[Seal] = []
    one_round(duties._replace(keep_seal=kept.append), NOON)
    assert kept == [record.store.read(last_seal)]


def test_the_letters_of_an_erased_file_are_taken_away(record: Record, duties: Duties) -> None:
    purged: list[str] = []
    handle(record, SMALL, order("bo", OpenSmallFile("Bo"), "b1"))
    record.forget("ana", NOON)
    one_round(duties._replace(purge=purged.append), NOON + timedelta(hours=1))
    assert purged == ["ana"]


def test_what_a_disk_does_not_let_go_of_an_erased_file_is_told_until_it_does_and_stops_no_message(
    record: Record, duties: Duties, box: Letterbox
) -> None:
    handle(record, SMALL, order("bo", OpenSmallFile("Bo"), "b1"))
    record.forget("bo", NOON)

    def fails(stream: str) -> None:
        raise OSError("a disk that fails")

    assert one_round(duties._replace(purge=fails), NOON) == Round(sent=1, woken=0, troubled=1)
    assert [(one.stream, one.says) for one in troubles(record.store)] == [("bo", "OSError")]
    assert one_round(duties, NOON) == Round(sent=0, woken=0)
    assert troubles(record.store) == ()


def test_what_a_round_wrote_is_sealed(record: Record, duties: Duties) -> None:
    one_round(duties, NOON)
    assert record.store.read(last_seal).events == 3


def test_the_worker_goes_round_until_it_is_stopped(duties: Duties, box: Letterbox) -> None:
    stop = Signal()

    def clock() -> datetime:
        if box.took:
            stop.set()
        return NOON

    assert not work(duties, clock, stop)
    assert len(box.took) == 1


def test_a_worker_waits_for_a_database_that_is_away_and_goes_on(
    duties: Duties, box: Letterbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    stop, told = Signal(), list[str]()

    def away(*_: object) -> Round:
        monkeypatch.undo()
        raise sqlite3.OperationalError("unable to open database file")

    def clock() -> datetime:
        if box.took:
            stop.set()
        return NOON

    monkeypatch.setattr("ouverture.adapters.worker.loop.one_round", away)
    monkeypatch.setattr("ouverture.adapters.worker.loop.IDLE_SECONDS", 0.01)
    work(duties, clock, stop, waits=lambda problem: told.append(type(problem).__name__))
    assert told == ["OperationalError"]
    assert len(box.took) == 1


def test_of_two_workers_that_seal_at_the_same_moment_the_second_keeps_what_the_first_wrote(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = (Record(open_store({SETTING: where}), NUMBER_KEY) for where in [postgres.fresh()] * 2)
    handle(one, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    extended, written = seals._extended, list[Seal]()

    def meanwhile(*given: Any) -> Seal:
        monkeypatch.undo()
        written.append(other.seal(NOON))
        return extended(*given)

    monkeypatch.setattr(seals, "_extended", meanwhile)
    assert one.seal(NOON + timedelta(seconds=1)) == written[0]
    one.store.close()
    other.store.close()


def test_a_seal_waits_for_a_look_that_is_being_written_down_and_never_covers_a_later_one_before_it(
    postgres: Postgres,
) -> None:
    one, other = (Record(open_store({SETTING: where}), NUMBER_KEY) for where in [postgres.fresh()] * 2)
    handle(one, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    assert isinstance(one.store, PostgresStore)
    with ThreadPoolExecutor(1) as threads:
        with one.store.held() as connection:
            readings._chained(connection, Reading("ana", "agent-1", "a call", "the file", NOON))
            other.note_reading(Reading("bo", "agent-2", "a call", "the file", NOON))
            sealing = threads.submit(other.seal, NOON)
            time.sleep(0.3)
        assert sealing.result().readings == 2
    assert examine(other, SMALL, lambda state, day: (), NOON).faults == ()
    one.store.close()
    other.store.close()


def test_the_worker_leaves_when_a_file_is_erased_for_what_it_met_of_it_goes_with_its_process(
    record: Record, duties: Duties
) -> None:
    record.forget("bo", NOON)
    rounds: list[datetime] = []

    def clock() -> datetime:
        rounds.append(NOON)
        if len(rounds) == 3:
            record.forget("ana", NOON)
        return NOON

    assert work(duties, clock, Signal())
