"""The euro drawn: where each cent of what was paid goes; and the choices a form offers."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ouverture.pricing.acts import acts, statuses
from ouverture.pricing.formula import Priced
from ouverture.text import Text

Name = Literal["caisse", "kept", "share", "increase", "beyond"]


class Part(NamedTuple):
    """One part of what was paid, in cents."""

    name: Name
    says: Text
    cents: int


_SAYS: dict[Name, Text] = {
    "caisse": Text("Remboursé par la caisse", "Paid back by the caisse"),
    "kept": Text("Participation ou franchise, à vous", "Participation or franchise, yours"),
    "share": Text("Votre part, qu'une mutuelle peut payer", "Your share, which a mutuelle may pay"),
    "increase": Text("Hausse hors du parcours, à vous", "Increase out of the pathway, yours"),
    "beyond": Text("Au-delà du tarif, à vous", "Beyond the tariff, yours"),
}


class Chosen(NamedTuple):
    """One choice of a form: its value and its words."""

    value: str
    says: Text


def euro_parts(priced: Priced) -> tuple[Part, ...]:
    """The parts of what was paid, in the order of the formula, those of no cent left out; none when it is not held."""
    if priced.repaid is None or not priced.line.fee:
        return ()
    plain = max(0, priced.share - priced.increase)
    cents: dict[Name, int] = {
        "caisse": priced.repaid,
        "kept": priced.deducted + priced.recovered,
        "share": plain,
        "increase": priced.share - plain,
        "beyond": priced.beyond,
    }
    return tuple(Part(name, _SAYS[name], each) for name, each in cents.items() if each)


def act_choices() -> tuple[Chosen, ...]:
    """Every act, as a form offers it."""
    return tuple(Chosen(name, act.label) for name, act in acts().items())


def situation_choices() -> tuple[Chosen, ...]:
    """The situations a person knows of themselves; being a minor is said by the age. "none" says that none holds."""
    known = (Chosen(name, status.label) for name, status in statuses().items() if name != "minor")
    return (*known, Chosen("none", Text("aucune de ces situations", "none of these situations")))
