"""Twenty messages that newcomers gave, answered wrongly or not at all before; and their neighbours."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from ouverture.wording.messages.answers import Nearest, NotRecognised, Phishing, Recognised
from ouverture.wording.messages.decoding import decode
from tests.wording.messages.answered import answered

GIVEN = tomllib.loads((Path(__file__).parent / "data" / "field_turn2.toml").read_text(encoding="utf-8"))["given"]
DENIED = [
    ("Vos droits ne sont pas ouverts.", "claim_accepted"),
    ("Vos droits à l'assurance maladie ne sont plus ouverts depuis le 3 mai.", "claim_accepted"),
    ("Votre médecin traitant a cessé son activité et ne figure plus dans votre dossier.", "doctor_recorded"),
    ("La déclaration de votre médecin traitant n'a pas été enregistrée.", "doctor_recorded"),
    ("Votre commande de carte Vitale a été annulée.", "card_ordered"),
    ("Your rights are not open yet.", "claim_accepted"),
    ("Votre Complémentaire santé solidaire n'est pas accordée.", "c2s_granted"),
    ("Votre numéro de sécurité sociale n'est pas encore certifié.", "number_certified"),
]
OTHERS_REFUSE = [
    "Le consulat a refusé mon visa parce que mon assurance ne suffit pas.",
    "The pharmacist refused my attestation and made me pay everything.",
    "Mon employeur refuse mon numéro provisoire de sécurité sociale.",
    "My bank refused to open an account without a carte Vitale.",
    "La mutuelle a rejeté ma demande de remboursement.",
    "La mairie refuse de m'établir une attestation d'accueil.",
    "Le médecin refuse d'être mon médecin traitant.",
    "Ma demande de titre de séjour a été refusée par la préfecture.",
]


@pytest.mark.parametrize("given", GIVEN, ids=lambda given: str(given["text"])[:40])
def test_what_newcomers_gave_is_answered_rightly(given: dict[str, Any]) -> None:
    assert answered(given["text"]) == given.get("right", "")


@pytest.mark.parametrize(("text", "good"), DENIED)
def test_what_is_denied_or_ended_does_not_get_the_good_answer(text: str, good: str) -> None:
    assert answered(text) != good


@pytest.mark.parametrize("text", OTHERS_REFUSE)
def test_the_refusal_of_another_is_said_to_be_theirs(text: str) -> None:
    answer = decode(text)
    assert isinstance(answer, NotRecognised)
    assert answer.theirs


def test_the_prefecture_sends_to_the_administrative_court_and_not_to_the_board() -> None:
    answer = decode("The prefecture refused my carte Vitale as proof of health insurance for my visitor permit.")
    assert "administrative court" in " ".join(answer.sentences("en"))


@pytest.mark.parametrize(
    "text",
    [
        "Sans carte Vitale, vous devez payer la consultation puis nous envoyer la feuille de soins.",
        "Tant que vous n'avez pas votre carte Vitale, payez la consultation et gardez la feuille de soins.",
        "Without a carte Vitale you need to pay the doctor, then send us the care sheet.",
        "Vous pouvez régler votre participation de C2S par carte bancaire sur ameli.fr.",
    ],
)
def test_what_is_genuine_though_it_speaks_of_paying_is_not_surely_a_fraud(text: str) -> None:
    answer = decode(text)
    assert not (isinstance(answer, Phishing) and answer.sure)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Mon médecin traitant part à la retraite.", "doctor_leaves"),
        ("Le pharmacien m'a dit que ma carte vitale n'est pas à jour.", "card_update"),
    ],
)
def test_what_somebody_else_said_of_our_matters_is_answered_since_an_entry_tells_it(text: str, right: str) -> None:
    answer = decode(text)
    choices = [choice.entry.id for choice in answer.choices] if isinstance(answer, Nearest) else [answered(text)]
    assert right in choices


def test_arabic_letters_are_read() -> None:
    answer = decode("رفضوا تجديد C2S لأن بطاقة الإقامة غير موجودة")
    assert isinstance(answer, Recognised)
    assert answer.entry.id == "c2s_refused_stay"
    assert "تجديد" in answer.spoken_for
