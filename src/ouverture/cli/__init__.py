"""The command `ouverture`: each sub-command answers one question, and has one module here.

Exit 0: answered; 2: bad input, in a sentence. Only `verify` has exit 1: the journal was altered.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

from ouverture import __version__
from ouverture.cli import assess, deadline, facts, journal, message, number, places, plan, serve
from ouverture.cli.door import BadInput, Run

DOORS = (assess, facts, plan, number, places, deadline, message, journal, serve)
"""One module a door, in the order of the help."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and never lets a traceback out for bad input."""
    options = _parser().parse_args(arguments)
    command: Run = options.run
    try:
        return command(options)
    except BadInput as problem:
        print(problem.text.to(options.language), file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("ouverture", description="Both sides of the counter of French health insurance.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for door in DOORS:
        door.register(commands)
    return parser
