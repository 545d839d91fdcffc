"""Who must act next for the messages on their way, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.file import File
from ouverture.dossier.messages.events import LAST_CHANNELS, OnItsWay


def duties(file: File, _: date) -> Iterator[Obligation]:
    """One obligation a message: to arrive in the time we promise for its channel, or to be carried by another.

    What waits on the last channel waits together, behind the oldest: the person who is reached is told of all of it.
    """
    waiting = [one for one in file.messages.on_their_way if is_last(file, one)]
    for one in file.messages.on_their_way:
        if one not in waiting[1:]:
            yield owed(act_for(one), one.since, str(one.message))


def act_for(one: OnItsWay) -> str:
    """The duty a message stands under: its channel's, or reaching the person in another way."""
    named = f"deliver_by_{one.channel}"
    return named if named in duty_table() else "deliver_by_other_channel"


def is_last(file: File, one: OnItsWay) -> bool:
    """Whether no other channel is left."""
    return one.channel == LAST_CHANNELS[file.attachment.mode]
