"""The file of a person or of a household, read and assessed."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import BadInput, asked_day, takes_day
from ouverture.cli.reading import read_text


def takes_file(parser: argparse.ArgumentParser) -> None:
    """The argument and the option of a door that reads a person's file."""
    parser.add_argument("file", help="TOML or JSON; - for standard input")
    takes_day(parser)


def given(options: argparse.Namespace) -> dict[str, Any]:
    """What the file says, as it stands; raises BadInput when it cannot be read."""
    from ouverture.law.answers import AnswerError
    from ouverture.services.answer.written_person import LONGEST_FILE, parse

    try:
        return parse(read_text(options.file, LONGEST_FILE))
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
    on = asked_day(options)
    try:
        if is_household(said):
            return assess_household(read_household(said), on)
        return {"": assess(read(said, FACTS), on)}
    except AnswerError as problem:
        raise BadInput(problem.text) from None
