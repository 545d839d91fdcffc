"""`ouverture number`: which kind of number this is, and what it opens."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import add_door, now, shown


def register(commands: Any) -> None:
    """Add these doors to the command."""
    number = add_door(commands, "number", _number, "which kind of number this is, and what it opens")
    number.add_argument("text", nargs="+")


def _number(options: argparse.Namespace) -> int:
    from ouverture.numbers.reading import read

    reading = read(" ".join(options.text), on=now().date())
    return shown(options, reading.to_json(), reading.sentences(options.language))
