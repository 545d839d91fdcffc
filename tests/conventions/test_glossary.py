"""Every word has its place in the glossary, in French and English, and no letters stand for nothing."""

import re
from pathlib import Path

import pytest

from ouverture.law import glossary
from ouverture.law.bodies import BODIES, ROUTES, VERDICTS
from ouverture.law.facts import FACTS
from ouverture.law.rulebook import rulebook
from ouverture.rules.rulebook import Verdict
from ouverture.text import LANGUAGES, Language
from tests.conventions.shown import sentences

DOCUMENT = Path(__file__).parents[2] / "docs" / "glossary.md"
LETTERS = re.compile(r"\b(?:[A-Z]{2,}|[A-Z][a-z]*[A-Z]+[a-z]*|[A-Z]\d+)(?:-[A-Z]+)?\b")
ARTICLES = {"CSS", "CRPA", "CASF", "II", "IBAN", "D160", "L142"}
"""Names of codes and of articles, and a word every reader knows."""
IN_ENGLISH = {"EU": "UE", "EEA": "EEE", "CPAMs": "CPAM"}
FRENCH_IN_ENGLISH = (
    "attestation de droits",
    "ayant droit",
    "caisse",
    "carte Vitale",
    "médecin traitant",
    "mutuelle",
    "taxe PUMa",
    "titre de séjour",
)


def test_the_document_is_what_the_code_says() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == glossary.document(), "run the command in its first lines"


def test_every_fact_ground_body_route_verdict_and_tier_is_in_it() -> None:
    words = {word for table in glossary.glossary().values() for word in table}
    used = {*FACTS, *BODIES, *ROUTES, *VERDICTS, *Verdict}
    used |= {ground.name for ground in rulebook().grounds} | {ground.tier for ground in rulebook().grounds}
    assert used - words == set()


def test_no_tier_is_in_it_for_nothing() -> None:
    assert list(glossary.tiers()) == list(dict.fromkeys(ground.tier for ground in rulebook().grounds))


def test_every_word_has_words_in_both_languages() -> None:
    for table in glossary.glossary().values():
        for word, text in table.items():
            assert text.fr.strip(), word
            assert text.en.strip(), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_that_stand_for_words_are_explained(language: Language) -> None:
    explained = {term.split(" (")[0] for term in glossary.terms()} | ARTICLES
    unexplained = {
        f"{IN_ENGLISH.get(letters, letters)} ({where})"
        for where, text in sentences()
        for letters in LETTERS.findall(text.to(language))
        if IN_ENGLISH.get(letters, letters) not in explained
    }
    assert unexplained == set()


def test_french_words_left_in_english_sentences_are_explained() -> None:
    assert set(FRENCH_IN_ENGLISH) <= glossary.terms().keys()


def test_a_term_is_defined_in_one_short_sentence_or_two() -> None:
    for term, text in glossary.terms().items():
        for words in text:
            assert words.endswith("."), term
            assert len(words) <= 130, term


def test_no_sentence_shouts() -> None:
    assert [where for where, text in sentences() if "!" in text.fr + text.en] == []


def test_no_sentence_is_missing_in_one_language() -> None:
    assert [where for where, text in sentences() if not (text.fr.strip() and text.en.strip())] == []


def test_french_punctuation_has_its_space() -> None:
    """A question mark, a colon, a semicolon: French puts a space before them."""
    tight = [f"{where}: {text.fr}" for where, text in sentences() if re.search(r"\w[;?:](?:\s|$)", text.fr)]
    assert tight == []
