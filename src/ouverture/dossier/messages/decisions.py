"""What can be asked of a message: sending it, and saying what became of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Decision, Moment, OfClock, OfPerson, OfPost, command
from ouverture.dossier.messages.events import (
    LAST_CHANNELS,
    ChannelsChanged,
    MessageBounced,
    MessageDelivered,
    MessageEscalated,
    MessageQueued,
)
from ouverture.dossier.refusals import refuse


@command
class ChangeChannels(OfPerson):
    """Say how to reach the person, the best way first."""

    channels: tuple[str, ...]


@command
class QueueMessage(OfClock):
    """Tell the person what one step gave."""

    causes: tuple[int, ...]
    about: tuple[str, ...]
    encloses: tuple[str, ...]


@command
class ConfirmDelivery(OfPost):
    """The message arrived."""

    message: int


@command
class ReportBounce(OfPost):
    """The message came back."""

    message: int
    why: str


@command
class EscalateMessage(OfClock):
    """Carry the message by the next channel."""

    message: int


def next_channel(file: File, channel: str) -> str:
    """The channel to try after this one; the last one is tried again."""
    every = (*file.messages.channels, LAST_CHANNELS[file.attachment.mode])
    after = every.index(channel) + 1 if channel in every else 0
    return every[min(after, len(every) - 1)]


def _change(_: File, c: ChangeChannels, at: Moment) -> Decision:
    return (ChannelsChanged(at, c.channels),) if c.channels else refuse("no_channel")


def _queue(file: File, c: QueueMessage, at: Moment) -> Decision:
    if not c.causes:
        return refuse("message_about_nothing")
    channel = next_channel(file, "")
    return (MessageQueued(at, c.causes[0], c.causes, c.about, c.encloses, channel),)


def _escalate(file: File, c: EscalateMessage, at: Moment) -> Decision:
    one = file.messages.carrying(c.message)
    if one is None:
        return refuse("no_such_message")
    return (MessageEscalated(at, c.message, next_channel(file, one.channel), one.about, one.encloses),)


DECIDERS: Mapping[type[Command], Callable[[File, Any, Moment], Decision]] = {
    ChangeChannels: _change,
    QueueMessage: _queue,
    ConfirmDelivery: lambda _, c, at: (MessageDelivered(at, c.message),),
    ReportBounce: lambda _, c, at: (MessageBounced(at, c.message, c.why),),
    EscalateMessage: _escalate,
}
