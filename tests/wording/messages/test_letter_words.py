from collections.abc import Sequence

import pytest

from ouverture.wording.messages.catalogue import CatalogueError, all_messages, read_entry, sides
from ouverture.wording.messages.entry import Entry
from ouverture.wording.messages.letter_words import Vocabulary
from ouverture.wording.messages.matching import A_GROUP_OF_WORDS, Groups, KeyWords, Match
from tests.wording.messages.test_catalogue import GOOD


def matched(entry: Entry, phrases: dict[str, Sequence[int]]) -> Match | None:
    """What the key words of ``entry`` make of a text that has ``phrases``."""
    groups = Groups()
    return KeyWords.of(entry, groups).match(phrases, groups.met(phrases))


@pytest.mark.parametrize(
    ("phrase", "sentence", "stands"),
    [
        ("saisir + recours amiable", "vous pouvez saisir la commission de recours amiable", True),
        ("saisir + recours amiable", "recours amiable a saisir", False),
        ("saisir + amiable", "saisir un deux trois quatre cinq six sept huit neuf dix amiable", False),
        ("rejet*", "votre demande est rejetee", True),
        ("rejet*", "le projet est pret", False),
        ("n a pas", "la caisse n a plus", False),
        ("commission", "la commision de recours", True),
        ("commission", "la comimssion de recours", True),
        ("nia", "nib", False),
        ("ouverts", "couverts", False),
    ],
)
def test_a_phrase_stands_in_a_sentence_or_not(phrase: str, sentence: str, stands: bool) -> None:
    assert (phrase in Vocabulary([phrase]).phrases_in([sentence])) is stands


def test_a_word_that_the_catalogue_has_is_not_taken_for_a_mistyped_one() -> None:
    assert Vocabulary(["conforme", "confirme"]).phrases_in(["le juge confirme"]) == {"confirme": [2]}


def test_words_between_never_cross_the_end_of_a_sentence() -> None:
    assert not Vocabulary(["saisir + commission"]).phrases_in(["a saisir", "la commission"])


@pytest.mark.parametrize("wrong", ['[["@nothing"]]', '[["É"]]', "[[]]", '[["a +"]]', '[["+ a"]]', '"rejet"'])
def test_a_wrong_phrase_is_named_with_its_file(wrong: str) -> None:
    with pytest.raises(CatalogueError, match=r"^one\.toml: letter_words: "):
        read_entry("one.toml", GOOD.replace('who = "person"', f'who = "person"\nletter_words = {wrong}'))


@pytest.mark.parametrize("wrong", ['[[["@nothing"]]]', '[[["É"]]]', "[[]]", "[[[]]]", '[["a"]]', '"a"'])
def test_a_wrong_way_to_tell_it_is_named_with_its_file(wrong: str) -> None:
    with pytest.raises(CatalogueError, match=r"^one\.toml: said_words: "):
        read_entry("one.toml", GOOD.replace('who = "person"', f'who = "person"\nsaid_words = {wrong}'))


def test_each_way_to_tell_it_has_its_groups() -> None:
    said = 'letter_words = [["a b"]]\nsaid_words = [[["c"], ["d*", "e"]]]'
    entry = read_entry("one.toml", GOOD.replace('who = "person"', f'who = "person"\n{said}'))
    assert (entry.letter_words, entry.said_words) == ((("a b",),), ((("c",), ("d*", "e")),))


def test_the_way_with_more_groups_is_the_one_that_counts() -> None:
    said = 'said_words = [[["chat"]], [["chat"], ["chien"], ["loup"]]]'
    entry = read_entry("one.toml", GOOD.replace('who = "person"', f'who = "person"\n{said}'))
    one, three = matched(entry, {"chat": [0]}), matched(entry, {"chat": [0], "chien": [4], "loup": [9]})
    assert one is not None
    assert three is not None
    assert three.score == pytest.approx(one.score + 2 * A_GROUP_OF_WORDS)
    assert matched(entry, {"chien": [4]}) is None


def test_what_is_told_is_told_in_one_breath() -> None:
    said = 'said_words = [[["chat"], ["chien"]]]'
    entry = read_entry("one.toml", GOOD.replace('who = "person"', f'who = "person"\n{said}'))
    words = Vocabulary(["chat", "chien"])
    near = ["le chat dort", "il pleut", "le chien aussi"]
    for text, is_told in (
        (near, True),
        ([near[0], near[1], near[1], near[2]], False),
        ([" ".join([*near[:1], *["et puis"] * 15, near[2]])], True),
        ([" ".join([*near[:1], *["et puis"] * 30, near[2]])], False),
    ):
        assert (matched(entry, words.phrases_in(text)) is not None) is is_told, text


def test_a_list_by_name_is_written_out() -> None:
    entry = read_entry("one.toml", GOOD.replace('who = "person"', 'who = "person"\nunless = ["@cra", "mutation"]'))
    assert entry.unless[0] == "commission de recours amiable"
    assert entry.unless[-1] == "mutation"


def test_every_message_that_opposes_others_is_in_the_catalogue_with_its_key_words() -> None:
    entries = {entry.id: entry for entry in all_messages()}
    assert all(entries[name].letter_words for name in sides())
