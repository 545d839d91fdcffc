import random
import warnings

import pytest
from stdnum import iban as peer

from ouverture.numbers.bank import as_iban, as_rib, near_iban, rib_key
from ouverture.numbers.reading import read

FRENCH = "FR7630006000011234567890189"


def test_a_french_iban_is_taken_apart_down_to_its_rib_key() -> None:
    candidate = as_iban(FRENCH)
    assert candidate is not None
    assert candidate.valid
    assert [part.digits for part in candidate.parts] == ["FR", "76", "30006", "00001", "12345678901", "89"]
    assert candidate.printed == "FR76 3000 6000 0112 3456 7890 189"


@pytest.mark.parametrize(
    "iban", ["DE89370400440532013000", "GB29NWBK60161331926819", "LT121000011101001000", "MC5811222000010123456789030"]
)
def test_an_account_of_another_country_is_not_refused(iban: str) -> None:
    candidate = as_iban(iban)
    assert candidate is not None
    assert candidate.valid == peer.is_valid(iban)
    assert candidate.valid


@pytest.mark.parametrize(
    ("iban", "problem"),
    [
        ("FR7630006000011234567890188", "iban_control_wrong"),
        ("FR7630006000011234567801189", "iban_control_wrong"),
        ("DE8937040044053201300", "iban_length"),
    ],
)
def test_a_faulty_iban_says_what_is_wrong(iban: str, problem: str) -> None:
    candidate = as_iban(iban)
    assert candidate is not None
    assert [found.code for found in candidate.problems] == [problem]


def test_a_good_control_with_a_wrong_rib_key_is_still_a_fault() -> None:
    body = "30006000011234567890188"
    digits = str(98 - int("".join(str(int(c, 36)) for c in body + "FR00")) % 97).zfill(2)
    candidate = as_iban("FR" + digits + body)
    assert candidate is not None
    assert [found.code for found in candidate.problems] == ["rib_key_wrong"]


def test_a_length_of_another_country_is_a_fault() -> None:
    body = "3000600001123456789"
    digits = str(98 - int("".join(str(int(c, 36)) for c in body + "FR00")) % 97).zfill(2)
    candidate = as_iban("FR" + digits + body)
    assert candidate is not None
    assert [found.code for found in candidate.problems] == ["iban_length"]


def test_swapped_digits_are_suggested() -> None:
    candidate = as_iban("FR7630006000011234567809189")
    assert candidate is not None
    assert candidate.likely_slip is not None
    assert FRENCH in candidate.likely_slip.en


def test_a_rib_is_read_with_and_without_letters() -> None:
    for rib in ("30006000011234567890189", "20041010050500013M02606"):
        candidate = as_rib(rib)
        assert candidate is not None
        assert candidate.valid
    wrong = as_rib("30006000011234567890188")
    assert wrong is not None
    assert "it would be 89" in wrong.problems[0].says.en


def test_the_rib_key_agrees_with_an_independent_library() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from schwifty import IBAN
    rng = random.Random(23)
    for _ in range(200):
        bank, branch = f"{rng.randrange(10**5):05d}", f"{rng.randrange(10**5):05d}"
        account = "".join(rng.choice("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") for _ in range(11))
        body = bank + branch + account + rib_key(bank, branch, account)
        digits = str(98 - int("".join(str(int(c, 36)) for c in body + "FR00")) % 97).zfill(2)
        assert IBAN("FR" + digits + body).validate(validate_bban=True)


def test_an_account_gives_no_rights() -> None:
    assert "must not block admission" in read(FRENCH).candidates[0].not_yet.en


def test_letters_of_no_country_are_no_iban() -> None:
    assert as_iban("ZZ7630006000011234567890189") is None


@pytest.mark.parametrize(
    ("written", "code", "says", "slip"),
    [
        ("FR7630006000011234567890189É", "iban_stray", "É", "FR7630006000011234567890189"),
        ("FRO630006000011234567890189", "iban_misplaced", "O in place 3", None),
        ("FR7O30006000011234567890189", "iban_misplaced", "O in place 4", None),
        ("FR7630006000Д11234567890189", "iban_stray", "Д", None),
    ],
)
def test_stray_signs_in_an_iban_are_named(written: str, code: str, says: str, slip: str | None) -> None:
    candidate = near_iban(written)
    assert candidate is not None
    assert [found.code for found in candidate.problems] == [code]
    assert says in candidate.problems[0].says.en
    assert (candidate.likely_slip is not None) == (slip is not None)
    assert slip is None or (candidate.likely_slip is not None and slip in candidate.likely_slip.en)


@pytest.mark.parametrize(
    ("written", "code", "says"),
    [
        ("FR76300060000112345678901890", "iban_length", "has 27 characters, not 28"),
        ("FR763000600001123456789018", "iban_length", "has 27 characters, not 26"),
        ("FR7630006000O11234567890189", "iban_misplaced", "O in place 13"),
        ("DE8937040044O532013000", "iban_misplaced", "O in place 13"),
    ],
)
def test_a_length_or_a_letter_that_the_country_does_not_have_is_named(written: str, code: str, says: str) -> None:
    candidate = as_iban(written)
    assert candidate is not None
    assert candidate.problems[0].code == code
    assert says in candidate.problems[0].says.en


def test_one_character_too_many_and_a_letter_for_a_digit_are_put_right() -> None:
    for written in ("FR76300060000112345678901890", "FR7630006000O11234567890189"):
        candidate = as_iban(written)
        assert candidate is not None
        assert candidate.likely_slip is not None
        assert "FR7630006000011234567890189" in candidate.likely_slip.fr
