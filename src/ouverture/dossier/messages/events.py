"""What can happen to a message, and the state it leaves: those on their way, and what the person was told when."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

LAST_CHANNELS = {"connected": "agent", "recorded": "page"}
"""When every channel has failed: an agent calls or visits; without one, the message waits on the person's own page."""


class OnItsWay(NamedTuple):
    """A message not yet known to have arrived. ``about`` are the kinds of the events it tells."""

    message: int
    about: tuple[str, ...]
    encloses: tuple[str, ...]
    channel: str
    since: date
    bounced: bool = False


class Messages(NamedTuple):
    """``reached``: the day on which the person was told of the last event of each kind; absent until then.

    A letter about an earlier event of the kind may arrive later than its successor was sent: no term runs from it.
    """

    channels: tuple[str, ...] = ()
    on_their_way: tuple[OnItsWay, ...] = ()
    reached: tuple[tuple[str, date], ...] = ()
    sent: int = 0
    delivered: int = 0

    def reached_on(self, kind: str) -> date | None:
        """The day on which the person was told of the last event of this kind; None while that is on its way."""
        return next((day for about, day in self.reached if about == kind), None)

    def carrying(self, message: int) -> OnItsWay | None:
        """The message with this number, if it is on its way."""
        for one in self.on_their_way:
            if one.message == message:
                return one
        return None


@event
class ChannelsChanged(Event):
    """How to reach the person: "email", "sms", "letter", "account", the first one first."""

    concerns_person = False

    channels: tuple[str, ...]


@event
class MessageQueued(Event):
    """One message for everything one step gave: ``causes`` are the places of its events in the file's history."""

    concerns_person = False

    message: int
    causes: tuple[int, ...]
    about: tuple[str, ...]
    encloses: tuple[str, ...]
    channel: str


@event
class MessageDelivered(Event):
    """It arrived."""

    concerns_person = False

    message: int


@event
class MessageBounced(Event):
    """It came back, or nobody could be reached."""

    concerns_person = False

    message: int
    why: Personal


@event
class MessageEscalated(Event):
    """It did not arrive, or not in time: another channel carries it."""

    concerns_person = False

    message: int
    channel: str
    about: tuple[str, ...]
    encloses: tuple[str, ...]


def _queued(state: Messages, e: MessageQueued) -> Messages:
    about = e.about
    one = OnItsWay(e.message, about, e.encloses, e.channel, e.at[0])
    reached = tuple(pair for pair in state[2] if pair[0] not in about)
    return Messages(state[0], (*state[1], one), reached, state[3] + 1, state[4])


def _delivered(state: Messages, e: MessageDelivered) -> Messages:
    message, arrived = e.message, state.carrying(e.message)
    if arrived is None:
        return state
    left = tuple(one for one in state[1] if one[0] != message)
    newer = {kind for one in left if one[0] > message for kind in one[1]}
    newer.update(pair[0] for pair in state[2])
    on, told = e.at[0], (kind for kind in dict.fromkeys(arrived.about) if kind not in newer)
    return Messages(state[0], left, (*state[2], *((kind, on) for kind in told)), state[3], state[4] + 1)


def _changed(state: Messages, message: int, **fields: object) -> Messages:
    moved = tuple(one._replace(**fields) if one.message == message else one for one in state.on_their_way)  # type: ignore[arg-type]
    return state._replace(on_their_way=moved)


def _bounced(state: Messages, e: MessageBounced) -> Messages:
    return _changed(state, e.message, bounced=True)


def _escalated(state: Messages, e: MessageEscalated) -> Messages:
    return _changed(state, e.message, channel=e.channel, since=e.on, bounced=False)


def stage_of(state: Messages, happened: Event) -> str:
    """The stage of the message an event is about: "none", "on_its_way" or "returned"."""
    one = state.carrying(getattr(happened, "message", -1))
    return "none" if one is None else "returned" if one.bounced else "on_its_way"


_TRAVELLING = ("on_its_way", "returned")

TRANSITIONS: Transitions = {
    ChannelsChanged: Transition(("none",), None, lambda state, e: state._replace(channels=e.channels)),
    MessageQueued: Transition(("none",), "on_its_way", _queued),
    MessageDelivered: Transition(_TRAVELLING, "none", _delivered),
    MessageBounced: Transition(_TRAVELLING, "returned", _bounced),
    MessageEscalated: Transition(_TRAVELLING, "on_its_way", _escalated),
}
