"""`ouverture message`: what a message, a letter or an agent's words mean."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import BadInput, add_door, now, shown
from ouverture.cli.reading import read_text

MOST_BYTES = 200_000
"""Of standard input: ten times the characters a message may have."""


def register(commands: Any) -> None:
    """Add these doors to the command."""
    message = add_door(commands, "message", _message, "what a message, a letter or an agent's words mean")
    message.add_argument("text", nargs="+", help="the words received; - for standard input")
    message.add_argument(
        "--known", action="append", default=[], metavar="NAME=VALUE", help="e.g. number_status=waiting"
    )


def _message(options: argparse.Namespace) -> int:
    from ouverture.services.heard.message import UnreadableMessage, hear

    text = read_text("-", MOST_BYTES, "message") if options.text == ["-"] else " ".join(options.text)
    known = {name: value for name, _, value in (said.partition("=") for said in options.known)}
    try:
        answer = hear(text, known, {}, now().date())
    except UnreadableMessage as problem:
        raise BadInput(problem.text) from None
    return shown(options, answer.to_json(), answer.sentences(options.language))
