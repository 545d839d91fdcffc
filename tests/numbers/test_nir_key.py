import random

import pytest
from stdnum.fr import nir as peer

from ouverture.numbers.nir_key import key_of, masked


@pytest.mark.parametrize(
    ("thirteen", "key"),
    [("2910799404123", "37"), ("2910799404063", "97"), ("2910799404062", "01"), ("1843699350012", "06"),
     ("293092A004118", "71"), ("165122B033045", "92"), ("2840588321025", "32")],
)  # fmt: skip
def test_the_key_is_two_digits_from_01_to_97(thirteen: str, key: str) -> None:
    assert key_of(thirteen) == key


def test_the_key_agrees_with_an_independent_library() -> None:
    rng = random.Random(97)
    for _ in range(2000):
        department = rng.choice(["2A", "2B", f"{rng.randrange(100):02d}"])
        thirteen = f"{rng.randrange(1, 3)}{rng.randrange(10**4):04d}{department}{rng.randrange(10**6):06d}"
        assert key_of(thirteen) == peer.calc_check_digits(thirteen)


def test_corsica_is_replaced_by_position_only() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        key_of("2B34567890123")


def test_every_swap_of_neighbours_changes_the_key() -> None:
    number = "2910799404123"
    for i in range(12):
        if number[i] != number[i + 1]:
            assert key_of(number[:i] + number[i + 1] + number[i] + number[i + 2 :]) != key_of(number)


def test_a_masked_number_keeps_sex_and_year_only() -> None:
    assert masked("293092A00411871") == "2 93 ** ** *** *** **"
