from datetime import date
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, read
from ouverture.law.consistency import check
from ouverture.law.facts import FACTS

ON = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("born_on", "1826-05-01"),
        ("in_france_since", "1 January 1900"),
        ("stay_document_until", "1850-01-01"),
        ("stay_document_until", "2126-05-31"),
        ("stay_document_from", "1850-01-01"),
        ("irregular_since", "1890-01-01"),
        ("work_started_on", "1900-01-01"),
        ("course_started_on", "2126-09-01"),
        ("french_pension_years", 400),
        ("household_size", 5000),
    ],
)
def test_a_date_or_a_number_out_of_all_measure_is_refused_naming_the_field(name: str, given: Any) -> None:
    with pytest.raises(AnswerError) as refusal:
        check(read({name: given}, FACTS), ON)
    assert refusal.value.field == name
    assert "check" in refusal.value.text.en
    assert "vérifiez" in refusal.value.text.fr


def test_a_life_since_1700_is_refused_before_any_rule_reads_it() -> None:
    with pytest.raises(AnswerError, match="in_france_since"):
        read({"in_france_since": "1 janvier 1700"}, FACTS)


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("born_on", "1926-05-01"),
        ("in_france_since", "1950-01-01"),
        ("stay_document_until", "2036-05-31"),
        ("stay_document_until", "1999-05-31"),
        ("household_size", 9),
    ],
)
def test_what_can_be_true_passes(name: str, given: Any) -> None:
    check(read({name: given}, FACTS), ON)


@pytest.mark.parametrize("name", [fact.name for fact in FACTS.values() if fact.kind == "date"])
def test_no_date_a_century_ahead_passes_for_any_fact(name: str) -> None:
    with pytest.raises(AnswerError, match=name):
        check({name: date(2126, 5, 31).toordinal()}, ON)


def test_a_day_asked_beyond_all_law_is_refused() -> None:
    with pytest.raises(AnswerError, match="on: ask for a day up to"):
        check({}, date(2199, 12, 31))
