"""What is given is read, or one sentence names the field and says what would be right."""

from datetime import date, datetime
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, as_given, known, read, read_one
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Fact
from ouverture.text import Text

NOTHING = Text("", "")
MEMBER = Fact("member", "yes_no", NOTHING, NOTHING)
SHELF = Fact("shelf", "one_of", NOTHING, NOTHING, {"novel": NOTHING, "FR": NOTHING, "folk_tale": NOTHING})
UNTIL = Fact("until", "date", NOTHING, NOTHING)
YEARS, PRICE = Fact("years", "whole_number", NOTHING, NOTHING), Fact("price", "money", NOTHING, NOTHING)
TOWN = Fact("town", "text", NOTHING, NOTHING)
DAY = date(2026, 5, 31).toordinal()


@pytest.mark.parametrize(
    ("fact", "raw", "value"),
    [
        (MEMBER, True, True),
        (MEMBER, "yes", True),
        (MEMBER, " OUI ", True),
        (MEMBER, "vrai", True),
        (MEMBER, "No", False),
        (MEMBER, "faux", False),
        (MEMBER, "false", False),
        (SHELF, "novel", "novel"),
        (SHELF, " NOVEL ", "novel"),
        (SHELF, "fr", "FR"),
        (UNTIL, date(2026, 5, 31), DAY),
        (UNTIL, datetime(2026, 5, 31, 12, 0), DAY),
        (UNTIL, " 2026-05-31 ", DAY),
        (YEARS, 15, 15),
        (YEARS, "15", 15),
        (YEARS, 15.0, 15),
        (YEARS, 0, 0),
        (PRICE, 10**9, 10**9),
        (TOWN, " Lyon ", "Lyon"),
    ],
)
def test_what_is_written_as_people_write_it_is_read(fact: Fact, raw: Any, value: Any) -> None:
    found = read_one(fact, raw)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("raw", [None, "", "  ", "unknown", "Inconnu", "?"])
@pytest.mark.parametrize("fact", [MEMBER, SHELF, UNTIL, YEARS, TOWN], ids=lambda fact: fact.kind)
def test_unknown_is_not_an_answer(fact: Fact, raw: Any) -> None:
    assert read_one(fact, raw) is None
    assert read({fact.name: raw}, {fact.name: fact}) == {}


@pytest.mark.parametrize(
    ("fact", "raw", "words"),
    [
        (MEMBER, "perhaps", 'member: answer yes or no (true or false), not "perhaps".'),
        (MEMBER, 1, 'member: answer yes or no (true or false), not "1".'),
        (SHELF, "folktale", 'shelf: "folktale" is not possible; for example: folk_tale.'),
        (SHELF, "zzz", 'shelf: "zzz" is not possible; for example: novel, FR, folk_tale.'),
        (UNTIL, "2026-02-30", 'until: "2026-02-30" is not a date; write year-month-day, for example 2026-05-31.'),
        (UNTIL, "31/05/2026", 'until: "31/05/2026" is not a date; write year-month-day, for example 2026-05-31.'),
        (UNTIL, 3, 'until: "3" is not a date; write year-month-day, for example 2026-05-31.'),
        (YEARS, "many", 'years: write a whole number, not "many".'),
        (YEARS, 1.5, 'years: write a whole number, not "1.5".'),
        (YEARS, -1, 'years: write a whole number, not "-1".'),
        (YEARS, True, 'years: write a whole number, not "True".'),
        (YEARS, float("inf"), 'years: write a whole number, not "inf".'),
        (YEARS, float("nan"), 'years: write a whole number, not "nan".'),
        (PRICE, 10**9 + 1, 'price: write a whole number, not "1000000001".'),
        (TOWN, 69, "town: write a text between quotes."),
    ],
)
def test_what_cannot_be_read_is_answered_in_one_sentence(fact: Fact, raw: Any, words: str) -> None:
    with pytest.raises(AnswerError) as refusal:
        read_one(fact, raw)
    assert refusal.value.field == fact.name
    assert refusal.value.text.en == str(refusal.value) == words
    assert refusal.value.text.fr.startswith(f"{fact.name} : ")


def test_a_name_nearly_right_is_suggested() -> None:
    with pytest.raises(AnswerError) as refusal:
        read({"nationalty": "FR"}, FACTS)
    assert refusal.value.field == "nationalty"
    assert refusal.value.text.en == 'nationalty: there is no such fact. Did you mean "nationality"?'
    assert "« nationality »" in refusal.value.text.fr


def test_a_name_like_no_other_gets_the_way_to_the_list() -> None:
    with pytest.raises(AnswerError, match='The command "ouverture facts" lists them'):
        read({"xyzzy": 1}, FACTS)


def test_values_are_given_back_as_they_are_written() -> None:
    assert as_given(UNTIL, DAY) == "2026-05-31"
    assert as_given(MEMBER, False) is False
    assert as_given(SHELF, "novel") == "novel"
    assert as_given(YEARS, 12) == 12


def test_free_text_is_kept_from_the_rules() -> None:
    values = read({"postcode": "75011", "activity": "none"}, FACTS)
    assert values == {"postcode": "75011", "activity": "none"}
    assert known(values, FACTS) == {"activity": "none"}
