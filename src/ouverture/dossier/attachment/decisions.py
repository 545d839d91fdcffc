"""Opening and closing a file, and changing caisse: a two-step hand-over (CSS L160-18, D160-15)."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.attachment.events import (
    AttachmentTold,
    ChangeOfCaisseAsked,
    ChangeOfCaisseStarted,
    ClosingCause,
    FileClosed,
    FileOpened,
    Mode,
    MoveCause,
    Silence,
    TakenOver,
)
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfCaisse, OfPerson, command
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.rights.events import OPEN


@command
class OpenFile(OfPerson):
    """Open a file for a person with a caisse, on this system ("connected") or outside it ("recorded").

    ``channels``: those the person would rather be reached by, the best first. Each carries nothing until its address
    is told (``person``), so a file can be opened for somebody who has none.
    """

    person: str
    caisse: str
    mode: Mode = "connected"
    channels: tuple[str, ...] = ("email", "sms", "letter")
    silence: Silence = "refusal"


@command
class AskToChangeCaisse(OfPerson):
    """The person asks for another caisse, after moving home for instance (R312-1).

    ``elsewhere``: it does not work on this system; whoever carries the order out says so, nobody is asked.
    """

    to: str
    elsewhere: bool = False


@command
class StartChangeOfCaisse(OfCaisse):
    """The new body acts itself, in one of the five cases of L160-18; ``elsewhere`` as in ``AskToChangeCaisse``."""

    to: str
    cause: MoveCause
    since: date
    elsewhere: bool = False


@command
class TakeOver(OfCaisse):
    """The new caisse takes over: from this day it pays, and the old one no longer does."""

    caisse: str


@command
class ProveAttachment(OfCaisse):
    """The person holds a proof of the new attachment."""


@command
class CloseFile(OfCaisse):
    """Nothing more will happen in this file. ``into_covers_from``: since when the file it is merged into covers."""

    cause: ClosingCause
    into: str = ""
    into_covers_from: date | None = None


@decides(OpenFile)
def _open(_: File, c: OpenFile, at: Moment) -> Decision:
    return (FileOpened(at, c.person, c.caisse, c.mode, c.channels, c.silence),)


@decides(AskToChangeCaisse)
def _ask(file: File, c: AskToChangeCaisse, at: Moment) -> Decision:
    if c.to == file.attachment.caisse:
        return refuse("already_with_this_caisse", caisse=c.to)
    return (ChangeOfCaisseAsked(at, c.to, c.elsewhere),)


@decides(StartChangeOfCaisse)
def _start(file: File, c: StartChangeOfCaisse, at: Moment) -> Decision:
    if c.to == file.attachment.caisse:
        return refuse("already_with_this_caisse", caisse=c.to)
    return (ChangeOfCaisseStarted(at, c.to, c.cause, c.since, c.elsewhere),)


@decides(TakeOver)
def _take_over(file: File, c: TakeOver, at: Moment) -> Decision:
    state = file.attachment
    if file.connected and (state.stage != "moving" or c.caisse != state.moving_to):
        return refuse("take_over_not_asked", caisse=c.caisse)
    return (TakenOver(at, c.caisse, state.moving_elsewhere),)


@decides(CloseFile)
def _close(file: File, c: CloseFile, at: Moment) -> Decision:
    if c.cause == "merged":
        return _lost_by_merging(file, c) or (FileClosed(at, c.cause, c.into),)
    if file.rights.stage in OPEN:
        return refuse("close_rights_first")
    return (FileClosed(at, c.cause, c.into),)


def _lost_by_merging(file: File, c: CloseFile) -> Refusal | None:
    """What the person would lose if this file closed now: its cover, or money still on its way (I9)."""
    if not c.into:
        return refuse("merged_into_nothing")
    if file.claim.open:
        return refuse("settle_claims_first", claim=file.claim.open[0].claim)
    period = file.rights.periods[-1] if file.rights.stage in OPEN and file.rights.periods else None
    if period and (c.into_covers_from is None or c.into_covers_from > period.first):
        return refuse("other_file_must_cover_first", into=c.into, by=period.first)
    return None


@decides(ProveAttachment)
def _prove_attachment(_: File, __: ProveAttachment, at: Moment) -> Decision:
    return (AttachmentTold(at),)
