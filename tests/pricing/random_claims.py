"""Random lines of care of every kind, from a seed that is printed when a test fails."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from ouverture.pricing.acts import acts, statuses
from ouverture.pricing.care import Line, Patient
from ouverture.pricing.columns import PATHWAYS, SECTORS

FIRST_DAY, DAYS = date(2015, 6, 1), 4300
FEES = (1, 2, 61, 122, 1613, 2300, 2500, 2650, 3000, 4500, 9099, 9100, 12000, 30000)


def random_lines(count: int, seed: int) -> list[Line]:
    """Lines that differ in everything a price rests on; none is a flat charge or a stay counted in days."""
    chance = random.Random(seed)
    names = [name for name, act in acts().items() if not act.charge]
    return [_line(chance, names) for _ in range(count)]


def _line(chance: random.Random, names: list[str]) -> Line:
    on = FIRST_DAY + timedelta(chance.randrange(DAYS))
    return Line(
        act=chance.choice(names),
        on=on,
        fee=chance.choice((*FEES, chance.randrange(1, 60000))),
        quantity=chance.choice((1, 1, 1, 2, 5, 7)),
        tariff=chance.choice((None, None, None, chance.randrange(1, 30000))),
        sector=chance.choice(SECTORS),
        pathway=chance.choice(PATHWAYS),
        patient=Patient(chance.randrange(99), _situations(chance), chance.choice(("", "", "", "reunion", "guyane"))),
        third_party=chance.random() < 0.2,
        in_hospital=chance.random() < 0.2,
        protocol=chance.random() < 0.8,
        heavy=chance.random() < 0.05,
        repaid_on=chance.choice((None, on + timedelta(chance.randrange(400)))),
    )


def _situations(chance: random.Random) -> frozenset[str]:
    usual = [name for name in statuses() if name != "work_accident"]
    if chance.random() < 0.02:
        return frozenset({"work_accident"})
    return frozenset(chance.sample(usual, chance.choice((0, 0, 0, 1, 1, 2))))


def a_year_of_care(count: int, seed: int, year: int = 2026) -> list[Line]:
    """Lines of one person cared for and repaid in one year, whose participations all have the same value."""
    chance = random.Random(seed)
    lines = []
    for _ in range(count):
        act, fee = chance.choice((("gp", 3000), ("specialist", 3150), ("biology", 2000), ("medicine_65", 1000),
                                  ("auxiliary", 1613), ("transport", 4000)))  # fmt: skip
        on = date(year, 1, 1) + timedelta(chance.randrange(365))
        line = Line(act, on, fee, professional=chance.choice("abc"), third_party=chance.random() < 0.3)
        lines.append(replace(line, quantity=chance.choice((1, 1, 2))) if act in ("auxiliary", "transport") else line)
    return lines


MIXED = (
    *(("gp", fee) for fee in (3000, 2500, 150)), ("specialist", 3150), *(("biology", fee) for fee in (2000, 200, 61)),
    ("medicine_65", 1000), ("medicine_15", 200), ("auxiliary", 1613), ("transport", 4000),
)  # fmt: skip
"""Acts whose deductions differ: whole, or cut by what the caisse gives."""


def a_mixed_year(count: int, seed: int, year: int) -> list[Line]:
    """Lines of one person repaid in one year, for care of that year or the one before: deductions of every value."""
    chance = random.Random(seed)
    return [_mixed(chance, year) for _ in range(count)]


def _mixed(chance: random.Random, year: int) -> Line:
    act, fee = chance.choice(MIXED)
    on = date(year - 1, 1, 1) + timedelta(chance.choice((chance.randrange(730), chance.randrange(400, 440))))
    return Line(
        act,
        on,
        fee,
        quantity=chance.choice((1, 1, 1, 2, 6)),
        sector=chance.choice(("1", "1", "optam", "2", "none")),
        pathway=chance.choice(("in", "out")),
        professional=chance.choice("abc"),
        third_party=chance.random() < 0.3,
        repaid_on=date(year, chance.randrange(1, 13), 1),
    )


def arriving_otherwise(lines: list[Line], seed: int) -> list[Line]:
    """The same lines in another order, each repaid on another day of the same year: only dates are moved."""
    chance = random.Random(seed)
    days = sorted(date(line.counted_in.year, 1, 1) + timedelta(chance.randrange(365)) for line in lines)
    return [replace(line, repaid_on=day) for line, day in zip(chance.sample(lines, len(lines)), days, strict=True)]
