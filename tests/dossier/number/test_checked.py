import pytest

from ouverture.dossier.number.checked import fault


@pytest.mark.parametrize("number", ["291079940412337", "2910799404123 37"])
def test_digits_that_can_be_a_social_security_number_are_taken(number: str) -> None:
    assert fault(number) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        ("3012345678167", "tax"),
        ("269054958815780", "example"),
        ("2 69 05 49 588 157 80", "example"),
        ("7569217076985", "example"),
        ("85073003328", "not a French number"),
        ("291079940412338", "Key 38"),
    ],
)
def test_another_number_or_a_specimen_is_refused_and_named(number: str, said: str) -> None:
    refused = fault(number)
    assert refused is not None
    assert said in refused.says.en
