"""A condition in words, in both languages, with the rule's own sentence where there is one."""

from datetime import date

import pytest

from ouverture.rules.conditions import Condition, Holds
from ouverture.rules.cuts import Ago, MonthsEnd, Today
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law, Rule, Source
from ouverture.rules.sentence import sentence, value_in_words
from ouverture.text import Text

NOVEL, MAP = Text("Roman", "Novel"), Text("Carte", "Map")
SHELF = Fact("shelf", "one_of", Text("le rayon", "the shelf"), Text("?", "?"), {"novel": NOVEL, "map": MAP})
MEMBER = Fact("member", "yes_no", Text("l'adhésion", "membership"), Text("?", "?"))
UNTIL = Fact("until", "date", Text("la fin", "the end"), Text("?", "?"))
YEARS = Fact("years", "whole_number", Text("les années", "the years"), Text("?", "?"))
NOTHING = Text("", "")
SAYS = Text("Les adhérents empruntent.", "Members may borrow.")
SOURCE = Source("CSS", "L1", "v", "d", date(2020, 1, 1))
RULE = Rule("may_borrow", SOURCE, "", "words", MEMBER.is_yes(), SAYS, "H", (), date(2020, 1, 1))
LAW = Law([SHELF, MEMBER, UNTIL, YEARS], [], [RULE])


def said(condition: Condition) -> tuple[str, str]:
    return sentence(condition, LAW, "fr"), sentence(condition, LAW, "en")


def test_a_rule_says_its_own_sentence() -> None:
    assert said(Holds("may_borrow")) == (SAYS.fr, SAYS.en)


def test_a_choice_names_its_values() -> None:
    assert said(SHELF.among("map", "novel")) == ("le rayon : Roman / Carte", "the shelf : Novel / Map")
    assert said(MEMBER.is_no()) == ("l'adhésion : Non", "membership : No")
    assert said(MEMBER.is_yes()) == ("l'adhésion : Oui", "membership : Yes")


def test_many_values_are_cut_short_and_counted() -> None:
    options = {str(number): Text(f"v{number}", f"v{number}") for number in range(12)}
    many = Fact("many", "one_of", Text("x", "x"), Text("?", "?"), options)
    assert said(many.among(*list(options)[:8]))[1] == "x : v0 / v1 / v2 / v3 / v4 / v5 / v6 / v7"
    assert said(many.among(*list(options)[:9]))[1] == "x : v0 / v1 / v2 / v3 / v4 / v5 / v6 / v7 … (9)"


@pytest.mark.parametrize(
    ("condition", "fr", "en"),
    [
        (UNTIL.at_least(date(2020, 5, 1)), "la fin : le 2020-05-01 ou après", "the end : 2020-05-01 or later"),
        (YEARS.at_least(15), "les années : 15 ou plus", "the years : 15 or more"),
        (UNTIL.at_least(Ago(3)), "la fin : il y a au plus 3 mois", "the end : at most 3 months ago"),
        (UNTIL.at_least(Ago(3, complete=True)), "la fin : il y a moins de 3 mois", "the end : less than 3 months ago"),
        (
            UNTIL.at_least(MonthsEnd(6)),
            "la fin : avant la fin du 6e mois qui suit",
            "the end : before the end of month 6 that follows",
        ),
        (
            UNTIL.at_least(MonthsEnd(6, days=45)),
            "la fin : avant la fin du 6e mois qui suit et 44 jours",
            "the end : before the end of month 6 that follows and 44 days",
        ),
        (UNTIL.at_least(Today()), "la fin : aujourd'hui ou plus tard", "the end : today or later"),
    ],
)
def test_a_threshold_is_said(condition: Condition, fr: str, en: str) -> None:
    assert said(condition) == (fr, en)


def test_wholes_and_choices_and_nots_are_nested() -> None:
    condition = MEMBER.is_yes() & (~Holds("may_borrow") | YEARS.at_least(3))
    assert said(condition)[1] == (
        "all of these (membership : Yes; one of these (it is not true that Members may borrow.; the years : 3 or more))"
    )
    assert said(condition)[0].startswith(
        "toutes ces conditions (l'adhésion : Oui; l'une de ces conditions (il est faux"
    )


def test_a_value_is_said_as_the_person_reads_it() -> None:
    day = date(2026, 5, 1).toordinal()
    assert [value_in_words(UNTIL, day, language) for language in ("fr", "en")] == ["01/05/2026", "1 May 2026"]
    assert [value_in_words(MEMBER, answer, "fr") for answer in (True, False)] == ["Oui", "Non"]
    assert value_in_words(SHELF, "map", "fr") == "Carte"
    assert value_in_words(YEARS, 12, "en") == "12"


def test_what_is_no_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition"):
        sentence(Condition(), LAW, "fr")
