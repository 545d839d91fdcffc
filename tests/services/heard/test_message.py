"""A text handed to the decoder and to the readers of letters: who answers what."""

from datetime import date
from pathlib import Path

import pytest

from ouverture.services.heard.message import hear
from ouverture.wording.messages.decoding import UnreadableMessage

TODAY = date(2026, 11, 23)
NOT_NOW = "Votre situation actuelle ne vous permet pas de créer immédiatement votre compte ameli."
ASKING = "Merci de nous envoyer :\n- un RIB\n- un acte de naissance\nCPAM de Paris"


def test_a_known_message_is_recognised_and_asks_for_nothing() -> None:
    heard = hear(NOT_NOW, {}, {}, TODAY)
    assert heard.recognised is not None
    assert heard.recognised.entry.id == "account_not_now"
    assert heard.letter is None
    assert heard.phishing is None
    assert heard.not_recognised is None


def test_a_letter_that_the_decoder_does_not_know_is_still_read_for_its_papers() -> None:
    heard = hear(ASKING, {}, {}, TODAY)
    assert heard.letter is not None
    assert len(heard.letter.demands) == 2


def test_a_text_about_something_else_is_not_read_as_a_letter() -> None:
    heard = hear("Il pleut sur Nantes, merci de prendre un parapluie.", {}, {}, TODAY)
    assert heard.not_recognised is not None
    assert heard.letter is None


def test_a_fraud_is_not_read_as_a_letter() -> None:
    heard = hear(f"Votre carte vitale expire, cliquez http://ameli-vitale.top\n{ASKING}", {}, {}, TODAY)
    assert heard.phishing is not None
    assert heard.phishing.sure
    assert heard.recognised is None
    assert heard.letter is None


UNRELATED = Path(__file__).parents[2] / "wording" / "messages" / "data" / "unrelated.txt"


@pytest.mark.parametrize("text", UNRELATED.read_text(encoding="utf-8").splitlines())
def test_what_another_office_asks_for_is_not_judged_by_our_law_or_only_with_that_doubt(text: str) -> None:
    heard = hear(text, {}, {}, TODAY)
    assert heard.letter is None or not heard.names_us
    assert heard.recognised is None


def test_a_letter_that_names_no_office_is_read_with_that_doubt() -> None:
    heard = hear("Merci de nous envoyer :\n- un RIB\n- un acte de naissance", {}, {}, TODAY)
    assert heard.letter is not None
    assert not heard.names_us


@pytest.mark.parametrize("text", ["", " \n", "…", "x" * 20_001])
def test_nothing_or_too_much_is_refused(text: str) -> None:
    with pytest.raises(UnreadableMessage):
        hear(text, {}, {}, TODAY)


def test_a_rent_receipt_among_the_papers_does_not_make_it_a_landlords_letter() -> None:
    papers = "- une copie de votre titre de séjour\n- trois quittances de loyer"
    asked = f"Afin d'étudier votre dossier, merci de nous envoyer :\n{papers}"
    heard = hear(asked, {}, {}, TODAY)
    assert heard.letter is not None
    assert [demand.paper for demand in heard.letter.demands] == ["stay_document", "three_months_residence"]
    assert not heard.names_us


def test_a_letter_about_housing_that_asks_for_the_same_papers_is_not_judged() -> None:
    asked = (
        "Votre demande d'aide au logement est en cours. Merci de nous envoyer :\n- un RIB\n- trois quittances de loyer"
    )
    assert hear(asked, {}, {}, TODAY).letter is None
