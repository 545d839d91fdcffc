"""`ouverture verify`, `rebuild` and `worker`: the keeping of the record."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ouverture.cli.door import BadInput, add_door, asked_day, now, shown, takes_day
from ouverture.text import Text

if TYPE_CHECKING:
    from ouverture.adapters.journal.record import Record


def register(commands: Any) -> None:
    """Add these doors to the command."""
    add_door(commands, "verify", _verify, "is every event of the journal still what was written? the first that is not")
    rebuild = add_door(commands, "rebuild", _rebuild, "make the work queue and the number index again from the events")
    takes_day(rebuild, "as they stand on this day (default: today)")
    worker = add_door(commands, "worker", _worker, "send what is due, look at the files whose day has come")
    worker.add_argument("--once", action="store_true", help="one round, then stop")
    worker.add_argument("--post", default="post", metavar="FOLDER", help="where letters are put (default: post)")


@contextmanager
def _journal(make: bool = False) -> Iterator[Record]:
    """The journal that the settings name; raises BadInput when it cannot be opened."""
    from ouverture.adapters.journal.installation import open_record
    from ouverture.adapters.journal.keyring import WrongKey
    from ouverture.adapters.journal.opening import NoJournal
    from ouverture.adapters.journal.store import WrongSchema

    try:
        record = open_record(os.environ, make=make)
    except (NoJournal, WrongSchema) as problem:
        raise BadInput(Text(f"journal : {problem}.", f"journal: {problem}.")) from None
    try:
        yield record
    except WrongKey as problem:
        raise BadInput(Text(f"journal : {problem}.", f"journal: {problem}.")) from None
    finally:
        record.store.close()


def _verify(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.verify import verify

    with _journal() as record:
        found = verify(record.store)
    document = {
        "events": found.events,
        "files": found.files,
        "seal": found.root.hex(),
        "fault": found.fault and {
            "file": found.fault.stream,
            "event": found.fault.version,
            "position": found.fault.position,
            "says": found.fault.says._asdict(),
        },
    }  # fmt: skip
    intact = Text(
        f"{found.events} événements, {found.files} dossiers : rien n'a changé. Sceau : {found.root.hex()}",
        f"{found.events} events, {found.files} files: nothing has changed. Seal: {found.root.hex()}",
    )
    shown(options, document, [(found.fault.says if found.fault else intact).to(options.language)])
    return 1 if found.fault else 0


def _rebuild(options: argparse.Namespace) -> int:
    from ouverture.adapters.journal.rebuild import rebuild
    from ouverture.services.casework.standing import dossiers

    with _journal() as record:
        made = rebuild(record, dossiers(), asked_day(options))
    said = Text(
        f"{made.files} dossiers relus, {made.events} événements : les tables sont refaites.",
        f"{made.files} files read again, {made.events} events: the tables are made again.",
    )
    return shown(options, made._asdict(), [said.to(options.language)])


def _worker(options: argparse.Namespace) -> int:
    import signal
    from threading import Event

    from ouverture.adapters.post.opening import NoPost, open_post
    from ouverture.adapters.worker.files import duties
    from ouverture.adapters.worker.loop import one_round, work
    from ouverture.services.casework.standing import dossiers

    try:
        post = open_post(Path(options.post), os.environ)
    except NoPost as problem:
        raise BadInput(Text(f"courrier : {problem}.", f"post: {problem}.")) from None
    with _journal(make=True) as record:
        mine = duties(record, dossiers(), post, now)
        if options.once:
            done = one_round(mine, now())
            said = Text(
                f"{done.sent} messages partis, {done.woken} dossiers regardés.",
                f"{done.sent} messages sent, {done.woken} files looked at.",
            )
            return shown(options, done._asdict(), [said.to(options.language)])
        stop = Event()
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, lambda *_: stop.set())
        work(mine, now, stop)
    return 0
