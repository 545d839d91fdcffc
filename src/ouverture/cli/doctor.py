"""`ouverture doctor`: is this installation as it should be?"""

from __future__ import annotations

import argparse
import os
from typing import Any
from zoneinfo import ZoneInfoNotFoundError

from ouverture.cli.door import add_door, now, shown
from ouverture.text import Text

SOMETHING_WRONG = 2
WELL = Text("Tout est comme il faut.", "All is as it should be.")
NO_TIME_ZONES = Text(
    "Les fuseaux horaires manquent : installez le paquet Python tzdata.",
    "Time-zone data are missing: install the Python package tzdata.",
)


def register(commands: Any) -> None:
    """Add this door to the command."""
    add_door(commands, "doctor", _doctor, "is this installation as it should be? what is not, in sentences")


def _doctor(options: argparse.Namespace) -> int:
    found = _looked()
    lines = [each.to(options.language) for each in found or (WELL,)]
    shown(options, {"wrong": [each._asdict() for each in found]}, lines)
    return SOMETHING_WRONG if found else 0


def _looked() -> tuple[Text, ...]:
    try:
        from ouverture.adapters.checkup import checkup

        return checkup(os.environ, now())
    except ZoneInfoNotFoundError:
        return (NO_TIME_ZONES,)  # nothing else can be looked at: no moment can be told
