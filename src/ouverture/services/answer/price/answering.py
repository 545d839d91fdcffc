"""The answer to a file: every line priced in its order, with what is open and what sources disagree on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ouverture.pricing.counters import Counters
from ouverture.pricing.formula import Priced, price
from ouverture.pricing.readings import Reading, readings
from ouverture.services.answer.price.amount_reading import wrong
from ouverture.services.answer.price.fields import lines_of
from ouverture.services.answer.price.line_reading import Asked, read_line
from ouverture.services.answer.price.spread import Spread, spread
from ouverture.text import Text

MOST_RANGES = 200
"""In a longer file each answer is tried alone only: a ledger of a year is no place for ranges."""


@dataclass(frozen=True, slots=True)
class LineAnswer:
    """One line and its price.

    ``readings``: every price the sources lead to, ours first; ``before``: the counters of the person before it;
    ``alone``: in a long file each other answer is tried alone only.
    """

    asked: Asked
    priced: Priced
    readings: tuple[Reading, ...]
    before: Counters
    alone: bool
    participations: int
    franchises: int

    def spread(self) -> Spread:
        """What is asked, with the price under each other answer, and the range meanwhile."""
        return spread(self.asked.line, self.before, self.asked.open, ends=not self.alone)

    @property
    def about(self) -> bool:
        """Whether sources lead to another price too."""
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True)
class PriceAnswer:
    """The lines in their order. Sums in cents; None when a line is not held."""

    lines: tuple[LineAnswer, ...]

    @property
    def repaid(self) -> int | None:
        """What comes back in all."""
        sums = [one.priced.repaid for one in self.lines]
        return None if None in sums else sum(each or 0 for each in sums) + self.given_back

    @property
    def given_back(self) -> int:
        """Earlier deductions given back beside the lines."""
        return sum(one.priced.given_back for one in self.lines)

    @property
    def left(self) -> int | None:
        """What is left to pay in all."""
        sums = [one.priced.left for one in self.lines]
        return None if None in sums else sum(each or 0 for each in sums) - self.given_back


def price_file(given: Mapping[str, Any], today: date) -> PriceAnswer:
    """Price every line of a file; raises AnswerError for the first field that cannot be read, and prices nothing."""
    asked = [read_line(fields, today) for fields in lines_of(given)]
    if not asked:
        raise wrong("line", "écrivez au moins un acte : act, on, fee", "write at least one act: act, on, fee")
    of: dict[str, Counters] = {}
    return PriceAnswer(tuple(_answer(one, of, alone=len(asked) > MOST_RANGES) for one in asked))


def with_and_without(one: LineAnswer) -> tuple[Priced, Priced]:
    """The same care with a médecin traitant, and without one."""
    start = _counters(one.asked, {})
    line = one.asked.line
    inside = replace(line, pathway="in") if line.pathway == "out" else line
    return price(inside, start.copy()), price(replace(line, pathway="out"), start.copy())


def _answer(asked: Asked, of: dict[str, Counters], alone: bool) -> LineAnswer:
    counters = _counters(asked, of)
    before = counters.copy()
    priced = price(asked.line, counters)
    year = counters.year(asked.line.counted_in.year)
    return LineAnswer(
        asked=asked,
        priced=priced,
        readings=readings(asked.line, before),
        before=before,
        alone=alone,
        participations=year.participations,
        franchises=year.franchise_cents,
    )


def _counters(asked: Asked, of: dict[str, Counters]) -> Counters:
    """The counters of the person of a line; what the file says was counted before is put in."""
    counters = of.setdefault(asked.person, Counters())
    counters.year(asked.line.counted_in.year).told(*asked.already)
    return counters


def difference(one: LineAnswer) -> Text | None:
    """What to say when what was received is not what is expected; None when it is, or when either is not known."""
    received, expected = one.asked.received, one.priced.repaid
    if received is None or expected is None or received == expected:
        return None
    if any(reading.priced.repaid == received for reading in one.readings):
        return _OTHER_READING
    return _LESS if received < expected else _MORE


_OTHER_READING = Text(
    "Ce montant est celui d'une autre lecture des textes : demandez à la caisse laquelle elle applique.",
    "This amount is that of another reading of the texts: ask the caisse which one it applies.",
)
_LESS = Text(
    "Vous avez reçu moins que prévu : demandez à la caisse le détail du calcul, ligne par ligne.",
    "You received less than expected: ask the caisse for the detail of the count, line by line.",
)
_MORE = Text(
    "Vous avez reçu plus que prévu : gardez le décompte, la caisse peut réclamer un trop-perçu pendant deux ans.",
    "You received more than expected: keep the statement, the caisse may claim it back for two years.",
)
