"""Due work is claimed once, by however many processes."""

from collections import Counter
from datetime import datetime, timedelta
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from typing import Any

import pytest

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Store
from ouverture.adapters.worker.lease import LEASE, claim_files, claim_messages
from ouverture.services.casework.carry_out import handle
from tests.adapters.small_file import NOON, SMALL, OpenSmallFile, order

FILES, PROCESSES = 60, 3
LATER = NOON + timedelta(days=21)
"""By then, each small file must be looked at."""


@pytest.fixture
def full(record: Record) -> Record:
    for nth in range(FILES):
        handle(record, SMALL, order(f"f{nth:02}", OpenSmallFile("X"), "k"))
    return record


def claim_everything(where: str, work: str, now: datetime, answer: "Pipe[Any, Any]") -> None:
    store, found = open_store({SETTING: where}), []
    answer.recv()  # all start together
    while claimed := _claim(store, work, now):
        found += claimed
    answer.send(found)
    store.close()


def _claim(store: Store, work: str, now: datetime) -> list[str]:
    if work == "files":
        return claim_files(store, now, at_most=3)
    return [message.id for message in claim_messages(store, now, at_most=3)]


@pytest.mark.parametrize("work", ["files", "messages"])
def test_processes_that_claim_at_once_get_each_piece_once(where: str, full: Record, work: str) -> None:
    fork = get_context("fork")
    pipes = [fork.Pipe() for _ in range(PROCESSES)]
    processes = [fork.Process(target=claim_everything, args=(where, work, LATER, child)) for _, child in pipes]
    for process in processes:
        process.start()
    for mine, _ in pipes:
        mine.send("go")
    found = [claimed for mine, _ in pipes for claimed in mine.recv()]
    for process in processes:
        process.join()
    end = "/1" if work == "messages" else ""
    assert Counter(found) == Counter(f"f{nth:02}{end}" for nth in range(FILES))


def test_nothing_is_claimed_before_its_day(full: Record) -> None:
    assert claim_files(full.store, NOON + timedelta(days=19), FILES) == []
    assert claim_messages(full.store, NOON - timedelta(days=1), FILES) == []


def test_what_a_dead_process_held_is_claimed_again_when_its_lease_ends(full: Record) -> None:
    assert len(claim_messages(full.store, NOON, FILES)) == FILES
    assert claim_messages(full.store, NOON + LEASE / 2, FILES) == []
    again = claim_messages(full.store, NOON + LEASE * 2, FILES)
    assert {message.attempts for message in again} == {2}
    assert len(again) == FILES
