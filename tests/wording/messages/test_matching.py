import random
from pathlib import Path

import pytest

from ouverture.wording.messages.answers import NotRecognised, Recognised
from ouverture.wording.messages.catalogue import all_messages
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.entry import Entry
from ouverture.wording.messages.folding import fold
from tests.wording.messages.spoiled_words import LEAST_LEFT, WAYS

DATA = Path(__file__).parent / "data"
SEEDS = (20261123, 5, 77)
ENTRIES = [pytest.param(entry, id=entry.id) for entry in all_messages()]


def sentences(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def telling(entry: Entry, text: str) -> bool:
    """Whether a word that tells this message from others is left: without it, "not recognised" is the right answer."""
    words = [word for pattern in entry.texts for word in pattern.must]
    return not words or any(word in fold(text) for word in words)


def spoiled(entry: Entry, text: str, way: str, seed: int) -> str:
    rng = random.Random(f"{seed} {entry.id} {way} {text}")
    once = WAYS[way](text, rng)
    while way == "cut" and not telling(entry, once):
        once = WAYS[way](text, rng)
    return once


@pytest.mark.parametrize("entry", ENTRIES)
def test_each_example_is_its_own_test(entry: Entry) -> None:
    for example in entry.examples:
        answer = decode(example)
        assert isinstance(answer, Recognised), example
        assert answer.entry.id == entry.id, example


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("entry", ENTRIES)
def test_a_spoiled_message_is_still_recognised(entry: Entry, way: str, seed: int) -> None:
    for example in entry.examples:
        text = spoiled(entry, example, way, seed)
        answer = decode(text)
        assert isinstance(answer, Recognised), text
        assert answer.entry.id == entry.id, text


@pytest.mark.parametrize("entry", ENTRIES)
def test_without_accents_in_capitals_or_inside_a_sentence(entry: Entry) -> None:
    example = entry.examples[0]
    for text in (fold(example), example.upper(), f"Bonjour, voici ce que j'ai reçu hier : {example} Merci de m'aider."):
        answer = decode(text)
        assert isinstance(answer, Recognised), text
        assert answer.entry.id == entry.id, text


def test_at_least_sixty_messages_are_known_and_a_cut_leaves_half() -> None:
    assert len(all_messages()) >= 60
    assert LEAST_LEFT >= 0.5


def test_forty_unrelated_sentences_are_listed() -> None:
    assert len(set(sentences("unrelated.txt"))) == 40


@pytest.mark.parametrize("name", ["unrelated.txt", "near.txt", "held_out.txt"])
def test_sentences_about_other_matters_are_not_recognised(name: str) -> None:
    for sentence in sentences(name):
        assert isinstance(decode(sentence), NotRecognised), sentence


def test_the_forty_sentences_spoiled_are_not_recognised_either() -> None:
    rng = random.Random(SEEDS[0])
    for sentence in sentences("unrelated.txt"):
        for spoil in WAYS.values():
            text = spoil(sentence, rng)
            assert isinstance(decode(text), NotRecognised), text


def test_a_letter_whose_words_differ_is_known_by_the_words_it_must_have() -> None:
    letter = """Madame,
    Vous n'avez pas donné suite à nos courriers. La présente vaut mise en demeure d'envoyer, à réception,
    une copie intégrale de votre acte de naissance traduite. Cordialement, votre caisse primaire d'assurance maladie"""
    answer = decode(letter)
    assert isinstance(answer, Recognised)
    assert answer.entry.id == "formal_notice"


@pytest.mark.parametrize("text", ["compte ameli", "bonjour", "12", "votre", "la carte Vitale", "🙂"])
def test_a_few_words_are_not_a_message(text: str) -> None:
    assert isinstance(decode(text + " ok"), NotRecognised)
