import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.clock import calendar
from ouverture.clock.refusal import DeadlineError, HolidayPlaceError

PLACES = list(calendar.places())
DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))


def days_off(place: str, year: int) -> set[date]:
    return set(calendar.holidays_of(place, year))


LEGAL_2026 = {
    date(2026, 1, 1),
    date(2026, 4, 6),
    date(2026, 5, 1),
    date(2026, 5, 8),
    date(2026, 5, 14),
    date(2026, 5, 25),
    date(2026, 7, 14),
    date(2026, 8, 15),
    date(2026, 11, 1),
    date(2026, 11, 11),
    date(2026, 12, 25),
}


@pytest.mark.parametrize(
    ("place", "added"),
    [
        ("metropole", set()),
        ("alsace_moselle", {date(2026, 4, 3), date(2026, 12, 26)}),
        ("guadeloupe", {date(2026, 5, 27)}),
        ("martinique", {date(2026, 5, 22)}),
        ("guyane", {date(2026, 6, 10)}),
        ("la_reunion", {date(2026, 12, 20)}),
        ("mayotte", {date(2026, 4, 27)}),
        ("saint_barthelemy", {date(2026, 10, 9)}),
        ("saint_martin", {date(2026, 5, 28)}),
    ],
)
def test_each_place_adds_its_own_legal_days_and_no_customary_one(place: str, added: set[date]) -> None:
    assert days_off(place, 2026) == LEGAL_2026 | added


def test_every_place_is_tested() -> None:
    assert len(PLACES) == 9


@pytest.mark.parametrize("place", PLACES)
def test_10_may_is_worked_unless_it_is_a_feast(place: str) -> None:
    assert calendar.is_working_day(date(2027, 5, 10), place)
    assert not calendar.is_working_day(date(2029, 5, 10), place)  # Ascension


def test_26_december_is_worked_in_lyon_and_not_in_strasbourg() -> None:
    assert calendar.is_working_day(date(2025, 12, 26), "metropole")
    assert not calendar.is_working_day(date(2025, 12, 26), "alsace_moselle")


def test_good_friday_in_alsace_is_off_but_not_everywhere() -> None:
    good_friday = date(2026, 4, 3)
    assert not calendar.is_working_day(good_friday, "alsace_moselle")
    assert not calendar.surely_off(good_friday, "alsace_moselle")
    assert calendar.is_off(good_friday, "alsace_moselle")


def test_saturdays_and_sundays_are_not_worked() -> None:
    assert not calendar.is_working_day(date(2026, 3, 7), "metropole")
    assert not calendar.is_working_day(date(2026, 3, 8), "metropole")
    assert calendar.is_working_day(date(2026, 3, 9), "metropole")


def test_the_next_working_day_after_2_april_2026_differs_in_moselle() -> None:
    assert calendar.next_working_day(date(2026, 4, 3), "metropole") == date(2026, 4, 3)
    assert calendar.next_working_day(date(2026, 4, 3), "alsace_moselle") == date(2026, 4, 7)
    assert calendar.next_surely_worked(date(2026, 4, 3), "alsace_moselle") == date(2026, 4, 3)


def test_a_day_off_says_its_name_in_both_languages() -> None:
    off = calendar.day_off(date(2026, 5, 14), "metropole")
    assert off is not None
    assert (off.name.fr, off.name.en) == ("Ascension", "Ascension Day")
    saturday = calendar.day_off(date(2026, 3, 7), "metropole")
    assert saturday is not None
    assert (saturday.name.fr, saturday.name.en) == ("samedi", "Saturday")


@settings(derandomize=True, deadline=None)
@given(DAYS, st.sampled_from(PLACES))
def test_the_next_working_day_is_worked_and_nothing_before_it_is(day: date, place: str) -> None:
    found = calendar.next_working_day(day, place)
    assert calendar.is_working_day(found, place)
    assert not any(calendar.is_working_day(day + timedelta(days=n), place) for n in range((found - day).days))


@pytest.mark.parametrize("place", ["strasbourg", "GES", "99", ""])
def test_an_unknown_place_is_refused_and_the_known_ones_are_listed(place: str) -> None:
    with pytest.raises(HolidayPlaceError) as refused:
        calendar.is_working_day(date(2026, 3, 7), place)
    assert isinstance(refused.value, DeadlineError)
    assert "alsace_moselle" in refused.value.text.fr
    assert "alsace_moselle" in refused.value.text.en


@pytest.mark.parametrize(
    ("department", "place"),
    [
        ("67", "alsace_moselle"),
        ("68", "alsace_moselle"),
        ("57", "alsace_moselle"),
        ("75", "metropole"),
        ("01", "metropole"),
        ("2A", "metropole"),
        ("971", "guadeloupe"),
        ("976", "mayotte"),
        ("978", "saint_martin"),
    ],
)
def test_a_department_has_its_place(department: str, place: str) -> None:
    assert calendar.place_of_department(department) == place


@pytest.mark.parametrize("department", ["975", "988", "00", "96", "1", "2C", "", "٦٧", "²5"])
def test_a_department_we_do_not_know_is_refused(department: str) -> None:
    with pytest.raises(HolidayPlaceError):
        calendar.place_of_department(department)


def test_the_holiday_package_is_loaded_only_when_a_day_is_asked() -> None:
    script = "import sys, ouverture.clock.deadlines as d; d.rules(); sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("alsace-moselle", "alsace_moselle"), ("Alsace Moselle", "alsace_moselle"), ("67", "alsace_moselle"),
        ("68100", "alsace_moselle"), ("75011", "metropole"), ("2B", "metropole"), ("20200", "metropole"),
        ("France", "metropole"), ("La Réunion", "la_reunion"), ("reunion", "la_reunion"), ("97400", "la_reunion"),
        ("97150", "saint_martin"), ("97133", "saint_barthelemy"), ("97100", "guadeloupe"), ("Guyane", "guyane"),
        ("French Guiana", "guyane"), ("976", "mayotte"),
    ],
)  # fmt: skip
def test_a_place_is_read_by_code_name_departement_or_postcode(typed: str, code: str) -> None:
    assert calendar.place_named(typed).code == code


@pytest.mark.parametrize("typed", ["Atlantis", "", "98800", "99", "750111", "97500"])
def test_a_place_whose_days_off_we_do_not_know_is_refused(typed: str) -> None:
    with pytest.raises(HolidayPlaceError, match="postcode"):
        calendar.place_named(typed)
