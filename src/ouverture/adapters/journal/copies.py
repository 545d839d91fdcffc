"""What lies beside a copy of the journal: its seal, and the digest of its file, byte for byte as it was written.

The seal says what the copy holds; the digest also covers the bytes of the file that hold nothing.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from ouverture.adapters.journal.seals import Seal
from ouverture.text import Text

MARK = "ouverture-copy-1"
"""How the line of the digest begins: what it is, and how it is written."""
MOST = 4096
"""A seal and a digest are under 500 characters: what is longer is something else."""


class Beside(NamedTuple):
    """The lines of seals found beside a copy, and in words what is wrong with its file."""

    seals: tuple[str, ...] = ()
    faults: tuple[Text, ...] = ()


def write_beside(copy: Path, seal: Seal) -> None:
    """Write the seal of a copy, and the digest of its file, beside it."""
    _beside(copy).write_text(f"{seal.text}\n{MARK} {_digest(copy)}\n", "ascii")


def read_beside(copy: Path) -> Beside:
    """What lies beside a copy, its digest compared; nothing, when nothing does. Raises OSError.

    Copies made before 29 November 2026 have a seal and no digest.
    """
    if not _beside(copy).exists():
        return Beside()
    with _beside(copy).open("rb") as file:
        written = file.read(MOST).decode("ascii", errors="replace")
    seal, *more = written.splitlines() or [""]
    if not more or more == [f"{MARK} {_digest(copy)}"]:
        return Beside((seal,))
    return Beside((seal,), (CHANGED,))


def _beside(copy: Path) -> Path:
    return copy.with_name(f"{copy.name}.seal")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


CHANGED = Text(
    "Le fichier n'est plus, octet pour octet, la copie que backup a écrite : l'empreinte de son fichier .seal le dit. "
    "Si vous y écrivez depuis, ce n'est plus une copie : retirez ce fichier .seal.",
    "The file is no longer, byte for byte, the copy that backup wrote: the digest in its .seal file says so. "
    "If you write in it since, it is no copy any more: take that .seal file away.",
)
