"""`ouverture message`: what a message, a letter or an agent's words mean."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from ouverture.cli.door import BadInput, add_door, shown
from ouverture.text import Text


def register(commands: Any) -> None:
    """Add these doors to the command."""
    message = add_door(commands, "message", _message, "what a message, a letter or an agent's words mean")
    message.add_argument("text", nargs="+", help="the words received; - for standard input")
    message.add_argument(
        "--known", action="append", default=[], metavar="NAME=VALUE", help="e.g. number_status=waiting"
    )


def _message(options: argparse.Namespace) -> int:
    from ouverture.wording.messages.decoding import UnreadableMessage, decode

    try:
        text = sys.stdin.buffer.read().decode("utf-8") if options.text == ["-"] else " ".join(options.text)
    except UnicodeDecodeError:
        raise BadInput(Text("message : l'entrée n'est pas en UTF-8.", "message: the input is not in UTF-8.")) from None
    known = {name: value for name, _, value in (said.partition("=") for said in options.known)}
    try:
        answer = decode(text, known)
    except UnreadableMessage as problem:
        raise BadInput(problem.text) from None
    return shown(options, answer.to_json(), answer.sentences(options.language))
