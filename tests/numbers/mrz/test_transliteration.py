import pytest

from ouverture.numbers.mrz.transliteration import mrz_forms


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Müller", "MUELLER"),
        ("Müller", "MUXXLLER"),
        ("Nguyễn", "NGUYEN"),
        ("Ağaoğlu", "AGAOGLU"),
        ("Łukasz", "LUKASZ"),
        ("Çelik", "CELIK"),
        ("Œuvré", "OEUVRE"),
        ("Strauß", "STRAUSS"),
        ("Nuñez", "NXXUEZ".replace("XXUE", "UNXXE")),
        ("D'Artagnan", "DARTAGNAN"),
        ("Saint-Jean", "SAINT JEAN"),
        ("Þórður", "THORDUR"),
        ("Sørensen", "SOERENSEN"),
        ("İnönü", "INOENUE"),
    ],
)
def test_a_name_is_written_as_the_table_of_the_icao_says(name: str, form: str) -> None:
    assert form in mrz_forms(name)


def test_a_name_with_many_choices_does_not_explode() -> None:
    assert len(mrz_forms("üöäñå" * 20)) <= 64
