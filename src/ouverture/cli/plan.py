"""`ouverture plan`: steps, papers with their reasons, where to send, dates."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from ouverture.cli.door import BadInput, add_door, shown
from ouverture.cli.person_file import answers, takes_file
from ouverture.cli.writing import write_whole
from ouverture.text import Text


def register(commands: Any) -> None:
    """Add these doors to the command."""
    plan = add_door(commands, "plan", _plan, "what to do: steps, papers with reasons, where to send, dates")
    takes_file(plan)
    plan.add_argument("--pdf", metavar="OUT", help="also write the plan of one person as a PDF")


def _plan(options: argparse.Namespace) -> int:
    from ouverture.cli.lines import plan_lines
    from ouverture.services.answer.plan import make_plan

    plans = {role: make_plan(answer) for role, answer in answers(options).items()}
    if options.pdf:
        _write_pdf(plans, options)
    if list(plans) == [""]:
        return shown(options, plans[""].to_json(), plan_lines(plans[""], options.language))
    lines = [line for role, plan in plans.items() for line in (f"== {role}", *plan_lines(plan, options.language), "")]
    return shown(options, {role: plan.to_json() for role, plan in plans.items()}, lines)


def _write_pdf(plans: dict[str, Any], options: argparse.Namespace) -> None:
    from ouverture.adapters.pdf import plan_pdf

    if list(plans) != [""]:
        raise BadInput(Text("--pdf : un fichier PDF se fait pour une personne, pas pour un foyer.",
                            "--pdf: a PDF is made for one person, not for a household."))  # fmt: skip
    try:
        write_whole(Path(options.pdf), plan_pdf(plans[""], options.language))
    except OSError as problem:
        raise BadInput(
            Text(f"--pdf : « {options.pdf} » ne peut pas être écrit ({problem.strerror}).",
                 f'--pdf: "{options.pdf}" cannot be written ({problem.strerror}).')
        ) from None  # fmt: skip
