"""What leaves the command: lines as wide as the terminal, nothing that a terminal would obey, any encoding."""

from __future__ import annotations

import codecs
import json
import os
import re
import shutil
import sys
import textwrap
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Any, TextIO

NARROWEST, WIDEST = 30, 120
"""Columns: lines wider than this tire the eye."""
_MARK = re.compile(r" *(?:- |\d+\. )?")
_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PLAIN = str.maketrans("’‘“”«»–—…•→\u00a0\u202f", '\'\'""""--.-> ' + " ")


def write_lines(lines: Sequence[str]) -> None:
    """Print the lines on standard output, each broken at the width of the terminal when there is one."""
    width = _width()
    for line in lines:
        for piece in harmless(line).split("\n"):
            print("\n".join(_broken(piece, width)) if width else piece)


def write_json(document: Any) -> None:
    """Print one JSON document; characters a terminal would obey are escaped, as are those the output cannot hold."""
    only_ascii = not _encoding(sys.stdout).startswith("utf")
    written = json.dumps(document, ensure_ascii=only_ascii, indent=2)
    print(_OBEYED.sub(lambda found: f"\\u{ord(found[0]):04x}", written))


def write_refusal(said: str) -> None:
    """Print one sentence on standard error; where there is none, nothing is said."""
    if sys.stderr is not None:
        print(harmless(said), file=sys.stderr)


def harmless(text: str) -> str:
    """``text`` with escape sequences and other control characters written out: \\x1b. Line ends and tabs stay."""
    return _OBEYED.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def make_outputs_able() -> None:
    """Let standard output and error take any text: what their encoding lacks is written with plain letters."""
    codecs.register_error("ouverture.plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="ouverture.plain")


def _plain(problem: UnicodeError) -> tuple[str, int]:
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    lost = problem.object[problem.start : problem.end].translate(_PLAIN)
    letters = unicodedata.normalize("NFKD", lost)
    return "".join(c if c.isascii() else "" if unicodedata.combining(c) else "?" for c in letters), problem.end


def _encoding(stream: TextIO | None) -> str:
    return (getattr(stream, "encoding", None) or "utf-8").lower()


def _width() -> int:
    """The columns to break lines at; 0 where the output is no terminal and no width is asked for."""
    asked = os.environ.get("COLUMNS", "")
    if not (asked.isascii() and asked.isdecimal()) and not sys.stdout.isatty():
        return 0
    return max(NARROWEST, min(shutil.get_terminal_size().columns, WIDEST))


def _broken(line: str, width: int) -> Iterator[str]:
    """A line in pieces; those after the first stand under its text, not under its mark."""
    mark = _MARK.match(line)
    margin = " " * (len(mark[0]) if mark else 0)
    pieces = textwrap.wrap(
        line, width, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False, drop_whitespace=True
    )
    yield from pieces or [""]
