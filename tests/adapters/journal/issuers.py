"""Processes that give out numbers of one series, each with some work to do inside the transaction."""

from __future__ import annotations

import time
from multiprocessing import get_context
from multiprocessing.connection import Connection as Pipe
from typing import Any, NamedTuple

from ouverture.adapters.journal.opening import SETTING, open_store
from ouverture.adapters.journal.series import issue
from ouverture.adapters.journal.store import Connection

WORK_SECONDS = 0.020


class Issued(NamedTuple):
    """The numbers that all processes gave out, and how long they took together."""

    numbers: list[int]
    seconds: float

    @property
    def a_second(self) -> float:
        return len(self.numbers) / self.seconds


def issue_at_once(where: str, processes: int, each: int) -> Issued:
    """So many processes give out so many numbers each, beginning together."""
    fork = get_context("fork")
    pipes = [fork.Pipe() for _ in range(processes)]
    children = [fork.Process(target=_issue, args=(where, each, theirs)) for _, theirs in pipes]
    for child in children:
        child.start()
    for mine, _ in pipes:
        mine.recv()
    start = time.perf_counter()
    for mine, _ in pipes:
        mine.send("go")
    numbers = [number for mine, _ in pipes for number in mine.recv()]
    seconds = time.perf_counter() - start
    for child in children:
        child.join()
    return Issued(numbers, seconds)


def _issue(where: str, each: int, pipe: Pipe[Any, Any]) -> None:
    store = open_store({SETTING: where})

    def use(connection: Connection, number: int) -> int:
        time.sleep(WORK_SECONDS)
        return number

    pipe.send("ready")
    pipe.recv()
    pipe.send([issue(store, "waiting numbers", use) for _ in range(each)])
    store.close()
