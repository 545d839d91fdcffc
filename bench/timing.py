"""How a figure is taken, and on what machine."""

import os
import platform
import time
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Result = TypeVar("Result")
MICRO, MILLI = 1e6, 1e3


@dataclass(frozen=True)
class Figure:
    """One line of a table: what was measured, what came out, what we hold ourselves to and whether it was kept."""

    what: str
    value: str
    limit: str = ""
    kept: bool | None = None

    @property
    def cells(self) -> tuple[str, str, str, str]:
        return self.what, self.value, self.limit, {None: "", True: "kept", False: "**missed**"}[self.kept]


@dataclass(frozen=True)
class Section:
    """A heading, what the figures under it mean, and the figures."""

    title: str
    about: str
    figures: tuple[Figure, ...]


def cpu(act: Callable[[], Result], rounds: int) -> tuple[float, Result]:
    """The least CPU seconds of this process over ``rounds``, and what ``act`` gave."""
    least, result = float("inf"), None
    for _ in range(rounds):
        start = time.process_time()
        result = act()
        least = min(least, time.process_time() - start)
    assert result is not None
    return least, result


def each_cpu(acts: Sequence[Callable[[], object]], repeats: int = 1) -> list[float]:
    """The CPU seconds of each act, sorted; with ``repeats``, the mean of that many calls in a row."""
    times = []
    for act in acts:
        start = time.process_time()
        for _ in range(repeats):
            act()
        times.append((time.process_time() - start) / repeats)
    return sorted(times)


def spread(times: Sequence[float]) -> str:
    """Mean, 95th percentile and worst of sorted times, in microseconds."""
    mean, high, worst = sum(times) / len(times), times[int(len(times) * 0.95)], times[-1]
    return f"{mean * MICRO:.1f} µs (95 %: {high * MICRO:.0f}, worst: {worst * MICRO:.0f})"


def extra_bytes(act: Callable[[], object]) -> int:
    """The most memory that ``act`` held at once, beyond what was there before."""
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def machine() -> str:
    """Processor, cores and Python, in one line."""
    processor = next(
        (line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def load() -> str:
    """The load average of the last one, five and fifteen minutes: how busy others kept the machine."""
    return " / ".join(f"{average:.2f}" for average in os.getloadavg())


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text().splitlines() if file.exists() else []
