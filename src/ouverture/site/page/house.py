"""The house behind every desk of this process, opened when the first page needs it."""

from __future__ import annotations

import os
from threading import Lock

from ouverture.services.casework.house import House
from ouverture.wiring import close_helpers, erased_ever, open_house

_turn = Lock()
_opened: list[House] = []
_erased_before: list[int] = []
"""How many files had been erased when this process opened the house: it never met those."""


def house() -> House:
    """The house; raises NoJournal when there is none to open."""
    with _turn:
        if not _opened:
            opened = open_house(os.environ)
            _erased_before[:] = [erased_ever(opened)]
            _opened.append(opened)
        return _opened[0]


def has_met_what_was_erased() -> bool:
    """Whether a file was erased since this process opened the house: something of it may be in its memory."""
    with _turn:
        return any(erased_ever(one) > before for one, before in zip(_opened, _erased_before, strict=False))


def leave() -> None:
    """End what works for the house beside this process."""
    with _turn:
        for one in _opened:
            close_helpers(one)


def use(other: House) -> None:
    """Stand behind every desk from now on: for the demonstration, and for tests."""
    with _turn:
        _opened[:] = [other]
