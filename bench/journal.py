"""The record of files: how much a durable command costs beside the bare database, and what many writers get.

    python bench/journal.py                    everything, written to docs/bench.md
    python bench/journal.py --part sqlite      one part, printed only: sqlite, postgres, enrolment-sqlite ...

Every ratio is between figures of one run. By the clock on the wall, since waiting for the disk is what is measured.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest import mock

sys.path.append(str(Path(__file__).resolve().parent.parent))

import enrolment
import noted_store
from page import table, write_part
from peers import orm_rows
from timing import MILLI, Figure, Section, load, machine

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Machine, Order
from ouverture.services.casework.recall import Recall
from ouverture.services.casework.standing import dossiers
from tests.adapters.databases import by_hand, running_postgres
from tests.adapters.journal.issuers import WORK_SECONDS, issue_at_once
from tests.adapters.small_file import NUMBER_KEY, SMALL, AddSmallNote, OpenSmallFile, order

COMMANDS, PERSONS, ROUNDS, EVENTS_A_FILE = 1000, 100, 5, 10
WRITERS, FILES = 3, 12
ISSUERS, NUMBERS_EACH = 8, 40
TURNS, MOST_OF_CHECKS = 14, 0.10
LEAST_OF_RAW, LEAST_ISSUERS, LEAST_OF_ORM = 0.6, 5, 2

HEAD = f"""# The record of files

Written by `python bench/journal.py`; do not edit.

- Machine: {{machine}}; shared with other work.
- Load (1 / 5 / 15 minutes) before: {{before}}; after: {{after}}.

Times are by the clock on the wall. A command goes through `services.handle`, which remembers the files it met last:
ask what is new in the file, decide, write events, look-up row and message in one transaction that is on the disk
before the answer. *A note* is one note in a file of up to {EVENTS_A_FILE} events, with the small machine of the tests:
what our way of writing costs. *An enrolment* is {enrolment.EACH} commands of the real machine (`bench/enrolment.py`),
which decides by law, lets every policy answer, and says who must act next by which day.
"""
BESIDE_RAW = """{commands:,} commands in a new journal, then the very statements they made, with the same values, done
with bare `{driver}` in another new journal; {rounds} times in turn, the median of the ratios."""

BESIDE_ORM = """The same {commands:,} commands, then the same rows read, written, changed and deleted by calls of
Django's ORM, a model a table, in another new journal; {rounds} times in turn, the median of the ratios."""

Fresh = Callable[[], str]


class Work(NamedTuple):
    """What is asked of a journal, and how many commands it is."""

    what: str
    commands: int
    story: Callable[[Record], None]


class Peer(NamedTuple):
    """Who does the same beside us, how that is told, and at least how many times its speed ours must be."""

    name: str
    how: str
    replay: noted_store.Replay
    ratio: str
    least: float


class Places(NamedTuple):
    """Where new journals can be made: an empty SQLite file, an empty schema of PostgreSQL."""

    sqlite: Fresh
    postgres: Fresh


@contextmanager
def places() -> Iterator[Places]:
    with TemporaryDirectory(prefix="ouverture-bench-") as folder, running_postgres() as server:
        numbers = count()
        yield Places(lambda: str(Path(folder) / f"{next(numbers)}.sqlite3"), server.fresh)


def command(nth: int) -> Order:
    stream = f"file {nth // (EVENTS_A_FILE - 1)}"
    first = nth % (EVENTS_A_FILE - 1) == 0
    return order(stream, OpenSmallFile(stream) if first else AddSmallNote(f"note {nth}"), f"key {nth}")


def notes(record: Record) -> None:
    """Notes in small files."""
    _carry_out(record, SMALL, map(command, range(COMMANDS)))


def enrolments(record: Record) -> None:
    """Persons enrolled, with the real machine."""
    _carry_out(record, dossiers(), (each for nth in range(PERSONS) for each in enrolment.orders(f"file {nth}", nth)))


def _carry_out(record: Record, machine: Machine[Any], orders: Iterable[Order]) -> None:
    recall = Recall(machine)
    for each in orders:
        assert isinstance(handle(record, machine, each, recall), Done)


NOTES = Work("A durable note", COMMANDS, notes)
ENROLMENTS = Work("A durable command of an enrolment", PERSONS * enrolment.EACH, enrolments)


def beside(work: Work, fresh: Fresh, peer: Peer) -> Section:
    """Our commands and what the peer pays for the same rows, in turn."""
    statements = noted_store.statements_of(fresh(), work.story)
    rounds = [(_ours(work, fresh()), peer.replay(_made(fresh()), statements)) for _ in range(ROUNDS)]
    ratio = median(theirs / ours for ours, theirs in rounds)
    ours, theirs = (min(times) / work.commands for times in zip(*rounds, strict=True))
    return Section(
        f"{work.what}, beside {peer.name}",
        peer.how.format(commands=work.commands, rounds=ROUNDS),
        (
            Figure("through the service, best round", _rate(ours)),
            Figure(f"{peer.name}, best round", _rate(theirs)),
            Figure(peer.ratio, f"{ratio:.2f}", f"{peer.least}", ratio >= peer.least),
        ),
    )


def bare(driver: str, replay: noted_store.Replay) -> Peer:
    """The very statements, with nothing of ours in between."""
    return Peer(f"bare {driver}", BESIDE_RAW.replace("{driver}", driver), replay, "share of bare speed", LEAST_OF_RAW)


def orm(replay: noted_store.Replay) -> Peer:
    """What a program on Django's ORM pays."""
    return Peer("Django's ORM", BESIDE_ORM, replay, "times as fast", LEAST_OF_ORM)


def three_writers(fresh: Fresh) -> Section:
    """Three processes that write in the same files of one SQLite journal."""
    where, each = _made(fresh()), COMMANDS // WRITERS
    start = time.perf_counter()
    with get_context("fork").Pool(WRITERS) as pool:
        found = pool.starmap(_write, [(where, writer, each) for writer in range(WRITERS)])
    seconds = time.perf_counter() - start
    errors, acknowledged = sum(wrong for wrong, _ in found), sorted(wait for _, waits in found for wait in waits)
    store = open_store({SETTING: where})
    lost = FILES * 2 + len(acknowledged) - verify(store).events
    fault = verify(store).fault
    store.close()
    return Section(
        "Three writers on SQLite",
        f"{WRITERS} processes, {each} commands each, in the same {FILES} files.",
        (
            Figure("errors", str(errors), "0", errors == 0),
            Figure("acknowledged events that are not there", str(lost), "0", lost == 0 and fault is None),
            Figure("together", f"{len(acknowledged) / seconds:,.0f} a second"),
            Figure("longest wait of a command", f"{acknowledged[-1] * MILLI:.0f} ms"),
        ),
    )


def many_issuers(fresh: Fresh) -> Section:
    """Eight processes that give out numbers, beside one."""
    one, eight = (issue_at_once(fresh(), processes, NUMBERS_EACH) for processes in (1, ISSUERS))
    twice = len(eight.numbers) - len(set(eight.numbers))
    ratio = eight.a_second / one.a_second
    return Section(
        "Eight processes that give out numbers, on PostgreSQL",
        f"{NUMBERS_EACH} numbers of one series each, {WORK_SECONDS * MILLI:.0f} ms of work inside each transaction.",
        (
            Figure("one process", f"{one.a_second:.0f} a second"),
            Figure("eight processes", f"{eight.a_second:.0f} a second"),
            Figure("eight, times one", f"{ratio:.1f}", f"{LEAST_ISSUERS}", ratio >= LEAST_ISSUERS),
            Figure("numbers given twice", str(twice), "0", twice == 0),
        ),
    )


def checks(fresh: Fresh) -> Section:
    """What marks and triggers cost: the same commands with them and without, in one run, turn and turn about."""
    with_them, without = (min(times) for times in zip(*(_checked(fresh) for _ in range(TURNS)), strict=True))
    cost = with_them / without - 1
    return Section(
        "What the checks of the record cost",
        f"""{ENROLMENTS.commands} commands of enrolments on SQLite, with the mark of each event (HMAC-SHA-256), the
look at chain and marks whenever a file is read, and every trigger, then with none; {TURNS} times in turn, the
least of the seconds of processor.""",
        (
            Figure("a command with them", f"{with_them / ENROLMENTS.commands * MILLI:.2f} ms of processor"),
            Figure("a command without", f"{without / ENROLMENTS.commands * MILLI:.2f} ms of processor"),
            Figure("what they add", f"{cost:.1%}", f"{MOST_OF_CHECKS:.0%} at most", cost <= MOST_OF_CHECKS),
        ),
    )


def _checked(fresh: Fresh) -> tuple[float, float]:
    """Seconds of processor with the checks, and without."""
    guarded = _ours(ENROLMENTS, fresh(), time.process_time)
    where = _made(fresh())
    with by_hand(where) as hand:
        for (name,) in hand.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            hand.execute(f"DROP TRIGGER {name}")
    unlooked = mock.patch("ouverture.adapters.journal.record.check_genuine", return_value=None)
    with mock.patch.object(Record, "mark", return_value=bytes(16)), unlooked:
        return guarded, _ours(ENROLMENTS, where, time.process_time)


PARTS: dict[str, Callable[[Places], Section]] = {
    "sqlite": lambda at: beside(NOTES, at.sqlite, bare("sqlite3", noted_store.on_sqlite)),
    "postgres": lambda at: beside(NOTES, at.postgres, bare("psycopg", noted_store.on_postgres)),
    "enrolment-sqlite": lambda at: beside(ENROLMENTS, at.sqlite, bare("sqlite3", noted_store.on_sqlite)),
    "enrolment-postgres": lambda at: beside(ENROLMENTS, at.postgres, bare("psycopg", noted_store.on_postgres)),
    "orm-sqlite": lambda at: beside(ENROLMENTS, at.sqlite, orm(orm_rows.on_sqlite)),
    "orm-postgres": lambda at: beside(ENROLMENTS, at.postgres, orm(orm_rows.on_postgres)),
    "checks": lambda at: checks(at.sqlite),
    "writers": lambda at: three_writers(at.sqlite),
    "issuers": lambda at: many_issuers(at.postgres),
}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, write the part of the page; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description="Measure the record of files, beside the bare databases.")
    parser.add_argument("--part", choices=PARTS, help="measure this part only, and write nothing")
    part = parser.parse_args(arguments).part
    before, sections = load(), []
    with places() as at:
        for name in [part] if part else PARTS:
            sections.append(PARTS[name](at))
            print(table(sections[-1]), flush=True)
    if not part:
        head = HEAD.format(machine=machine(), before=before, after=load())
        write_part("journal", head + "".join(map(table, sections)))
    return int(any(figure.kept is False for section in sections for figure in section.figures))


def _ours(work: Work, where: str, clock: Callable[[], float] = time.perf_counter) -> float:
    """Seconds by ``clock`` of our own way of doing a piece of work in that database."""
    store = open_store({SETTING: where})
    start = clock()
    work.story(Record(store, NUMBER_KEY))
    seconds = clock() - start
    store.close()
    return seconds


def _made(where: str) -> str:
    open_store({SETTING: where}).close()
    return where


def _write(where: str, writer: int, each: int) -> tuple[int, list[float]]:
    """How many commands failed, and how long each of the others took."""
    record, errors, waits = Record(open_store({SETTING: where}), NUMBER_KEY), 0, []
    recall = Recall(SMALL)
    for nth in range(each + FILES):
        stream = f"file {nth % FILES}"
        wanted: Any = OpenSmallFile(stream) if nth < FILES else AddSmallNote(f"{writer} {nth}")
        start = time.perf_counter()
        try:
            done = isinstance(handle(record, SMALL, order(stream, wanted, f"{writer} {nth}"), recall), Done)
        except Exception:
            errors += 1
        else:
            if nth >= FILES:
                errors += not done
                waits.append(time.perf_counter() - start)
    return errors, waits


def _rate(seconds: float) -> str:
    return f"{1 / seconds:,.0f} a second ({seconds * MILLI:.2f} ms)"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
