import pytest

from ouverture.numbers.declared_place import FRANCE, country_codes, declared_codes


@pytest.mark.parametrize(
    ("place", "code"),
    [("99404", "99404"), ("us", "99404"), ("Maroc", "99350"), ("Côte d'Ivoire", "99326"), ("Ajaccio", "2A004"),
     ("2a004", "2A004"), ("Béon", "01138"), ("saint denis", "97411"), ("Guadeloupe", "97105"), ("FRANCE", "99100")],
)  # fmt: skip
def test_a_place_is_known_by_code_or_by_name(place: str, code: str) -> None:
    assert code in declared_codes(place)


def test_an_unknown_place_has_no_code() -> None:
    assert declared_codes("Ruritania") == frozenset()
    assert declared_codes("") == frozenset()


def test_a_country_agrees_both_ways_with_the_state_it_came_from() -> None:
    assert "99115" in country_codes("99116")
    assert "99116" in country_codes("99115")


def test_france_is_one_country() -> None:
    assert declared_codes("France") >= FRANCE
