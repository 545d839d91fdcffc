"""A file that a hand changed: told to whoever may open it, no file at all to others, and no list stops at it."""

from __future__ import annotations

from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import may_open
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.recall import Met, fold
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text

ALTERED = Refusal(
    "altered",
    Text(
        "Ce dossier a été modifié par une autre main : rien n'en est montré. Dites-le à qui tient ce site.",
        "This file was altered by another hand: nothing of it is shown. Tell whoever runs this site.",
    ),
    "agent",
)
"""What stands for such a file among others."""


def met_by(house: House, actor: Actor, stream: str) -> Met[File]:
    """A file as this actor meets it, before it is asked whether they may open it.

    Raises NotAsWritten, for whoever may, when a hand changed it. For others it is as one that does not exist.
    """
    try:
        return house.met(stream)
    except NotAsWritten:
        if may_open(actor, stream, known_offices(house, stream)) is None:
            raise
        return Met(None, set[str](), house.machine.empty(stream))


def met_in_a_list(house: House, stream: str) -> File | None:
    """A file among others; None when a hand changed it, and nothing of it is believed."""
    try:
        return house.met(stream).state
    except NotAsWritten:
        return None


def known_offices(house: House, stream: str) -> tuple[str, ...]:
    """The caisses whose agents may open a file that a hand changed: what its events before that say."""
    try:
        house.journal.history(stream)
    except NotAsWritten as problem:
        return offices_of(fold(house.machine, stream, problem.before))
    return offices_of(house.met(stream).state)
