"""A caisse outside this system: the person records what its letters say, late, out of order, or not at all."""

from __future__ import annotations

from ouverture.dossier.attachment.events import FileClosed
from ouverture.dossier.kernel import Event
from ouverture.dossier.messages.events import MessageQueued
from ouverture.dossier.seen import as_seen
from ouverture.dossier.watch.events import Escalated, Reminded
from ouverture.rehearsal.someone import Someone
from ouverture.rehearsal.world import World

NOT_SEEN = (Escalated, Reminded, FileClosed)
"""What a caisse outside does not write in its letters, or what closes its own file and not the person's."""


def read_at_home(world: World, who: Someone, message: int) -> None:
    """A letter of the caisse outside is opened, and what it says is recorded in the person's own file."""
    told = world.told_by(who, message)
    if not world.happens("seen_by_person"):
        return
    if world.happens("seen_late"):
        world.later("person_answers", lambda: _record(world, who, told))
    else:
        _record(world, who, told)


def _record(world: World, who: Someone, told: tuple[Event, ...]) -> None:
    assert who.record is not None
    for happened in told:
        if not isinstance(happened, (*NOT_SEEN, MessageQueued)):
            world.send(who.record, as_seen(happened), by="letter")
