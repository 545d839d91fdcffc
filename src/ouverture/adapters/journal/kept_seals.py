"""The seals kept outside the journal, in the folder of the installation, and what they say of the one in its place.

Whoever put an older copy, or a new journal, in the place of this one would be believed again at the next seal. So what
the last seal kept here tells is looked at before anything is written.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

from ouverture.adapters.home import home
from ouverture.adapters.journal.opening import NoJournal, place_of
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.seals import Seal, UnreadableSeal, holds, read_seal

SEALS_NAME = "seals"
MOST_OF_A_LINE = 4096
"""A seal is under 500 characters: the last one is in the last bytes of its file."""


def seal_file(environment: Mapping[str, str], record: Record) -> Path:
    """Where the seals of this journal are kept, outside it: one line each, the last one last."""
    return home(environment) / SEALS_NAME / f"{record.signing.name}.txt"


def keep_seal(environment: Mapping[str, str], record: Record, seal: Seal) -> None:
    """Add a seal to those kept outside, unless the last says as much, and note which journal stands in this place."""
    path = seal_file(environment, record)
    last = last_kept(path)
    if not seal.events or (last and last[:-2] == seal[:-2]):
        return
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(path, os.O_APPEND, seal.text)
    _write(_place_file(environment), os.O_TRUNC, record.signing.name)


def last_kept(path: Path) -> Seal | None:
    """The last seal kept outside; None when there is none. A line cut short by a crash is passed over."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - MOST_OF_A_LINE))
            lines = file.read().decode("ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return None
    for line in reversed(lines):
        with suppress(UnreadableSeal):
            return read_seal(line)
    return None


def check_kept(environment: Mapping[str, str], record: Record) -> None:
    """Raise NoJournal, with one sentence, when another journal stood in this place, or more was in this one."""
    path = seal_file(environment, record)
    if other := other_before(environment, record):
        raise NoJournal(
            f"another journal stood in this place, whose seals are in {path.with_name(other)}.txt: put it back, "
            f"or move {_place_file(environment)} away if this one is meant to take its place"
        )
    kept = last_kept(path)
    if kept and not record.store.snapshot(lambda connection: holds(connection, kept)):
        raise NoJournal(
            f"it lacks what the last seal in {path} covers ({kept.events} events): an older copy was put in its place, "
            "or its end is gone; ouverture verify says more, and ouverture restore puts a copy back"
        )


def other_before(environment: Mapping[str, str], record: Record) -> str:
    """The name of another journal that was sealed in the place of this one; "" when there was none."""
    noted = _place_file(environment)
    name = noted.read_text("ascii", errors="replace").strip() if noted.is_file() else ""
    return "" if name == record.signing.name else name


def _place_file(environment: Mapping[str, str]) -> Path:
    """Where it is noted which journal stands in the place that the settings name."""
    where = place_of(environment)
    if isinstance(where, str):
        address = urlsplit(where)
        named = f"{address.hostname}:{address.port}{address.path}"  # another user or password is the same place
    else:
        named = str(where.resolve())
    return home(environment) / SEALS_NAME / f"{hashlib.sha256(named.encode()).hexdigest()[:16]}.place"


def _write(path: Path, how: int, line: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | how, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())
