"""Which answers of a crowd would change if rules that lost their words fell, or held for everybody.

What a new text says is for a person to read; the two ends of what it may do can be counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
from numpy.random import Generator, default_rng

from ouverture.law.consistency import ONLY_WITH
from ouverture.law.rulebook import rulebook
from ouverture.rules.columns import UNKNOWN, Column, Columns, Packed, pack
from ouverture.rules.conditions import NEVER, Condition, Every
from ouverture.rules.diagram import Variable, variables
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law
from ouverture.text import Text

SEED = 20261128
ALWAYS = Every(())
NOBODY_SURE = "unknown"
_SHARE_KNOWN = 0.9
_SPREAD = 400
"""In days, or in the unit of a number: how far beyond the last cut of the law persons are drawn."""


@dataclass(frozen=True)
class Shift:
    """How many persons would be answered by another ground, from which to which."""

    supposed: Text
    persons: int
    moves: Mapping[tuple[str, str], int]

    def to_json(self) -> dict[str, Any]:
        """The shift as plain values, the commonest moves first."""
        moves = [{"from": was, "to": now, "persons": count} for (was, now), count in self.moves.items()]
        return {"supposed": self.supposed._asdict(), "persons": self.persons, "moves": moves}


def shifts(names: Iterable[str], on: date, size: int) -> tuple[Shift, ...]:
    """What changes among ``size`` persons drawn for the day ``on`` if these rules fell, and if they held for all."""
    law, wanted = rulebook().on(on), frozenset(names)
    if not wanted & law.rules.keys():
        return ()
    crowd = pack(drawn(law, on, size), law.facts)
    before = Columns(law, on).decide(crowd)
    supposed: tuple[tuple[Text, Condition], ...] = (
        (Text("si elles ne valaient plus pour personne", "if they held for nobody any more"), NEVER),
        (Text("si elles valaient pour tous", "if they held for everybody"), ALWAYS),
    )
    return tuple(_shift(says, law, before, _decided(law, wanted, when, on, crowd)) for says, when in supposed)


def drawn(law: Law, on: date, size: int) -> dict[str, Column]:
    """Persons near the cuts of the law, in every class of answer; details only with the answer they detail."""
    random = default_rng(SEED)
    facts = variables(law.program, on)
    crowd = {variable.fact.name: _column(variable, size, random) for variable in facts}
    by_name = {fact.name: fact for fact in law.facts}
    for name, (parent, answers) in ONLY_WITH.items():
        if name in crowd and parent in crowd:
            codes = [place for place, value in enumerate(by_name[parent].values()) if value in answers]
            crowd[name] = np.where(np.isin(crowd[parent], codes), crowd[name], UNKNOWN).astype(crowd[name].dtype)
    return crowd


def _column(variable: Variable, size: int, random: Generator) -> Column:
    known = random.random(size) < _SHARE_KNOWN
    values = _choices(variable.fact, size, random) if not variable.cuts else _numbers(variable, size, random)
    return np.where(known, values, UNKNOWN).astype(values.dtype)


def _choices(fact: Fact, size: int, random: Generator) -> Column:
    weights = np.array([fact.weight(value) for value in fact.values()], float)
    mixed = weights / weights.sum() / 2 + 0.5 / len(weights)  # half by how common, half evenly: rare answers are seen
    kind = np.int8 if len(weights) <= np.iinfo(np.int8).max else np.int16
    return random.choice(len(weights), size, p=mixed).astype(kind)


def _numbers(variable: Variable, size: int, random: Generator) -> Column:
    low, high = max(0, variable.cuts[0] - _SPREAD), variable.cuts[-1] + _SPREAD
    return random.integers(low, high, size, dtype=np.int32)


def _decided(law: Law, names: frozenset[str], when: Condition, on: date, crowd: Packed) -> Column:
    rules = [replace(rule, when=when) if rule.name in names else rule for rule in law.rules.values()]
    return Columns(Law(law.facts, law.grounds, rules, law.absent.values()), on).decide(crowd)


def _shift(says: Text, law: Law, before: Column, after: Column) -> Shift:
    moved = np.flatnonzero(before != after)
    counted = Counter(zip(before[moved].tolist(), after[moved].tolist(), strict=True))
    names = dict(_named(law))
    return Shift(says, len(moved), {(names[was], names[now]): n for (was, now), n in counted.most_common()})


def _named(law: Law) -> Iterator[tuple[int, str]]:
    yield UNKNOWN, NOBODY_SURE
    yield from enumerate(ground.name for ground in law.grounds)
