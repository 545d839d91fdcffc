from datetime import date

import pytest

from ouverture.clock.day_words import (
    day_in_words,
    days_in_words,
    period_in_words,
    read_day,
    read_suspension,
    working_days_in_words,
)
from ouverture.clock.period import Period
from ouverture.clock.refusal import DeadlineError
from ouverture.text import Text


def test_a_day_is_written_in_full() -> None:
    assert day_in_words(date(2026, 2, 28)) == Text("samedi 28 février 2026", "Saturday 28 February 2026")


def test_the_first_of_a_month_is_1er_in_french_only() -> None:
    assert day_in_words(date(2026, 3, 1)) == Text("dimanche 1er mars 2026", "Sunday 1 March 2026")


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period(months=2), Text("2 mois", "2 months")),
        (Period(months=1), Text("1 mois", "1 month")),
        (Period(years=1), Text("1 an", "1 year")),
        (Period(years=2), Text("2 ans", "2 years")),
        (Period(days=1), Text("1 jour", "1 day")),
        (Period(days=45), Text("45 jours", "45 days")),
        (Period(days=3, months=1), Text("1 mois, 3 jours", "1 month, 3 days")),
        (Period(), Text("0 jour", "0 days")),
    ],
)
def test_a_period_is_said_in_its_own_units(period: Period, words: Text) -> None:
    assert period_in_words(period) == words


def test_one_day_is_singular() -> None:
    assert days_in_words(1) == Text("1 jour", "1 day")
    assert working_days_in_words(3) == Text("3 jours ouvrés", "3 working days")


def test_a_day_is_read_year_first() -> None:
    assert read_day(" 2026-03-31 ") == date(2026, 3, 31)


@pytest.mark.parametrize("typed", ["03/04/2026", "31 mars 2026", "2026-02-30", "", "tomorrow", "2026-13-01"])
def test_a_day_that_can_be_misread_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(DeadlineError) as refused:
        read_day(typed)
    assert typed in refused.value.text.fr
    assert "2026-03-31" in refused.value.text.en


def test_a_suspension_is_read_with_or_without_its_end() -> None:
    assert read_suspension("2026-03-01..2026-04-01") == (date(2026, 3, 1), date(2026, 4, 1))
    assert read_suspension("2026-03-01..") == (date(2026, 3, 1), None)


@pytest.mark.parametrize("typed", ["2026-03-01", "..2026-03-01", "2026-03-01..soon", ""])
def test_a_suspension_that_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(DeadlineError):
        read_suspension(typed)
