from datetime import date

import pytest

from ouverture.evidence.reading.days_on import Month, Period, days_in, days_on, months_in, periods_in
from tests.evidence.checks.pages import page, paper


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Fait à Lyon, le 1er août 2026.", date(2026, 8, 1)),
        ("Fait à Lyon, le 12août2026", date(2026, 8, 12)),
        ("Date d'expiration : 03/04/2031", date(2031, 4, 3)),
        ("Valable jusqu'au 03 . 04 . 2031", date(2031, 4, 3)),
        ("Issued on June 14, 2019", date(2019, 6, 14)),
        ("Date de fin de validité / Card expiry 12 06 2029", date(2029, 6, 12)),
        ("2026-05-29T10:00", date(2026, 5, 29)),
        ("Emis le 5 févr. 2026", date(2026, 2, 5)),
    ],
)
def test_a_day_is_read_as_papers_write_it(text: str, day: date) -> None:
    assert days_in(text) == (day,)


@pytest.mark.parametrize(
    "text",
    [
        "Tél. 01 02 03 04 05",
        "Tél. 06 12 10 2026",
        "1 10 12 2026 7",
        "FR76 3000 6000 0112",
        "31/02/2026",
        "n° 20260529",
        "12/26",
    ],
)
def test_what_is_no_day_is_not_read_as_one(text: str) -> None:
    assert days_in(text) == ()


def test_a_day_comes_with_its_place_and_a_guessed_line_is_not_read() -> None:
    (found,) = days_on(paper(page("Bail", "Signé le 2 mai 2026")))
    assert (found.what, found.page) == (date(2026, 5, 2), 1)
    assert days_on(paper(page("Signé le 2 mai 2026", sure=0.4))) == ()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Quittance de loyer – août 2026", [(2026, 8)]),
        ("Mois : 08/2026", [(2026, 8)]),
        ("Loyer du mois de décembre 2025", [(2025, 12)]),
        ("Période du 1er août 2026 au 31 août 2026", [(2026, 8)]),
        ("Période du 01/08/2026 au 31/08/2026", [(2026, 8)]),
        ("du 1er au 31 août 2026", [(2026, 8)]),
        ("Rent from August 1, 2026 to August 31, 2026", [(2026, 8)]),
        ("Consommation du 15/06/2026 au 16/08/2026", [(2026, 6), (2026, 7), (2026, 8)]),
        ("Fait le 2 septembre 2026", []),
        ("Payé le 2septembre2026", []),
    ],
)
def test_the_months_of_a_line_are_those_it_is_about(text: str, months: list[tuple[int, int]]) -> None:
    assert [tuple(month) for month in months_in(text)] == months


def test_a_period_has_both_its_days() -> None:
    assert periods_in("du 3 mai 2026 au 4 juillet 2026") == (Period(date(2026, 5, 3), date(2026, 7, 4)),)


def test_months_follow_one_another_over_the_new_year() -> None:
    assert Month(2025, 12).after() == Month(2026, 1)
    assert Month(2026, 1).after(-1) == Month(2025, 12)
