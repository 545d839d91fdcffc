"""Double entry, in cents: every movement debits as much as it credits, so the accounts of a file always sum to zero."""

from __future__ import annotations

from typing import Literal, NamedTuple

Account = Literal["health_costs", "due_to_person", "bank", "to_recover", "owed_participations"]


class Entry(NamedTuple):
    """One side of a movement, in cents; one of the two is zero."""

    account: Account
    debit: int = 0
    credit: int = 0


class Ledger(NamedTuple):
    """Debits less credits of each account, in cents.

    ``owed_participations``: what the person owes in participations and franchises that could not be taken at once.
    """

    health_costs: int = 0
    due_to_person: int = 0
    bank: int = 0
    to_recover: int = 0
    owed_participations: int = 0


_PLACES = {name: place for place, name in enumerate(Ledger._fields)}


def movement(debited: Account, credited: Account, cents: int) -> tuple[Entry, ...]:
    """The two entries of a movement of ``cents``; none when nothing moves."""
    return (Entry(debited, debit=cents), Entry(credited, credit=cents)) if cents else ()


def posted(ledger: Ledger, entries: tuple[Entry, ...]) -> Ledger:
    """The accounts after these entries."""
    if not entries:
        return ledger
    sums = list(ledger)
    for one in entries:
        sums[_PLACES[one.account]] += one.debit - one.credit
    return Ledger(*sums)
