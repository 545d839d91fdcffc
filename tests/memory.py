"""The memory of a running process, searched byte by byte, as Linux lets its owner or root read it."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

PIECE = 1 << 24


def found_in_memory(pid: int, wanted: Sequence[bytes]) -> set[bytes]:
    """Which of these bytes stand somewhere in what a process can write. Where it may not be read, nothing is known."""
    found, longest = set[bytes](), max(map(len, wanted))
    try:
        for piece in _pieces(pid, longest):
            found |= {one for one in wanted if one in piece}
    except PermissionError:
        pytest.skip("inconclusive: the memory of another process may not be read here")
    return found


def wait_until_gone(pid: int, wanted: Sequence[bytes], seconds: float = 120.0) -> set[bytes]:
    """What is still there when nothing is left, or when the time is over."""
    until = time.monotonic() + seconds
    while (left := found_in_memory(pid, wanted)) and time.monotonic() < until:
        time.sleep(0.2)
    return left


def _pieces(pid: int, overlap: int) -> Iterator[bytes]:
    for start, end in _written(pid):
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            tail = b""
            for at in range(start, end, PIECE):
                try:
                    memory.seek(at)
                    piece = memory.read(min(PIECE, end - at))
                except (OSError, ValueError):
                    break  # given back meanwhile
                yield tail + piece
                tail = piece[-overlap:]


def _written(pid: int) -> list[tuple[int, int]]:
    lines = Path(f"/proc/{pid}/maps").read_text().splitlines()
    areas = [line.split() for line in lines]
    spans = (area[0].split("-") for area in areas if "w" in area[1] and area[-1] not in ("[vvar]", "[vsyscall]"))
    return [(int(start, 16), int(end, 16)) for start, end in spans]
