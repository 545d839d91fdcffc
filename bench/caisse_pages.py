"""The caisse's pages beside a bare Django page, and beside themselves where a million files stand in the tables.

    python bench/caisse_pages.py                  measures, and writes its part of docs/bench.md
    python bench/caisse_pages.py --quick          measures only
    python bench/caisse_pages.py --files 100000   so many files, for a slower machine

An office has FEW files of its own, with their claims. Then the tables that a page reads (what is owed, what leads to a
file) are filled up to so many files, in OFFICES offices: rows as the journal writes them, of files due later. Server
times are CPU times of this process in one run; reading files again is measured on the office's own.
"""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import django
from first_face import bare_site, spent_in
from page import shown
from timing import MILLI, Figure, Section

FEW, MANY, OFFICES, NAMES = 200, 1_000_000, 100, 5000
TIMES_BARE, AND_MS, RATIO, FILES_A_SECOND = 2.5, 60, 1.5, 300
ROUNDS, BARE_ROUNDS = 9, 60
WAITING = 10
"""One file in so many waits for its papers to be looked at: a page of the queue is full on both sizes."""
OFFICE = "751"
DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ACTS = ("judge_pieces", "decide", "issue_receipt", "search_number", "price_claim", "review_hold", "produce_card")
ABOUT = """CPU time of one page in the process that serves it, the least of {rounds} rounds, for an agent (the
team page: a supervisor). First in an office of {few} files alone, then with {many:,} files in {offices} offices in the
tables."""
OWE = (
    "INSERT INTO owed (first, holder, office, due, basis, stream, act, about)"
    " VALUES (1, ?, ?, ?, 'our_promise', ?, ?, '')"
)


def main(files: int, quick: bool) -> int:
    """Measure, print, write the part; 1 when a limit is missed."""
    logging.disable(logging.CRITICAL)
    os.environ["OUVERTURE_TODAY"] = DAY.isoformat()
    os.environ["OUVERTURE_HOME"] = tempfile.mkdtemp(prefix="ouverture-bench-")
    os.environ["OUVERTURE_OFFICES"] = OFFICE
    os.environ["DJANGO_SETTINGS_MODULE"] = "ouverture.site.settings"
    django.setup()
    from ouverture.adapters.accounts.database import make_ready

    make_ready()
    return shown(measured(files), "caisse_pages", "The caisse's pages", quick)


def measured(files: int) -> Section:
    """Each page on both sizes of the tables; then the rate at which files are read again."""
    for nth in range(FEW):
        arrives(nth)
    asked = pages("file-0")
    with bare_site() as get:
        bare = min(spent_in(get) for _ in range(BARE_ROUNDS))
    few = least_of(asked)
    filled(files - FEW)
    many = least_of(asked)
    limit = TIMES_BARE * bare + AND_MS / MILLI
    figures = [Figure("a bare Django page", f"{bare * MILLI:.1f} ms")]
    for name in asked:
        figures.append(Figure(name, f"{few[name] * MILLI:.1f} ms", f"{limit * MILLI:.1f} ms", few[name] <= limit))
        ratio = many[name] / few[name]
        figures.append(
            Figure(f"{name}, {files:,} files for {FEW}", f"{ratio:.2f} times", f"{RATIO} times", ratio <= RATIO)
        )
    rate = read_again()
    figures.append(Figure("files read again", f"{rate:,.0f}/s", f"{FILES_A_SECOND}/s", rate >= FILES_A_SECOND))
    about = ABOUT.format(rounds=ROUNDS, few=FEW, many=files, offices=OFFICES)
    return Section("An agent's pages", about, tuple(figures))


def arrives(nth: int) -> None:
    """A file of the office with its claim, its names and its birth."""
    from ouverture.dossier.application.decisions import Deposit
    from ouverture.dossier.attachment.decisions import OpenFile
    from ouverture.dossier.person.decisions import TellBirth, TellNames
    from ouverture.dossier.together import Together
    from ouverture.rehearsal.someone import situations
    from ouverture.services.casework.acting import Wanted, open_file
    from ouverture.services.casework.actors import Actor
    from ouverture.site.page.house import house

    who, stream = situations()[nth % len(situations())], f"file-{nth}"
    orders = (
        OpenFile(stream, OFFICE, "connected"),
        TellNames(f"Mercer{nth % 97}", "", ("Alice", "Jane")),
        TellBirth(f"19{50 + nth % 50}-07-14", "Portland", "US", "woman"),
        Deposit(who.papers, "post", who.ground, who.facts),
    )
    done = open_file(
        house(), Actor("bench", "person", "", (stream,)), Wanted(stream, Together(orders), DAY, "opens", NOON)
    )
    assert hasattr(done, "events"), done
    if nth % WAITING:
        covered(stream, nth, who)


def covered(stream: str, nth: int, who: Any) -> None:
    """Its claim is granted, so that its rights are read again when the law changes; one in WAITING waits."""
    from enrolment import number

    from ouverture.dossier.application.decisions import AcceptPiece, GrantApplication
    from ouverture.dossier.identity.decisions import RecordSearch
    from ouverture.dossier.number.decisions import IssueWaitingNumber
    from ouverture.services.casework.acting import Wanted, carry_out
    from ouverture.services.casework.actors import Actor
    from ouverture.site.page.house import house

    agent = Actor("agent", "agent", OFFICE)
    steps = (*map(AcceptPiece, who.papers), RecordSearch(()), GrantApplication(who.ground, DAY))
    for each, command in enumerate((*steps, IssueWaitingNumber(number(nth)))):
        carry_out(house(), agent, Wanted(stream, command, DAY, f"covered-{each}", NOON))


def pages(stream: str) -> dict[str, Callable[[], object]]:
    """A call for each page."""
    agent, head = signed_in("agent"), signed_in("supervisor")
    file = f"file/{stream}"
    places = {
        "my day": "queue/", "a stage of it": "queue/?holder=caisse&stage=papers",
        "a paper to look at": f"{file}/review/", "the decision": f"{file}/decide/",
        "who calls": f"{file}/call/", "what arrives": f"{file}/intake/",
    }  # fmt: skip
    asked: dict[str, Callable[[], object]] = {name: got(agent, path) for name, path in places.items()}
    asked["a search by name and birth"] = lambda: agent.post("/en/find/", {"asked": "Mercer7 Alice 1957-07-14"})
    asked["the team"] = got(head, "team/")
    return asked


def got(client: Any, path: str) -> Callable[[], object]:
    """A call that gets one page."""

    def get() -> object:
        answer = client.get(f"/en/{path}")
        assert answer.status_code == 200, (path, answer.status_code)
        return answer

    return get


def signed_in(role: str) -> Any:
    """A browser at the desk of a role in the office."""
    from django.test import Client

    from ouverture.adapters.accounts.models import Account

    client = Client(SERVER_NAME="localhost")
    account = Account.objects.create(login=f"bench-{role}", role=role, office=OFFICE, label=role, password="!")
    session = client.session
    session["door_account"] = account.pk
    session["door_seen"] = session["door_opened"] = "2999-01-01T00:00:00+00:00"
    session.save()
    return client


def least_of(asked: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The least CPU seconds of each, in rounds of all of them in turn."""
    least = dict.fromkeys(asked, float("inf"))
    for _ in range(ROUNDS):
        for name, act in asked.items():
            least[name] = min(least[name], spent_in(act))
    return least


def filled(files: int) -> None:
    """Rows of so many other files: one obligation each, a fifth of them a caisse's, and what leads to them."""
    from ouverture.adapters.journal.people import PUT
    from ouverture.adapters.journal.record import Record
    from ouverture.site.page.house import house

    record = house().journal
    assert isinstance(record, Record)
    digest = cache(record.people.digest)

    def write(at: Any) -> None:
        for row in _owed(files):
            at.execute(OWE, row)
        for nth in range(files):
            for kind, plain in _led(nth):
                at.execute(PUT, (kind, digest(kind, plain), f"pad-{nth}"))

    record.store.write(write)


def _led(nth: int) -> Iterator[tuple[str, str]]:
    """A family name of NAMES, a given name of a tenth as many, and a day of birth."""
    from ouverture.evidence.name_parts import rough

    chance = Random(nth)
    born = date(1930, 1, 1) + timedelta(days=chance.randrange(30_000))
    for part in (
        f"mercer{chance.randrange(NAMES)}",
        "alice" if nth % 500 == 0 else f"given{chance.randrange(NAMES // 10)}",
    ):
        yield "name", part
        yield "rough_name", rough(part)
    yield "born", born.isoformat()


def _owed(files: int) -> Iterator[tuple[str, str, str, str, str]]:
    chance = Random(1)
    for nth in range(files):
        office = OFFICE if nth % OFFICES == 0 else f"{nth % OFFICES:03d}"
        due = DAY + timedelta(days=chance.randrange(10, 300))
        holder = "caisse" if nth % 5 == 0 else "person"
        yield holder, office, due.isoformat(), f"pad-{nth}", ACTS[nth % len(ACTS)]


def read_again() -> float:
    """Files of the office read under the law of a day and of the day before, a second, by a process that knows none."""
    from ouverture.services.casework.actors import Actor
    from ouverture.services.casework.rereading import RereadPage, page_of_files
    from ouverture.services.casework.run import Run
    from ouverture.site.page.house import house

    cold = replace(house())
    head, run, read = Actor("head", "supervisor", OFFICE), Run(OFFICE, date(2027, 4, 1)), 0
    begun = perf_counter()
    while read < FEW:
        page = page_of_files(cold, head, run, DAY, NOON)
        assert isinstance(page, RereadPage)
        read, run = read + page.read, run._replace(upto=page.upto)
        if page.last:
            break
    return read / (perf_counter() - begun)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    parser = argparse.ArgumentParser(description="Measure the caisse's pages.")
    parser.add_argument("--files", type=int, default=MANY, help="files in the tables")
    parser.add_argument("--quick", action="store_true", help="measure only, and write nothing")
    options = parser.parse_args()
    sys.exit(main(options.files, options.quick))
