"""What the facts that were not given would change: every other answer tried, and from what to what the price may go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from typing import NamedTuple

from ouverture.pricing.care import Line
from ouverture.pricing.counters import Counters
from ouverture.pricing.formula import Priced, price
from ouverture.services.answer.price.open_facts import Open, Other
from ouverture.text import Text


class Supposed(NamedTuple):
    """One other answer and its price in cents; None when something that price rests on is not held."""

    value: str
    says: Text
    repaid: int | None
    left: int | None


class Ask(NamedTuple):
    """A fact to ask, since an answer changes a cent; ``answers`` are those that do, the others staying as they are."""

    field: str
    question: Text
    answers: tuple[Supposed, ...]


class Range(NamedTuple):
    """From the least to the most, in cents, over the answers tried together."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Spread:
    """What to ask, and the range of what is repaid and left meanwhile; no range when nothing is open or held."""

    asks: tuple[Ask, ...] = ()
    repaid: Range | None = None
    left: Range | None = None


def spread(line: Line, before: Counters, facts: Sequence[Open], ends: bool = True) -> Spread:
    """Try every other answer alone, then (``ends``) together towards the least and the most that is left to pay.

    A fact is asked when an answer changes a cent beside the facts as they are taken, or, where the answers are too
    many to try all together, beside those that lead to either end: what matters elsewhere is asked once that is said.
    """
    trial = _Trial(line, before, facts)
    alone = [[(other, trial.priced({place: other})) for other in one.others] for place, one in enumerate(facts)]
    matter = {place for place, tried in enumerate(alone) if any(_sums(each) != trial.first for _, each in tried)}
    if ends and prod(len(one.others) + 1 for one in facts) <= MOST_TOGETHER:
        matter |= _all_together(trial)
    elif ends:
        matter |= _towards(trial, min) | _towards(trial, max)
    asks = tuple(_ask(facts[place], alone[place], trial.first) for place in sorted(matter))
    return Spread(asks, trial.range(0), trial.range(1)) if asks else Spread()


Sums = tuple[int | None, int | None]


@dataclass
class _Trial:
    """The line under some answers; every price that was met is kept, for the range."""

    line: Line
    before: Counters
    facts: Sequence[Open]
    first: Sums = (None, None)
    met: set[Sums] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.first = _sums(self.priced({}))

    def priced(self, answers: dict[int, Other]) -> Priced:
        line, counters = self.line, self.before.copy()
        for other in answers.values():
            line = other.suppose(line, counters)
        found = price(line, counters)
        self.met.add(_sums(found))
        return found

    def range(self, place: int) -> Range | None:
        held = [each for sums in self.met if (each := sums[place]) is not None]
        return Range(min(held), max(held)) if held else None


def _sums(priced: Priced) -> Sums:
    return priced.repaid, priced.left


MOST_TOGETHER = 64
"""Up to so many answers together all are tried: the range is then exact."""


def _all_together(trial: _Trial) -> set[int]:
    """Try every answer with every other; the facts that change a cent somewhere."""
    choices = [(None, *one.others) for one in trial.facts]
    found: dict[tuple[Other | None, ...], Sums] = {}
    for chosen in product(*choices):
        found[chosen] = _sums(trial.priced({place: one for place, one in enumerate(chosen) if one is not None}))
    return {
        place
        for chosen, sums in found.items()
        for place in range(len(choices))
        if found[(*chosen[:place], None, *chosen[place + 1 :])] != sums
    }


SWEEPS = 2
"""Times every fact is gone through: what one answer is worth may hang on an answer taken after it."""


def _towards(trial: _Trial, best: Callable[[Sequence[int]], int]) -> set[int]:
    """Take for each fact in turn the answer that leaves the least (or most) to pay; the facts that changed a cent."""
    taken: dict[int, Other] = {}
    now, matter = trial.first, set()
    for _ in range(SWEEPS):
        for place, one in enumerate(trial.facts):
            apart = {of: other for of, other in taken.items() if of != place}
            choices = [apart, *({**apart, place: other} for other in one.others)]
            tried = [(answers, now if answers == taken else _sums(trial.priced(answers))) for answers in choices]
            if any(sums != now for _, sums in tried):
                matter.add(place)
            held = [sums[1] for _, sums in tried if sums[1] is not None]
            if held and best(held) != now[1]:
                taken, now = next(each for each in tried if each[1][1] == best(held))
    return matter


def _ask(one: Open, tried: Sequence[tuple[Other, Priced]], first: Sums) -> Ask:
    return Ask(one.field, one.question, tuple(
        Supposed(other.value, other.says, priced.repaid, priced.left)
        for other, priced in tried if _sums(priced) != first
    ))  # fmt: skip
