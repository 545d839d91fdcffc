"""What passes between the site and the process that opens files: a line that says what follows, then the contents."""

from __future__ import annotations

import json
import socket

from ouverture.services.papers.vault_ports import CannotTake, Clean, CleanPage

PIECE = 1 << 18


def read_all(pipe: socket.socket) -> bytes:
    """All that the other side sends until it has said all."""
    found = []
    while piece := pipe.recv(PIECE):
        found.append(piece)
    return b"".join(found)


def wrapped(done: Clean | CannotTake) -> bytes:
    """An answer on its way."""
    if isinstance(done, CannotTake):
        return _line({"trouble": done.trouble, "most": done.most})
    pages = [[len(one.picture), len(one.small), one.width, one.height] for one in done.pages]
    parts = [part for one in done.pages for part in (one.picture, one.small)]
    return b"".join((_line({"pages": pages, "document": len(done.document)}), *parts, done.document))


def _line(said: object) -> bytes:
    return json.dumps(said).encode() + b"\n"


def unwrapped(answer: bytes) -> Clean:
    """The answer that ``wrapped`` put on its way; raises CannotTake, "too_heavy" for one that did not come whole."""
    head, _, rest = answer.partition(b"\n")
    try:
        said = json.loads(head)
    except (ValueError, RecursionError):
        raise CannotTake("too_heavy") from None
    if "trouble" in said:
        raise CannotTake(said["trouble"], said["most"])
    pages, at = [], 0
    for large, small, width, height in said["pages"]:
        middle, end = at + large, at + large + small
        pages.append(CleanPage(rest[at:middle], rest[middle:end], width, height))
        at = end
    if len(rest) != at + said["document"]:
        raise CannotTake("too_heavy")
    return Clean(tuple(pages), rest[at:])
