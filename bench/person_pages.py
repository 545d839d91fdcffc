"""The pages of a file beside a bare Django page, and a file of 500 events beside one of 5.

    python bench/person_pages.py            measures, and writes its part of docs/bench.md
    python bench/person_pages.py --quick    measures only

Server times are CPU times of this process, all in one run, so that only their ratios matter. Each look at a file is
written down durably before the page is answered; that is counted too.
"""

import argparse
import logging
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import django
from first_face import AND_MS, TIMES_BARE, bare_site, spent_in
from page import shown
from timing import MILLI, Figure, Section

PLACES = ("", "papers/", "situation/", "waits/", "sending/", "remedies/", "rights/", "household/", "calls/")
FEW, MANY, RATIO = 5, 500, 1.3
ROUNDS, BARE_ROUNDS = 30, 100
DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ABOUT = """CPU time of one page in the process that serves it, the least of {rounds} rounds, on a file of {few}
events and on one of {many}, each looked at before. The bare page is that of the first face."""


def main(quick: bool) -> int:
    """Measure, print, write the part; 1 when a limit is missed."""
    logging.disable(logging.CRITICAL)
    os.environ["OUVERTURE_TODAY"] = DAY.isoformat()
    os.environ["OUVERTURE_HOME"] = tempfile.mkdtemp(prefix="ouverture-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "ouverture.site.settings"
    django.setup()
    from ouverture.adapters.accounts.database import make_ready

    make_ready()
    return shown(measured(), "person_pages", "The person's pages", quick)


def measured() -> Section:
    """Each page on both files, rounds of all of them in turn."""
    files = {events: opened(events) for events in (FEW, MANY)}
    asked = {(events, place): page_of(*file, place) for events, file in files.items() for place in PLACES}
    least = dict.fromkeys(asked, float("inf"))
    with bare_site() as get:
        bare = min(spent_in(get) for _ in range(BARE_ROUNDS))
    for _ in range(ROUNDS):
        for name, get_page in asked.items():
            least[name] = min(least[name], spent_in(get_page))
    limit = TIMES_BARE * bare + AND_MS / MILLI
    figures = [Figure("a bare Django page", f"{bare * MILLI:.1f} ms")]
    for place in PLACES:
        few, many = least[FEW, place], least[MANY, place]
        name = place.strip("/") or "my file"
        kept = few <= limit
        figures.append(Figure(name, f"{few * MILLI:.1f} ms", f"{limit * MILLI:.1f} ms", kept))
        ratio = many / few
        figures.append(
            Figure(f"{name}, {MANY} events for {FEW}", f"{ratio:.2f} times", f"{RATIO} times", ratio <= RATIO)
        )
    return Section("A file's pages", ABOUT.format(rounds=ROUNDS, few=FEW, many=MANY), tuple(figures))


def opened(events: int) -> tuple[Any, str]:
    """A browser with the link of a file of about so many events: a claim, then calls written down."""
    from django.test import Client

    from ouverture.dossier.application.decisions import Deposit
    from ouverture.dossier.attachment.decisions import OpenFile
    from ouverture.dossier.exchange.decisions import RecordExchange
    from ouverture.services.casework.acting import Wanted, carry_out, open_file
    from ouverture.services.casework.actors import Actor
    from ouverture.site.doors.links import make_link
    from ouverture.site.page.house import house

    stream = f"bench-{events}"
    she = Actor("bench", "person", "", (stream,))
    open_file(house(), she, Wanted(stream, OpenFile(stream, "691", "recorded"), DAY, "open", NOON))
    carry_out(house(), she, Wanted(stream, Deposit(("identity_document",), "post"), DAY, "deposit", NOON))
    for nth in range(events - house().met(stream).version):
        call = RecordExchange(f"call-{nth}", "call", "the desk", "nothing new", "", None)
        carry_out(house(), she, Wanted(stream, call, DAY, f"call-{nth}", NOON))
    client = Client(SERVER_NAME="localhost")
    client.post(f"/en/link/{make_link(stream)}/")
    return client, stream


def page_of(client: Any, stream: str, place: str) -> Callable[[], object]:
    """A call that gets one page of the file."""

    def get() -> object:
        answer = client.get(f"/en/file/{stream}/{place}")
        assert answer.status_code == 200, (place, answer.status_code)
        return answer

    return get


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    options = argparse.ArgumentParser(description="Measure the person's pages.")
    options.add_argument("--quick", action="store_true", help="measure only, and write nothing")
    sys.exit(main(options.parse_args().quick))
