"""The rehearsal through the door of casework: actors with their rights, readings, a real journal, on both databases."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.dossier.invariants.every import broken_state
from ouverture.dossier.refusals import Refusal
from ouverture.rehearsal.actors.desk import CAISSES
from ouverture.rehearsal.history import BEGINS, rehearse
from ouverture.rehearsal.through_the_door import ThroughTheDoor
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look, look_at
from ouverture.services.casework.standing import dossiers, office_of
from ouverture.services.casework.work import WorkAsked, work_of
from tests.adapters.databases import running_postgres
from tests.adapters.small_file import NUMBER_KEY
from tests.campaign.report import Trial
from tests.rehearsal.journalled import fingerprint_of

HISTORIES, PEOPLE, YEARS = 60, 4, 1
END = BEGINS.replace(year=BEGINS.year + YEARS)
AT = datetime.combine(END, datetime.min.time(), UTC)


class Lived(NamedTuple):
    """What the histories of one seed left: the hash of the chain, the files, the events, and the looks written down."""

    hash: str
    files: int
    events: int
    looks: int


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """The histories that pass the door; ``share`` of 1 is all of them."""
    times = max(1, round(HISTORIES * share))
    with tempfile.TemporaryDirectory() as folder, running_postgres() as server:

        def on_both() -> str:
            found = []
            for nth in range(seed, seed + times):
                sqlite = lived(str(Path(folder) / f"{nth}.sqlite3"), nth)
                postgres = lived(server.fresh(), nth)
                assert sqlite == postgres, f"seed {nth}: {sqlite} on SQLite, {postgres} on PostgreSQL"
                found.append(sqlite)
            files, events, looks = map(sum, zip(*(one[1:] for one in found), strict=True))
            return f"{files:,} files, {events:,} events, {looks:,} looks on each: 0 invariants broken, the same hashes"

        yield [Trial("histories through the door, on SQLite and on PostgreSQL", times, on_both)]


def lived(where: str, seed: int) -> Lived:
    """A history of some persons through the door into that database; nothing in it may be broken, or seen by others."""
    store = open_store({SETTING: where})
    try:
        record = Record(store, NUMBER_KEY, Random(seed).randbytes)
        house = House(record, dossiers(), frozenset(CAISSES))
        history = rehearse(seed, PEOPLE, YEARS, office=ThroughTheDoor(house))
        assert not history.broken, f"seed {seed}: {history.broken[0]}"
        streams = tuple(name for nth in range(PEOPLE) for name in (f"person-{nth}", f"record-{nth}"))
        files = [stream for stream in streams if house.met(stream).version]
        looks = sum(_looked_at(house, stream) for stream in files)
        assert verify(store).fault is None
        return Lived(fingerprint_of(record), len(files), history.events, looks)
    finally:
        store.close()


def _looked_at(house: House, stream: str) -> int:
    """The person and their office see the file, and each look is written down; nobody else sees it."""
    state = house.met(stream).state
    office = office_of(state)
    assert list(broken_state(state, END)) == []
    seers = [Actor("she", "person", "", (stream,)), *([Actor("a1", "agent", office)] if office else [])]
    others = [Actor("another", "person", "", ("another-file",)), Actor("a9", "agent", "999"), Actor("k", "kiosk")]
    for actor in seers:
        seen = look_at(house, actor, Look(stream, "casework", END, AT))
        assert not isinstance(seen, Refusal), f"{actor.role} does not see {stream}: {seen}"
    for actor in others:
        assert isinstance(look_at(house, actor, Look(stream, "casework", END, AT)), Refusal), f"{actor} sees {stream}"
    if office:
        assert not isinstance(work_of(house, seers[-1], WorkAsked(), END), Refusal)
    assert len(house.journal.readings(stream)) == len(seers)
    return len(seers)
