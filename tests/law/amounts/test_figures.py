"""Numbers as French and English readers write them."""

from decimal import Decimal

import pytest

from ouverture.law.amounts.figures import UNITS, euros, figure, in_unit

SPACE = "\u00a0"


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("10339", f"10{SPACE}339", "10,339"),
        ("2369.25", f"2{SPACE}369,25", "2,369.25"),
        ("36450.0", f"36{SPACE}450", "36,450"),
        ("1234567", f"1{SPACE}234{SPACE}567", "1,234,567"),
        ("11.3", "11,3", "11.3"),
        ("0", "0", "0"),
    ],
)
def test_a_number_is_written_in_each_language(value: str, fr: str, en: str) -> None:
    assert figure(Decimal(value)) == (fr, en)


def test_a_sum_bears_its_currency_where_each_language_puts_it() -> None:
    assert euros(Decimal("2369.25")) == (f"2{SPACE}369,25 €", "€2,369.25")


def test_bands_say_from_where_each_value_counts() -> None:
    bands = ((0, Decimal(8)), (30, Decimal(14)))
    assert in_unit("euros_a_month", bands) == ("8, dès 30 : 14 € par mois", "€8, from 30: 14 a month")


def test_every_unit_has_a_place_for_the_number_in_both_languages() -> None:
    assert all(form.fr.count("{}") == form.en.count("{}") == 1 for form in UNITS.values())
