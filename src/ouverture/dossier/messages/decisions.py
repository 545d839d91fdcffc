"""What can be asked of a message: sending it, and saying what became of it."""

from __future__ import annotations

from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfClock, OfPerson, OfPost, Personal, command
from ouverture.dossier.messages.events import (
    LAST_CHANNELS,
    ChannelsChanged,
    MessageBounced,
    MessageDelivered,
    MessageEscalated,
    MessageQueued,
)
from ouverture.dossier.person.reach import channels_of, without_address
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
    why: Personal


@command
class EscalateMessage(OfClock):
    """Carry the message by the next channel."""

    message: int


def next_channel(file: File, channel: str) -> str:
    """The channel to try after this one; the last one is tried again. A channel without an address is none."""
    every = (*channels_of(file), LAST_CHANNELS[file.attachment.mode])
    after = every.index(channel) + 1 if channel in every else 0
    return every[min(after, len(every) - 1)]


@decides(ChangeChannels)
def _change(file: File, c: ChangeChannels, at: Moment) -> Decision:
    if not c.channels:
        return refuse("no_channel")
    if lacking := without_address(file, c.channels):
        return refuse("channel_without_address", channel=lacking)
    return (ChannelsChanged(at, c.channels),)


@decides(QueueMessage)
def _queue(file: File, c: QueueMessage, at: Moment) -> Decision:
    if not c.causes or not set(c.causes) <= set(file.untold):
        return refuse("message_about_nothing")
    channel = next_channel(file, "")
    return (MessageQueued(at, c.causes[0], c.causes, c.about, c.encloses, channel),)


@decides(EscalateMessage)
def _escalate(file: File, c: EscalateMessage, at: Moment) -> Decision:
    one = file.messages.carrying(c.message)
    if one is None:
        return refuse("no_such_message")
    return (MessageEscalated(at, c.message, next_channel(file, one.channel), one.about, one.encloses),)


@decides(ConfirmDelivery)
def _confirm_delivery(_: File, c: ConfirmDelivery, at: Moment) -> Decision:
    return (MessageDelivered(at, c.message),)


@decides(ReportBounce)
def _report_bounce(_: File, c: ReportBounce, at: Moment) -> Decision:
    return (MessageBounced(at, c.message, c.why),)
