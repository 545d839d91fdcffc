"""Several things at once: one call tells three facts, and the day is looked at when all of them are known."""

from __future__ import annotations

from collections.abc import Sequence

from ouverture.dossier.kernel import Command, command


@command
class Together(Command):
    """Commands carried out in their order, in one append; none is if one is refused. ``machine.run`` carries it out."""

    orders: tuple[Command, ...]

    may = ("person", "helper", "caisse", "letter", "call", "screen")


def as_one(orders: Sequence[Command]) -> Command:
    """One command that carries out all of them: the only one as it is, several together. ``orders`` is not empty."""
    return orders[0] if len(orders) == 1 else Together(tuple(orders))
