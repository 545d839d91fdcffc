"""The words of every act: in both languages, for every field, with no row left over and no name of ours shown."""

import re
from collections.abc import Iterator

import pytest

from ouverture.dossier.command_words import kinds, named_lists, words_of
from ouverture.dossier.kernel import COMMANDS
from ouverture.dossier.words import table
from ouverture.text import Text

LONGEST_LABEL, LONGEST_HELP = 60, 240
OURS = re.compile(r"\w+_\w+|``")


def said(kind: str) -> Iterator[Text]:
    words = words_of(kind)
    yield from (words.label, words.help)
    if words.outside:
        yield words.outside
    for field in words.fields:
        yield from (field.label, field.help, *field.values.values())


def test_every_command_has_a_row_and_every_row_a_command() -> None:
    declared = {kind for kind, each in COMMANDS.items() if each.__module__.startswith("ouverture.")}
    assert set(kinds()) == declared


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_an_act_and_its_fields_are_said_in_both_languages(kind: str) -> None:
    words = words_of(kind)
    assert all(text.fr and text.en for text in said(kind))
    assert max(map(len, words.label)) <= LONGEST_LABEL
    assert max(len(each) for text in said(kind) for each in text) <= LONGEST_HELP


def test_no_name_of_ours_and_no_exclamation_is_shown() -> None:
    shown = [(kind, each) for kind in kinds() for text in said(kind) for each in text]
    assert [one for one in shown if OURS.search(one[1]) or "!" in one[1]] == []


def test_help_is_one_or_two_whole_sentences() -> None:
    helps = [(kind, each) for kind in kinds() for each in words_of(kind).help]
    assert [one for one in helps if not one[1].endswith(".")] == []


def test_no_two_acts_have_the_same_label() -> None:
    labels = [each for kind in kinds() for each in words_of(kind).label]
    assert len(labels) == len(set(labels))


def test_every_shared_question_is_asked_and_every_list_is_described() -> None:
    shared = {row["same"] for act in table("commands").values() for row in act.values() if _has(row, "same")}
    assert shared == set(table("command_fields"))
    assert named_lists("choose") == set(table("choices"))


def _has(row: object, key: str) -> bool:
    return isinstance(row, dict) and key in row


def test_an_act_of_a_caisse_says_how_it_is_written_down_from_outside() -> None:
    seen = {kind for kind in kinds() if COMMANDS[kind].may[0] == "caisse" and "letter" in COMMANDS[kind].may}
    assert [kind for kind in seen if words_of(kind).outside is None] == []
