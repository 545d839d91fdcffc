"""A year of resources beside every amount the law compares it with: C2S, AME, RSA, ASPA, on a day, for a home."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ouverture.pricing.explained import money
from ouverture.pricing.thresholds import NAMES, Threshold
from ouverture.services.answer.price.sums import not_held, threshold_of
from ouverture.text import Text

_MONTHS_A_YEAR = 12
PERIODS: Mapping[str, Text] = {"year": Text("par an", "a year"), "month": Text("par mois", "a month")}
LABELS: Mapping[str, Text] = {
    "c2s_free": Text("C2S gratuite", "Free C2S"),
    "c2s_with_participation": Text("C2S avec participation", "C2S with participation"),
    "ame": Text("Aide médicale de l'État (AME)", "State medical aid (AME)"),
    "rsa": Text("RSA, montant de base", "RSA, base amount"),
    "aspa": Text("Aspa", "ASPA"),
}
"""What each amount opens, as a title."""


class Compared(NamedTuple):
    """One amount and what the resources are beside it; ``found`` None when it is not held for that day and home."""

    label: Text
    found: Threshold | None
    amount: Text
    verdict: Text | None
    source: Text | None = None


def compared(given: Mapping[str, Any], today: date) -> tuple[Compared, ...]:
    """Every amount beside a year of resources (fields income, household, place, on; what is not given is not compared).

    Raises AnswerError, which names the field.
    """
    return tuple(_one(name, given, today) for name in NAMES)


def _one(name: str, given: Mapping[str, Any], today: date) -> Compared:
    asked = threshold_of({"name": name, **given}, today)
    held = asked.found
    if held is None:
        return Compared(LABELS[name], None, not_held(), None)
    sum_, period = money(int(held.euros * 100)), PERIODS[held.period]
    amount = Text(f"{sum_.fr} {period.fr}", f"{sum_.en} {period.en}")
    verdict = None if asked.income is None else _verdict(held, asked.income)
    return Compared(LABELS[name], held, amount, verdict, Text.in_two(held.source))


def _verdict(held: Threshold, a_year: Decimal) -> Text:
    """Below, above, or too near to tell. A monthly amount is compared with a twelfth of the year."""
    income = a_year / _MONTHS_A_YEAR if held.period == "month" else a_year
    above = held.above(income)
    if above is None:
        doubt = money(int(held.doubt * 100))
        return Text(f"à la limite : moins de {doubt.fr} d'écart, les publications diffèrent ; demandez à la caisse",
                    f"at the limit: less than {doubt.en} apart, and publishers differ; ask the caisse")  # fmt: skip
    if income == held.euros:
        return Text("vos ressources sont égales à ce montant", "your resources equal this amount")
    apart = money(abs(int((income - held.euros) * 100)))
    if above:
        return Text(f"vos ressources le dépassent de {apart.fr}", f"your resources are {apart.en} above it")
    return Text(f"vos ressources sont {apart.fr} au-dessous", f"your resources are {apart.en} below it")
