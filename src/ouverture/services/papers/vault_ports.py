"""What pages of papers need from outside: a vault that keeps them sealed, and who makes a file harmless."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import Literal, NamedTuple, Protocol

Trouble = Literal[
    "empty", "too_big", "too_many_pages", "too_many_dots", "too_small", "needs_password", "unreadable", "too_heavy",
    "form_only", "heic", "tiff", "moving", "drawing", "archive", "office", "web_page", "program", "unknown",
    "infected", "closed",
]  # fmt: skip
"""Why a file cannot be taken. "too_heavy": it cost more time or memory than it may; "form_only": a form that only one
program opens; "closed": nothing here can take any file now."""


class CannotTake(Exception):
    """A file cannot be taken; ``trouble`` says why, ``most`` the limit it passed where there is one."""

    def __init__(self, trouble: Trouble, most: int = 0) -> None:
        super().__init__(trouble)
        self.trouble = trouble
        self.most = most


class CleanPage(NamedTuple):
    """One page as a picture made anew (JPEG), and the same small; sizes in dots."""

    picture: bytes
    small: bytes
    width: int
    height: int


class Clean(NamedTuple):
    """A file made harmless: its pages as pictures. ``document``: the PDF written anew, empty for a picture."""

    pages: tuple[CleanPage, ...]
    document: bytes = b""


class Cleaner(Protocol):
    """Proves what a file is from its content, and makes it anew without what could act or tell more than the page."""

    def clean(self, content: bytes) -> Clean:
        """The pages; raises CannotTake."""


class Leaf(NamedTuple):
    """One page in the vault. ``name`` is its own, drawn by chance; digests (SHA-256) are those of what is kept.

    ``paper`` is the one it belongs to; ``document`` the PDF it stands in, at ``nth`` (from 0), "" for a photograph.
    Sizes are in dots; ``at`` the moment it came (ISO).
    """

    name: str
    paper: str
    digest: str
    small: str
    document: str
    nth: int
    width: int
    height: int
    at: str

    @property
    def contents(self) -> tuple[str, ...]:
        """The digests of all that is kept for it."""
        return tuple(one for one in (self.digest, self.small, self.document) if one)


class PageGone(Exception):
    """What was kept is not there, or is no longer what was kept, or its file was erased."""


class Shelf(Protocol):
    """The pages of one file while nobody else changes them."""

    leaves: tuple[Leaf, ...]
    notes: Mapping[str, str]
    """What was read in a content, by its digest: ``services.papers.reading`` writes and reads it."""

    def put(self, content: bytes) -> str:
        """Keep a content; its digest."""

    def draw_name(self) -> str:
        """A name for a new page, drawn by chance."""


class Vault(Protocol):
    """Contents of files, sealed under the key of each file."""

    def opened(self, stream: str) -> AbstractContextManager[Shelf]:
        """The pages of a file, for one alone; what changed is kept when the block ends well. Raises PageGone."""

    def leaves(self, stream: str) -> tuple[Leaf, ...]:
        """The pages of a file, in their order."""

    def notes(self, stream: str) -> Mapping[str, str]:
        """What was read in them, by the digest of each content."""

    def content(self, stream: str, digest: str) -> bytes:
        """A content as it was kept; raises PageGone."""

    def weight(self, stream: str, digest: str) -> int:
        """About how many bytes a content has; 0 for one that is not there."""

    def forget(self, stream: str) -> None:
        """Remove all that was kept for a file."""
