"""A journal of an earlier release written over for this one by a process that is killed at a random moment."""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest import mock

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.moving import remove, schema_of
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import SCHEMA
from ouverture.adapters.journal.verify import verify
from ouverture.cli import main
from ouverture.services.casework.recall import fold
from ouverture.services.casework.standing import dossiers
from tests.adapters.journal.released.journals import SCHEMA_1_KEY, read_by_7efedb5, schema_1

LONGEST = 2.5
"""Seconds that a whole migration takes here, and a little more: some of those killed are done already."""
FILES = dossiers()


def upgrade_and_kill(folder: Path, chance: random.Random) -> bool:
    """Whether the new journal was in its place when the process was killed; either way a whole journal is."""
    place = schema_1(folder)
    before = place.read_bytes()
    settings = {
        "OUVERTURE_JOURNAL": str(place),
        "OUVERTURE_HOME": str(folder / "house"),
        "OUVERTURE_KEY": SCHEMA_1_KEY.hex(),
    }
    with mock.patch.dict(os.environ, settings), mock.patch("ouverture.cli.keeping.now", _day_of_the_journal):
        _killed(chance.uniform(0, LONGEST))
        done = schema_of(place) == SCHEMA
        if not done:
            assert place.read_bytes() == before
            remove(place.with_name(f"{place.name}.schema{SCHEMA}"))
            place.with_name(f"{place.name}.schema1").unlink(missing_ok=True)
            assert _quiet(["migrate"]) == 0
        record = open_record(os.environ)
    _check(record)
    assert place.with_name(f"{place.name}.schema1").read_bytes() == before
    return done


def _killed(after: float) -> None:
    child = os.fork()
    if child == 0:
        _quiet(["migrate"])
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def _quiet(arguments: list[str]) -> int:
    with open(os.devnull, "w") as nowhere, mock.patch("sys.stdout", nowhere):
        return main(arguments)


def _day_of_the_journal() -> datetime:
    return datetime(2029, 1, 6, 12, tzinfo=UTC)


def _check(record: Record) -> None:
    """Every file is what the older release read in it."""
    assert verify(record.store).fault is None
    for stream, read in read_by_7efedb5().items():
        lines = record.history(stream).lines
        file: Any = fold(FILES, stream, lines)
        assert (len(lines), lines[-1].hash.hex()) == (read["events"], read["last_hash"])
        assert (file.number.number, file.claim.iban) == (read["number"], read["iban"])
    record.store.close()
