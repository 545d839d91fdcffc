"""`ouverture caisse` and `ouverture papers`: where to send, and what a civil-status document needs."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import BadInput, add_door, asked_day, shown, takes_day


def register(commands: Any) -> None:
    """Add these doors to the command."""
    caisse = add_door(commands, "caisse", _caisse, "the caisse of a postcode, with its address")
    caisse.add_argument("postcode")
    caisse.add_argument("--commune", help="the town, when several share the postcode")
    papers = add_door(commands, "papers", _papers, "a birth certificate from a country: apostille, translation")
    papers.add_argument("country", nargs="+")
    takes_day(papers, "as of this day (default: today)")


def _caisse(options: argparse.Namespace) -> int:
    from ouverture.places.caisses import find
    from ouverture.places.place_error import PlaceError

    try:
        answer = find(options.postcode, options.commune)
    except PlaceError as problem:
        raise BadInput(problem.text) from None
    return shown(options, answer.to_json(), answer.sentences(options.language))


def _papers(options: argparse.Namespace) -> int:
    from ouverture.places.papers import birth_certificate
    from ouverture.places.place_error import PlaceError

    try:
        answer = birth_certificate(" ".join(options.country), asked_day(options))
    except PlaceError as problem:
        raise BadInput(problem.text) from None
    return shown(options, answer.to_json(), answer.sentences(options.language))
