"""What every door of the command line stands on: its common options, its way to refuse and to answer."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from ouverture.text import LANGUAGES, Language, Text

Run = Callable[[argparse.Namespace], int]
"""What a door does once its arguments are read; the exit code."""


class BadInput(Exception):
    """Something the person typed cannot be used; ``text`` says what and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def add_door(commands: Any, name: str, run: Run, about: str) -> argparse.ArgumentParser:
    """One more sub-command, with the options every one of them has."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    parser.add_argument("--json", action="store_true", help="one JSON document")
    parser.add_argument("--language", choices=LANGUAGES, default=language_of_the_machine())
    parser.set_defaults(run=run)
    return parser


def language_of_the_machine() -> Language:
    """The language the terminal is set to: French, or English for any other."""
    return "fr" if os.environ.get("LC_ALL", os.environ.get("LANG", "")).lower().startswith("fr") else "en"


def day(text: str) -> date:
    """A day typed as an option; argparse says what is wrong with another."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date; write 2026-05-31') from None


def shown(options: argparse.Namespace, document: Any, lines: Sequence[str]) -> int:
    """Print the answer as one JSON document or as lines; the exit code."""
    if options.json:
        print(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        print("\n".join(lines))
    return 0


def now() -> datetime:
    """The moment, in the time of the caisses."""
    return datetime.now(ZoneInfo("Europe/Paris"))
