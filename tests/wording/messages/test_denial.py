"""A text that denies what its words would mean is not that message: each was, before ``data/denied.toml``."""

import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from bench.messages_ranker import NOT_LEARNT, read_corpus
from ouverture.wording.messages.answers import Nearest, NotRecognised, Phishing, Recognised, may_be
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.denial import denied

CORPUS = Path(__file__).parent / "corpus"
NAMES = {entry.id for entry in all_messages()}
TABLE = tomllib.loads(files("ouverture.wording").joinpath("data/denied.toml").read_text(encoding="utf-8"))["message"]
NEVER = [
    ("Vos droits ne sont pas fermés.", "rights_closed"),
    ("Vos droits sont toujours ouverts.", "rights_closed"),
    ("Votre acte de naissance a bien été reçu.", "civil_status_reminder"),
    ("Votre enfant n'a pas pu être rattaché à votre dossier.", "child_added"),
    ("Votre changement d'adresse n'a pas été enregistré.", "address_recorded"),
    ("Le recommandé n'a pas été distribué.", "registered_delivered"),
    ("Your doctor was not registered as médecin traitant.", "doctor_recorded"),
    ("Votre arrêt de travail n'a pas été reçu.", "sick_leave_received"),
    ("Votre arrêt de travail est arrivé hors délai, pas d'indemnités journalières.", "sick_leave_received"),
    ("La reconnaissance de votre affection de longue durée est refusée.", "long_illness_agreed"),
    ("AME refusée", "ame_decision"),
    ("Votre demande d'aide médicale de l'État est refusée : trois mois de résidence non justifiés.", "ame_decision"),
    ("They turned down my state medical aid application.", "ame_decision"),
    ("Nous n'avons pas reçu votre feuille de soins.", "care_sheet_returned"),
    ("Votre numéro n'est plus provisoire.", "student_provisional"),
    ("Ils disent que plus rien ne manque à mon dossier.", "pieces_requested"),
    ("Vos droits seront fermés au 31 janvier.", "rights_closed"),
    ("the verification code never arrives when I log into ameli", "one_time_code"),
    ("We never received your application.", "receipt"),
    ("Nous avons bien reçu votre attestation d'hébergement et votre RIB.", "bank_details_missing"),
    (
        "Votre autorisation provisoire de séjour ne permet pas l'ouverture des droits, demande rejetée.",
        "c2s_refused_stay",
    ),
    ("Votre demande d'AME est incomplète, merci de fournir vos justificatifs de ressources.", "c2s_papers"),
    ("Vos droits sont toujours ouverts.", "civil_status_reminder"),
    ("Ils ont envoyé mes papiers à la Cnav qui doit créer le numéro définitif.", "cnav_declined"),
]
INSTEAD = [
    ("Votre numéro n'est plus provisoire.", "number_certified"),
    ("my number is not provisional any more, the lady said so", "number_certified"),
    ("Vos droits ne sont pas fermés.", "claim_accepted"),
    ("Mon numéro n'est pas encore certifié", "waiting_number"),
    ("Your doctor was not registered as médecin traitant.", "no_doctor"),
    ("Votre acte de naissance a bien été reçu.", "papers_received"),
    ("Vos droits seront fermés au 31 janvier.", "rights_closing"),
    ("Your rights are not any more open since the 31 August.", "rights_closed"),
]
STILL = [
    ("Votre demande n° 4455 de carte Vitale a été enregistrée.", "card_ordered"),
    ("N'oubliez pas que vos droits sont ouverts depuis le 1er octobre.", "claim_accepted"),
    ("Si vous n'avez pas envoyé votre demande, vos droits restent ouverts.", "claim_accepted"),
    ("WE WON, the commission cancelled the caisse's refusal.", "cra_granted"),
    ("Vos droits ne sont ouverts que depuis le 1er octobre.", "claim_accepted"),
]


@pytest.mark.parametrize(("text", "name"), NEVER)
def test_what_is_denied_is_neither_recognised_nor_offered(text: str, name: str) -> None:
    answer = decode(text)
    recognised = answer.looks_like if isinstance(answer, Phishing) else answer
    assert not isinstance(recognised, Recognised) or recognised.entry.id != name
    if isinstance(answer, Nearest | NotRecognised):
        assert name not in [choice.entry.id for choice in may_be(answer)]


@pytest.mark.parametrize(("text", "name"), INSTEAD)
def test_what_it_may_be_instead_is_offered_first(text: str, name: str) -> None:
    answer = decode(text)
    assert isinstance(answer, Nearest)
    assert answer.choices[0].entry.id == name


@pytest.mark.parametrize(("text", "name"), STILL)
def test_what_only_sounds_denied_is_not(text: str, name: str) -> None:
    assert name not in denied(text)


def test_no_message_of_the_catalogue_denies_itself() -> None:
    for entry in all_messages():
        for text in (*entry.examples, *(pattern.words for pattern in entry.texts)):
            assert entry.id not in denied(text), text


def test_no_message_learnt_is_taken_for_its_contrary() -> None:
    learnt = [path for path in sorted(CORPUS.glob("*.txt")) if not path.name.startswith(NOT_LEARNT)]
    told = [one for path in learnt for one in read_corpus(path)][::5]
    assert [one.text for one in told if not denied(one.text).keys().isdisjoint(one.right)] == []


def test_the_table_names_only_messages_of_the_catalogue() -> None:
    assert set(TABLE) <= NAMES
    assert {name for row in TABLE.values() for name in row.get("instead", ())} <= NAMES


@pytest.mark.parametrize("text", [
    "Votre invalidité de catégorie 2 est reconnue.",
    "Votre demande d'entente préalable pour une cure thermale est acceptée.",
    "Votre demande de transport en taxi conventionné n'est pas prise en charge.",
])  # fmt: skip
def test_a_matter_of_ours_that_is_not_held_is_not_taken_for_another(text: str) -> None:
    answer = decode(text)
    assert isinstance(answer, NotRecognised)
    assert not answer.if_ours


def test_an_accident_at_work_is_not_the_accident_that_is_asked_about() -> None:
    assert isinstance(decode("Votre accident du travail est reconnu comme professionnel."), NotRecognised)


@pytest.mark.parametrize("text", [
    "N26: your card has been shipped", "Swile : votre carte a été expédiée.", "Zopa: your card has been shipped",
    "Your Amazon account has been locked", "Le rectorat a bien reçu votre dossier TAPIF",
])  # fmt: skip
def test_what_any_firm_sends_is_not_surely_ours(text: str) -> None:
    assert not isinstance(decode(text), Recognised)


@pytest.mark.parametrize("text", [
    "Je ne reçois pas le SMS avec le code ameli",
    "Ma carte vitale n'est jamais arrivée alors qu'elle a été envoyée il y a deux mois",
])  # fmt: skip
def test_what_does_not_come_is_known(text: str) -> None:
    answer = decode(text)
    assert isinstance(answer, Recognised)
    assert answer.entry.id in ("code_not_received", "card_not_arrived")


def test_a_voice_mail_is_not_a_message_that_waits_in_the_account() -> None:
    answer = decode("Message laissé sur mon répondeur par la CPAM : ils ne retrouvent pas ma demande")
    assert not isinstance(answer, Recognised) or answer.entry.id != "message_waiting"
