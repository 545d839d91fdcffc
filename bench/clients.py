"""Many clients of the small door at once: processes that keep their connection and enrol one person after another."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import door
import enrolment
from timing import MILLI

CLIENTS, PERSONS, WARM, ROUNDS = door.THREADS, 20, 2, 3
DOOR = Path(door.__file__)


class Served(NamedTuple):
    """How long the answers took, in seconds, and how many came in a second."""

    p50: float
    p99: float
    worst: float
    a_second: float
    errors: int

    @property
    def times(self) -> str:
        return f"{self.p50 * MILLI:.0f} / {self.p99 * MILLI:.0f} / {self.worst * MILLI:,.0f} ms"


class Waits(NamedTuple):
    """What one client saw: how long each answer took, how many were not 200, and when it began and ended."""

    seconds: list[float]
    errors: int
    began: float
    ended: float


def run(where: str, manner: str) -> Served:
    """Serve a new journal to all clients at once; ``manner`` as the door takes it."""
    with _serving(where, manner) as port, get_context("fork").Pool(CLIENTS) as pool:
        found = pool.starmap(_client, [(port, client) for client in range(CLIENTS)], chunksize=1)
    seconds = sorted(wait for one in found for wait in one.seconds)
    whole = max(one.ended for one in found) - min(one.began for one in found)
    p50, p99 = (seconds[int(len(seconds) * share)] for share in (0.5, 0.99))
    return Served(p50, p99, seconds[-1], len(seconds) / whole, sum(one.errors for one in found))


@contextmanager
def _serving(where: str, manner: str) -> Iterator[int]:
    server = subprocess.Popen([sys.executable, str(DOOR), where, manner], stdout=subprocess.PIPE, text=True)
    try:
        assert server.stdout is not None
        port = int(server.stdout.readline())
        _client(port, CLIENTS, WARM)
        yield port
    finally:
        server.terminate()
        server.wait()


def _client(port: int, client: int, persons: int = PERSONS) -> Waits:
    """Enrol so many persons."""
    connection = HTTPConnection("127.0.0.1", port)
    seconds, errors, began = [], 0, time.monotonic()
    for person in range(persons):
        for order in enrolment.orders(f"file {client}-{person}", client * PERSONS + person):
            body = door.written(order)
            start = time.perf_counter()
            connection.request("POST", "/", body)
            answer = connection.getresponse()
            answer.read()
            seconds.append(time.perf_counter() - start)
            errors += answer.status != 200
    connection.close()
    return Waits(seconds, errors, began, time.monotonic())
