"""The house behind every desk of this process, opened when the first page needs it."""

from __future__ import annotations

import os
from threading import Lock

from ouverture.services.casework.house import House
from ouverture.wiring import open_house

_turn = Lock()
_opened: list[House] = []


def house() -> House:
    """The house; raises NoJournal when there is none to open."""
    with _turn:
        if not _opened:
            _opened.append(open_house(os.environ))
        return _opened[0]


def use(other: House) -> None:
    """Stand behind every desk from now on: for the demonstration, and for tests."""
    with _turn:
        _opened[:] = [other]
