import pytest

from ouverture.places.place_error import PlaceError
from ouverture.places.postcode_reading import read_postcode


@pytest.mark.parametrize("typed", ["75011", " 75011 ", "75 011", "F-75011", "７５０１１", "٧٥٠١١", "75011,"])
def test_a_postcode_is_read_as_people_type_it(typed: str) -> None:
    assert read_postcode(typed).postcode == "75011"


def test_the_town_after_the_postcode_is_kept() -> None:
    assert read_postcode("75011 Paris 11e") == ("75011", "Paris 11e")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "five digits"),
        ("abc", "is not a postcode"),
        ("750111", "is not a postcode"),
        ("7501", "dropped the first zero, type 07501"),
        ("69123", "the Insee code of Lyon"),
        ("13055", "the Insee code of Marseille"),
        ("75056", "the Insee code of Paris"),
        ("33063", "the Insee code of Bordeaux"),
        ("2A004", "a commune code, not a postcode"),
        ("2b 033", "a commune code, not a postcode"),
        ("99123", "No French postcode begins with 99"),
        ("00100", "No French postcode begins with 00"),
        ("75950", "may be a CEDEX code"),
        ("75380 PARIS CEDEX 08", "75380 CEDEX is a code kept for the mail of firms"),
        ("75948", "the CEDEX code for the mail of the caisse (CPAM de Paris)"),
        ("67090 Strasbourg Cedex", "the CEDEX code for the mail of the caisse (CPAM du Bas-Rhin)"),
        ("7" * 500, "is not a postcode"),
    ],
)
def test_what_is_not_a_postcode_is_refused_in_one_sentence(typed: str, said: str) -> None:
    with pytest.raises(PlaceError) as refusal:
        read_postcode(typed)
    assert said in refusal.value.text.en
    assert len(refusal.value.text.fr) < 250


def test_monaco_is_read_though_la_poste_does_not_list_it() -> None:
    assert read_postcode("MC 98000").postcode == "98000"
