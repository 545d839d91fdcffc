"""The house put together: the only place where services meet adapters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.sqlite import SqliteStore
from ouverture.services.casework.house import House
from ouverture.services.casework.standing import dossiers

JOURNAL, KEY_FILE = "OUVERTURE_JOURNAL", "OUVERTURE_KEY_FILE"
OFFICES = "OUVERTURE_OFFICES"
"""The caisses that work on this system, by their codes, with commas between them."""


def open_house(settings: Mapping[str, str]) -> House:
    """The house that the settings describe; raises NoJournal or WrongSchema, each with one sentence."""
    offices = frozenset(code.strip() for code in settings.get(OFFICES, "").split(",") if code.strip())
    return House(open_record(settings), dossiers(), offices)


@contextmanager
def made_up_at_once(house: House) -> Iterator[None]:
    """Inside, the records of this house need not outlive a power cut: they are invented, and can be made again."""
    store = house.journal.store if isinstance(house.journal, Record) else None
    if not isinstance(store, SqliteStore):
        yield
        return
    with store.unhurried_disk():
        yield
