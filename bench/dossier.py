"""The life of a file: what an event, a rehearsal, an enrolment, a request and a million files cost.

    python bench/dossier.py                       everything, written to docs/bench.md
    python bench/dossier.py --part enrolment      one part, printed only
    python bench/dossier.py --files 200000        with fewer files than a million in the large journal

Every ratio is between figures of one run, but for openIMIS, which is quoted. CPU time of the process for what waits for
nothing (an event, a rehearsal), the clock on the wall for the rest.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from itertools import chain, count
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple
from unittest.mock import patch

sys.path.append(str(Path(__file__).resolve().parent.parent))

import clients
import enrolment
import large_journal
from page import table, write_part
from timing import MICRO, MILLI, Figure, Section, cpu, load, machine

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.rebuild import rebuild
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.dossier.file import File, replay
from ouverture.dossier.kernel import Events
from ouverture.dossier.obligations import headline
from ouverture.rehearsal import world
from ouverture.rehearsal.history import rehearse
from ouverture.rehearsal.office import InMemory
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Asked
from ouverture.services.casework.recall import Recall, fold
from ouverture.services.casework.standing import dossiers
from tests.adapters.small_file import NUMBER_KEY

HISTORIES, ROUNDS, REHEARSALS = 200, 5, 100
ENROLMENTS, RUNS = 500, 3
PEER_A_SECOND, PEER_MS = 15.8, 79
FEW, MILLION = 1000, 1_000_000
PAGE_ROWS, READINGS = 50, 400
MOST_MICRO, LEAST_EVENTS, LEAST_ENROLMENTS, MOST_SPREAD = 3.0, 15_000, 150, 3.0
MOST_MINUTES, MOST_TIMES_FEW = 10, 1.5

HOLDER = "caisse"
MACHINE = dossiers()
NO_CHECKS: dict[str, Any] = {
    "broken_state": lambda *_: (),
    "broken_by": lambda *_: (),
    "views_differ": lambda *_: (),
    "says_nothing": lambda *_: (),
    "OF_EVENT": {},
}

HEAD = """# The life of a file

Written by `python bench/dossier.py`; do not edit.

- Machine: {machine}; shared with other work.
- Load (1 / 5 / 15 minutes) before: {before}; after: {after}.

CPU time of the process for an event and a rehearsal, the clock on the wall for the rest.
"""
OF_EVOLVE = f"""Every event of {HISTORIES} rehearsed histories, folded again from the empty file; the best of {ROUNDS}
rounds. Beside it, a `_replace` of one field of the same file, as many times: the least that a new file costs in the
usual way, without changing what the field holds."""
OF_REHEARSAL = f"""{REHEARSALS} histories of one person and three years, in memory, on one core, after ten to warm up;
the best of {ROUNDS} rounds. What was loaded once is kept out of the garbage collector. All invariants are checked after
each order; the same histories once more with the checks taken out (there is no switch for it: the bench
replaces them by nothing)."""
OF_ENROLMENT = f"""{ENROLMENTS} enrolments one after the other in one process, {RUNS} times, after one to warm up. Each
is {enrolment.EACH} commands through `services.handle` on SQLite with `synchronous = FULL`, every one on the disk before
the next: file opened, claim deposited with its {len(enrolment.PAPERS)} papers (receipt and its message), each paper
judged, number searched, claim granted, waiting number given (rights opened, sent to Cnav, message), number certified
(account invited, message).

openIMIS 1.11 was *not* run again: {PEER_A_SECOND} a second and {PEER_MS} ms were measured earlier on this kind of
machine (one process; family, head and policy by direct service calls; PostgreSQL 15). So the last ratio is not of one
run, and the steps are not the same."""
OF_HTTP = f"""The same enrolments, {clients.PERSONS} for each of {clients.CLIENTS} clients (processes, `http.client`,
connection kept), each command a POST to a Django view of the bench's own (own URLconf, no middleware) in waitress with
as many threads, in a process of its own. Once with one store for all threads, whose writer commits whatever has queued;
once with a store for each thread, so that {clients.CLIENTS} connections poll SQLite's lock. {clients.ROUNDS} times in
turn; of each, the middle round by p99."""
OF_MILLION = f"""Files of {large_journal.EVENTS_A_FILE} events: the first ten of rehearsed files, told of other persons
with other numbers, with real bodies and chains, written in bulk with the triggers on. A file's events lie far apart and
files have no order. The rest is the product: `rebuild`, the two readings in turn on both journals ({READINGS} each, the
median), `verify`. The queue is the first {PAGE_ROWS} rows of a holder by due date (`owed`); opening
is history, fold and headline. All of it was in the system's memory."""

Fresh = Callable[[], str]


class Setting(NamedTuple):
    """Where new journals can be made, and how many files a large one has."""

    fresh: Fresh
    files: int


@contextmanager
def folder(files: int) -> Iterator[Setting]:
    with TemporaryDirectory(prefix="ouverture-bench-") as place:
        numbers = count()
        yield Setting(lambda: str(Path(place) / f"{next(numbers)}.sqlite3"), files)


def one_event(_: Setting) -> Section:
    """Microseconds to add an event to a file."""
    stories = list(_stories())
    events = sum(map(len, stories))
    files = [replay(story) for story in stories]
    ours = cpu(lambda: [replay(story) for story in stories], ROUNDS)[0] / events * MICRO
    copied = cpu(lambda: [_copied(file, len(story)) for file, story in zip(files, stories, strict=True)], ROUNDS)[0]
    bare = copied / events * MICRO
    return Section(
        "One event",
        OF_EVOLVE,
        (
            Figure("events", f"{events:,}"),
            Figure("`evolve`, an event, mean", f"{ours:.2f} µs", f"{MOST_MICRO:.0f} µs", ours <= MOST_MICRO),
            Figure("the same file copied with `_replace`", f"{bare:.2f} µs"),
            Figure("`evolve`, times one copy", f"{ours / bare:.1f}"),
        ),
    )


def _stories() -> Iterator[Events]:
    for seed in range(HISTORIES):
        office = InMemory()
        rehearse(seed, office=office)
        yield from (events for _, events in office.histories())


def _copied(file: File, times: int) -> int:
    for nth in range(times):
        file = file._replace(version=nth)
    return file.version + 1


def rehearsal(_: Setting) -> Section:
    """Events a second of the rehearsal, with and without its checks."""
    _rehearsed(range(10))
    gc.collect()
    gc.freeze()  # the law and the words, read once, are not searched for garbage again and again
    seeds = range(10, 10 + REHEARSALS)
    checked, (events, broken) = cpu(lambda: _rehearsed(seeds), ROUNDS)
    with patch.multiple(world, **NO_CHECKS):
        plain, (again, _none) = cpu(lambda: _rehearsed(seeds), ROUNDS)
    assert events == again, "the checks change what happens"
    rate = events / checked
    return Section(
        "The rehearsal",
        OF_REHEARSAL,
        (
            Figure("every invariant on", f"{rate:,.0f} events a second", f"{LEAST_EVENTS:,}", rate >= LEAST_EVENTS),
            Figure("invariants broken", str(broken), "0", broken == 0),
            Figure("without the checks", f"{events / plain:,.0f} events a second"),
            Figure("with, times without", f"{plain / checked:.2f}"),
        ),
    )


def _rehearsed(seeds: range) -> tuple[int, int]:
    found = [rehearse(seed) for seed in seeds]
    return sum(one.events for one in found), sum(len(one.broken) for one in found)


def enrolments(at: Setting) -> Section:
    """Whole enrolments a second, every command durable."""
    record, recall = _record(at.fresh()), Recall(MACHINE)
    _enrol(record, recall, 0)
    rounds = [
        sorted(_enrol(record, recall, nth) for nth in range(first, first + ENROLMENTS))
        for first in range(1, RUNS * ENROLMENTS, ENROLMENTS)
    ]
    record.store.close()
    rates = sorted(ENROLMENTS / sum(times) for times in rounds)
    every, rate = sorted(chain.from_iterable(rounds)), rates[-1]
    return Section(
        "An enrolment",
        OF_ENROLMENT,
        (
            Figure("enrolments, best round", f"{rate:.0f} a second", f"{LEAST_ENROLMENTS}", rate >= LEAST_ENROLMENTS),
            Figure("enrolments, middle round", f"{median(rates):.0f} a second"),
            Figure("commands, middle round", f"{median(rates) * enrolment.EACH:,.0f} a second"),
            Figure("an enrolment, all rounds: p50, p95", f"{_at(every, 0.5):.1f} / {_at(every, 0.95):.1f} ms"),
            Figure("openIMIS 1.11, quoted", f"{PEER_A_SECOND} a second (p95: {PEER_MS} ms)"),
            Figure("middle round, times openIMIS as quoted", f"{median(rates) / PEER_A_SECOND:.1f}"),
        ),
    )


def _enrol(record: Record, recall: Recall[File], nth: int) -> float:
    """Seconds of one enrolment."""
    made = list(enrolment.orders(f"file {nth}", nth))
    start = time.perf_counter()
    for order in made:
        assert isinstance(handle(record, MACHINE, order, recall), Done)
    return time.perf_counter() - start


def over_http(at: Setting) -> Section:
    """Latency of a durable command over HTTP with many clients, beside many writers."""
    rounds = [(clients.run(at.fresh(), "shared"), clients.run(at.fresh(), "own")) for _ in range(clients.ROUNDS)]
    shared, own = (sorted(found, key=lambda one: one.p99)[clients.ROUNDS // 2] for found in zip(*rounds, strict=True))
    spread = shared.p99 / shared.p50
    wrong = sum(one.errors for pair in rounds for one in pair)
    return Section(
        f"Over HTTP, {clients.CLIENTS} clients",
        OF_HTTP,
        (
            Figure("one writer for all: p50, p99, worst", shared.times),
            Figure("one writer for all", f"{shared.a_second:,.0f} requests a second"),
            Figure("p99, times p50", f"{spread:.1f}", f"{MOST_SPREAD:.0f}", spread <= MOST_SPREAD),
            Figure("a writer for each thread: p50, p99, worst", own.times),
            Figure("a writer for each thread", f"{own.a_second:,.0f} requests a second"),
            Figure("requests a second, one writer times many", f"{shared.a_second / own.a_second:.1f}"),
            Figure("p99, many writers times one", f"{own.p99 / shared.p99:.1f}"),
            Figure("answers that were not 200", str(wrong), "0", wrong == 0),
        ),
    )


class Journal(NamedTuple):
    """A journal of many files, and how long it took to make."""

    record: Record
    files: int
    bytes: int
    written: float
    rebuilt: float


def million(at: Setting) -> Section:
    """A journal of a million files, beside one of a thousand."""
    stories = large_journal.templates()
    day = max(date.fromisoformat(line.day) for story in stories for line in story)
    few, many = (_journal(at.fresh(), files, stories, day) for files in (FEW, at.files))
    queue = _in_turn(_listing, few, many)
    opening = _in_turn(_opening(day), few, many)
    start = time.perf_counter()
    found = verify(many.record.store)
    verified = time.perf_counter() - start
    rows = many.record.store.read(lambda to: to.execute("SELECT count(*) FROM work").fetchone()[0])
    events = at.files * large_journal.EVENTS_A_FILE
    whole = at.files == MILLION
    limit = f"{MOST_MINUTES} min" if whole else ""
    return Section(
        f"{at.files:,} files" + ("" if whole else f" (not a million: asked for {at.files:,})"),
        OF_MILLION,
        (
            Figure("written in bulk", f"{many.written:.0f} s ({events:,} events, {many.bytes / 1e9:.1f} GB)"),
            Figure(
                f"rebuild ({rows:,} rows of the work queue)",
                f"{many.rebuilt:.0f} s ({events / many.rebuilt:,.0f} events a second)",
                limit,
                many.rebuilt <= MOST_MINUTES * 60 if whole else None,
            ),
            *_beside_few("a page of the work queue", at.files, *queue),
            *_beside_few("opening a file", at.files, *opening),
            Figure("verify", f"{verified:.0f} s ({events / verified:,.0f} events a second)"),
            Figure("faults found", str(int(found.fault is not None)), "0", found.fault is None),
        ),
    )


def _journal(where: str, files: int, stories: list[large_journal.Story], day: date) -> Journal:
    start = time.perf_counter()
    size = large_journal.build(where, files, stories)
    built = time.perf_counter()
    record = _record(where)
    done = rebuild(record, MACHINE, day)
    assert done == (files, files * large_journal.EVENTS_A_FILE)
    return Journal(record, files, size, built - start, time.perf_counter() - built)


def _in_turn(act: Callable[[Journal, int], object], few: Journal, many: Journal) -> tuple[float, float]:
    """The median seconds of an act on each journal, one after the other."""
    times: tuple[list[float], list[float]] = ([], [])
    for nth in range(READINGS):
        for journal, taken in zip((few, many), times, strict=True):
            start = time.perf_counter()
            act(journal, nth)
            taken.append(time.perf_counter() - start)
    return median(times[0]), median(times[1])


def _listing(journal: Journal, _: int) -> None:
    assert len(journal.record.owed(Asked(holder=HOLDER), most=PAGE_ROWS)) == PAGE_ROWS


def _opening(day: date) -> Callable[[Journal, int], object]:
    def act(journal: Journal, nth: int) -> object:
        stream = large_journal.name(nth * (journal.files // READINGS))
        return headline(fold(MACHINE, stream, journal.record.history(stream).lines), day)

    return act


def _beside_few(what: str, files: int, few: float, many: float) -> Iterator[Figure]:
    ratio = many / few
    yield Figure(f"{what}, of {FEW:,} files", f"{few * MICRO:.0f} µs")
    yield Figure(f"{what}, of {files:,}", f"{many * MICRO:.0f} µs")
    yield Figure(f"{what}, ratio", f"{ratio:.2f}", f"{MOST_TIMES_FEW}", ratio <= MOST_TIMES_FEW)


PARTS: dict[str, Callable[[Setting], Section]] = {
    "evolve": one_event,
    "rehearsal": rehearsal,
    "enrolment": enrolments,
    "http": over_http,
    "million": million,
}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, write the part of the page; 1 when a limit is missed."""
    parser = argparse.ArgumentParser(description="Measure the life of a file, from one event to a million files.")
    parser.add_argument("--part", choices=PARTS, help="measure this part only, and write nothing")
    parser.add_argument("--files", type=int, default=MILLION, help="files of the large journal")
    asked = parser.parse_args(arguments)
    before, sections = load(), []
    with folder(asked.files) as at:
        for name in [asked.part] if asked.part else PARTS:
            sections.append(PARTS[name](at))
            print(table(sections[-1]), flush=True)
    if not asked.part:
        head = HEAD.format(machine=machine(), before=before, after=load())
        write_part("dossier", head + "".join(map(table, sections)))
    return int(any(figure.kept is False for section in sections for figure in section.figures))


def _record(where: str) -> Record:
    return Record(open_store({SETTING: where}), NUMBER_KEY)


def _at(times: Sequence[float], share: float) -> float:
    """A centile of sorted seconds, in milliseconds."""
    return times[int(len(times) * share)] * MILLI


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
