"""The process that opens what people send. It has no key and no file of the house, and never holds a page itself.

Started by ``reader``. For each order it forks: a child reads the order, answers in one line of JSON, and ends, within
limits of memory and of work. What stood on a page is in no process once its answer was given.
"""

from __future__ import annotations

import json
import os
import resource
import select
import signal
import sys
from typing import Any

from ouverture.adapters.ocr import portrait, reading
from ouverture.evidence.checks.plain import paper_to_json, portrait_to_json

MOST_MEMORY = 3 * 1024**3
"""In bytes: the models take 1, a large page under 1 more."""
MOST_WORK, MORE_A_FILE = 120, 20
"""In seconds of a processor: twenty pages of one file take 80."""
INPUT = 0


def main() -> None:
    """Answer orders until the input ends. An order is a line of JSON ("act", "sizes"), then the bytes of each file.

    With a child that died this process ends too: what is left of its order would be taken for the next one.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _load()
    while True:
        select.select([INPUT], [], [])  # nothing is read here: it would stay
        child = os.fork()
        if child == 0:
            _one()
        if os.waitpid(child, 0)[1]:
            return
        print(flush=True)  # the end of its line: whoever asked goes on once the child has ended


def _load() -> None:
    """What takes a second to load and is nobody's; the models are loaded by each child, whose threads are its own."""
    import pypdfium2  # noqa: F401
    import rapidocr  # noqa: F401


def _one() -> None:
    """Answer one order and end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    # Libraries print: what they say must not be taken for an answer.
    answers, sys.stdout = sys.stdout, sys.stderr
    line = sys.stdin.buffer.readline()
    if not line:
        os._exit(1)
    order = json.loads(line)
    contents = [sys.stdin.buffer.read(size) for size in order["sizes"]]
    resource.setrlimit(resource.RLIMIT_CPU, (_work(contents), resource.RLIM_INFINITY))
    print(json.dumps(_answer(order["act"], contents)), end="", file=answers, flush=True)
    os._exit(0)


def _work(contents: list[bytes]) -> int:
    """Seconds of the processors for an order; a busy machine may take its time."""
    return MOST_WORK + MORE_A_FILE * (len(contents) - 1)


def _answer(act: str, contents: list[bytes]) -> Any:
    if act == "portrait":
        return portrait_to_json(portrait.portrait_of(contents[0]))
    return paper_to_json(reading.read_paper(contents))
