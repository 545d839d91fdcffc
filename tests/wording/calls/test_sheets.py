"""The call sheets as data: complete, short enough to say, and honest about what was known when."""

import re
from itertools import product

import pytest

from ouverture.text import Text
from ouverture.wording.calls import shelf
from ouverture.wording.calls.aloud import MOST_WORDS, NotANumber, grouped, words_aloud
from ouverture.wording.calls.sheet import Situation
from ouverture.wording.calls.shelf import SheetError, answers, asks, groups, phones, phrases, situations, speech_of

SITUATIONS = {one.name: one for one in situations()}
A_DAY = Text("mercredi 30 septembre 2026", "Wednesday 30 September 2026")
LONGEST_KNOWN = dict.fromkeys(("posted", "called", "by_law"), A_DAY) | {
    "number": Text("1 85 03 99 404 017 35", "1 85 03 99 404 017 35"),
    "tracking": Text("1A 123 456 7890 1", "1A 123 456 7890 1"),
}
"""The most a call can know: a day of posting hides that of arrival, and there is one last day at most."""


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_what_to_say_takes_at_most_120_words_aloud_with_every_blank_filled(situation: Situation) -> None:
    for speech in speech_of(situation, LONGEST_KNOWN):
        assert words_aloud(speech) <= MOST_WORDS, speech


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_a_speech_has_no_empty_blank(situation: Situation) -> None:
    for speech, known in product((0, 1), ({}, LONGEST_KNOWN)):
        said = speech_of(situation, known)[speech]
        assert not any(sign in said for sign in ("{", "}", "None", "  ", "$")), said


@pytest.mark.parametrize("situation", SITUATIONS.values(), ids=SITUATIONS)
def test_a_sheet_has_what_to_hold_answers_a_line_and_a_source(situation: Situation) -> None:
    assert situation.have
    assert situation.answers
    assert situation.rows
    assert situation.group in groups()
    assert situation.line in {one.serves for one in phones()}


def test_a_greeting_is_said_once() -> None:
    assert {"greeting", "greeting_elsewhere"} <= set(phrases())
    for one in situations():
        assert speech_of(one, LONGEST_KNOWN).fr.count("Bonjour") == 1


def test_the_groups_come_in_their_order() -> None:
    seen = list(dict.fromkeys(one.group for one in situations()))
    assert seen == list(groups())


def test_every_answer_is_heard_on_some_sheet() -> None:
    assert set(answers()) == {answer.name for one in situations() for answer in one.answers}


def test_an_answer_is_not_heard_twice_on_one_sheet() -> None:
    for one in situations():
        names = [answer.name for answer in one.answers]
        assert len(names) == len(set(names)), one.name


def test_what_a_record_takes_is_asked_for_when_the_file_cannot_know_it() -> None:
    of_the_file = {"about", "ground", "form", "hold", "new_hold", "doctor", "route", "caisse", "nothing"}
    for answer in answers().values():
        asked = {need.name for need in answer.needs}
        taken = {
            blank for row in answer.records for value in row.values() for blank in re.findall(r"\$(\w+)", str(value))
        }
        assert taken <= of_the_file | asked, answer.name


def test_name_day_and_promise_are_asked_before_hanging_up() -> None:
    said = " ".join(one.en for one in asks())
    assert all(word in said for word in ("your name", "which day", "who has to do it"))


def test_each_line_says_when_it_was_known_and_how_sure_it_is() -> None:
    for line in phones():
        assert line.known.fr
        assert line.known.en
        assert line.certainty in ("H", "M", "L")
    assert {"36 46", "+33 1 84 90 36 46", "09 74 75 36 46"} <= {
        number.en.split(": ")[-1] for one in phones() for number in one.numbers
    }


def test_a_number_is_grouped_as_it_is_spoken() -> None:
    assert grouped("1850399404017 35").split() == ["1", "85", "03", "99", "404", "017", "35"]
    assert grouped("1 85 03 2A 404 017").split() == ["1", "85", "03", "2A", "404", "017"]
    assert words_aloud("Mon numéro est 1 85 03 99 404 017 35 ?") == 10


@pytest.mark.parametrize("typed", ["", "123", "abc", "1" * 14, "1" * 16, "²" * 13])
def test_another_shape_is_refused_in_one_sentence(typed: str) -> None:
    with pytest.raises(NotANumber) as refused:
        grouped(typed)
    assert "13 or 15" in refused.value.text.en


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"says": {"fr": "a", "en": "b"}}, "then is missing"),
        ({"says": {"fr": "a"}, "then": {"fr": "a", "en": "b"}}, "en"),
        ({"says": {"fr": "a", "en": "b"}, "then": {"fr": "a", "en": "b"}, "need": ["on"]}, "need is not a field"),
        ({"says": {"fr": "a", "en": "b"}, "then": {"fr": "a", "en": "b"}, "needs": ["onn"]}, "onn is missing"),
    ],
)
def test_a_wrong_answer_is_named_with_its_field(
    wrong: dict[str, object], named: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = shelf._table
    monkeypatch.setattr(shelf, "_table", lambda file: {"mine": wrong} if file == "answers.toml" else written(file))
    answers.cache_clear()
    with pytest.raises(SheetError, match=f"mine: .*{named}"):
        answers()
    answers.cache_clear()
