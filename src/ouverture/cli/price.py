"""`ouverture price`: what comes back for care, what is left to pay, and why."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import BadInput, add_door, asked_day, language_of_the_machine, shown
from ouverture.cli.person_file import takes_file
from ouverture.cli.reading import read_text


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
    from ouverture.services.answer.written_person import LONGEST_FILE

    try:
        answer = answer_file(read_document(read_text(options.file, LONGEST_FILE)), asked_day(options))
    except AnswerError as problem:
        raise BadInput(problem.text) from None
    return shown(options, answer.to_json(), answer.sentences(options.language))
