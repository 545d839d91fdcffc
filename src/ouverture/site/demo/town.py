"""The town behind the pages of the demonstration, and its clock."""

from __future__ import annotations

from threading import Lock

from ouverture.rehearsal.demonstration import Demonstration
from ouverture.site.page.clock import let_it_be

_turn = Lock()
_towns: list[Demonstration] = []


class NoTown(LookupError):
    """This site is no demonstration."""


def settle(town: Demonstration) -> None:
    """The demonstration is on: its day is the day of every page."""
    _towns[:] = [town]
    let_it_be(town.day)


def town() -> Demonstration:
    """The town; raises NoTown on a site that is none."""
    if not _towns:
        raise NoTown
    return _towns[0]


def let_pass(days: int) -> None:
    """So many days pass in the town, one visitor's click at a time."""
    with _turn:
        town().let_pass(days)
        let_it_be(town().day)
