import pytest

from ouverture.wording.messages.answers import Phishing
from ouverture.wording.messages.decoding import decode

FRAUDS = [
    (
        "Assurance Maladie : votre carte Vitale arrive à expiration. Renouvelez-la : https://sante-renouveler.com",
        "card_expires",
    ),
    (
        "Ameli : votre carte Vitale est prête. Réglez les frais de livraison de 1,95 € : http://exemple.ly/3x",
        "payment_for_card",
    ),
    ("Your carte Vitale expires soon, pay the fee at http://ameli-fr.info/pay", "card_expires"),
    ("AMELI : mettez à jour votre dossier sous 48h sous peine de blocage : https://espace-assure.net/login", "urgency"),
    (
        "CPAM : remboursement de 248 €. Saisissez votre numéro de carte bancaire : https://remb-sante.online",
        "asks_bank_card",
    ),
    ("Votre carte Vitale V3 est disponible, remplissez le formulaire : https://vitale-mise-a-jour.top", "borrowed"),
    ("Assurance maladie, dernier rappel : www.ameli.fr.securite-compte.com", "borrowed"),
    ("Vоtrе саrtе Vіtаlе ехріrе demain.", "card_expires"),
]
GENUINE = [
    "Votre relevé de remboursements est disponible sur ameli.fr. Une participation forfaitaire a été retenue.",
    "Pensez à mettre à jour votre carte Vitale, au moins une fois par an et après chaque changement : https://www.ameli.fr/",
    "Notification d'indu : l'assurance maladie vous a versé 54 € à tort. Vous pouvez payer sur votre compte ameli.",
    "Votre carte européenne d'assurance maladie expire le 3 mai. Commandez-la sur www.ameli.fr",
    "CPAM de Paris. Mise en demeure : à défaut de votre document d'état civil, vos prestations seront suspendues.",
    "Votre commande de carte Vitale a bien été enregistrée. Suivez-la sur https://ameliconnect.ameli.fr/",
    "L'assurance maladie a bien reçu votre demande d'ouverture de droits. Écrivez à contact@exemple-cpam.fr",
    "Une carte Vitale n'expire pas. L'assurance maladie ne demande jamais de frais pour elle.",
    "L'assurance maladie ne vous demandera jamais votre mot de passe ni votre carte bancaire.",
]
DOUBTFUL = [
    "Déposez vos pièces pour l'assurance maladie sur https://depotdoc.fr",
    "Votre commande de carte Vitale a bien été enregistrée. Suivez-la dans les 48 heures sur https://exemple.fr/suivi",
    "Assurance maladie : votre dossier vous attend sur http://аmeli.fr/dossier",
]


@pytest.mark.parametrize(("text", "sign"), FRAUDS)
def test_a_fraud_is_named_with_its_signs(text: str, sign: str) -> None:
    answer = decode(text)
    assert isinstance(answer, Phishing)
    assert answer.sure
    assert sign in [found.name for found in answer.signs]


@pytest.mark.parametrize("text", GENUINE)
def test_a_genuine_message_is_not_condemned(text: str) -> None:
    assert not isinstance(decode(text), Phishing)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_in_doubt_it_says_unsure_and_to_open_the_site_oneself(text: str) -> None:
    answer = decode(text)
    assert isinstance(answer, Phishing)
    assert not answer.sure
    assert "ameli.fr" in answer.act.fr
    assert "unsure" in " ".join(answer.sentences("en"))


def test_a_doubtful_known_message_is_still_explained() -> None:
    answer = decode(DOUBTFUL[1])
    assert isinstance(answer, Phishing)
    assert answer.looks_like is not None
    assert answer.looks_like.entry.id == "card_ordered"


def test_links_of_other_matters_are_not_our_concern() -> None:
    assert not isinstance(decode("Votre colis vous attend : https://exemple.fr/colis"), Phishing)


@pytest.mark.parametrize(
    "text",
    [
        "Nous n'avons pas pu traiter votre demande : pièce illisible",
        "Votre remboursement de 26,50 euros a été versé",
        "Your request could not be processed: the document is not legible.",
    ],
)
def test_what_only_tells_of_a_request_is_not_doubted_by_the_sound_of_its_words(text: str) -> None:
    assert not isinstance(decode(text), Phishing)


@pytest.mark.parametrize("text", ["Votre remboursement de 250 euros vous attend, cliquez vite sur ce lien"])
def test_what_asks_for_an_act_is_still_doubted(text: str) -> None:
    assert isinstance(decode(text), Phishing)


@pytest.mark.parametrize("text", [
    "Le médecin m'a fait payer les 30 € car je n'ai pas encore de carte vitale",
    "J'ai perdu ma carte Vitale la semaine passée",
])  # fmt: skip
def test_what_somebody_tells_of_themselves_is_no_fraud_by_its_sound(text: str) -> None:
    assert not isinstance(decode(text), Phishing)
