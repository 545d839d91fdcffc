"""What a file asks beside care: the subsidiary contribution of a year, and thresholds of resources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from ouverture.places.spelling import fold
from ouverture.pricing.contribution import Contribution, Income, Replacement, subsidiary_contribution, what_if
from ouverture.pricing.explained import money
from ouverture.pricing.thresholds import NAMES, Name, Threshold, threshold
from ouverture.services.answer.price.amount_reading import MOST_EUROS_A_YEAR, cents, day, number, wrong, yes_no
from ouverture.text import Language, Text

_INCOME_WORDS: Mapping[str, tuple[str, ...]] = {
    "year": ("year", "annee", "income year", "on", "year of income"),
    "capital": ("capital", "capital income", "revenus du capital", "a", "assets income", "patrimoine"),
    "work": ("work", "work income", "revenus du travail", "r", "professional income", "activity income", "earned"),
    "partner_work": ("partner work", "spouse work", "conjoint", "revenus du conjoint", "partner", "spouse"),
    "replacement": ("replacement", "pension", "unemployment", "rente", "chomage", "pension or benefit"),
    "months": ("months", "mois", "months covered", "covered months"),
    "covered": ("covered", "part of the year", "prorata", "share of the year"),
    "treaty": ("treaty", "traite", "by treaty", "treaty exempt"),
}
_REPLACEMENTS: Mapping[str, Replacement] = {
    "french": "french", "francaise": "french", "yes": "french", "oui": "french", "true": "french",
    "foreign": "foreign", "etrangere": "foreign", "abroad": "foreign",
    "none": "none", "no": "none", "non": "none", "aucune": "none", "false": "none",
}  # fmt: skip
_THRESHOLDS: Mapping[str, Name] = {
    "c2s": "c2s_free", "free c2s": "c2s_free", "c2s free": "c2s_free", "css": "c2s_free", "cmu c": "c2s_free",
    "c2s with participation": "c2s_with_participation", "c2s participation": "c2s_with_participation",
    "acs": "c2s_with_participation", "ame": "ame", "rsa": "rsa", "aspa": "aspa",
}  # fmt: skip
_OVERSEAS = frozenset({"overseas", "guadeloupe", "guyane", "martinique", "reunion", "la reunion", "saint barthelemy",
                       "saint martin", "dom", "outre mer"})  # fmt: skip
_MONTHS = 12
FIRST_YEAR, LAST_YEAR = 2016, 2100


class ThresholdAsked(NamedTuple):
    """A threshold and the income compared with it, if any; None when it is not held."""

    found: Threshold | None
    asked: str
    income: Decimal | None


def contribution_of(given: Mapping[str, Any]) -> tuple[Income, Contribution]:
    """The contribution of the year that a table describes; raises AnswerError, which names the field."""
    said = _named(given, _INCOME_WORDS, "contribution")
    if "year" not in said or "capital" not in said:
        raise wrong("contribution", "donnez year et capital, par exemple 2025 et 60000",
                    "give year and capital, for example 2025 and 60000")  # fmt: skip
    income = Income(
        year=number("year", str(said["year"])[:4], FIRST_YEAR, LAST_YEAR),
        capital=_euros("capital", said["capital"]),
        work=_euros("work", said.get("work", 0)),
        partner_work=_euros("partner_work", said["partner_work"]) if "partner_work" in said else None,
        replacement=_replacement(said.get("replacement", "none")),
        covered=_covered(said),
        by_treaty=yes_no("treaty", said.get("treaty", False)),
    )
    return income, subsidiary_contribution(income)


def threshold_of(given: Mapping[str, Any], today: date) -> ThresholdAsked:
    """The threshold that a table asks; raises AnswerError, which names the field."""
    said = {fold(key): value for key, value in given.items()}
    word = fold(str(said.get("name", said.get("threshold", said.get("what", "")))))
    name = _THRESHOLDS.get(word) or next((each for each in NAMES if fold(each) == word), None)
    if name is None:
        raise wrong("threshold", f"écrivez {', '.join(NAMES)}", f"write one of {', '.join(NAMES)}")
    if name == "c2s_free" and yes_no("participation", said.get("participation", said.get("with participation", False))):
        name = "c2s_with_participation"
    on = day("on", said["on"]) if "on" in said else today
    size = said.get("household", said.get("size", said.get("persons", said.get("people", said.get("foyer", 1)))))
    place = fold(str(said.get("place", "mainland")))
    where = "overseas" if place in _OVERSEAS else "mayotte" if place == "mayotte" else "mainland"
    income = said.get("income", said.get("resources", said.get("ressources")))
    found = threshold(name, on, number("household", size, 1, 30), where)
    return ThresholdAsked(found, name, None if income is None else _euros("income", income))


def contribution_json(income: Income, found: Contribution) -> dict[str, Any]:
    """The contribution as JSON: sum, other reading, steps, what each income from work would give."""
    return {
        "year": income.year,
        "due": None if found.due is None else float(found.due),
        "otherwise": found.otherwise and {"due": float(found.otherwise.due), "says": found.otherwise.says._asdict()},
        "called_by": found.called_by.isoformat() if found.called_by else None,
        "steps": [step._asdict() for step in found.says],
        "amounts": [
            {"name": one.name, "value": None if one.value is None else float(one.value),
             "source": Text.in_two(one.source).en,
             "since": one.since.isoformat() if one.since else None, "checked_on": one.checked_on.isoformat()}
            for one in found.amounts
        ],
        "what_if": [
            {"work": float(work), "due": None if due is None else float(due)}
            for work, due in works_tried(income, found)
        ],
        "articles": list(found.articles),
    }  # fmt: skip


def works_tried(income: Income, found: Contribution) -> tuple[tuple[Decimal, Decimal | None], ...]:
    """The contribution at five incomes from work, from none to the limit."""
    known = {one.name: one.value for one in found.amounts}
    ceiling, limit = known.get("pass"), known.get("csm_work_income_limit")
    if found.due is None or ceiling is None or limit is None:
        return ()
    return what_if(income, tuple(ceiling * limit * part / 4 for part in range(5)))


def contribution_lines(found: Contribution, language: Language) -> list[str]:
    """The contribution as lines of text."""
    lines = [step.to(language) for step in found.says]
    return [*lines, *([found.otherwise.says.to(language)] if found.otherwise else [])]


def threshold_json(one: ThresholdAsked) -> dict[str, Any]:
    """A threshold as JSON; ``above`` is null when the income is at the limit."""
    if one.found is None:
        return {"name": one.asked, "euros": None, "not_held": not_held()._asdict()}
    held = one.found
    return {
        "name": held.name, "euros": float(held.euros), "period": held.period, "since": held.since.isoformat(),
        "text": held.text, "source": Text.in_two(held.source).en, "checked_on": held.checked_on.isoformat(),
        "certainty": held.certainty, "doubt": float(held.doubt),
        "income": None if one.income is None else float(one.income),
        "above": None if one.income is None else held.above(one.income),
    }  # fmt: skip


def threshold_line(one: ThresholdAsked, language: Language) -> str:
    """A threshold as one line of text."""
    if one.found is None:
        return f"{one.asked}: {not_held().to(language)}"
    held, sum_ = one.found, money(int(one.found.euros * 100))
    period = {"year": Text("par an", "a year"), "month": Text("par mois", "a month")}[held.period]
    label = f"{held.label.fr} :" if language == "fr" else f"{held.label.en}:"
    return f"{label} {sum_.to(language)} {period.to(language)} [{held.text}, {held.since.isoformat()}]"


def not_held() -> Text:
    """What is said of an amount that no source we read gives."""
    return Text("Ce montant n'est pas dans nos sources pour ce jour, ce lieu ou ce foyer.",
                "This amount is not in our sources for that day, place or home.")  # fmt: skip


def _named(given: Mapping[str, Any], words: Mapping[str, tuple[str, ...]], table: str) -> dict[str, Any]:
    turned = {fold(word): name for name, spelled in words.items() for word in (name, *spelled)}
    found = {}
    for key, value in given.items():
        if fold(key) not in turned:
            raise wrong(table, f"« {key} » n'est pas connu ; connus : {', '.join(words)}",
                        f'"{key}" is not known; known: {", ".join(words)}')  # fmt: skip
        found[turned[fold(key)]] = value
    return found


def _euros(field: str, given: Any) -> Decimal:
    return Decimal(cents(field, given, zero=True, most=MOST_EUROS_A_YEAR)) / 100


def _replacement(given: Any) -> Replacement | None:
    word = fold(str(given))
    if word in ("unknown", "inconnu"):
        return None
    if word not in _REPLACEMENTS:
        raise wrong("replacement", "écrivez french, foreign, none ou unknown", "write french, foreign, none or unknown")
    return _REPLACEMENTS[word]


def _covered(said: Mapping[str, Any]) -> Fraction:
    if "months" in said:
        return Fraction(number("months", said["months"], 0, _MONTHS), _MONTHS)
    try:
        part = Fraction(str(said.get("covered", 1)))
    except (ValueError, ZeroDivisionError):
        part = Fraction(-1)
    if not 0 <= part <= 1:
        raise wrong("covered", "une part de l'année, de 0 à 1", "a part of the year, from 0 to 1")
    return part
