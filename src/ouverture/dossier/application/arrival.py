"""A claim that left by post for a caisse outside: it cannot have arrived that day, and its time runs from a proof."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.application.on_the_way import ArrivalNoted
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfPerson, command
from ouverture.dossier.refusals import refuse

BY_POST = frozenset({"post", "registered_post"})
"""The ways on which a claim is for some days, out of the hands of the person and not yet at the caisse."""


def left_by_post(file: File, channel: str, received_on: date | None) -> bool:
    """Whether a claim filed now is only on its way: here it has arrived once it is filed, or once a body had it."""
    return not file.connected and channel in BY_POST and received_on is None


@command
class NoteArrival(OfPerson):
    """Write down the day the claim arrived: the slip that the post sends back, a receipt, a word of the caisse."""

    arrived_on: date


@decides(NoteArrival)
def _note_arrival(file: File, c: NoteArrival, at: Moment) -> Decision:
    posted = file.application.posted_on
    if posted is None:
        return refuse("claim_not_posted")
    if c.arrived_on < posted:
        return refuse("arrived_before_posted", posted=posted)
    if c.arrived_on > at.on:
        return refuse("arrival_to_come", by=at.on)
    return (ArrivalNoted(at, c.arrived_on),)
