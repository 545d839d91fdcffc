"""What can be asked of envelopes: taking one in, acknowledging it, sorting its pages, sending it again."""

from __future__ import annotations

from ouverture.dossier.application.decisions import received
from ouverture.dossier.application.events import ALIVE
from ouverture.dossier.application.on_the_way import ArrivalNoted
from ouverture.dossier.application.pieces import named
from ouverture.dossier.askable import is_known
from ouverture.dossier.deciding import decides
from ouverture.dossier.envelope import events
from ouverture.dossier.envelope.tracking import is_wrong, without_spaces
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfCaisse, OfPerson, Personal, Secret, command
from ouverture.dossier.refusals import Refusal, refuse


@command
class RegisterEnvelope(OfPerson):
    """An envelope arrives or, with a caisse outside, is sent: each page by its name."""

    envelope: str
    pages: tuple[Personal, ...]
    channel: events.Channel = "post"
    tracking: Secret | None = None


@command
class ResendEnvelope(OfPerson):
    """The same pages, in another envelope, because the first one was lost."""

    again_of: str
    envelope: str
    why: Personal
    channel: events.Channel = "registered_post"
    tracking: Secret | None = None


@command
class IssueEnvelopeReceipt(OfCaisse):
    """A receipt that names every page (CRPA L112-3)."""

    envelope: str


@command
class AttachPage(OfCaisse):
    """Put a page in the file as one of its papers."""

    envelope: str
    page: Personal
    piece: str


@command
class ReturnPage(OfCaisse):
    """Send a page back, and say why."""

    envelope: str
    page: Personal
    why: Personal


@command
class MovePage(OfCaisse):
    """Send a page to the file of the person it belongs to: two persons' forms came in one envelope."""

    envelope: str
    page: Personal
    other_file: str


@command
class DestroyPage(OfCaisse):
    """Destroy a page; ``record`` says by whom, under which rule."""

    envelope: str
    page: Personal
    record: Personal


@decides(RegisterEnvelope)
def _register(file: File, c: RegisterEnvelope, at: Moment) -> Decision:
    return _faults(file, c.envelope, c.pages, c.tracking) or _came(at, c, c.pages, "", "")


@decides(ResendEnvelope)
def _resend(file: File, c: ResendEnvelope, at: Moment) -> Decision:
    first = file.envelope.of(c.again_of)
    if first is None:
        return refuse("no_such_envelope", envelope=c.again_of)
    if not c.why:
        return refuse("no_reason_given")
    pages = tuple(page.name for page in first.pages)
    return _faults(file, c.envelope, pages, c.tracking) or _came(at, c, pages, c.again_of, c.why)


def _came(
    at: Moment, c: RegisterEnvelope | ResendEnvelope, pages: tuple[str, ...], again_of: str, why: str
) -> Decision:
    tracking = without_spaces(c.tracking) if c.tracking else None
    return (events.EnvelopeRegistered(at, c.envelope, c.channel, pages, tracking, again_of, why),)


def _faults(file: File, envelope: str, pages: tuple[str, ...], tracking: str | None) -> Refusal | None:
    if not envelope or file.envelope.of(envelope):
        return refuse("envelope_known", envelope=envelope)
    if not pages:
        return refuse("envelope_without_list")
    if len(set(pages)) != len(pages) or not all(pages):
        return refuse("page_named_twice")
    return refuse("tracking_number_wrong") if tracking and is_wrong(tracking) else None


@decides(IssueEnvelopeReceipt)
def _acknowledge(file: File, c: IssueEnvelopeReceipt, at: Moment) -> Decision:
    held = file.envelope.of(c.envelope)
    if held is None:
        return refuse("no_such_envelope", envelope=c.envelope)
    if held.receipt_on:
        return refuse("envelope_acknowledged", on=held.receipt_on)
    receipt = events.ReceiptForEnvelope(at, c.envelope, tuple(page.name for page in held.pages))
    claim_in_it = file.application.on_its_way and held.since == file.application.posted_on
    return (receipt, ArrivalNoted(at, at.on)) if claim_in_it else (receipt,)


def _here(file: File, envelope: str, name: str) -> Refusal | None:
    held = file.envelope.of(envelope)
    page = held.page(name) if held else None
    if page is None:
        return refuse("no_such_page", page=name, envelope=envelope)
    return None if page.fate == "unsorted" else refuse("page_already_sorted", page=name, envelope=envelope)


@decides(AttachPage)
def _attach(file: File, c: AttachPage, at: Moment) -> Decision:
    if refusal := _here(file, c.envelope, c.page):
        return refusal
    if not is_known(c.piece):
        return refuse("unknown_piece", piece=c.piece)
    attached = (events.PageAttached(at, c.envelope, c.page, c.piece),)
    # A paper that comes before its claim is kept with the file; a second page of a paper undoes nothing said of it.
    waited_for = c.piece not in (
        *named(file.application.pieces, "received"),
        *named(file.application.pieces, "accepted"),
    )
    return (*attached, *received(file, c.piece, at)) if file.application.stage in ALIVE and waited_for else attached


@decides(ReturnPage)
def _return(file: File, c: ReturnPage, at: Moment) -> Decision:
    if not c.why:
        return refuse("no_reason_given")
    return _here(file, c.envelope, c.page) or (events.PageReturned(at, c.envelope, c.page, c.why),)


@decides(MovePage)
def _move(file: File, c: MovePage, at: Moment) -> Decision:
    if not c.other_file or c.other_file == file.attachment.person:
        return refuse("page_goes_nowhere")
    return _here(file, c.envelope, c.page) or (events.PageMoved(at, c.envelope, c.page, c.other_file),)


@decides(DestroyPage)
def _destroy(file: File, c: DestroyPage, at: Moment) -> Decision:
    if not c.record:
        return refuse("no_reason_given")
    return _here(file, c.envelope, c.page) or (events.PageDestroyed(at, c.envelope, c.page, c.record),)
