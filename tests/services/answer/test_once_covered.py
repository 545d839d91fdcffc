"""Life once covered."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.law.answers import AnswerError, read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.once_covered import TITLES, later

EXAMPLES = Path(__file__).parents[3] / "examples"


def example(name: str, on: date = date(2026, 11, 23), **changed: Any) -> Answer:
    """The answer of an example, with some facts changed."""
    given = tomllib.loads((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")) | changed
    return assess(read(given, FACTS), on)


def test_a_covered_person_learns_how_to_keep_move_declare_and_leave() -> None:
    topics = {chapter.topic for chapter in later(example("american_spouse_paris"))}
    assert {"keeping", "declaring", "moving", "leaving", "control"} <= topics
    assert topics <= TITLES.keys()


def test_state_medical_aid_has_its_own_chapter_and_a_refusal_none() -> None:
    assert [chapter.topic for chapter in later(example("undocumented_adult"))] == ["state_aid"]
    assert later(example("mayotte_resident")) == ()


def test_every_statement_cites_its_article() -> None:
    for chapter in later(example("american_spouse_paris")):
        for told in chapter.to_json()["statements"]:
            assert told["article"]
            assert told["says"]["fr"]
            assert told["says"]["en"]


def test_resources_settle_the_ceiling_where_it_is_known_and_leave_it_open_where_it_is_not() -> None:
    asked: dict[str, Any] = {"resources_under_c2s": "unknown", "annual_resources": 6000, "household_size": 1}
    then = example("undocumented_adult", date(2025, 6, 1), irregular_since=date(2025, 1, 1), **asked)
    assert then.verdict == "state_medical_aid"
    now = example("undocumented_adult", **asked)
    assert now.verdict == "state_medical_aid"
    at_the_limit = example("undocumented_adult", **asked | {"annual_resources": 10_421})
    assert at_the_limit.verdict == "unknown"
    assert [fact.name for fact in at_the_limit.missing] == ["resources_under_c2s"]


def test_resources_that_contradict_the_answer_are_refused() -> None:
    with pytest.raises(AnswerError, match="resources_under_c2s"):
        example("undocumented_adult", date(2025, 6, 1), irregular_since=date(2025, 1, 1), annual_resources=50_000,
                household_size=1)  # fmt: skip
