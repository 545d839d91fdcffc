"""A condition in words."""

from dataclasses import replace
from datetime import date

import pytest

from ouverture.rules.conditions import NEVER, Condition, Every
from ouverture.rules.cuts import MonthsEnd
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law, Rule, Source
from ouverture.rules.sentence import sentence, value_in_words
from ouverture.text import Text
from tests.rules.small_laws import NOTHING, fact

A = replace(fact("a"), label=Text("le fait", "the fact"))
KIND = Fact(
    "kind", "one_of", Text("le genre", "the kind"), NOTHING, {"x": Text("icse", "ex"), "y": Text("igrec", "why")}
)
MANY = Fact("many", "one_of", Text("beaucoup", "many"), NOTHING, {f"v{n}": Text(f"f{n}", f"e{n}") for n in range(12)})
SINCE = replace(fact("since", "date"), label=Text("le jour", "the day"))
YEARS = replace(fact("years", "whole_number"), label=Text("les années", "the years"))
SOURCE = Source("CSS", "L1", "v", "d", date(2020, 1, 1))
RULE = Rule("r", SOURCE, "", "", NEVER, Text("La règle.", "The rule."), "H", (), date(2020, 1, 1))
LAW = Law((A, KIND, SINCE), (), (RULE,))

SAID: list[tuple[Condition, str, str]] = [
    (A.is_yes(), "le fait : Oui", "the fact : Yes"),
    (A.is_no(), "le fait : Non", "the fact : No"),
    (KIND.among("x"), "le genre : icse", "the kind : ex"),
    (KIND.among("x", "y"), "le genre : icse / igrec", "the kind : ex / why"),
    (~KIND.among("x"), "il est faux que le genre : icse", "it is not true that the kind : ex"),
    (RULE.holds, "La règle.", "The rule."),
    (
        A.is_yes() & KIND.among("x"),
        "toutes ces conditions (le fait : Oui; le genre : icse)",
        "all of these (the fact : Yes; the kind : ex)",
    ),
    (
        A.is_yes() | RULE.holds,
        "l'une de ces conditions (le fait : Oui; La règle.)",
        "one of these (the fact : Yes; The rule.)",
    ),
    (SINCE.not_past(), "le jour : aujourd'hui ou plus tard", "the day : today or later"),
    (SINCE.at_least(date(2020, 11, 15)), "le jour : le 2020-11-15 ou après", "the day : 2020-11-15 or later"),
    (YEARS.at_least(15), "les années : 15 ou plus", "the years : 15 or more"),
    (
        ~SINCE.more_than_ago(months=3),
        "le jour : il y a au plus 3 mois",
        "the day : at most 3 months ago",
    ),
    (
        SINCE.at_least(MonthsEnd(6)),
        "le jour : avant la fin du 6e mois qui suit",
        "the day : before the end of month 6 that follows",
    ),
    (
        SINCE.at_least(MonthsEnd(2, days=45)),
        "le jour : avant la fin du 2e mois qui suit et 44 jours",
        "the day : before the end of month 2 that follows and 44 days",
    ),
    (
        ~SINCE.reached(years=1),
        "le jour : il y a moins de 12 mois",
        "the day : less than 12 months ago",
    ),
]


@pytest.mark.parametrize(("condition", "fr", "en"), SAID, ids=[en for _, _, en in SAID])
def test_a_condition_is_said_in_both_languages(condition: Condition, fr: str, en: str) -> None:
    assert sentence(condition, LAW, "fr") == fr
    assert sentence(condition, LAW, "en") == en


def test_a_long_list_of_values_is_cut_and_counted() -> None:
    said = sentence(MANY.among(*MANY.options), LAW, "en")
    assert said == "many : e0 / e1 / e2 / e3 / e4 / e5 / e6 / e7 … (12)"
    assert "…" not in sentence(MANY.among(*list(MANY.options)[:8]), LAW, "en")


@pytest.mark.parametrize(
    ("one", "value", "said"),
    [
        (A, True, ("Oui", "Yes")),
        (A, False, ("Non", "No")),
        (KIND, "y", ("igrec", "why")),
        (SINCE, date(2026, 3, 1).toordinal(), ("1er mars 2026", "1 March 2026")),
        (YEARS, 15, ("15", "15")),
    ],
)
def test_an_answer_is_said_as_the_person_would(one: Fact, value: bool | str | int, said: tuple[str, str]) -> None:
    assert value_in_words(one, value) == said


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition"):
        sentence(Condition(), LAW, "en")
    assert sentence(Every(()), LAW, "en") == "all of these ()"
