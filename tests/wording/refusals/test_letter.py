"""What refusals say and leave out: invented letters whose answers were written by hand, then the edges."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.wording.refusals.letter import NotARefusal, RefusalRead, read_refusal

LETTERS = tomllib.loads((Path(__file__).parent / "data" / "letters.toml").read_text(encoding="utf-8"))["letter"]
DAY = date(2026, 3, 2)
REFUSALS = [letter for letter in LETTERS if "decision" in letter]
OTHERS = [letter for letter in LETTERS if "looks_like" in letter]


def _name(letter: dict[str, Any]) -> str:
    return str(letter["name"])


def _refusal(letter: dict[str, Any], day: date | None = DAY) -> RefusalRead:
    found = read_refusal(letter["text"], day)
    assert isinstance(found, RefusalRead), found
    return found


@pytest.mark.parametrize("letter", REFUSALS, ids=_name)
def test_a_refusal_is_read_as_by_hand(letter: dict[str, Any]) -> None:
    found = _refusal(letter)
    read = {
        "decision": found.decision,
        "reason": found.reason,
        "reasons": {reason.name for reason in found.reasons},
        "articles": list(found.articles),
        "remedies": found.remedies,
        "clock": found.clock,
        "due": found.due,
        "signed": found.signed,
    }
    assert read == {name: set(letter[name]) if name == "reasons" else letter.get(name) for name in read}


@pytest.mark.parametrize("letter", OTHERS, ids=_name)
def test_a_letter_that_refuses_nothing_is_said_to_refuse_nothing(letter: dict[str, Any]) -> None:
    found = read_refusal(letter["text"], DAY)
    assert isinstance(found, NotARefusal)
    assert found.looks_like == letter["looks_like"]
    assert found.to_json()["refusal"] is False


@pytest.mark.parametrize("letter", REFUSALS, ids=_name)
def test_every_sentence_and_letter_is_filled_in_both_languages(letter: dict[str, Any]) -> None:
    found = _refusal(letter)
    for words in (*found.sentences("fr"), *found.sentences("en")):
        assert words
        assert not set("{}!") & set(words)
    for text in (text for one in found.next_letters for text in (*one.title, *one.text)):
        assert text
        assert not set("{}!") & set(text)


@pytest.mark.parametrize("letter", REFUSALS, ids=_name)
def test_without_the_day_no_day_is_guessed(letter: dict[str, Any]) -> None:
    found = _refusal(letter, None)
    assert found.due is None
    assert found.live_by is None


def test_a_clock_that_does_not_run_still_gives_a_day_to_live_by() -> None:
    found = _refusal(REFUSALS[1])
    assert found.due is None
    assert found.live_by == date(2026, 5, 2)


def test_another_time_in_the_letter_is_told() -> None:
    letter = next(letter for letter in REFUSALS if letter.get("other_time"))
    assert any("1 month" in words for words in _refusal(letter).sentences("en"))


def test_after_november_2026_the_unread_article_is_named() -> None:
    found = _refusal(REFUSALS[0], date(2026, 11, 3))
    assert any("L142-1" in words for words in found.sentences("en"))
