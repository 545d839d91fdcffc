"""The site as it is served, sent anything over its sockets, while somebody else only wants to open a page."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import NamedTuple

from tests.campaign.hostile.requests import STARTS, Attacker, Known

VISITORS = 3
SOURCE = Path(__file__).resolve().parents[3] / "src"
GIVEN_UP = 60.0
BETWEEN_LOOKS = 0.25
"""Seconds: how often the bystander opens a page."""


class Found(NamedTuple):
    """Answers by status (0: none came), faults, memory in kilobytes, and what the bystander saw."""

    answers: Counter[int]
    faults: list[str]
    tracebacks: int
    memory: int
    looks: int
    longest: float


def attacked(seed: int, times: int) -> Found:
    """Send that many requests to a site of its own."""
    with TemporaryDirectory(prefix="ouverture-hostile-") as folder, served(Path(folder)) as (port, process):
        known, over = Known(), Event()
        for page in STARTS:
            look(port, page)
        with ThreadPoolExecutor(VISITORS + 1) as threads:
            bystander = threads.submit(_looks, port, over)
            shares = [(random.Random(f"{seed} {nth}"), times // VISITORS) for nth in range(VISITORS)]
            attackers = [Attacker(port, known, chance) for chance, _ in shares]
            done = [threads.submit(one.attack, share) for one, (_, share) in zip(attackers, shares, strict=True)]
            try:
                for each in done:
                    each.result()
            finally:
                over.set()
            waits = bystander.result()
        memory = int(_status(process.pid, "VmHWM"))
        log = (Path(folder) / "log").read_text("utf-8", "replace")
        answers = sum((one.answers for one in attackers), Counter[int]())
        faults = [fault for one in attackers for fault in one.faults]
        return Found(answers, faults, log.count("Traceback"), memory, len(waits), max(waits))


@contextmanager
def served(folder: Path) -> Iterator[tuple[int, subprocess.Popen[bytes]]]:
    """A site of its own in a folder, for as long as the block lasts: its port, and its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OUVERTURE", "DJANGO"))}
    settings = {"PYTHONPATH": str(SOURCE), "OUVERTURE_HOME": str(folder / "house"), "OUVERTURE_OFFICES": "751"}
    command = [sys.executable, "-m", "ouverture", "serve", "--port", str(port)]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, env={**kept, **settings}, stderr=log, cwd=folder)
    try:
        _wait_for(port)
        yield port, process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def _wait_for(port: int) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError


def _looks(port: int, over: Event) -> list[float]:
    """How long each look of somebody who means no harm took."""
    waits = list[float]()
    while not over.wait(BETWEEN_LOOKS) or not waits:
        before = time.perf_counter()
        try:
            was_shown = look(port, "/en/") == 200
        except (OSError, HTTPException):
            was_shown = False
        waits.append(time.perf_counter() - before if was_shown else GIVEN_UP)
    return waits


def look(port: int, page: str) -> int:
    """The status of one page, asked for once."""
    one = HTTPConnection("127.0.0.1", port, timeout=GIVEN_UP)
    try:
        one.request("GET", page)
        return one.getresponse().status
    finally:
        one.close()


def _status(process: int, name: str) -> str:
    lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    return next(line.split()[1] for line in lines if line.startswith(name))
