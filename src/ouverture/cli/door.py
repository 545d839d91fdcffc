"""What every door of the command line stands on: its common options, its way to refuse and to answer."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

from ouverture.cli.terminal import write_json, write_lines, write_refusal
from ouverture.text import LANGUAGES, Language, Text

Run = Callable[[argparse.Namespace], int]
"""What a door does once its arguments are read; the exit code."""


class BadInput(Exception):
    """Something the person typed cannot be used; ``text`` says what and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class OneSentence(argparse.ArgumentParser):
    """A parser whose refusal is one sentence, without the usage: the help tells the rest."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave with 2."""
        write_refusal(f"{self.prog}: {message.rstrip('.')} ({self.prog} --help)")
        raise SystemExit(2)


def add_door(commands: Any, name: str, run: Run, about: str) -> argparse.ArgumentParser:
    """One more sub-command, with the options every one of them has."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--language", choices=LANGUAGES, default=language_of_the_machine())
    parser.set_defaults(run=run)
    return parser


def language_of_the_machine() -> Language:
    """The language the terminal is set to: French, or English for any other."""
    said = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "fr" if said.lower().startswith("fr") else "en"


def takes_day(parser: argparse.ArgumentParser, about: str = "the day asked (default: today)") -> None:
    """The option --on of a door that answers for a day."""
    parser.add_argument("--on", default=None, metavar="DATE", help=about)


def asked_day(options: argparse.Namespace) -> date:
    """The day given by --on, in any way people write it, or today; raises BadInput when it cannot be read."""
    from ouverture.clock.day_reading import DayNotRead, read_day

    if options.on is None:
        return now().date()
    try:
        return read_day(options.on, options.language)
    except DayNotRead as problem:
        raise BadInput(Text(f"--on : {problem.text.fr}", f"--on: {problem.text.en}")) from None


def shown(options: argparse.Namespace, document: Any, lines: Sequence[str]) -> int:
    """Print the answer as one JSON document or as lines; the exit code."""
    if options.json:
        write_json(document)
    else:
        write_lines(lines)
    return 0


def now() -> datetime:
    """The moment, in the time of the caisses."""
    return datetime.now(ZoneInfo("Europe/Paris"))
