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
    """The text of the file ``name``, or of standard input for "-"; raises BadInput, naming ``field``.

    At most ``longest`` bytes are read: a device that never ends is refused, a pipe nobody writes to is not waited for.
    """
    try:
        raw = _standard_input(longest, field) if name == "-" else _file(name, longest, field)
    except OSError as problem:
        raise _refused(field, name, problem.strerror or str(problem)) from None
    except ValueError:
        raise _refused(field, name, "NUL") from None
    if len(raw) > longest:
        raise BadInput(
            Text(
                f"{field} : « {name} » est trop gros ; au plus {longest // 1000} ko.",
                f'{field}: "{name}" is too large; at most {longest // 1000} kB.',
            )
        )
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        raise _refused(field, name, "UTF-8") from None


def _standard_input(longest: int, field: str) -> bytes:
    if sys.stdin is None or sys.stdin.closed:
        raise BadInput(Text(f"{field} : l'entrée standard est fermée.", f"{field}: standard input is closed."))
    return sys.stdin.buffer.read(longest + 1)


def _file(name: str, longest: int, field: str) -> bytes:
    handle = os.open(name, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        pieces, size = [], 0
        while size <= longest and (piece := _piece(handle, name, field)):
            pieces.append(piece)
            size += len(piece)
        if not pieces and not stat.S_ISREG(os.fstat(handle).st_mode):
            raise _nothing(name, field)
        return b"".join(pieces)
    finally:
        os.close(handle)


def _piece(handle: int, name: str, field: str) -> bytes:
    ready, _, _ = select.select([handle], [], [], SECONDS_TO_WAIT)
    if not ready:
        raise _nothing(name, field)
    return os.read(handle, _PIECE)


def _nothing(name: str, field: str) -> BadInput:
    return BadInput(Text(f"{field} : rien ne sort de « {name} ».", f'{field}: nothing comes out of "{name}".'))


def _refused(field: str, name: str, reason: str) -> BadInput:
    return BadInput(
        Text(f"{field} : « {name} » ne peut pas être lu ({reason}).", f'{field}: "{name}" cannot be read ({reason}).')
    )
