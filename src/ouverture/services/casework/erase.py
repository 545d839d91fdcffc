"""A file erased at the person's wish: what is personal in it is destroyed for ever, in every process at once."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import NO_SUCH_FILE, may_open, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import forget_tried
from ouverture.services.casework.altered import met_by
from ouverture.services.casework.house import House
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.standing import offices_of
from ouverture.text import Text


class Erasure(NamedTuple):
    """The proof: ``events`` are left, and say nothing of the person; ``readable`` messages and values: none.

    ``head`` is the link of the last of them, which still verifies.
    """

    stream: str
    at: datetime
    events: int
    readable: int
    says: Text
    head: str


HELD_BY_A_CAISSE = Refusal(
    "held_by_a_caisse",
    Text(
        "Une caisse tient ce dossier : elle seule peut dire combien de temps elle doit le garder. Demandez-le-lui.",
        "A caisse holds this file: only it can say how long it must keep it. Ask it.",
    ),
    "caisse",
)


def erase(house: House, actor: Actor, stream: str, at: datetime) -> Erasure | Refusal:
    """Destroy what is personal in a file that a person keeps for themselves; nothing brings it back.

    Letters that wait in the folder of letters are taken out by the worker's next round.
    """
    file = met_by(house, actor, stream).state
    refused = may_read(actor, "erase") or may_open(actor, stream, offices_of(file))
    if refused:
        return refused
    if file.attachment.stage == "none":
        return NO_SUCH_FILE
    if file.connected:
        return HELD_BY_A_CAISSE
    house.journal.note_reading(Reading(stream, actor.id, "own_file", "erase", at))
    house.journal.forget(stream, at)
    forget_tried(stream)
    if house.papers:
        house.papers.vault.forget(stream)
    house.ways_in.forget(stream)
    left = house.journal.history(stream)
    readable = len(house.journal.told(stream)) + (0 if left.erased else len(left.lines))
    head = left.lines[-1].hash.hex()
    return Erasure(stream, at, len(left.lines), readable, _said(len(left.lines)), head)


def _said(events: int) -> Text:
    return Text(
        f"Ce dossier est effacé : sa clé est détruite. Il reste {events} événements qui ne disent plus rien de vous.",
        f"This file is erased: its key is destroyed. {events} events are left, which say nothing of you any more.",
    )
