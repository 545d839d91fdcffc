"""`ouverture assess`: am I covered, on which ground, from when."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import add_door, shown
from ouverture.cli.person_file import answers, takes_file


def register(commands: Any) -> None:
    """Add these doors to the command."""
    takes_file(add_door(commands, "assess", _assess, "am I covered? verdict, proof, articles, what is missing"))


def _assess(options: argparse.Namespace) -> int:
    from ouverture.cli.lines import answer_lines

    found = answers(options)
    if len(found) == 1 and "" in found:
        from ouverture.services.answer.plan import with_papers

        return shown(options, with_papers(found[""]), answer_lines(found[""], options.language))
    lines = [
        line for role, answer in found.items() for line in (f"== {role}", *answer_lines(answer, options.language), "")
    ]
    return shown(options, {role: answer.to_json() for role, answer in found.items()}, lines)
