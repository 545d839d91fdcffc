"""Someone told me…: a pasted message is explained, an unknown one is said to be unknown, nothing is kept."""

import html
import re

import pytest
from django.test import Client

from ouverture.site.small_desks.path_picture import path_picture
from ouverture.wording.messages.catalogue import path_steps
from ouverture.wording.messages.decoding import LONGEST_TEXT
from tests.site.visits import go_through

ADDRESS = "/en/desks/message/"
NOT_NOW = "Votre situation actuelle ne vous permet pas de créer immédiatement votre compte ameli."
LETTER = """Madame, Monsieur,
Pour étudier votre demande d'ouverture de droits, merci de nous envoyer :
- une copie de votre titre de séjour
- un acte de naissance
- un RIB
- le feuillet bleu n° 7
CPAM de Paris"""


def asked(client: Client, text: str, language: str = "en", **known: str) -> str:
    """The page after the text is sent, as it reads."""
    page = client.post(f"/{language}/desks/message/", {"message": text, **known}, follow=True)
    assert page.status_code == 200
    return html.unescape(page.content.decode())


@pytest.mark.parametrize(("language", "means"), [("fr", "Le compte ne peut pas"), ("en", "The account cannot be")])
def test_a_known_message_is_explained_with_who_acts_and_what_to_say(client: Client, language: str, means: str) -> None:
    page = asked(client, NOT_NOW, language)
    assert 'id="told"' in page
    assert means in page
    assert "Le site refuse de créer mon compte ameli" in page
    # To call is for the reader; what it leads to is for the caisse.
    you, act, next_one = ("Vous", "Appelez", "la caisse") if language == "fr" else ("You", "Call", "the caisse")
    said = re.sub(r"<[^>]*>|\s+", " ", page.replace("\u00a0", " "))
    assert re.search(rf"{you} ?:\s+{act}", said)
    assert re.search(rf"(?:Qui doit agir ensuite|Who must act next) ?: {next_one}", said)


def test_what_is_known_changes_the_order_of_the_causes_and_stays_chosen(client: Client) -> None:
    first, other = "You have a waiting number", "Something you typed differs"
    plain = asked(client, NOT_NOW)
    told = asked(client, NOT_NOW, number_status="permanent")
    assert plain.index(first) < plain.index(other)
    assert told.index(other) < told.index(first)
    assert '<option value="permanent" selected>' in told
    assert "<details open>" in told


def test_a_value_that_is_not_in_a_list_counts_as_not_known(client: Client) -> None:
    assert "The account cannot be" in asked(client, NOT_NOW, number_status="golden")


def test_a_text_not_known_can_be_kept_without_its_details_and_a_known_one_cannot(client: Client) -> None:
    page = asked(client, "Bonjour Madame Rosa Lima, votre numéro 1 85 03 99 404 017 35 attend son zèbre bleu.")
    address = re.search(r'href="(\?[^"]+file=1)"', page)
    assert address is not None
    kept = client.get(f"{ADDRESS}{address[1]}")
    assert kept["Content-Disposition"] == 'attachment; filename="message-without-details.txt"'
    text = kept.content.decode()
    assert "Bonjour Madame [nom], votre numéro 0 00" in text
    assert "Lima" not in text
    assert "file=1" not in asked(client, NOT_NOW)


def test_an_unknown_message_is_said_to_be_unknown(client: Client) -> None:
    page = asked(client, "Ma grand-mère aime le pain.")
    assert "We do not recognise this message." in page
    assert "Where you are on the path" not in page


def test_a_fraud_is_named_with_its_signs_and_is_not_explained(client: Client) -> None:
    page = asked(client, "Votre carte vitale expire, cliquez http://ameli-vitale.top et payez les frais.")
    assert "signs of a fraud" in page
    assert "has no expiry date" in page
    assert "Do not click" in page
    assert "Where you are on the path" not in page


def test_words_that_do_not_name_health_insurance_are_answered_with_a_warning(client: Client) -> None:
    page = asked(client, "We are returning your care sheet because it is incomplete")
    assert "If another service sent it, this answer does not hold." in page


def test_a_letter_that_asks_for_papers_is_answered_paper_by_paper(client: Client) -> None:
    page = asked(client, LETTER)
    assert "The papers asked for, one by one" in page
    assert "It depends:" in page
    assert "We do not understand this demand." in page
    assert "le feuillet bleu n° 7" in page
    assert "Vous me demandez des papiers" in page
    assert "You have not answered the questions" in page


def test_the_answers_already_given_make_the_reading_of_a_letter_closer(client: Client) -> None:
    go_through(client)
    page = asked(client, LETTER)
    assert "Asked for by law:" in page
    assert "You have not answered the questions" not in page


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("text", ["", "   \n ", "x" * (LONGEST_TEXT + 1)])
def test_what_is_wrong_is_said_once_and_what_was_typed_is_kept(client: Client, language: str, text: str) -> None:
    page = asked(client, text, language, card="held")
    assert 'role="alert"' in page
    assert 'href="#message"' in page
    assert 'id="told"' not in page
    assert page.count("x" * 100) == text.count("x" * 100)
    assert '<option value="held" selected>' in page


def test_what_is_pasted_is_shown_as_text_and_kept_nowhere(client: Client) -> None:
    page = client.post(ADDRESS, {"message": f"<script>alert(1)</script> {NOT_NOW}"}, follow=True)
    assert b"<script>" not in page.content
    assert "no-store" in page.headers["Cache-Control"]
    assert "situation" not in str(client.session.items())


@pytest.mark.parametrize("text", ["تم رفض طلبك", "你的申请已被拒绝", "🙂🙂🙂", "Ваша заявка отклонена"])
def test_words_in_another_script_are_not_called_an_empty_box(client: Client, text: str) -> None:
    page = asked(client, text)
    assert "the box is empty" not in page
    assert text in page


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_reference_to_our_own_notes_is_on_the_page(client: Client, language: str) -> None:
    page = asked(client, NOT_NOW, language)
    assert not re.search(r"§|\bS\d{1,2}\b|accounts_and_cards|contact_and_delays|in our notes|dans nos notes", page)


def test_the_answer_is_found_again_after_back_and_in_the_other_language(client: Client) -> None:
    address = client.post(ADDRESS, {"message": NOT_NOW}).headers["Location"]
    assert NOT_NOW[:20] not in address
    for _ in range(2):
        assert "The account cannot be created now" in client.get(address).content.decode()
    french = html.unescape(client.get(address.replace("/en/", "/fr/")).content.decode())
    assert "Le compte ne peut pas" in french
    assert NOT_NOW in french


def test_a_result_that_is_no_longer_kept_is_said(client: Client) -> None:
    page = client.get(f"{ADDRESS}?result=long-gone").content.decode()
    assert "This result is no longer kept." in page


@pytest.mark.parametrize("step", path_steps())
def test_the_picture_marks_one_step_and_names_its_neighbours(step: str) -> None:
    picture = path_picture(step)
    names = list(path_steps())
    place = names.index(step)
    assert picture.here.name == step
    assert (picture.before.name if picture.before else None) == (names[place - 1] if place else None)
    assert (picture.after.name if picture.after else None) == (names[place + 1] if place + 1 < len(names) else None)
    assert all(0 < dot.x < 340 for dot in picture.dots)


def test_a_step_that_is_not_on_the_path_is_refused() -> None:
    with pytest.raises(KeyError):
        path_picture("nowhere")


REFUSAL = """Votre demande d'affiliation à l'assurance maladie est refusée car votre séjour n'est pas régulier.
Vous pouvez contester cette décision devant la commission de recours amiable dans un délai de deux mois."""


def test_a_refusal_is_read_with_its_last_day_and_leads_to_the_remedies(client: Client) -> None:
    page = asked(client, REFUSAL, received_on="2026-10-20").replace("\u00a0", " ")
    assert "What this refusal says, and what it leaves out" in page
    assert "20 December 2026" in page
    assert "/en/desks/remedies/" in page


def test_a_day_that_cannot_be_read_is_said_beside_its_field_and_the_text_is_kept(client: Client) -> None:
    page = asked(client, REFUSAL, received_on="31/11/2026")
    assert 'href="#received_on-day"' in page
    assert "est refusée" in page
    assert 'id="told"' not in page
