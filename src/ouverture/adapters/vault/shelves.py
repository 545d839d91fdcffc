"""Where sealed contents lie: in folders beside the journal's file, or in a table of the journal's PostgreSQL.

Both keep bytes under two names that tell nothing: that of a file and that of a content in it. A journal that several
hosts share has its pages where they all reach them; nothing of a person is kept on one host alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol, cast

from ouverture.adapters.home import home
from ouverture.adapters.journal.opening import place_of
from ouverture.adapters.vault.folders import ENDING, Folders, beside

if TYPE_CHECKING:
    from ouverture.adapters.journal.postgres import PostgresStore
    from ouverture.adapters.journal.store import Store


class Drawer(Protocol):
    """The contents of one file, for one alone."""

    def write(self, name: str, content: bytes) -> None:
        """Keep a content durably and whole, or not at all."""

    def remove(self, name: str) -> None:
        """Take a content away; nothing when it is not there."""


class Shelves(Protocol):
    """The drawers of all files."""

    def read(self, file: str, name: str) -> bytes:
        """A content of a file as it is kept now; raises NotKept."""

    def weight(self, file: str, name: str) -> int:
        """How many bytes a content has; 0 for one that is not there."""

    def alone(self, file: str) -> AbstractContextManager[Drawer]:
        """The drawer of a file: inside, no other process or thread, on whichever host, changes it."""

    def forget(self, file: str) -> None:
        """Take all of a file away, once nobody is in its drawer."""

    def files(self) -> set[str]:
        """The names of the files of which something is kept."""

    def names(self, file: str) -> list[str]:
        """The names of the contents kept for a file, in order."""


def shelves_of(environment: Mapping[str, str], store: Store) -> Shelves:
    """The shelves that go with the journal that the settings name, which is open as ``store``; raises NoJournal."""
    where = place_of(environment)
    if not isinstance(where, str):
        return Folders(beside(where))
    from ouverture.adapters.vault.table import Table

    return Table(cast("PostgresStore", store))


def bring_in(environment: Mapping[str, str], shelves: Shelves) -> None:
    """Put into the database what an earlier release kept in a folder of this host, and take the folder's away.

    A file of which the database has something already is left where it is: no page is written over.
    """
    left = left_at_home(environment)
    kept = left.files()
    if isinstance(shelves, Folders) or not kept:
        return
    for file in sorted(kept - shelves.files()):
        with left.alone(file), shelves.alone(file) as drawer:
            for name in left.names(file):
                drawer.write(name, left.read(file, name))
        left.forget(file)


def left_at_home(environment: Mapping[str, str]) -> Folders:
    """Where an earlier release kept the pages that go with a journal in PostgreSQL."""
    return Folders(home(environment) / f"postgresql{ENDING}")
