"""The command `ouverture`: each sub-command answers one question, and has one module here.

Exit 0: answered; 1: something in the record was altered; 2: bad input, said in one sentence; 3: a damaged or unreadable
record. A traceback is never let out.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
from collections.abc import Sequence

from ouverture import __version__
from ouverture.cli import (
    accounts,
    assess,
    batch,
    check_paper,
    deadline,
    doctor,
    facts,
    file,
    journal,
    keeping,
    law_watch,
    message,
    number,
    places,
    plan,
    price,
    purge,
    read_paper,
    serve,
)
from ouverture.cli.door import BadInput, OneSentence, Run, language_of_the_machine
from ouverture.cli.journal import ALTERED
from ouverture.cli.terminal import make_outputs_able, write_refusal
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.text import Text

DOORS = (
    assess, facts, plan, batch, number, places, deadline, message, price, read_paper, law_watch, file, journal, keeping,
    purge, accounts, check_paper, serve, doctor,
)  # fmt: skip
"""One module a door, in the order of the help."""
ANSWERED, BAD_INPUT, DAMAGED_RECORD, STOPPED = 0, 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. What is wrong is said in one sentence on standard error."""
    make_outputs_able()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    parser = _parser()
    if not typed:
        parser.print_help()
        return ANSWERED
    options = parser.parse_args(_with_values(parser, typed))
    run: Run = options.run
    try:
        code = run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader left early (`| head`): it has what it wants.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except KeyboardInterrupt:
        return STOPPED
    except NotAsWritten as problem:
        write_refusal(_altered(problem).to(options.language))
        return ALTERED
    except (BadInput, OSError, sqlite3.Error, UnicodeError) as problem:
        write_refusal(_said(problem).to(options.language))
        _forget_what_could_not_be_written()
        return DAMAGED_RECORD if isinstance(problem, sqlite3.Error) else BAD_INPUT


def _altered(problem: NotAsWritten) -> Text:
    file, event = problem.stream, problem.version
    return Text(
        f"dossier {file} : l'événement {event} n'est pas ce que le programme a écrit ; rien n'est fait ni montré. "
        "Lancez ouverture verify.",
        f"file {file}: event {event} is not what the program wrote; nothing is done or shown. Run ouverture verify.",
    )


def _said(problem: Exception) -> Text:
    """One sentence for anything that stopped a command."""
    if isinstance(problem, BadInput):
        return problem.text
    if isinstance(problem, sqlite3.Error):
        return Text(f"journal : il ne peut pas être lu ({problem}).", f"journal: it cannot be read ({problem}).")
    if isinstance(problem, UnicodeError):
        return Text("entrée : ce n'est pas un texte lisible.", "input: it is not readable text.")
    where = getattr(problem, "filename", None)
    named = str(where)[:100] if where else ""
    reason = getattr(problem, "strerror", None) or str(problem)
    return Text(
        f"fichier : « {named} » ne peut pas être utilisé ({reason})." if named else f"sortie : {reason}.",
        f'file: "{named}" cannot be used ({reason}).' if named else f"output: {reason}.",
    )


def _forget_what_could_not_be_written() -> None:
    """A full device keeps its lines waiting; Python would try again at the end and say so in a traceback."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _with_values(parser: argparse.ArgumentParser, typed: list[str]) -> list[str]:
    """The arguments; "--from=--" has no value that argparse could keep, and is refused."""
    for argument in typed:
        if argument.startswith("--") and argument.endswith("=--"):
            name = argument.partition("=")[0]
            parser.error(
                f"{name} : donnez une valeur après =."
                if language_of_the_machine() == "fr"
                else f"{name}: give a value after =."
            )
    return typed


def _parser() -> argparse.ArgumentParser:
    parser = OneSentence("ouverture", description="Both sides of the counter of French health insurance.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=OneSentence)
    for door in DOORS:
        door.register(commands)
    return parser
