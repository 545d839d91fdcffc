"""`ouverture price`: what comes back for care, what is left to pay, and why."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

from ouverture.cli.door import BadInput, add_door, language_of_the_machine, shown
from ouverture.cli.person_file import takes_file
from ouverture.text import Text


class _WithGuide(argparse.HelpFormatter):
    """The help, then every word a file may use; the short usage line alone stays short."""

    whole = False

    def start_section(self, heading: str | None) -> None:
        self.whole = True
        super().start_section(heading)

    def format_help(self) -> str:
        from ouverture.services.answer.price.guide import guide

        return super().format_help() + (guide(language_of_the_machine()) if self.whole else "")


def register(commands: Any) -> None:
    """Add this door to the command."""
    parser = add_door(commands, "price", _price, "how much comes back for care, what is left to pay, and why")
    takes_file(parser)
    parser.formatter_class = _WithGuide


def _price(options: argparse.Namespace) -> int:
    from ouverture.law.answers import AnswerError
    from ouverture.services.answer.price.documents import read_document
    from ouverture.services.answer.price.whole import answer_file

    try:
        raw = sys.stdin.buffer.read() if options.file == "-" else Path(options.file).read_bytes()
        answer = answer_file(read_document(raw.decode("utf-8")), options.on or date.today())
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "UTF-8"
        raise BadInput(Text(f"file : « {options.file} » ne peut pas être lu ({reason}).",
                            f'file: "{options.file}" cannot be read ({reason}).')) from None  # fmt: skip
    except AnswerError as problem:
        raise BadInput(problem.text) from None
    return shown(options, answer.to_json(), answer.sentences(options.language))
