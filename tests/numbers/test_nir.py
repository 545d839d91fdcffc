import random
from datetime import date

import pytest

from ouverture.numbers.nir import Nir, NotASocialSecurityNumber, build, fields
from ouverture.numbers.reading import read
from ouverture.numbers.tables import communes, countries

TODAY = date(2026, 11, 23)


def test_ten_thousand_built_numbers_are_read_back_with_the_same_fields() -> None:
    rng = random.Random(20261123)
    places = [*communes(), *countries()]
    months = [*range(1, 13), *range(20, 100)]
    for _ in range(10_000):
        sex, year, month = rng.choice((1, 2)), rng.randrange(27, 100), rng.choice(months)
        place, order = rng.choice(places), rng.randint(1, 999)
        built = build(sex=sex, year=year, month=month, place=place, order=order, on=TODAY)
        assert (
            fields(built.printed, on=TODAY) == Nir(sex, year, month, place, order) == fields(built.thirteen, on=TODAY)
        )
        candidate = read(built.printed, on=TODAY).candidates[0]
        assert candidate.valid
        assert "".join(part.digits for part in candidate.parts) == built.fifteen


def test_a_number_is_printed_as_on_the_card_and_masked_in_a_log() -> None:
    built = build(sex=1, year=1985, month=3, place="99404", order=17)
    assert built.fifteen == "185039940401735"
    assert built.printed == "1 85 03 99 404 017 35"
    assert built.masked == "1 85 ** ** *** *** **"
    assert repr(built) == "Nir(sex=1)"


def test_a_month_above_twelve_is_no_month_of_birth() -> None:
    assert build(sex=2, year=85, month=20, place="99132", order=1).birth_month is None
    assert build(sex=2, year=85, month=12, place="99132", order=1).birth_month == 12


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"sex": 3}, "fields_out_of_range"),
        ({"order": 0}, "order_zero"),
        ({"order": 1000}, "fields_out_of_range"),
        ({"month": 13}, "month_refused"),
        ({"place": "00001"}, "place_no_department"),
        ({"place": "2C004"}, "department_letter"),
        ({"place": "Paris"}, "not_nir_shaped"),
        ({"place": "750"}, "fields_out_of_range"),
        ({"year": -1}, "fields_out_of_range"),
        ({"place": "20004", "year": 1976}, "place_refused_dates"),
        ({"place": "20004", "year": 2010}, "place_refused_dates"),
    ],
)
def test_a_wrong_field_is_refused_with_its_reason(wrong: dict[str, int | str], code: str) -> None:
    right: dict[str, int | str] = {"sex": 2, "year": 1991, "month": 7, "place": "99404", "order": 123}
    with pytest.raises(NotASocialSecurityNumber) as refusal:
        build(**{**right, **wrong})  # type: ignore[arg-type]
    assert refusal.value.reasons[0].code == code
    assert str(refusal.value)


def test_old_and_foreign_kinds_have_no_fields_of_a_nir() -> None:
    for text in ("3900699404001 45", "7112312345678", "0123456789211", "", "hello"):
        with pytest.raises(NotASocialSecurityNumber):
            fields(text)
