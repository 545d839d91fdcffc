"""The process that opens what people send: it reads orders on its standard input and answers in lines of JSON.

It is started by ``reader``, holds no key and no file of the house, and its memory is limited before it opens anything.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from typing import Any

from ouverture.evidence.checks.plain import paper_to_json, portrait_to_json

MOST_MEMORY = 3 * 1024**3
"""In bytes: the models take 1, a large page under 1 more."""
MOST_WORK, MORE_A_FILE = 120, 20
"""In seconds of a processor: twenty pages of one file take 80."""


def main() -> None:
    """Answer orders until the input ends. An order is a line of JSON ("act", "sizes"), then the bytes of each file."""
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    # Libraries print: what they say must not be taken for an answer.
    answers, sys.stdout = sys.stdout, sys.stderr
    while line := sys.stdin.buffer.readline():
        order = json.loads(line)
        contents = [sys.stdin.buffer.read(size) for size in order["sizes"]]
        _limit_work(len(contents))
        print(json.dumps(_answer(order["act"], contents)), file=answers, flush=True)


def _limit_work(files: int) -> None:
    """This order may take so much of the processors and no more; a busy machine may take its time."""
    used = os.times()
    most = int(used.user + used.system) + MOST_WORK + MORE_A_FILE * (files - 1)
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))


def _answer(act: str, contents: list[bytes]) -> Any:
    if act == "portrait":
        from ouverture.adapters.ocr.portrait import portrait_of

        return portrait_to_json(portrait_of(contents[0]))
    from ouverture.adapters.ocr.reading import read_paper

    return paper_to_json(read_paper(contents))
