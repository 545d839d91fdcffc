"""Is what is read what this program wrote? Asked at every reading of a file, before anything is believed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ouverture.adapters.journal.chain import START, link
from ouverture.adapters.journal.store import blob
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.ports import Line

Mark = Callable[[bytes], bytes]
"""What only this installation can put on the hash of an event."""


def check_genuine(lines: Iterable[Line], since: int, mark: Mark) -> None:
    """Raise NotAsWritten at the first line that a hand put in, changed, or took what precedes it away.

    ``lines`` are those of one file from the version ``since`` on, as they are stored. What the first of them follows is
    not here unless it is the first of its file: whoever asks from further on knows its hash already.
    """
    previous = START if since == 1 else None
    for expected, line in enumerate(lines, start=since):
        follows = line.version == expected and (previous is None or link(previous, line) == line.hash)
        if not follows or blob(line.mark) != mark(line.hash):
            raise NotAsWritten(line.stream, line.version)
        previous = line.hash
