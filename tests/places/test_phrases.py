from ouverture.places.phrases import known, phrase
from ouverture.places.refresh import COPIED, unworded_phrases
from ouverture.places.shelf import rows_of


def test_every_phrase_of_the_data_has_its_words_in_both_languages() -> None:
    assert unworded_phrases({name: rows_of(name) for name in COPIED}) == []


def test_a_phrase_nobody_worded_is_shown_as_it_stands() -> None:
    assert not known("brand new")
    assert phrase("brand new") == ("brand new", "brand new")


def test_no_two_rows_word_the_same_phrase() -> None:
    phrases = [row["phrase"] for row in rows_of("phrases.csv")]
    assert len(phrases) == len(set(phrases))
    assert all(row["fr"] and row["en"] for row in rows_of("phrases.csv"))
