"""Months of invented waits, one of them a surge, drawn from a seed that every test prints."""

from __future__ import annotations

from datetime import date, timedelta
from math import exp, log
from random import Random

from ouverture.forecast.survival import Span

START = date(2024, 1, 1)
SURGE = (START + timedelta(days=450), START + timedelta(days=570))


def waits(seed: int, days: int = 800, slower: float = 1.8) -> list[Span]:
    """A few waits a day, half over in 40 days, nine in ten in 90; in the surge ``slower`` times as long."""
    print(f"seed {seed}")
    chance, spread = Random(seed), log(90 / 40) / 1.2816
    found = []
    for day in range(days):
        began = START + timedelta(days=day)
        factor = slower if SURGE[0] <= began < SURGE[1] else 1.0
        for _ in range(chance.choice((1, 2, 3, 4))):
            lasted = max(1, round(exp(chance.gauss(log(40 * factor), spread))))
            found.append(Span(began, began + timedelta(days=lasted), caisse="751"))
    return found


def known_on(day: date, every: list[Span]) -> list[Span]:
    """What could be known on that day: those begun, and an end only where it is past."""
    return [one if one.ended and one.ended <= day else one._replace(ended=None) for one in every if one.began <= day]
