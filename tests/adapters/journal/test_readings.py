"""Who looked is written before the answer is given, and stays."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.services.casework.ports import Reading
from tests.adapters.databases import by_hand
from tests.adapters.journal.test_append_only import REFUSALS
from tests.adapters.small_file import NOON


def look(stream: str, actor: str, nth: int = 0) -> Reading:
    return Reading(stream, actor, "to answer a call", "the whole file", NOON + timedelta(minutes=nth))


def test_every_look_is_read_again_page_after_page(record: Record) -> None:
    looks = [look("f1", f"agent-{nth}", nth) for nth in range(5)]
    for one in (*looks, look("f2", "agent-9")):
        record.note_reading(one)
    first = record.readings("f1", most=3)
    second = record.readings("f1", after=first[-1][0])
    assert [one for _, one in (*first, *second)] == looks
    assert record.readings("f3") == ()


def test_a_look_of_a_moment_that_is_none_was_put_in_by_a_hand_and_hides_no_other(where: str, record: Record) -> None:
    record.note_reading(look("f1", "agent-1"))
    with by_hand(where) as hand:
        for nth, at in ((2, "yesterday"), (3, "2026-11-23")):
            hand.execute(
                "INSERT INTO readings (stream, nth, actor, purpose, what, at, hash)"
                f" SELECT stream, {nth}, actor, purpose, what, '{at}', hash FROM readings LIMIT 1"
            )
    record.note_reading(look("f1", "agent-2"))
    assert [one.actor for _, one in record.readings("f1")] == ["agent-1", "agent-2"]


def test_a_look_at_no_single_file_is_written_too(record: Record) -> None:
    record.note_reading(look("", "agent-1"))
    assert [one.actor for _, one in record.readings("")] == ["agent-1"]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE readings SET actor = 'somebody else'",
        "DELETE FROM readings",
        "INSERT INTO readings SELECT * FROM readings",
    ],
)
def test_a_look_is_never_changed_or_taken_away(where: str, record: Record, statement: str) -> None:
    record.note_reading(look("f1", "agent-1"))
    with by_hand(where) as connection, pytest.raises((*REFUSALS, Exception)):
        connection.execute(statement)
    assert [one for _, one in record.readings("f1")] == [look("f1", "agent-1")]
