"""Words compared as people and scanners write them."""

import pytest

from ouverture.wording.plain_words import close, plain, says, words


@pytest.mark.parametrize(
    ("written", "read"),
    [("naissance", "naisance"), ("passeport", "paseport"), ("quittance", "quitance"), ("hebergement", "hebergernent")],
)
def test_one_slip_in_a_long_word_does_not_matter(written: str, read: str) -> None:
    assert close(written, read)


@pytest.mark.parametrize(("one", "other"), [("loyer", "foyer"), ("carte", "acte"), ("s1106", "s3705")])
def test_short_words_and_numbers_must_be_equal(one: str, other: str) -> None:
    assert not close(one, other)


def test_accents_case_plurals_and_digits_read_for_letters_do_not_matter() -> None:
    assert words("Actes de NAI55ANCE", frozenset({"de"})) == ("acte", "naissance")
    assert words("S1106") == ("s1106",)
    assert words("R.I.B.") == ("rib",)
    assert plain("Œuvre élevée") == "oeuvre elevee"


def test_a_word_that_stands_for_another_is_replaced() -> None:
    assert words("trois épouses", same={"trois": "3", "epouse": "conjoint"}) == ("3", "conjoint")


def test_a_phrase_is_found_only_as_whole_words() -> None:
    assert says("Merci de répondre.", ["merci de"])
    assert not says("Le distributeur.", ["rib"])
