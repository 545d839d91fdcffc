"""Where a line of the review is tried: a folder, an installation of its own, and the command as it is typed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.record import Record
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.claim.requests import RecordBankDetails
from ouverture.dossier.kernel import Command, Moment
from ouverture.dossier.person.decisions import TellAddress, TellNames
from ouverture.services.casework.carry_out import Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.standing import dossiers

SOURCE = Path(__file__).resolve().parents[3] / "src"
IBAN = "FR7630006000011234567890189"
HOLDER = "Adamantine Martinovitch"
MACHINE = dossiers()


class Ended(NamedTuple):
    """How a command ended, and all it said."""

    code: int
    said: str

    @property
    def first(self) -> str:
        """The first line, short enough for a table."""
        line = next((line for line in self.said.splitlines() if line.strip()), "nothing said")
        return f"exit {self.code}, “{line.strip()[:110]}”"


class Place:
    """A folder with an installation, a journal and the command."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal = folder / "journal.sqlite3"
        self.settings = {"OUVERTURE_HOME": str(folder / "house"), "OUVERTURE_JOURNAL": str(self.journal)}

    def environment(self, **more: str) -> dict[str, str]:
        """What a command is started with: nothing of this desk's own settings."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("OUVERTURE", "DJANGO"))}
        return {**kept, "PYTHONPATH": str(SOURCE), "LANG": "C.UTF-8", **self.settings, **more}

    def run(self, *typed: str, settings: dict[str, str] | None = None, within: float = 60, **how: Any) -> Ended:
        """Run ``ouverture`` with these arguments; never a traceback."""
        how = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **how}
        done = subprocess.run(
            [sys.executable, "-m", "ouverture", *typed],
            env=self.environment(**(settings or {})),
            cwd=self.folder,
            stderr=subprocess.PIPE,
            timeout=within,
            **how,
        )
        said = ((done.stdout or b"") + done.stderr).decode("utf-8", "replace").replace(str(self.folder), "…")
        assert "Traceback" not in said, f"{typed}: {said[-300:]}"
        return Ended(done.returncode, said)

    def refused(self, *typed: str, **how: Any) -> Ended:
        """The same, for what must be refused as bad input."""
        found = self.run(*typed, **how)
        assert found.code == 2, f"{typed}: {found}"
        return found

    def fill(self, files: int = 2) -> None:
        """Put some files in the journal."""
        with self.record() as record:
            for nth in range(1, files + 1):
                for wanted in story(nth):
                    assert send(record, f"f{nth}", wanted), wanted

    @contextmanager
    def record(self) -> Iterator[Record]:
        """The journal as the program writes in it."""
        record = open_record(self.environment())
        try:
            yield record
        finally:
            record.store.close()

    @contextmanager
    def hand(self, triggers: bool = False) -> Iterator[sqlite3.Connection]:
        """A hand that may write anything in the file; with the ``triggers`` still there, or gone."""
        with closing(sqlite3.connect(self.journal, isolation_level=None)) as raw:
            if not triggers:
                for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                    raw.execute(f"DROP TRIGGER {name}")
            yield raw

    def bytes_everywhere(self) -> bytes:
        """Every byte of every file of the place."""
        return b"".join(path.read_bytes() for path in sorted(self.folder.rglob("*")) if path.is_file())


def today() -> datetime:
    return datetime.now(UTC) - timedelta(minutes=5)


def story(nth: int) -> tuple[Command, ...]:
    return (
        OpenFile(f"person {nth}", "751", channels=("letter",)),
        TellNames(HOLDER if nth == 1 else f"Person Number {'I' * nth}"),
        TellAddress(("1 rue des Inventions",), "75011", "Paris"),
        Deposit(("identity_document",), ground="resident"),
        *((RecordBankDetails(IBAN, HOLDER),) if nth == 1 else ()),
    )


def send(record: Record, stream: str, wanted: Command, key: str = "") -> bool:
    """Whether an order was carried out."""
    now = today()
    digest = sha256(f"{key or wanted!r}".encode()).hexdigest()  # a key is written in clear: it says nothing of anybody
    order = Order(stream, wanted, Moment(now.date(), "person"), f"{stream}/{digest}", now)
    return isinstance(handle(record, MACHINE, order), Done)
