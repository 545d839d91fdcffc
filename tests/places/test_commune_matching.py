import pytest

from ouverture.places.commune_matching import matching, resembling
from ouverture.places.postcodes import communes_of


@pytest.mark.parametrize(
    ("postcode", "named", "found"),
    [
        ("76600", "le havre", "Le Havre"),
        ("76600", "HAVRE", "Le Havre"),
        ("94240", "l'hay les roses", "L'Haÿ-les-Roses"),
        ("93400", "St-Ouen-s/-Seine", "Saint-Ouen-sur-Seine"),
        ("75011", "Paris XI ou 11", ""),
        ("75011", "paris 11eme arrondissement", "Paris 11e Arrondissement"),
        ("75011", "75111", "Paris 11e Arrondissement"),
        ("75011", "Paris 12e", ""),
        ("01000", "", ""),
        ("01000", "Cedex 3", ""),
    ],
)
def test_a_commune_is_found_however_it_is_written(postcode: str, named: str, found: str) -> None:
    names = [commune.name for commune in matching(communes_of(postcode), named)]
    assert names == ([found] if found else [])


def test_a_name_in_brackets_may_be_left_out() -> None:
    communes = tuple(commune for commune in communes_of("58120") if commune.name.startswith("Château-Chinon"))
    assert matching(communes, "chateau chinon") == communes
    assert len(communes) == 2


def test_a_misspelt_name_is_not_guessed_but_close_names_are_offered() -> None:
    communes = communes_of("01000")
    assert matching(communes, "Bourg en Brese") == ()
    assert resembling(communes, "Bourg en Brese") == ("Bourg-en-Bresse",)
