"""`ouverture deadline`: a deadline of the law, counted step by step."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import BadInput, add_door, shown
from ouverture.text import Text


def register(commands: Any) -> None:
    """Add these doors to the command."""
    deadline = add_door(commands, "deadline", _deadline, "a deadline of the law, counted step by step")
    deadline.add_argument("rule", nargs="?", help="its name; without it, the list")
    deadline.add_argument("--from", dest="start", metavar="DATE", help="the day of the event that starts it")
    deadline.add_argument("--place", default="metropole", help="where, for public holidays (default: metropole)")
    deadline.add_argument("--suspended", action="append", default=[], metavar="FROM..TO", help="a suspension")
    deadline.add_argument("--no-remedies", action="store_true", help="the notice did not say how to appeal")
    deadline.add_argument("--first-received", metavar="DATE", help="the day a first, wrong body received it")


def _deadline(options: argparse.Namespace) -> int:
    from ouverture.clock import deadlines
    from ouverture.clock.day_reading import read_day, read_suspension

    if options.rule is None:
        rules = deadlines.rules()
        listed = {name: rule.title._asdict() for name, rule in rules.items()}
        return shown(options, listed, [f"{name}: {rule.title.to(options.language)}" for name, rule in rules.items()])
    if options.start is None:
        raise BadInput(Text("--from : donnez le jour de l'événement, par exemple --from 2026-05-31.",
                            "--from: give the day of the event, for example --from 2026-05-31."))  # fmt: skip
    try:
        counting = deadlines.count(
            options.rule,
            read_day(options.start, options.language),
            place=options.place,
            suspended=[read_suspension(text, options.language) for text in options.suspended],
            notified_with_remedies=not options.no_remedies,
            first_received=read_day(options.first_received, options.language) if options.first_received else None,
        )
    except deadlines.DeadlineError as problem:
        raise BadInput(problem.text) from None
    return shown(options, counting.to_json(), counting.sentences(options.language))
