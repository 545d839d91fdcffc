import pytest

from ouverture.numbers.embedded import MOST_NUMBERS, embedded_numbers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("n° 1 85 03 99 404 017 35.", ["185039940401735"]),
        ("née, 2 93 09 2A 004 118 71, merci", ["293092A00411871"]),
        ("IBAN FR76 3000 6000 0112 3456 7890 189 ok", ["FR7630006000011234567890189"]),
        ("lettre 1A 123 456 7890 1 et RB 123 456 785 FR", ["RB123456785FR", "1A12345678901"]),
        ("rien", []),
    ],
)
def test_numbers_are_found_in_a_sentence(text: str, found: list[str]) -> None:
    assert list(embedded_numbers(text)) == found


def test_a_pasted_column_gives_its_first_numbers_only() -> None:
    column = "\n\n\n".join(f"1850399404{order:03d}" for order in range(1, 40))
    assert len(list(embedded_numbers(column))) == MOST_NUMBERS
