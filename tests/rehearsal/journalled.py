"""The rehearsal's office with the real service and the real journal behind it."""

from __future__ import annotations

import hashlib

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.walk import by_file
from ouverture.dossier.file import File
from ouverture.dossier.machine import NOTHING_OFF
from ouverture.rehearsal.office import Answer
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import Recall, fold
from ouverture.services.casework.standing import dossiers


class Journalled:
    """Every order goes through ``services.handle``, which remembers files; every question folds the history again."""

    def __init__(self, record: Record, off: frozenset[str] = NOTHING_OFF) -> None:
        self.record = record
        self.machine = dossiers(off)
        self.recall = Recall(self.machine)

    def send(self, order: Order) -> Answer:
        return handle(self.record, self.machine, order, self.recall)

    def file(self, stream: str) -> File:
        return fold(self.machine, stream, self.record.history(stream).lines)

    def fingerprint(self) -> str:
        """A digest of the chain of every file."""
        return fingerprint_of(self.record)


def fingerprint_of(record: Record) -> str:
    """A digest of the chain of every file: of all that was written, and in which order in each file."""
    digest = hashlib.sha256()

    def read(connection: object) -> None:
        for stream, lines in by_file(connection):  # type: ignore[arg-type]
            *_, last = lines
            digest.update(f"{stream} {last.version} ".encode() + last.hash)

    record.store.snapshot(read)
    return digest.hexdigest()
