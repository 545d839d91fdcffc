"""Is every event still what it was when it was written? The first one that is not is named."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ouverture.adapters.journal.chain import START, link
from ouverture.adapters.journal.seals import COLUMNS, Seal, onward
from ouverture.adapters.journal.store import Connection, Fault, Store
from ouverture.adapters.journal.walk import by_position
from ouverture.services.casework.ports import Line
from ouverture.text import Text

SEALS = f"SELECT {COLUMNS} FROM seals ORDER BY upto"


class Verification(NamedTuple):
    """What was read, the running hash of all of it, and the first fault in the order of the journal."""

    events: int
    files: int
    root: bytes
    fault: Fault | None


def verify(store: Store, known: Seal | None = None) -> Verification:
    """Read every event and check its chain and every seal; ``known`` is a seal kept outside, checked as well."""
    return store.snapshot(lambda connection: verify_in(connection, _seals(connection, known)))


def verify_in(connection: Connection, known: Iterable[Seal]) -> Verification:
    """The same, of what one connection sees, against the seals given."""
    return verify_lines(by_position(connection), known)


def verify_lines(lines: Iterable[Line], known: Iterable[Seal]) -> Verification:
    """The same, of lines in the order of their journal."""
    seals = iter(sorted(known))
    heads: dict[str, tuple[int, bytes, int]] = {}
    due = next(seals, None)
    events, root = 0, Seal().root
    for line in lines:
        while due and due.upto < line.position:
            if fault := _seal_fault(due, events, root):
                return Verification(events, len(heads), root, fault)
            due = next(seals, None)
        if fault := _line_fault(line, *heads.get(line.stream, (0, START, 1))):
            return Verification(events, len(heads), root, fault)
        heads[line.stream] = line.version, line.hash, line.schema
        events, root = events + 1, onward(root, line.hash)
    while due:
        if fault := _seal_fault(due, events, root):
            return Verification(events, len(heads), root, fault)
        due = next(seals, None)
    return Verification(events, len(heads), root, None)


def _seals(connection: Connection, known: Seal | None) -> list[Seal]:
    found = [Seal(*row) for row in connection.execute(SEALS).fetchall()]
    return [*found, known] if known else found


def _line_fault(line: Line, version: int, previous: bytes, schema: int) -> Fault | None:
    if line.version != version + 1:
        return _fault(
            line,
            f"il suit l'événement {version} : ce qui était entre les deux n'y est plus",
            f"it follows event {version}: what was between the two is gone",
        )
    if link(previous, line) != line.hash or line.schema < schema:
        return _fault(
            line,
            "il n'est plus ce qui a été écrit, ou ce qui le précède dans le dossier ne l'est plus",
            "it is no longer what was written, or what precedes it in the file is not",
        )
    return None


def _seal_fault(seal: Seal, events: int, root: bytes) -> Fault | None:
    if (seal.events, seal.root) == (events, root):
        return None
    gone = seal.events - events
    return Fault(
        "",
        0,
        seal.upto,
        Text(
            f"Le sceau à la position {seal.upto} couvrait {seal.events} événements ; il y en a {events}"
            + ("." if gone else ", et ce ne sont plus les mêmes."),
            f"The seal at position {seal.upto} covered {seal.events} events; there are {events}"
            + ("." if gone else ", and they are no longer the same."),
        ),
    )


def _fault(line: Line, fr: str, en: str) -> Fault:
    return Fault(
        line.stream,
        line.version,
        line.position,
        Text(
            f"Dossier {line.stream}, événement {line.version} ({line.kind}) : {fr}.",
            f"File {line.stream}, event {line.version} ({line.kind}): {en}.",
        ),
    )
