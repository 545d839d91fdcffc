"""What follows for messages: everything is told at once, and what comes back goes by another channel."""

from __future__ import annotations

from collections.abc import Iterable

from ouverture.dossier.account.events import AccountInvited
from ouverture.dossier.attachment.decisions import ProveAttachment
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.messages.decisions import EscalateMessage, QueueMessage, next_channel
from ouverture.dossier.messages.events import MessageBounced, MessageDelivered
from ouverture.dossier.number.events import (
    CertifiedInPlace,
    PermanentNumberGiven,
    Reactivated,
    Replaced,
    WaitingNumberIssued,
)
from ouverture.dossier.policies.registry import after, at_the_end
from ouverture.dossier.rights.events import RightsOpened

ENCLOSED: dict[type[Event], tuple[str, ...]] = {
    RightsOpened: ("number", "attestation"),
    WaitingNumberIssued: ("number",),
    Reactivated: ("number",),
    PermanentNumberGiven: ("number",),
    CertifiedInPlace: ("number", "attestation"),
    Replaced: ("number", "attestation"),
    AccountInvited: ("activation_code",),
}
"""What a decision gives the person travels with the message that says so (G2)."""


@at_the_end
def tell_the_person(file: File, told: tuple[Event, ...]) -> Command | None:
    """Every event that concerns the person is told, in one message a step, with what it gives enclosed (I1, G2)."""
    if not file.untold:
        return None
    first = file.version - len(told) + 1
    happened = [told[place - first] for place in file.untold if place >= first]
    return QueueMessage(file.untold, tuple(one.kind for one in happened), enclosed(file, happened))


def enclosed(file: File, happened: Iterable[Event]) -> tuple[str, ...]:
    """What travels with a message about these events; no attestation goes out while no rights are open."""
    papers = dict.fromkeys(each for one in happened for each in ENCLOSED.get(type(one), ()))
    if file.rights.stage in ("none", "closed"):
        papers.pop("attestation", None)
    return tuple(papers)


@after(MessageBounced, connected_only=False)
def send_again_on_bounce(file: File, e: MessageBounced) -> Command | None:
    """What came back goes by the next channel at once."""
    one = file.messages.carrying(e.message)
    return EscalateMessage(e.message) if one and next_channel(file, one.channel) != one.channel else None


@after(MessageDelivered)
def attachment_is_proved(file: File, _: MessageDelivered) -> Command | None:
    """The person who received the news of the new caisse holds its proof (D160-15)."""
    state = file.attachment
    reached = file.messages.reached_on("taken_over")
    told = reached is not None and state.taken_over_on is not None and reached >= state.taken_over_on
    return ProveAttachment() if told and not state.told_of_caisse else None
