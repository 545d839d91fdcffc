"""What can be asked of envelopes: taking one in, acknowledging it, sorting its sheets, sending it again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ouverture.dossier.application.decisions import received
from ouverture.dossier.application.events import ALIVE
from ouverture.dossier.application.pieces import named
from ouverture.dossier.askable import is_known
from ouverture.dossier.envelope import events
from ouverture.dossier.envelope.tracking import is_wrong, without_spaces
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Decision, Moment, OfCaisse, OfPerson, Secret, command
from ouverture.dossier.refusals import Refusal, refuse


@command
class RegisterEnvelope(OfPerson):
    """An envelope arrives or, with a caisse outside, is sent: each sheet by its name."""

    envelope: str
    sheets: tuple[str, ...]
    channel: events.Channel = "post"
    tracking: Secret | None = None


@command
class ResendEnvelope(OfPerson):
    """The same sheets, in another envelope, because the first one was lost."""

    again_of: str
    envelope: str
    why: str
    channel: events.Channel = "registered_post"
    tracking: Secret | None = None


@command
class IssueEnvelopeReceipt(OfCaisse):
    """A receipt that names every sheet (CRPA L112-3)."""

    envelope: str


@command
class AttachSheet(OfCaisse):
    """Put a sheet in the file as one of its papers."""

    envelope: str
    sheet: str
    piece: str


@command
class ReturnSheet(OfCaisse):
    """Send a sheet back, and say why."""

    envelope: str
    sheet: str
    why: str


@command
class DestroySheet(OfCaisse):
    """Destroy a sheet; ``record`` says by whom, under which rule."""

    envelope: str
    sheet: str
    record: str


def _register(file: File, c: RegisterEnvelope, at: Moment) -> Decision:
    return _faults(file, c.envelope, c.sheets, c.tracking) or _came(at, c, c.sheets, "", "")


def _resend(file: File, c: ResendEnvelope, at: Moment) -> Decision:
    first = file.envelope.of(c.again_of)
    if first is None:
        return refuse("no_such_envelope", envelope=c.again_of)
    if not c.why:
        return refuse("no_reason_given")
    sheets = tuple(sheet.name for sheet in first.sheets)
    return _faults(file, c.envelope, sheets, c.tracking) or _came(at, c, sheets, c.again_of, c.why)


def _came(
    at: Moment, c: RegisterEnvelope | ResendEnvelope, sheets: tuple[str, ...], again_of: str, why: str
) -> Decision:
    tracking = without_spaces(c.tracking) if c.tracking else None
    return (events.EnvelopeRegistered(at, c.envelope, c.channel, sheets, tracking, again_of, why),)


def _faults(file: File, envelope: str, sheets: tuple[str, ...], tracking: str | None) -> Refusal | None:
    if not envelope or file.envelope.of(envelope):
        return refuse("envelope_known", envelope=envelope)
    if not sheets:
        return refuse("envelope_without_list")
    if len(set(sheets)) != len(sheets) or not all(sheets):
        return refuse("sheet_named_twice")
    return refuse("tracking_number_wrong") if tracking and is_wrong(tracking) else None


def _acknowledge(file: File, c: IssueEnvelopeReceipt, at: Moment) -> Decision:
    held = file.envelope.of(c.envelope)
    if held is None:
        return refuse("no_such_envelope", envelope=c.envelope)
    if held.receipt_on:
        return refuse("envelope_acknowledged", on=held.receipt_on)
    return (events.ReceiptForEnvelope(at, c.envelope, tuple(sheet.name for sheet in held.sheets)),)


def _here(file: File, envelope: str, name: str) -> Refusal | None:
    held = file.envelope.of(envelope)
    sheet = held.sheet(name) if held else None
    if sheet is None:
        return refuse("no_such_sheet", sheet=name, envelope=envelope)
    return None if sheet.fate == "unsorted" else refuse("sheet_already_sorted", sheet=name, envelope=envelope)


def _attach(file: File, c: AttachSheet, at: Moment) -> Decision:
    if refusal := _here(file, c.envelope, c.sheet):
        return refusal
    if not is_known(c.piece):
        return refuse("unknown_piece", piece=c.piece)
    attached = (events.SheetAttached(at, c.envelope, c.sheet, c.piece),)
    # A paper that comes before its claim is kept with the file; a second sheet of a paper undoes nothing said of it.
    waited_for = c.piece not in (
        *named(file.application.pieces, "received"),
        *named(file.application.pieces, "accepted"),
    )
    return (*attached, *received(file, c.piece, at)) if file.application.stage in ALIVE and waited_for else attached


def _return(file: File, c: ReturnSheet, at: Moment) -> Decision:
    if not c.why:
        return refuse("no_reason_given")
    return _here(file, c.envelope, c.sheet) or (events.SheetReturned(at, c.envelope, c.sheet, c.why),)


def _destroy(file: File, c: DestroySheet, at: Moment) -> Decision:
    if not c.record:
        return refuse("no_reason_given")
    return _here(file, c.envelope, c.sheet) or (events.SheetDestroyed(at, c.envelope, c.sheet, c.record),)


DECIDERS: Mapping[type[Command], Callable[[File, Any, Moment], Decision]] = {
    RegisterEnvelope: _register,
    ResendEnvelope: _resend,
    IssueEnvelopeReceipt: _acknowledge,
    AttachSheet: _attach,
    ReturnSheet: _return,
    DestroySheet: _destroy,
}
