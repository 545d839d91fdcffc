from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.clock.day_reading import DayNotRead, read_day, read_suspension
from ouverture.clock.day_words import day_in_words, plain_day
from ouverture.clock.refusal import DeadlineError
from ouverture.text import LANGUAGES

DAY = date(2026, 5, 29)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-05-29", " 2026-05-29 ", "2026/05/29", "2026.05.29", "20260529", "29/05/2026", "29.05.2026", "29-05-2026",
        "29 05 2026", "29052026", "05/29/2026", "29 mai 2026", "le 29 mai 2026", "vendredi 29 mai 2026", "29 MAI 2026",
        "29-mai-2026", "29mai2026", "May 29 2026", "May 29, 2026", "May 29th, 2026", "29th of May 2026", "29. Mai 2026",
        "Friday, 29 May 2026", "Fri 29 May 2026", "2026 May 29", "29 de mayo de 2026", "2026年5月29日", "٢٩/٠٥/٢٠٢٦",
        "２０２６-０５-２９", "2026-05-29T10:00:00", "29/05/2026 14:30", "29/05/2026 à 14h30", "29\u00a0mai\u00a02026",
        "ven. 29/05/2026",
    ],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    assert read_day(typed) == read_day(typed, "fr") == read_day(typed, "en") == DAY


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1er février 2026", date(2026, 2, 1)),
        ("1 fevrier 2026", date(2026, 2, 1)),
        ("premier février 2026", date(2026, 2, 1)),
        ("the first of February 2026", date(2026, 2, 1)),
        ("1st February 2026", date(2026, 2, 1)),
        ("3 mars 2026", date(2026, 3, 3)),
        ("mar. 3 mars 2026", date(2026, 3, 3)),
        ("mar 3 2026", date(2026, 3, 3)),
        ("15 août 2026", date(2026, 8, 15)),
        ("15 sept. 2026", date(2026, 9, 15)),
        ("15 juil. 2026", date(2026, 7, 15)),
        ("15 déc. 2026", date(2026, 12, 15)),
        ("29 février 2024", date(2024, 2, 29)),
        ("05/05/2026", date(2026, 5, 5)),
    ],
)
def test_a_month_in_letters_is_read_whole_shortened_and_without_accents(typed: str, day: date) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize("typed", ["03/04/2026", "3.4.2026", "03-04-2026", "3 4 2026", "03042026"])
def test_a_day_and_a_month_that_could_be_swapped_are_asked_back_except_in_french(typed: str) -> None:
    assert read_day(typed, "fr") == date(2026, 4, 3)
    for language in (None, "en"):
        with pytest.raises(DayNotRead) as refused:
            read_day(typed, language)
        assert refused.value.choices == (date(2026, 4, 3), date(2026, 3, 4))
        assert "3 April 2026 or 4 March 2026" in refused.value.text.en
        assert "3 avril 2026 ou le 4 mars 2026" in refused.value.text.fr


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("29/05/26", "four digits"),
        ("29 mai 26", "four digits"),
        ("05/05/05", "four digits"),
        ("May 2026", "the day is missing"),
        ("2026-05", "the day is missing"),
        ("05/2026", "the day is missing"),
        ("2026", "the day is missing"),
        ("29 mai", "the year is missing"),
        ("29/05", "the year is missing"),
        ("2026-02-30", "February 2026 has no day 30"),
        ("29/02/2026", "February 2026 has no day 29"),
        ("31 avril 2026", "April 2026 has no day 31"),
        ("2026-29-05", "Did you mean 29 May 2026"),
        ("2026-13-40", "not a date"),
        ("lundi 29 mai 2026", "that day is Friday 29 May 2026"),
        ("tomorrow", "counts from the day"),
        ("29 jui 2026", "not a date"),
        ("29 mai juin 2026", "not a date"),
        ("", "not a date"),
        ("--", "not a date"),
        ("46171", "not a date"),
        ("1.2.250.1.213", "not a date"),
        ("29/05/20260", "not a date"),
        ("0000-01-01", "not a date"),
        ("9999-12-31", "out of reach"),
        ("01/01/1700", "out of reach"),
    ],
)
def test_what_cannot_be_read_says_what_is_missing(typed: str, said: str) -> None:
    with pytest.raises(DayNotRead) as refused:
        read_day(typed)
    assert said in refused.value.text.en
    assert typed in refused.value.text.fr
    assert "\n" not in refused.value.text.fr


def test_a_long_text_is_cut_before_it_is_shown() -> None:
    with pytest.raises(DayNotRead) as refused:
        read_day("9" * 100_000)
    assert len(refused.value.text.en) < 300


@settings(max_examples=150, deadline=None)
@given(DAYS)
def test_every_day_is_read_back_from_every_way_we_write_it(day: date) -> None:
    ways = [text.to(language) for text in (day_in_words(day), plain_day(day)) for language in LANGUAGES]
    for written in (day.isoformat(), f"{day:%Y/%m/%d}", *ways):
        assert read_day(written) == day
    assert read_day(f"{day:%d/%m/%Y}", "fr") == day


@settings(max_examples=300, deadline=timedelta(seconds=1))
@given(st.text(max_size=70))
def test_anything_typed_is_a_day_or_one_sentence(typed: str) -> None:
    try:
        said = plain_day(read_day(typed))
    except DayNotRead as refused:
        said = refused.text
    assert all(said)


def test_a_suspension_is_read_with_or_without_its_end() -> None:
    assert read_suspension("2026-03-01..2026-04-01") == (date(2026, 3, 1), date(2026, 4, 1))
    assert read_suspension("2026-03-01..") == (date(2026, 3, 1), None)
    assert read_suspension("1er mars 2026 .. 30.06.2026") == (date(2026, 3, 1), date(2026, 6, 30))


@pytest.mark.parametrize("typed", ["2026-03-01", "..2026-03-01", "2026-03-01..soon", ""])
def test_a_suspension_that_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(DeadlineError):
        read_suspension(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "hier",
        "last Monday",
        "lundi dernier",
        "il y a trois semaines",
        "le 29 mai dernier",
        "12 days ago",
        "le 29 courant",
    ],
)
def test_words_that_count_from_another_day_are_said_so(typed: str) -> None:
    with pytest.raises(DayNotRead) as refused:
        read_day(typed)
    assert "counts from the day it was written" in refused.value.text.en
