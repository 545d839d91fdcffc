"""The queue, page after page, one row an obligation, on both databases."""

from __future__ import annotations

from datetime import timedelta

from ouverture.adapters.journal.record import Record
from ouverture.services.casework.carry_out import handle
from ouverture.services.casework.ports import Asked, Owed, Standing
from tests.adapters.databases import by_hand
from tests.adapters.small_file import DAY, SMALL, AddSmallNote, CloseSmallFile, OpenSmallFile, order

OURS = Asked(office="751", holder="caisse")


def an_open_file(record: Record, stream: str) -> None:
    handle(record, SMALL, order(stream, OpenSmallFile(f"person of {stream}"), f"open {stream}"))


def two_acts(record: Record, stream: str) -> None:
    later = tuple(
        Owed(act, "", "caisse", "751", DAY + timedelta(days), "article") for act, days in (("b", 2), ("a", 9))
    )
    record.keep_standing(stream, 2, Standing(DAY, DAY, later))


def test_every_open_file_is_on_one_page_and_no_closed_one_is(record: Record) -> None:
    for nth in range(7):
        an_open_file(record, f"f{nth}")
    handle(record, SMALL, order("f3", CloseSmallFile(), "close"))
    first = record.owed(OURS, most=4)
    second = record.owed(OURS, after=first[-1])
    assert [one.stream for one in (*first, *second)] == ["f0", "f1", "f2", "f4", "f5", "f6"]
    assert record.owed(OURS, after=second[-1]) == ()


def test_what_stands_behind_the_first_act_of_a_file_is_in_the_queue_too(record: Record) -> None:
    an_open_file(record, "f1")
    two_acts(record, "f1")
    assert [(one.act, one.first) for one in record.owed(OURS)] == [("b", True), ("a", False)]


def test_the_queue_is_asked_for_by_holder_office_act_day_file_and_agent(record: Record) -> None:
    for stream in ("f1", "f2"):
        an_open_file(record, stream)
    two_acts(record, "f2")
    (mine,) = record.owed(Asked(acts=("a",)))
    assert record.assign(mine, "agent-7")
    for asked, found in (
        (Asked(holder="cnav"), []),
        (Asked(office="931"), []),
        (Asked(acts=("a",)), ["f2"]),
        (Asked(stream="f1"), ["f1"]),
        (Asked(due_before=DAY + timedelta(3)), ["f2"]),
        (Asked(assigned_to="agent-7"), ["f2"]),
        (Asked(assigned_to=""), ["f2", "f1"]),
        (Asked(), ["f2", "f2", "f1"]),
    ):
        assert [one.stream for one in record.owed(asked)] == found, asked


def test_a_row_of_a_day_that_is_none_hides_no_other_whatever_the_size_of_the_page(where: str, record: Record) -> None:
    an_open_file(record, "f1")
    with by_hand(where) as hand:
        for nth, due in enumerate(("", "", "2026-11-00", "2026-99-99")):
            hand.execute(
                "INSERT INTO owed (stream, act, about, first, holder, office, due, basis)"
                " VALUES ('f1', 'a', ?, 0, 'caisse', '751', ?, 'x')",
                (str(nth), due),
            )
    assert [one.act for most in (1, 2, 3) for one in record.owed(OURS, most=most)] == ["read the notes"] * 3
    spread = record.owed_spread(OURS, DAY, DAY + timedelta(400))
    assert [one.rows for one in spread if one.act == "read the notes"] == [1]


def test_of_two_agents_on_one_act_one_has_it(record: Record) -> None:
    an_open_file(record, "f1")
    (act,) = record.owed(OURS)
    assert record.assign(act, "agent-1")
    assert not record.assign(act, "agent-2")
    (taken,) = record.owed(OURS)
    assert taken.assigned_to == "agent-1"
    assert record.assign(taken, "")
    assert not record.assign(taken._replace(act="nothing"), "agent-1")


def test_who_took_an_act_has_it_still_when_the_file_moves_on_and_no_longer_once_it_is_done(record: Record) -> None:
    an_open_file(record, "f1")
    (act,) = record.owed(OURS)
    record.assign(act, "agent-1")
    handle(record, SMALL, order("f1", AddSmallNote("one more"), "note"))
    assert [one.assigned_to for one in record.owed(OURS)] == ["agent-1"]
    two_acts(record, "f1")
    record.keep_standing("f1", 3, Standing(DAY, DAY, (Owed("b", "", "caisse", "751", DAY, "article"),)))
    record.keep_standing("f1", 3, SMALL.standing(SMALL.empty("f1")._replace(stage="open"), DAY))
    assert [one.assigned_to for one in record.owed(OURS)] == [""]
