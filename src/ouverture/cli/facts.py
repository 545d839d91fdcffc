"""`ouverture facts`: the vocabulary."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import BadInput, add_door, shown


def register(commands: Any) -> None:
    """Add these doors to the command."""
    facts = add_door(commands, "facts", _facts, "the vocabulary: every fact that can be given")
    facts.add_argument("name", nargs="?", help="one fact only")


def _facts(options: argparse.Namespace) -> int:
    from ouverture.cli.lines import fact_json, fact_lines
    from ouverture.law.answers import AnswerError, read
    from ouverture.law.facts import FACTS

    if options.name is not None and options.name not in FACTS:
        try:
            read({options.name: None}, FACTS)
        except AnswerError as problem:
            raise BadInput(problem.text) from None
    asked = [fact for fact in FACTS.values() if options.name in (None, fact.name)]
    lines = [line for fact in asked for line in fact_lines(fact, options.language)]
    return shown(options, [fact_json(fact) for fact in asked], lines)
