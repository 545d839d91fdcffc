"""The file of a person or of a household, read and assessed."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from ouverture.cli.door import BadInput, day
from ouverture.text import Text


def takes_file(parser: argparse.ArgumentParser) -> None:
    """The argument and the option of a door that reads a person's file."""
    parser.add_argument("file", help="TOML or JSON; - for standard input")
    parser.add_argument("--on", type=day, default=None, metavar="DATE", help="the day asked (default: today)")


def given(options: argparse.Namespace) -> dict[str, Any]:
    """What the file says, as it stands; raises BadInput when it cannot be read."""
    from ouverture.law.answers import AnswerError
    from ouverture.services.answer.written_person import parse

    try:
        raw = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        return parse(raw.decode("utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "UTF-8"
        raise BadInput(
            Text(f"file : « {options.file} » ne peut pas être lu ({reason}).",
                 f'file: "{options.file}" cannot be read ({reason}).')
        ) from None  # fmt: skip
    except AnswerError as problem:
        raise BadInput(problem.text) from None


def answers(options: argparse.Namespace) -> dict[str, Any]:
    """One answer under "" for a person, one under each role for a household."""
    from ouverture.law.answers import AnswerError, read
    from ouverture.law.facts import FACTS
    from ouverture.services.answer.assess import assess
    from ouverture.services.answer.household import assess_household, read_household
    from ouverture.services.answer.written_person import is_household

    said = given(options)
    on = options.on or date.today()
    try:
        if is_household(said):
            return assess_household(read_household(said), on)
        return {"": assess(read(said, FACTS), on)}
    except AnswerError as problem:
        raise BadInput(problem.text) from None
