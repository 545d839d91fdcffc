"""A file made harmless: what it is, then its pages anew. Runs in a process apart: see ``workroom``."""

from __future__ import annotations

from ouverture.adapters.vault.documents import pages_of_document
from ouverture.adapters.vault.kinds import kind_of
from ouverture.adapters.vault.limits import MOST_BYTES
from ouverture.adapters.vault.pictures import page_of_photograph
from ouverture.services.papers.vault_ports import CannotTake, Clean


def clean(content: bytes) -> Clean:
    """The pages of a file; raises CannotTake."""
    if len(content) > MOST_BYTES:
        raise CannotTake("too_big", MOST_BYTES // 1_000_000)
    kind = kind_of(content)
    return pages_of_document(content) if kind == "pdf" else Clean((page_of_photograph(content, kind),))
