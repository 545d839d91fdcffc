"""The subsidiary contribution ("taxe PUMa"): articles L380-2 and D380-1, computed with its steps.

Urssaf computes it; this only shows what to expect. It is never a condition of cover.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ouverture.law.after import subsidiary_words as words
from ouverture.law.amounts import Amount, value
from ouverture.text import Text

ARTICLES = ("CSS L380-2", "CSS D380-1", "CSS D380-5", "CSS R380-4")
DEADLINES = ("csm_call", "csm_payment_30_days", "csm_instalment_90_days", "csm_answer_one_month")
_AMOUNTS = ("pass", "csm_rate", "csm_allowance", "csm_work_income_limit", "csm_capital_income_cap")
_NOTHING = Decimal(0)
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Income:
    """A year of income of one resident, in euros.

    ``capital``: rent, dividends, gains, non-professional profits; of a couple's undivided income, half (D380-5).
    ``work``: income from work in France; ``partner_work``: that of a spouse or PACS partner, None when there is none.
    ``replacement``: whether the person, or that partner, drew a pension, an annuity or unemployment benefit; None when
    not known (for a foreign pension, it was not verified). ``covered``: the part of the year under L160-1.
    """

    year: int
    capital: Decimal
    work: Decimal = _NOTHING
    partner_work: Decimal | None = None
    replacement: bool | None = False
    covered: Fraction = Fraction(1)


@dataclass(frozen=True)
class Contribution:
    """What would be due for the year, in euros; None when it cannot be said. ``says`` are the steps."""

    due: Decimal | None
    says: tuple[Text, ...]
    amounts: tuple[Amount, ...]
    articles: tuple[str, ...] = ARTICLES
    deadlines: tuple[str, ...] = DEADLINES


def subsidiary_contribution(income: Income) -> Contribution:
    """What would be due on a year's income, with the yearly ceiling (PASS) of that same year.

    Raises ValueError for a negative income or a part of a year that is not between 0 and 1.
    """
    _check(income)
    used = tuple(value(name, date(income.year, 12, 31)) for name in _AMOUNTS)
    ceiling, rate, allowance, limit, cap = (amount.value for amount in used)
    if ceiling is None or rate is None or allowance is None or limit is None or cap is None:
        return Contribution(None, tuple(amount.says for amount in used if not amount.known), used)
    threshold, untaxed = limit * ceiling, allowance * ceiling
    base = min(income.capital, cap * ceiling) - untaxed
    why_nothing = _exempt(income, threshold, untaxed, base)
    if why_nothing:
        return Contribution(_NOTHING, (why_nothing,), used)
    if income.replacement is None:
        return Contribution(None, (words.replacement_unknown(),), used)
    share = Decimal(income.covered.numerator) / Decimal(income.covered.denominator)
    due = base * rate / 100 * (1 - income.work / threshold) * share
    due = due.quantize(_CENT, ROUND_HALF_UP)
    return Contribution(due, words.steps(income.year, ceiling, base, due), used)


def _exempt(income: Income, threshold: Decimal, untaxed: Decimal, base: Decimal) -> Text | None:
    """Why nothing is due, if one reason is enough."""
    if income.replacement:
        return words.replacement_income()
    if max(income.work, income.partner_work or _NOTHING) >= threshold:
        return words.enough_work(threshold)
    return words.little_capital(untaxed) if base <= 0 else None


def _check(income: Income) -> None:
    for name, money in (("capital", income.capital), ("work", income.work), ("partner_work", income.partner_work)):
        if money is not None and money < 0:
            raise ValueError(f"{name}: give a sum of zero euros or more, not {money}")
    if not 0 <= income.covered <= 1:
        raise ValueError(f"covered: give a part of the year between 0 and 1, not {income.covered}")
