from ouverture.places.postcodes import all_postcodes, communes_of
from ouverture.places.territories import TERRITORIES, territory_of


def test_the_mainland_needs_no_word() -> None:
    assert territory_of("75") == ("metropole", None)
    assert territory_of("2A") == ("metropole", None)


def test_every_department_outside_the_mainland_has_its_territory_and_a_sentence() -> None:
    outside = {commune.department for code in all_postcodes() for commune in communes_of(code)} | {"980", "984"}
    for department in outside:
        territory = territory_of(department)
        assert (territory.scheme is not None) == (len(department) == 3)
        assert territory.name in TERRITORIES


def test_mayotte_says_that_its_scheme_is_its_own() -> None:
    scheme = territory_of("976").scheme
    assert scheme is not None
    assert "CSSM" in scheme.fr
