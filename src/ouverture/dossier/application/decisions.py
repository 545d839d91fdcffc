"""What can be asked of a claim: depositing it, judging its papers, asking for more, deciding."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.appeal.events import REFUSALS, WON
from ouverture.dossier.application.arrival import left_by_post
from ouverture.dossier.application.awaited import awaited_papers, may_follow
from ouverture.dossier.application.events import (
    ApplicationGranted,
    ApplicationRefused,
    ApplicationReopened,
    ClockResumed,
    Deposited,
    Fact,
    Facts,
    Formality,
    FormalityAsked,
    Forwarded,
    ForwardedApplicationReceived,
    Pages,
    PagesGiven,
    PieceAccepted,
    PieceReceived,
    PieceRefused,
    PiecesRequested,
    Preparation,
    PreparationNoted,
    ReceiptIssued,
    RefusedByWord,
    SilenceDecided,
    Withdrawn,
)
from ouverture.dossier.application.on_the_way import ClaimPosted
from ouverture.dossier.application.pieces import any_accepted, named
from ouverture.dossier.application.refusable import before_the_time_given, decide_by, over_papers_that_are_here
from ouverture.dossier.application.silence import silence_if_held
from ouverture.dossier.askable import IDENTITY_PAPERS, basis, is_known
from ouverture.dossier.attachment.events import TakenOver
from ouverture.dossier.deadline import due
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Event, Moment, OfCaisse, OfClock, OfPerson, Personal, command
from ouverture.dossier.law_of_a_day import law_on, opens_nothing, with_what_follows
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.remedies import contact_known
from ouverture.evidence.checks import CARD_PHOTO
from ouverture.rules.assessment import evaluator


@command
class Deposit(OfPerson):
    """A claim arrives with its papers, or leaves by post. ``facts``: answers; ``ground``: the one claimed, or ""."""

    pieces: tuple[str, ...]
    channel: str = "post"
    ground: str = ""
    facts: Facts = ()
    first_received_on: date | None = None


@command
class IssueReceipt(OfCaisse):
    """Acknowledge the claim (CRPA L112-3). ``remedies``: the receipt says how to appeal against silence.

    ``why`` a receipt that was sent is sent again.
    """

    service: str
    remedies: bool = True
    why: Personal = ""


@command
class ReceivePiece(OfPerson):
    """A paper arrives after the claim."""

    piece: str


@command
class GivePages(OfPerson):
    """The pages of a paper that just came, as the vault keeps them."""

    piece: str
    pages: Pages


@command
class AcceptPiece(OfCaisse):
    """A paper is judged good."""

    piece: str


@command
class RefusePiece(OfCaisse):
    """A paper is refused: a reason code, and what would do instead."""

    piece: str
    reason: Personal
    what_would_do: Personal


@command
class RequestPieces(OfCaisse):
    """Ask for papers, each allowed by the law for this ground or by a declared local rule; ``due`` is the office's."""

    pieces: tuple[str, ...]
    due: date | None = None


@command
class AskDeclaredPaper(OfCaisse):
    """Ask for a paper that no text asks for, by a demand the office has declared and published; ``rule`` names it."""

    piece: str
    rule: str
    due: date | None = None


@command
class ReportRefusedByWord(OfPerson):
    """Somebody at a counter refused the claim by word of mouth, and gave no paper."""

    said: Personal
    where: Personal = ""


@command
class AskFormality(OfCaisse):
    """Ask that a paper be translated, or bear an apostille or a legalisation; ``basis``: the text that asks for it."""

    piece: str
    formality: Formality
    basis: Personal = ""


@command
class NotePreparation(OfPerson):
    """A step before the claim: a visa, an apostille, a translation. ``awaited_on``: the day it was promised for."""

    step: Preparation
    done: bool = False
    awaited_on: date | None = None
    note: Personal = ""


@command
class ResumeClock(OfClock):
    """The papers came, or their time has passed."""


@command
class GrantApplication(OfCaisse):
    """Grant the claim: on which ground, from which day, on which facts, under the rules of which day."""

    ground: str
    rights_from: date
    facts: Facts = ()
    rules_day: date | None = None


@command
class RefuseApplication(OfCaisse):
    """Refuse the claim, with a reason and its article; ``remedies``: the notice says how to appeal."""

    reason: Personal
    article: str
    remedies: bool = True


@command
class ReopenApplication(OfCaisse):
    """Look at a refused claim again, because an appeal against the refusal is granted."""


@command
class LetSilenceDecide(OfClock):
    """The legal time is over: silence decides."""


@command
class Forward(OfCaisse):
    """Send the claim to the caisse that is competent (CRPA L114-2); ``elsewhere`` as in ``AskToChangeCaisse``."""

    to: str
    elsewhere: bool = False


@command
class ReceiveForwarded(OfCaisse):
    """The right caisse has the claim: it takes the file over with it."""


@command
class Withdraw(OfPerson):
    """The person gives the claim up."""


@decides(Deposit)
def _deposit(file: File, c: Deposit, at: Moment) -> Decision:
    if (unknown := next((piece for piece in c.pieces if not is_known(piece)), None)) is not None:
        return refuse("unknown_piece", piece=unknown)
    if file.application.stage == "accepted" and file.rights.stage not in ("none", "closed"):
        return refuse("already_covered")
    first = c.first_received_on or at.on
    if first > at.on:
        return refuse("first_receipt_later", first=first, by=at.on)
    filed = Deposited(at, c.channel, tuple(dict.fromkeys(c.pieces)), c.ground, c.facts, first)
    return (filed, ClaimPosted(at)) if left_by_post(file, c.channel, c.first_received_on) else (filed,)


@decides(IssueReceipt)
def _receipt(file: File, c: IssueReceipt, at: Moment) -> Decision:
    state = file.application
    if state.received_on == date.min:
        return refuse("no_claim_yet")
    if state.receipt_on and file.connected and not c.why.strip():
        return refuse("receipt_sent", on=state.receipt_on)
    said = c.remedies and (contact_known(c.service) or not file.connected)
    again_of, why = (state.receipt_on, c.why.strip()) if state.receipt_on else (None, "")
    return (
        ReceiptIssued(at, c.service, silence_if_held(file), file.attachment.silence, state.missing, said,
                      state.received_on, again_of, why),
    )  # fmt: skip


@decides(ReceivePiece)
def _receive(file: File, c: ReceivePiece, at: Moment) -> Decision:
    return received(file, c.piece, at) if is_known(c.piece) else refuse("unknown_piece", piece=c.piece)


def received(file: File, piece: str, at: Moment) -> tuple[Event, ...]:
    """A paper reaches the claim; the last one that was missing starts the clock again (CRPA L114-5)."""
    still = [name for name in file.application.missing if name != piece]
    resumed: tuple[Event, ...] = (ClockResumed(at),) if file.application.stopped and not still else ()
    return (PieceReceived(at, piece), *resumed)


@decides(GivePages)
def _give_pages(file: File, c: GivePages, at: Moment) -> Decision:
    if not c.pages:
        return refuse("no_pages", piece=c.piece)
    of_an_order = c.piece == CARD_PHOTO  # no paper of the claim
    return (None if of_an_order else _is_here(file, c.piece)) or (PagesGiven(at, c.piece, c.pages),)


def _is_here(file: File, piece: str) -> Refusal | None:
    if file.connected and piece not in named(file.application.pieces, "received"):
        return refuse("piece_not_here", piece=piece)
    return None


@decides(AcceptPiece)
def _accept_piece(file: File, c: AcceptPiece, at: Moment) -> Decision:
    return _is_here(file, c.piece) or (PieceAccepted(at, c.piece),)


@decides(RefusePiece)
def _refuse_piece(file: File, c: RefusePiece, at: Moment) -> Decision:
    if not (c.reason and c.what_would_do):
        return refuse("refusal_without_reason", piece=c.piece)
    return _is_here(file, c.piece) or (PieceRefused(at, c.piece, c.reason, c.what_would_do),)


@decides(RequestPieces)
def _request(file: File, c: RequestPieces, at: Moment) -> Decision:
    state = file.application
    bases = tuple(
        basis(piece, state.ground or state.asked_ground, state.facts, file.attachment.caisse, at.on) or ""
        for piece in c.pieces
    )
    if file.connected and "" in bases:
        return refuse("no_ground_to_ask", piece=c.pieces[bases.index("")])
    return _asked(c.pieces, bases, c.due, at)


def _asked(pieces: tuple[str, ...], bases: tuple[str, ...], by: date | None, at: Moment) -> Decision:
    last = by or due("missing_pieces_suspension", at.on)
    if last <= at.on:
        return refuse("request_without_time", by=last)
    return (PiecesRequested(at, pieces, bases, last),)


@decides(AskDeclaredPaper)
def _ask_declared(file: File, c: AskDeclaredPaper, at: Moment) -> Decision:
    if not is_known(c.piece):
        return refuse("unknown_piece", piece=c.piece)
    if any(one.name == c.piece and one.status != "refused" for one in file.application.pieces):
        return refuse("paper_is_here", piece=c.piece)
    return _asked((c.piece,), (f"local:{c.rule}",), c.due, at)


@decides(ReportRefusedByWord)
def _refused_by_word(_: File, c: ReportRefusedByWord, at: Moment) -> Decision:
    return (RefusedByWord(at, c.where, c.said),) if c.said.strip() else refuse("words_missing")


@decides(AskFormality)
def _formality(file: File, c: AskFormality, at: Moment) -> Decision:
    if not is_known(c.piece):
        return refuse("unknown_piece", piece=c.piece)
    if file.connected and not c.basis.strip():
        return refuse("no_ground_to_ask", piece=c.piece)
    return (FormalityAsked(at, c.piece, c.formality, c.basis.strip()),)


@decides(NotePreparation)
def _preparation(_: File, c: NotePreparation, at: Moment) -> Decision:
    return (PreparationNoted(at, c.step, c.done, c.awaited_on, c.note),)


@decides(ResumeClock)
def _resume(file: File, _: ResumeClock, at: Moment) -> Decision:
    return (ClockResumed(at),) if file.application.stopped else refuse("clock_runs")


@decides(Forward)
def _forward(file: File, c: Forward, at: Moment) -> Decision:
    if not c.to or c.to == file.attachment.caisse:
        return refuse("forwarded_to_itself", by=decide_by(file))
    return (Forwarded(at, c.to, c.elsewhere),)


@decides(ReceiveForwarded)
def _receive_forwarded(file: File, _: ReceiveForwarded, at: Moment) -> Decision:
    claim, to = file.application, file.application.forwarded_to
    arrived = (ForwardedApplicationReceived(at, to), TakenOver(at, to, claim.forwarded_elsewhere))
    return arrived if claim.stage == "forwarded" else refuse("nothing_forwarded")


@decides(GrantApplication)
def _accept(file: File, c: GrantApplication, at: Moment) -> Decision:
    rules_day = c.rules_day or at.on
    facts = with_what_follows(c.facts or file.application.facts, rules_day)
    if file.connected and (refusal := _without_its_law(file, c.ground, facts, rules_day)):
        return refusal
    return (ApplicationGranted(at, c.ground, c.rights_from, facts, rules_day),)


def _without_its_law(file: File, ground: str, facts: tuple[Fact, ...], rules_day: date) -> Refusal | None:
    """Why the law of that day does not carry the decision: no such ground, no identity, or facts that prove another."""
    law = law_on(rules_day)
    if refusal := opens_nothing(law, ground):
        return refusal
    if not any_accepted(file.application.pieces, IDENTITY_PAPERS):
        return refuse("identity_not_shown", piece="identity_document", by=decide_by(file))
    proof = evaluator(law, rules_day).prove(dict(facts))
    if proof and proof.ground.name != ground:
        return refuse("facts_prove_another_ground", ground=proof.ground.says, by=decide_by(file))
    return None


@decides(RefuseApplication)
def _refuse(file: File, c: RefuseApplication, at: Moment) -> Decision:
    if not (c.reason and c.article) and file.connected:
        return refuse("decision_without_grounds")
    if file.connected and not c.remedies:
        return refuse("decision_without_remedies")
    if file.connected and any(one.stage in WON and one.against in REFUSALS for one in file.appeal.items):
        return refuse("appeal_was_granted", by=decide_by(file))
    if refused := over_papers_that_are_here(file, c.article, at.on) or before_the_time_given(file, at.on):
        return refused
    awaited = awaited_papers(file, at.on)
    told, caisse = c.remedies and _can_be_told(file), file.attachment.caisse
    later = tuple(filter(may_follow, awaited))
    return (ApplicationRefused(at, c.reason, c.article, told, awaited, later, caisse),)


def _can_be_told(file: File) -> bool:
    """Whether how to contest can be written in the message; outside, the caisse's own letter says it or not."""
    return contact_known(file.attachment.caisse) or not file.connected


@decides(ReopenApplication)
def _reopen(file: File, _: ReopenApplication, at: Moment) -> Decision:
    if file.connected and not any(one.stage in WON and one.against in REFUSALS for one in file.appeal.items):
        return refuse("no_appeal_granted")
    return (ApplicationReopened(at),)


@decides(LetSilenceDecide)
def _silence(file: File, _: LetSilenceDecide, at: Moment) -> Decision:
    last = decide_by(file)
    if last is not None and at.on <= last:
        return refuse("silence_too_early", by=last)
    return (SilenceDecided(at, file.attachment.silence, file.attachment.caisse),)


@decides(Withdraw)
def _withdraw(_: File, __: Withdraw, at: Moment) -> Decision:
    return (Withdrawn(at),)
