"""The pictures of docs/states.md are what the code does, and nothing is missing from them."""

import re
from functools import cache
from pathlib import Path

import pytest

from ouverture.dossier.file import AGGREGATES, Aggregate
from ouverture.dossier.pictures import redrawn, stages
from ouverture.dossier.transitions import StageChanges, transitions
from ouverture.dossier.words import stage_words

DOCUMENT = Path(__file__).parents[2] / "docs" / "states.md"
every_part = pytest.mark.parametrize("part", AGGREGATES, ids=lambda part: part.name)


@cache
def drawn() -> str:
    return DOCUMENT.read_text(encoding="utf-8")


@cache
def of(name: str) -> StageChanges:
    return transitions(next(part for part in AGGREGATES if part.name == name))


def test_the_document_is_what_the_code_draws() -> None:
    assert redrawn(drawn()) == drawn(), "run python -m ouverture.dossier.pictures docs/states.md"


def test_a_document_without_the_marker_lines_is_refused() -> None:
    with pytest.raises(ValueError, match="these two lines"):
        redrawn("# A page\n")


@every_part
def test_every_stage_can_be_reached_from_the_first(part: Aggregate) -> None:
    found = of(part.name)
    reached = {found.first}
    while more := {step.end for step in found.steps if step.start in reached} - reached:
        reached |= more
    assert reached == set(stages(part))


@every_part
def test_every_stage_has_words_in_both_languages(part: Aggregate) -> None:
    named = {
        stage for move in part.transitions.values() for stage in (*move.come_from, *([move.to] if move.to else []))
    }
    assert named <= set(stages(part))
    for stage in stages(part):
        words = stage_words(part.name, stage)
        assert words.fr.strip()
        assert words.en.strip()


@every_part
def test_no_event_is_missing_from_the_picture(part: Aggregate) -> None:
    _, _, picture = drawn().partition(f"\n### {part.name}\n")
    picture = picture.partition("\n### ")[0]
    missing = [kind.kind for kind in part.transitions if not re.search(rf"\b{kind.kind}\b", picture)]
    assert missing == []


@every_part
def test_every_stage_an_event_may_come_in_was_tried(part: Aggregate) -> None:
    starts = {(step.start, step.kind) for step in of(part.name).steps}
    assert starts >= {(stage, kind.kind) for kind, move in part.transitions.items() for stage in move.come_from}


def test_what_an_event_says_is_told_apart_from_what_came_before() -> None:
    assert of("application").says["open", "silence_decided"] == {"sense"}
    assert of("card").ends("posted", "card_delivered") == {"in_use", "update_due"}
    assert ("posted", "card_delivered") in of("card").past
    assert ("locked", "account_unlocked") in of("account").past


def test_an_exchange_that_follows_a_broken_promise_moves_the_earlier_one() -> None:
    beside = {step[:3] for step in of("exchange").steps if step.beside}
    assert beside == {("broken", "exchange_recorded", "followed_up")}
