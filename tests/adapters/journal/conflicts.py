"""Two agents at the same instant, each at a desk of their own: one wins, the other is told what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.verify import verify
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.carry_out import NUMBER_TAKEN, Changed, Done, handle
from ouverture.services.casework.ports import Order
from ouverture.services.casework.recall import Recall
from tests.adapters.small_file import NUMBER_KEY, SMALL, AddSmallNote, GiveSmallNumber, OpenSmallFile, SmallFile, order

Answer = Done | Changed | Refusal
AGENTS = ("ana", "bo")


class Desks:
    """Two connections of their own to one journal, each with its own memory; commands leave at the same instant."""

    def __init__(self, records: tuple[Record, Record], threads: ThreadPoolExecutor) -> None:
        self.records = records
        self.recalls = Recall(SMALL), Recall(SMALL)
        self.threads = threads

    def at_once(self, first: Order, second: Order) -> list[Answer]:
        barrier = Barrier(2)

        def send(record: Record, recall: Recall[SmallFile], wanted: Order) -> Answer:
            barrier.wait()
            return handle(record, SMALL, wanted, recall)

        return list(self.threads.map(send, self.records, self.recalls, (first, second)))

    def do(self, wanted: Order) -> None:
        assert isinstance(handle(self.records[0], SMALL, wanted, self.recalls[0]), Done)


@contextmanager
def two_desks(where: str) -> Iterator[Desks]:
    stores = open_store({SETTING: where}), open_store({SETTING: where})
    with ThreadPoolExecutor(2) as threads:
        yield Desks((Record(stores[0], NUMBER_KEY), Record(stores[1], NUMBER_KEY)), threads)
    assert verify(stores[0]).fault is None
    for store in stores:
        store.close()


def same_new_file(desks: Desks, nth: int) -> None:
    """Both open the file of the same person."""
    stream = f"new {nth}"
    wanted = [order(stream, OpenSmallFile(agent), f"key of {agent}", seen=0) for agent in AGENTS]
    done, told = _winner_and_other(desks.at_once(*wanted))
    assert isinstance(told, Changed)
    assert told.since == desks.records[0].history(stream).lines
    assert [line.key for line in told.since] == [desks.records[0].history(stream).lines[0].key] * 2
    assert done.version == told.version == 2


def same_version(desks: Desks, nth: int) -> None:
    """Both write in a file, having seen the same version of it."""
    stream = f"edited {nth}"
    desks.do(order(stream, OpenSmallFile("X"), "open"))
    wanted = [order(stream, AddSmallNote(f"from {agent}"), f"key of {agent}", seen=2) for agent in AGENTS]
    done, told = _winner_and_other(desks.at_once(*wanted))
    assert isinstance(told, Changed)
    assert told.since == desks.records[1].history(stream).lines[2:]
    assert done.version == told.version == 3


def same_number(desks: Desks, nth: int) -> None:
    """One number is given to two people."""
    people = [f"{agent} {nth}" for agent in AGENTS]
    for person in people:
        desks.do(order(person, OpenSmallFile(person), "open"))
    wanted = [order(person, GiveSmallNumber(f"number {nth}"), "give", seen=2) for person in people]
    done, told = _winner_and_other(desks.at_once(*wanted))
    assert told == NUMBER_TAKEN
    versions = {person: desks.records[0].history(person).version for person in people}
    assert versions.pop(done.stream) == 3
    assert list(versions.values()) == [2]


CONFLICTS: tuple[Callable[[Desks, int], None], ...] = (same_new_file, same_version, same_number)


def _winner_and_other(answers: list[Answer]) -> tuple[Done, Changed | Refusal]:
    done = [answer for answer in answers if isinstance(answer, Done)]
    told = [answer for answer in answers if not isinstance(answer, Done)]
    assert (len(done), len(told)) == (1, 1), answers
    assert not done[0].repeated
    return done[0], told[0]
