"""The work queue, page after page, on both databases."""

from __future__ import annotations

from ouverture.adapters.journal.queue import waiting_for
from ouverture.adapters.journal.record import Record
from ouverture.services.casework.carry_out import handle
from tests.adapters.small_file import SMALL, CloseSmallFile, OpenSmallFile, order


def test_every_open_file_is_on_one_page_and_no_closed_one_is(record: Record) -> None:
    for nth in range(7):
        handle(record, SMALL, order(f"f{nth}", OpenSmallFile(f"person {nth}"), f"k{nth}"))
    handle(record, SMALL, order("f3", CloseSmallFile(), "close"))
    first = waiting_for(record.store, "caisse", at_most=4)
    second = waiting_for(record.store, "caisse", at_most=4, after=first[-1])
    assert [one.stream for one in (*first, *second)] == ["f0", "f1", "f2", "f4", "f5", "f6"]
    assert waiting_for(record.store, "caisse", after=second[-1]) == []


def test_the_queue_of_somebody_who_owes_nothing_is_empty(record: Record) -> None:
    handle(record, SMALL, order("f1", OpenSmallFile("person 1"), "k1"))
    assert waiting_for(record.store, "cnav") == []
