"""The formula: base, share, deduction, what is repaid, what is left. Whole cents throughout.

base   = the tariff of the day, or what was paid when that is less
repaid = base × rate, half-up to the cent, less the increase out of the pathway, less the deduction; never below zero
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ouverture.pricing.care import Line
from ouverture.pricing.charges import charge_of, daily_charge
from ouverture.pricing.consulted import NO_PICK, Figure, Picks
from ouverture.pricing.counters import Counters
from ouverture.pricing.terms import WHOLE, Terms, terms


@dataclass(frozen=True, slots=True)
class Priced:
    """One line and its price, in cents; the sums are None when something the price rests on is not held.

    paid = repaid + deducted + recovered + share + beyond, and left = paid - repaid. ``share`` holds ``increase``;
    ``owed_later`` is a deduction that could not be taken at once; ``daily`` the hospital's daily charges. ``undone``:
    earlier deductions that no longer count once this line is counted; ``given_back``: what of them goes to the person
    beside what is repaid, the rest being owed no more.
    """

    line: Line
    terms: Terms
    base: int | None = None
    rate: int | None = None
    share: int = 0
    increase: int = 0
    flat: int | None = None
    wanted: int = 0
    deducted: int = 0
    recovered: int = 0
    owed_later: int = 0
    undone: int = 0
    given_back: int = 0
    repaid: int | None = None
    left: int | None = None
    beyond: int = 0
    daily: int = 0

    @property
    def held(self) -> bool:
        """Whether the price could be computed."""
        return self.repaid is not None


def price(line: Line, counters: Counters | None = None, picks: Picks = NO_PICK) -> Priced:
    """The price of one line; ``counters`` (of this patient) are read and moved on. Raises KeyError: unknown act."""
    applied = terms(line, picks)
    charge = charge_of(line, picks)
    if charge is not None:
        return Priced(line, applied, base=0, rate=0, repaid=0, left=charge, daily=charge)
    if applied.lacks or applied.rate is None:
        return Priced(line, applied)
    return priced(line, applied, Counters() if counters is None else counters)


def priced(line: Line, applied: Terms, counters: Counters) -> Priced:
    """The arithmetic of one line whose terms are all held."""
    base = base_of(line, applied)
    full = half_up(base, _value(applied.rate))
    flat = _flat(line, applied, base, base - full)
    gross = full if flat is None else base - flat
    increase, rate = _increase(applied, base)
    if flat is None and rate != _value(applied.rate):
        gross, increase = half_up(base, rate), full - half_up(base, rate)
    else:
        increase = min(increase, gross)
        gross -= increase
    taken = _deduct(line, applied, counters, gross)
    repaid = gross - taken.at_once
    recovered = 0 if line.third_party else counters.recover(repaid)
    repaid -= recovered
    daily = daily_charge(line) if line.days else 0
    share = base - gross
    beyond = line.fee - base
    extra = daily if flat is not None else max(0, daily - share)
    return Priced(
        line, applied, base, rate, share, increase, flat, taken.wanted, taken.at_once, recovered, taken.later,
        taken.undone, taken.given_back, repaid, line.fee - repaid + extra, beyond, daily,
    )  # fmt: skip


def base_of(line: Line, applied: Terms) -> int:
    """The base: the tariff of all the acts of the line, or what was paid when that is less."""
    unit = line.tariff if applied.tariff is None else applied.tariff.value
    return line.fee if unit is None else min(line.fee, unit * line.quantity)


def half_up(cents: int, rate: int) -> int:
    """``cents`` × ``rate`` (hundredths of a per cent), half-up to the cent."""
    return (cents * rate + WHOLE // 2) // WHOLE


def _value(figure: Figure | None) -> int:
    return 0 if figure is None or figure.value is None else figure.value


def _flat(line: Line, applied: Terms, base: int, share: int) -> int | None:
    """The flat charge that replaces the share of a heavy act, when it is one; 0 when a situation spares it."""
    if applied.flat is None or not share:
        return None
    start = _value(applied.heavy_from) * line.quantity
    if not (line.heavy or (start and base >= start and line.act != "hospital_stay")):
        return None
    spared = applied.flat_spared_by is not None or line.act == "imaging"
    return 0 if spared else min(_value(applied.flat), share)


def _increase(applied: Terms, base: int) -> tuple[int, int]:
    """The increase out of the pathway in cents, and the rate it leaves: less points, unless the cap bites."""
    rate, points = _value(applied.rate), _value(applied.increase)
    increase = half_up(base, points)
    cap = None if applied.increase_cap is None else applied.increase_cap.value
    if not points:
        return 0, rate
    if cap is not None and base * points > cap * WHOLE:
        return cap, rate
    return increase, rate - points


class _Deducted(NamedTuple):
    """What the tables ask, what is taken at once or later, and what is undone of earlier deductions, in cents."""

    wanted: int = 0
    at_once: int = 0
    later: int = 0
    undone: int = 0
    given_back: int = 0


def _deduct(line: Line, applied: Terms, counters: Counters, gross: int) -> _Deducted:
    """The deduction of a line; it stays owed when the caisse paid the professional."""
    unit = _value(applied.deduction)
    if not unit:
        return _Deducted()
    wanted = unit * line.quantity
    added = counters.take(applied.family, line.on, line.counted_in, line.with_whom, unit, min(wanted, gross))
    if added < 0:
        return _Deducted(wanted, undone=-added, given_back=counters.give_back(-added))
    if line.third_party:
        counters.owed += added
        return _Deducted(wanted, later=added)
    return _Deducted(wanted, added)
