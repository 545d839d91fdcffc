"""The subsidiary contribution ("taxe PUMa"): articles L380-2 and D380-1, computed with its steps, for years since 2016.

Urssaf computes it; this only shows what to expect. It is never a condition of cover. Two formulas: of the decree of
19 July 2016 (years 2016 to 2018) and of that of 23 April 2019 (years since 2019).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from ouverture.clock import deadlines
from ouverture.law.amounts import Amount, value
from ouverture.pricing import contribution_words as words
from ouverture.text import Text

ARTICLES = ("CSS L380-2", "CSS D380-1", "CSS D380-5", "CSS R380-4")
DEADLINES = ("csm_call", "csm_payment_30_days", "csm_instalment_90_days", "csm_answer_one_month")
Replacement = Literal["french", "foreign", "none"]
_NOTHING = Decimal(0)
_CENT = Decimal("0.01")
_CAPPED_SINCE = 2019
"""D380-1 of 2019 takes capital income up to eight ceilings; that of 2016 had no limit."""


@dataclass(frozen=True)
class Income:
    """A year of income of one resident, in euros.

    ``capital``: rent, dividends, gains, non-professional profits; of a couple's undivided income, half (D380-5).
    ``work``: income from work in France; ``partner_work``: that of a spouse or PACS partner, None when there is none.
    ``replacement``: whether the person, or that partner, drew a pension, an annuity or unemployment benefit, French or
    foreign; None when not known. ``by_treaty``: a treaty keeps the person out of the CSG and the like.
    ``covered``: the part of the year under L160-1, less what falls under the Swiss cross-border contribution.
    """

    year: int
    capital: Decimal
    work: Decimal = _NOTHING
    partner_work: Decimal | None = None
    replacement: Replacement | None = "none"
    covered: Fraction = Fraction(1)
    by_treaty: bool = False


class Otherwise(NamedTuple):
    """What would be due by another reading of the text, and whose reading it is."""

    due: Decimal
    says: Text


@dataclass(frozen=True)
class Contribution:
    """What would be due for the year, in euros; None when it cannot be said. ``says`` are the steps.

    ``otherwise``: the other reading, where the text leaves a doubt; ``called_by``: the last day of the call.
    """

    due: Decimal | None
    says: tuple[Text, ...]
    amounts: tuple[Amount, ...]
    otherwise: Otherwise | None = None
    called_by: date | None = None
    articles: tuple[str, ...] = ARTICLES
    deadlines: tuple[str, ...] = DEADLINES


def subsidiary_contribution(income: Income) -> Contribution:
    """What would be due on a year's income, with the yearly ceiling (PASS) of that same year.

    Raises ValueError for a negative income or a part of a year that is not between 0 and 1.
    """
    _check(income)
    used = _amounts(income.year)
    missing = tuple(amount.says for amount in used if not amount.known)
    if missing:
        return Contribution(None, missing, used)
    scale = _Scale(*(amount.value or _NOTHING for amount in used))
    base = _base(income, scale)
    why_nothing = _exempt(income, scale, base)
    if why_nothing:
        return Contribution(_NOTHING, (why_nothing,), used)
    if income.replacement is None:
        return Contribution(None, (words.replacement_unknown(),), used)
    due = _due(income, scale, base)
    called = _called_by(income.year)
    says = words.steps(income.year, scale.ceiling, base, due, called)
    return Contribution(due, says, used, _otherwise(income), called)


def what_if(income: Income, works: tuple[Decimal, ...]) -> tuple[tuple[Decimal, Decimal | None], ...]:
    """What would be due for each of these incomes from work, the rest being the same."""
    return tuple((work, subsidiary_contribution(replace(income, work=work)).due) for work in works)


class _Scale(NamedTuple):
    """The amounts of one year: the ceiling in euros, the rate in per cent, the rest in times the ceiling."""

    ceiling: Decimal
    rate: Decimal
    allowance: Decimal
    limit: Decimal
    last: Decimal

    @property
    def threshold(self) -> Decimal:
        """The income from work from which nothing is due, in euros."""
        return self.limit * self.ceiling


def _amounts(year: int) -> tuple[Amount, ...]:
    """The last one is the cap on capital income, or before 2019 the work income up to which the rate is whole."""
    last = "csm_capital_income_cap" if year >= _CAPPED_SINCE else "csm_full_rate_limit"
    names = ("pass", "csm_rate", "csm_allowance", "csm_work_income_limit", last)
    return tuple(value(name, date(year, 12, 31)) for name in names)


def _base(income: Income, scale: _Scale) -> Decimal:
    capped = min(income.capital, scale.last * scale.ceiling) if income.year >= _CAPPED_SINCE else income.capital
    return capped - scale.allowance * scale.ceiling


def _due(income: Income, scale: _Scale, base: Decimal) -> Decimal:
    """6.5 % × base × (1 − R / limit) since 2019; 8 % × base, × 2 × (1 − R / limit) from half the limit, before."""
    falling = 1 - income.work / scale.threshold
    if income.year < _CAPPED_SINCE:
        falling = min(Decimal(1), falling * scale.limit / scale.last)
    share = Decimal(income.covered.numerator) / Decimal(income.covered.denominator)
    return (base * scale.rate / 100 * falling * share).quantize(_CENT, ROUND_HALF_UP)


def _exempt(income: Income, scale: _Scale, base: Decimal) -> Text | None:
    """Why nothing is due, if one reason is enough."""
    if income.replacement == "french":
        return words.replacement_income()
    if max(income.work, income.partner_work or _NOTHING) >= scale.threshold:
        return words.enough_work(scale.threshold)
    return words.little_capital(scale.allowance * scale.ceiling) if base <= 0 else None


def _otherwise(income: Income) -> Otherwise | None:
    if income.replacement == "foreign":
        return Otherwise(_NOTHING, words.foreign_pension())
    return Otherwise(_NOTHING, words.treaty()) if income.by_treaty else None


def _called_by(year: int) -> date | None:
    """The last working day of November of the next year (R380-4); None when the text of that year is not held."""
    try:
        return deadlines.count("csm_call", date(year, 12, 31)).due
    except deadlines.DeadlineError:
        return None


def _check(income: Income) -> None:
    for name, money in (("capital", income.capital), ("work", income.work), ("partner_work", income.partner_work)):
        if money is not None and money < 0:
            raise ValueError(f"{name}: give a sum of zero euros or more, not {money}")
    if not 0 <= income.covered <= 1:
        raise ValueError(f"covered: give a part of the year between 0 and 1, not {income.covered}")
