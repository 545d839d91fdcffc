"""The vault kept in good order: against the journal's own words of it, and copied with the journal."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sealing import FIND
from ouverture.adapters.journal.store import Fault, whole
from ouverture.adapters.vault.folders import Folders
from ouverture.adapters.vault.sealed_vault import SealedVault
from ouverture.text import Text

STREAMS = "SELECT DISTINCT stream FROM events ORDER BY stream"
GIVEN = "pages_given"


def faults_of_vault(vault: SealedVault, record: Record) -> Iterator[Fault]:
    """What is in the vault and should not be, what should be and is not, or is not what was kept; each in words."""
    kept = vault.shelves.files()
    for stream in _streams(record):
        name, erased = vault.name(stream), _is_erased(record, stream)
        if erased and name in kept:
            yield _fault(stream, STILL_THERE)
        elif not erased:
            yield from _of_a_file(vault, record, stream, name in kept)
        kept.discard(name)
    for name in sorted(kept):
        yield whole(
            Text(
                f"Le coffre a un dossier {name[:8]}… qui n'est celui d'aucun dossier du journal.",
                f"The vault has a folder {name[:8]}… that is of no file of the journal.",
            )
        )


def _of_a_file(vault: SealedVault, record: Record, stream: str, has_folder: bool) -> Iterator[Fault]:
    given = _given(record, stream)
    if not (given or has_folder):
        return
    wrong = set(vault.faults(stream))
    if "" in wrong:
        yield _fault(stream, BROKEN_INDEX)
        return
    known = {leaf.name: leaf.digest for leaf in vault.leaves(stream)}
    gone = {name for name, digest in given if known.get(name) != digest}
    for name in sorted(gone - wrong):
        yield _fault(stream, Text(f"la page {name}, qui a été donnée, a disparu.",
                                  f"page {name}, which was given, is gone."))  # fmt: skip
    for name in sorted(wrong):
        yield _fault(stream, Text(f"la page {name} n'est plus ce qui a été reçu, ou a disparu.",
                                  f"page {name} is no longer what came in, or is gone."))  # fmt: skip


def _given(record: Record, stream: str) -> set[tuple[str, str]]:
    """The pages that events say were given: names and digests."""
    lines = (line for line in record.history(stream).lines if line.kind == GIVEN)
    every = (each.partition(":") for line in lines for each in json.loads(line.body)["pages"])
    return {(name, digest) for name, _, digest in every}


def _streams(record: Record) -> list[str]:
    return [stream for (stream,) in record.store.read(lambda connection: connection.execute(STREAMS).fetchall())]


def _is_erased(record: Record, stream: str) -> bool:
    row = record.store.read(lambda connection: connection.execute(FIND, (stream,)).fetchone())
    return row is not None and not bytes(row[0])


def _fault(stream: str, says: Text) -> Fault:
    return Fault(stream, 0, 0, Text(f"Dossier {stream} : {says.fr}", f"File {stream}: {says.en}"))


def copy_vault(source: Path, into: Path) -> None:
    """Bring a copy up to date with a vault that others are writing in: each file as it stands at one moment.

    Called before and after the journal is copied, the copy holds every page that the journal's copy speaks of.
    """
    shelves = Folders(source)
    for file in sorted(shelves.files()):
        with shelves.alone(file):
            (into / file).mkdir(parents=True, exist_ok=True, mode=0o700)
            for name in shelves.names(file):
                _copy(source / file / name, into / file / name)


def _copy(path: Path, into: Path) -> None:
    seen = into.stat() if into.exists() else None
    now = path.stat()
    if seen is None or (seen.st_size, seen.st_mtime_ns) != (now.st_size, now.st_mtime_ns):
        shutil.copy2(path, into)


def let_go_of_erased(vault: SealedVault, record: Record) -> None:
    """Take the pages of erased files out of a vault: of a copy made while somebody erased one."""
    kept = vault.shelves.files()
    for stream in _streams(record):
        if vault.name(stream) in kept and _is_erased(record, stream):
            vault.forget(stream)


STILL_THERE = Text(
    "il est effacé, et le coffre a encore un dossier à son nom : lancez ouverture worker --once.",
    "it was erased, and the vault still has a folder for it: run ouverture worker --once.",
)
BROKEN_INDEX = Text("la liste de ses pages ne peut plus être lue.", "the list of its pages can no longer be read.")
