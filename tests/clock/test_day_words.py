from datetime import date

import pytest

from ouverture.clock.day_words import (
    day_in_words,
    days_in_words,
    period_in_words,
    working_days_in_words,
)
from ouverture.clock.period import Period
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
