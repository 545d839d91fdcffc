import json
import tracemalloc
from random import Random
from string import ascii_lowercase

import pytest

from ouverture.cli import main
from ouverture.text import LANGUAGES
from ouverture.wording.messages.answers import NotRecognised, Recognised
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.decoding import LONGEST_TEXT, UnreadableMessage, decode

BLOCKED = "Votre situation actuelle ne vous permet pas de créer immédiatement votre compte ameli."


def first_cause(**known: str) -> str:
    answer = decode(BLOCKED, known)
    assert isinstance(answer, Recognised)
    return answer.causes[0].says.en


def test_the_likeliest_cause_comes_first_given_what_is_known() -> None:
    assert "waiting number" in first_cause(number_status="waiting")
    assert "reactivated" in first_cause(number_status="reactivated")
    assert "postcode" in first_cause(number_status="permanent")


def test_nothing_known_keeps_the_order_of_the_catalogue() -> None:
    answer = decode(BLOCKED)
    assert isinstance(answer, Recognised)
    assert answer.causes == answer.entry.causes


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u00a0", "x" * (LONGEST_TEXT + 1)])
def test_no_words_or_too_many_are_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(UnreadableMessage) as caught:
        decode(text)
    assert caught.value.text.fr.startswith("message : ")


@pytest.mark.parametrize("text", ["ﬃ" * 19_000, "ⅷ" * 20_000])
def test_the_length_counts_once_ligatures_are_taken_apart(text: str) -> None:
    with pytest.raises(UnreadableMessage) as caught:
        decode(text)
    assert caught.value.too_long


def test_a_word_of_twenty_thousand_letters_costs_no_more_than_an_ordinary_text() -> None:
    word = "".join(Random(7).choices(ascii_lowercase, k=LONGEST_TEXT))
    tracemalloc.start()
    try:
        decode(word)
        assert tracemalloc.get_traced_memory()[1] < 20_000_000
    finally:
        tracemalloc.stop()


def test_a_word_that_cannot_be_known_is_refused_in_a_sentence() -> None:
    with pytest.raises(UnreadableMessage, match="card=blue"):
        decode(BLOCKED, {"card": "blue"})


def test_every_answer_is_said_in_both_languages_and_as_json() -> None:
    for text in (BLOCKED, "Rien de connu ici.", "Votre carte Vitale expire demain."):
        answer = decode(text)
        json.dumps(answer.to_json())
        assert all(all(answer.sentences(language)) for language in LANGUAGES)


def test_a_text_that_does_not_name_health_insurance_is_answered_with_a_caution() -> None:
    unnamed, named = decode("Une erreur technique est survenue, veuillez contacter le support."), decode(BLOCKED)
    assert isinstance(unnamed, Recognised)
    assert isinstance(named, Recognised)
    assert "does not name health insurance" in " ".join(unnamed.sentences("en"))
    assert "does not name health insurance" not in " ".join(named.sentences("en"))


def test_letters_end_with_an_act_and_words_to_say() -> None:
    for entry in all_messages():
        answer = decode(entry.examples[0])
        assert isinstance(answer, Recognised)
        lines = answer.sentences("en")
        assert [line for line in lines if line.startswith("Next: ")]
        assert [line for line in lines if line.startswith("What you can say: ")]


def test_the_command_answers_and_exits_with_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "--json", "--known", "number_status=waiting", BLOCKED]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "account_not_now"
    assert main(["message", "--language", "en", "Rien", "de", "connu", "ici"]) == 0
    assert capsys.readouterr().out.startswith("We do not recognise this message.")


@pytest.mark.parametrize("arguments", [[" "], [BLOCKED, "--known", "card"]])
def test_the_command_exits_with_two_on_bad_input(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", *arguments]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_words_in_letters_that_are_not_read_are_not_called_empty(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["message", "你的权利已关闭"]) == 2
    assert "no word in Latin or Arabic letters" in capsys.readouterr().err


@pytest.mark.parametrize("few", ["ok", "Photo refusée", "Dossier incomplet", "Votre demande est refusée", "Refus"])
def test_a_few_words_that_anybody_writes_are_not_said_to_be_of_another_office(few: str) -> None:
    answer = decode(few)
    assert not isinstance(answer, NotRecognised) or answer.elsewhere is None


def test_one_word_that_only_others_write_is_enough() -> None:
    answer = decode("Votre loyer")
    assert isinstance(answer, NotRecognised)
    assert answer.elsewhere is not None
