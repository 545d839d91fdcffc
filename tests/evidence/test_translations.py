"""What is said of the language and the authenticity of an act, by country."""

from ouverture.evidence.papers import PAPERS
from ouverture.evidence.translations import COUNTRY_OF_ISSUE, WHICH_COUNTRY, advice, birth_place
from tests.evidence.invented import TODAY

BIRTH = PAPERS["birth_certificate"]


def test_an_american_act_needs_an_apostille_and_a_translation_and_says_how_sure_that_is() -> None:
    said = advice(BIRTH, birth_place("US", TODAY))
    assert said is not None
    assert "apostille" in said.en
    assert "translation into French is required" in said.en
    assert "Found in two lists" in said.en
    assert "traduction" in said.fr


def test_a_german_act_needs_neither() -> None:
    said = advice(BIRTH, birth_place("Allemagne", TODAY))
    assert said is not None
    assert "neither apostille nor legalisation" in said.en
    assert "No translation" in said.en


def test_an_unknown_country_is_asked_for() -> None:
    assert advice(BIRTH, birth_place(None, TODAY)) == WHICH_COUNTRY


def test_a_name_that_is_not_a_country_is_said_not_to_be_understood() -> None:
    said = advice(BIRTH, birth_place("Atlantide", TODAY))
    assert said is not None
    assert "Atlantide" in said.fr


def test_a_past_state_with_several_heirs_asks_which_one() -> None:
    place = birth_place("Yougoslavie", TODAY)
    assert place.country is None
    assert place.problem is not None
    assert "Serb" in place.problem.en


def test_a_marriage_certificate_depends_on_the_country_that_issued_it() -> None:
    assert advice(PAPERS["marriage_certificate"], birth_place("US", TODAY)) == COUNTRY_OF_ISSUE


def test_a_rent_receipt_needs_no_translation() -> None:
    assert advice(PAPERS["three_months_residence"], birth_place("US", TODAY)) is None
