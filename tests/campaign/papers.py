"""Files that come in as pages of papers, changed by the thousand: pages or a refusal, in time, within memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from threading import Event, Thread
from time import monotonic

from ouverture.adapters.vault.limits import MEMORY, SECONDS
from ouverture.adapters.vault.workroom import AT_ONCE, Workroom
from tests.adapters.vault.files import photograph
from tests.adapters.vault.mutated import files_mutated, outcome_of
from tests.campaign.report import Trial

FILES = 10_000
LOOKED_EVERY = 0.02
"""Seconds between two looks at the memory of the processes."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """The changed files; ``share`` of 1 is all of them."""
    times = max(1, round(FILES * share))
    yield [Trial("photographs and PDFs with something changed in them", times, partial(_taken, times, seed))]


def _taken(times: int, seed: int) -> str:
    room, longest, fates = Workroom(), 0.0, Counter[str]()

    def one(content: bytes) -> tuple[str, float]:
        begun = monotonic()
        return outcome_of(room, content), monotonic() - begun

    room.clean(photograph())
    assert room._process is not None
    process = room._process.pid
    with _looked_at(process) as seen, ThreadPoolExecutor(AT_ONCE) as hands:
        for fate, took in hands.map(one, files_mutated(Random(seed), times)):
            fates[fate] += 1
            longest = max(longest, took)
    assert room._process.pid == process, "the room itself ended"
    assert fates["beyond"] == 0, f"{fates['beyond']} files gave more than they may"
    assert longest < SECONDS + 10, f"a file took {longest:.1f} s"
    assert max(seen) < MEMORY, f"a process held {max(seen):,} bytes"
    room.close()
    return (
        f"{fates['taken']:,} taken, {fates['refused']:,} refused, none else; the longest {longest:.1f} s, "
        f"the most memory {max(seen) / 1e6:.0f} MB of {MEMORY / 1e6:.0f} allowed"
    )


@contextmanager
def _looked_at(process: int) -> Iterator[list[int]]:
    """The most memory that the process and its children held, each time somebody looked."""
    seen, stop = [0], Event()

    def look() -> None:
        while not stop.wait(LOOKED_EVERY):
            seen.append(max(map(_held, (process, *_children(process)))))

    looker = Thread(target=look)
    looker.start()
    try:
        yield seen
    finally:
        stop.set()
        looker.join()


def _children(process: int) -> list[int]:
    try:
        return [int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []


def _held(process: int) -> int:
    """Bytes a process held at most so far; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text("ascii").splitlines()
    except OSError:
        return 0
    return sum(1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
