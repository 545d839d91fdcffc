"""What reading needs from outside: somebody who turns bytes into lines, and a picture of a face into measures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from ouverture.evidence.checks import PaperRead, Portrait
from ouverture.services.papers.vault_ports import Cleaner, Vault


class Reader(Protocol):
    """Reads papers. It never raises for what a file holds: ``PaperRead.trouble`` says what went wrong."""

    def read(self, files: Sequence[bytes]) -> PaperRead:
        """The pages of a paper given as one or several files (PDF, JPEG, PNG), in their order."""

    def portrait(self, picture: bytes) -> Portrait | None:
        """What was measured on the picture of a face; None when it cannot be opened as a picture."""


class Papers(NamedTuple):
    """What takes pages in, keeps them and reads them; without a ``reader`` nobody but a person does."""

    vault: Vault
    cleaner: Cleaner
    reader: Reader | None = None
