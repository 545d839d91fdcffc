"""What comes into the command: a file, a pipe or standard input, never more of it than a door takes."""

from __future__ import annotations

import os
import select
import stat
import sys

from ouverture.cli.door import BadInput
from ouverture.text import Text

SECONDS_TO_WAIT = 10
"""For a pipe whose other end has not written yet."""
_PIECE = 1 << 16


def read_text(name: str, longest: int, field: str = "file") -> str:
    """The text of the file ``name``; raises BadInput, as ``read_content`` does, and for what is not UTF-8."""
    try:
        return read_content(name, longest, field).decode("utf-8")
    except UnicodeDecodeError:
        raise _refused(field, name, "UTF-8") from None


def read_content(name: str, longest: int, field: str = "file") -> bytes:
    """What is in the file ``name``, or comes from standard input for "-"; raises BadInput, naming ``field``.

    More than ``longest`` bytes are refused: so is a device that never ends.
    """
    raw = read_beginning(name, longest + 1, field)
    if len(raw) > longest:
        raise BadInput(
            Text(
                f"{field} : « {name} » est trop gros ; au plus {longest // 1000} ko.",
                f'{field}: "{name}" is too large; at most {longest // 1000} kB.',
            )
        )
    return raw


def read_beginning(name: str, most: int, field: str = "file") -> bytes:
    """The same, but of what is longer, the first ``most`` bytes; a pipe nobody writes to is not waited for."""
    try:
        return _standard_input(most, field) if name == "-" else _file(name, most, field)
    except OSError as problem:
        raise _refused(field, name, problem.strerror or str(problem)) from None
    except ValueError:
        raise _refused(field, name, "NUL") from None


def _standard_input(most: int, field: str) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise BadInput(Text(f"{field} : l'entrée standard est fermée.", f"{field}: standard input is closed."))
    return sys.stdin.buffer.read(most)


def _file(name: str, most: int, field: str) -> bytes:
    handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        found = bytearray()
        while len(found) < most and (piece := _piece(handle, most - len(found), name, field)):
            found += piece
        if not found and not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _nothing(name, field)
        return bytes(found)
    finally:
        os.close(handle)


def _piece(handle: int, most: int, name: str, field: str) -> bytes:
    ready, _, _ = select.select([handle], [], [], SECONDS_TO_WAIT)
    if not ready:
        raise _nothing(name, field)
    return os.read(handle, min(most, _PIECE))


def _nothing(name: str, field: str) -> BadInput:
    return BadInput(Text(f"{field} : rien ne sort de « {name} ».", f'{field}: nothing comes out of "{name}".'))


def _refused(field: str, name: str, reason: str) -> BadInput:
    return BadInput(
        Text(f"{field} : « {name} » ne peut pas être lu ({reason}).", f'{field}: "{name}" cannot be read ({reason}).')
    )
