"""What can be asked about the number: search before issue, then the terms of R114-7, to the permanent number."""

from __future__ import annotations

from datetime import date
from typing import Literal

from ouverture.dossier.application.pieces import any_accepted, named
from ouverture.dossier.askable import CIVIL_STATUS_PAPERS, IDENTITY_PAPERS
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import (
    Decision,
    Event,
    Moment,
    OfCaisse,
    OfClock,
    OfCnav,
    OfPerson,
    Personal,
    Secret,
    command,
)
from ouverture.dossier.number import events
from ouverture.dossier.number.against_the_person import against_the_person, differences
from ouverture.dossier.number.checked import fault
from ouverture.dossier.number.extension import extension_end, silence_after_suspension_on
from ouverture.dossier.number.terms import first_term_end, second_term_end
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.remedies import contact_known


@command
class IssueWaitingNumber(OfCaisse):
    """A waiting number for a person whom the search did not find, on identity alone."""

    number: Secret


@command
class AskCivilStatus(OfCaisse):
    """Tell the person to produce the civil-status paper (three months)."""


@command
class SendFormalNotice(OfCaisse):
    """Three more months; ``doubt`` says what is wrong with the paper received, if one was."""

    doubt: Personal = ""


@command
class SuspendPayments(OfCaisse):
    """Stop payments provisionally: both terms are over."""


@command
class DecideAfterSuspension(OfCaisse):
    """The caisse's decision of R114-7 V: is the paper possible, impossible for ever, impossible for now."""

    finding: events.Finding


@command
class RestoreBySilence(OfClock):
    """The caisse did not decide in its three months."""


@command
class AskCivilStatusAgain(OfCaisse):
    """Ask again, during an extension."""


@command
class SendToCnav(OfCaisse):
    """Both papers are good: the file goes to Cnav."""


@command
class CertifyInPlace(OfCnav):
    """The waiting number becomes the permanent one: same digits."""


@command
class ReplaceNumber(OfCnav):
    """Another number takes its place: at certification, or because the civil status was corrected."""

    new: Secret
    why: Personal


@command
class DeclineNumber(OfCnav):
    """Cnav does not give a permanent number, and says why."""

    reason: Personal


@command
class ReactivateNumber(OfCaisse):
    """Use the earlier number that the search found."""

    number: Secret


@command
class GivePermanentNumber(OfCnav):
    """A permanent number comes first, without a waiting one."""

    number: Secret


@command
class ReportNumberRejected(OfPerson):
    """A hospital, a pharmacy, an employer says that the number does not work."""

    by_whom: events.RejectedBy
    said: Personal = ""


@command
class ConfirmNumber(OfCaisse):
    """The number was checked and is active: the person receives a certificate to show."""


@command
class AcceptDifference(OfCaisse):
    """A second agent says why a number stands although its digits differ from the birth in the file."""

    number: Secret
    why: Personal


@command
class CloseNumber(OfCaisse):
    """Close a duplicate, or a number obtained by fraud."""

    why: Literal["duplicate", "fraud"]
    leads_to: Secret = ""


def _not_searched(file: File, number: str) -> Refusal | None:
    """Why a new number may not be issued yet: search first, and never a second number."""
    stage = file.identity.stage
    if stage in ("not_searched", "merging"):
        return refuse("search_first")
    if stage == "several":
        return refuse("settle_first")
    if stage == "known" and number not in file.identity.candidates:
        return refuse("earlier_number_exists")
    return None


@decides(ReportNumberRejected)
def _rejected(_: File, c: ReportNumberRejected, at: Moment) -> Decision:
    return (events.NumberRejected(at, c.by_whom, c.said),)


@decides(ConfirmNumber)
def _confirm(_: File, __: ConfirmNumber, at: Moment) -> Decision:
    return (events.NumberConfirmed(at),)


@decides(AcceptDifference)
def _accept_difference(file: File, c: AcceptDifference, at: Moment) -> Decision:
    if not c.why:
        return refuse("no_reason_given")
    if not at.who:
        return refuse("nobody_signed_in")
    if not differences(file, c.number):
        return refuse("no_difference")
    return (events.DifferenceAccepted(at, c.number, c.why),)


@decides(IssueWaitingNumber)
def _issue(file: File, c: IssueWaitingNumber, at: Moment) -> Decision:
    if wrong := fault(c.number) or against_the_person(file, c.number, at):
        return wrong
    if file.connected:
        if file.number.stage in events.ALIVE:
            return refuse("already_has_a_number")
        if not any_accepted(file.application.pieces, IDENTITY_PAPERS):
            return refuse("identity_not_shown", piece="identity_document")
        if blocked := _not_searched(file, c.number):
            return blocked
        if file.identity.stage == "known":
            return refuse("earlier_number_exists")
    return (events.WaitingNumberIssued(at, c.number),)


def doubtful(file: File) -> str:
    """The reason for which a civil-status paper was refused, or nothing."""
    for piece in file.application.pieces:
        if piece.name in CIVIL_STATUS_PAPERS and piece.status == "refused":
            return piece.reason
    return ""


def _civil_status_is_good(file: File) -> bool:
    return any_accepted(file.application.pieces, CIVIL_STATUS_PAPERS)


def _too_early(last: date | None, day: date) -> Refusal | None:
    if last is None:
        return refuse("person_not_told_yet")
    return refuse("term_still_runs", by=last, piece="birth_certificate") if day <= last else None


@decides(SendFormalNotice)
def _notice(file: File, c: SendFormalNotice, at: Moment) -> Decision:
    doubt = c.doubt or doubtful(file)
    awaited = file.connected and file.number.asked_on and not doubt
    if awaited and (refusal := _too_early(first_term_end(file), at.on)):
        return refusal
    return (events.FormalNoticeSent(at, doubt, file.attachment.caisse),)


@decides(SuspendPayments)
def _suspend(file: File, _: SuspendPayments, at: Moment) -> Decision:
    if file.connected and file.number.notice_on:
        if refusal := _too_early(second_term_end(file), at.on):
            return refusal
        if waiting := set(named(file.application.pieces, "received")) & CIVIL_STATUS_PAPERS:
            return refuse("judge_the_paper_first", piece=min(waiting))
    return (events.PaymentsSuspended(at),)


@decides(DecideAfterSuspension)
def _after_suspension(file: File, c: DecideAfterSuspension, at: Moment) -> Decision:
    if c.finding == "impossible_for_ever":
        return (events.RestoredForGood(at),)
    if c.finding == "impossible_for_now":
        return (events.RestoredAndExtended(at),)
    end = extension_end(file)
    if end is not None and at.on <= end:
        return refuse("term_still_runs", by=end, piece="birth_certificate")
    caisse = file.attachment.caisse
    return (events.SuspensionConfirmed(at, contact_known(caisse) or not file.connected, caisse),)


@decides(RestoreBySilence)
def _by_silence(file: File, _: RestoreBySilence, at: Moment) -> Decision:
    last = silence_after_suspension_on(file)
    if last is not None and at.on <= last:
        return refuse("silence_too_early", by=last)
    return (events.RestoredBySilence(at),)


@decides(SendToCnav)
def _send(file: File, _: SendToCnav, at: Moment) -> Decision:
    if file.connected and not _civil_status_is_good(file):
        return refuse("civil_status_missing", piece="birth_certificate")
    return (events.SentToCnav(at),)


@decides(CertifyInPlace)
def _certify(file: File, _: CertifyInPlace, at: Moment) -> Decision:
    if file.connected and file.number.stage != "with_cnav":
        return refuse("not_with_cnav")
    if wrong := against_the_person(file, file.number.number, at):
        return wrong
    return (events.CertifiedInPlace(at),)


@decides(ReplaceNumber)
def _replace(file: File, c: ReplaceNumber, at: Moment) -> Decision:
    if wrong := fault(c.new) or against_the_person(file, c.new, at):
        return wrong
    if c.new in (file.number.number, *file.number.aliases):
        return refuse("same_number")
    return (events.Replaced(at, file.number.number, c.new, c.why),) if c.why else refuse("no_reason_given")


@decides(ReactivateNumber)
def _reactivate(file: File, c: ReactivateNumber, at: Moment) -> Decision:
    if wrong := fault(c.number) or against_the_person(file, c.number, at):
        return wrong
    if file.connected and c.number not in file.identity.candidates:
        return refuse("number_not_found_by_search")
    if file.connected and file.identity.stage != "known":
        return refuse("settle_first")
    return (events.Reactivated(at, c.number),)


@decides(GivePermanentNumber)
def _give(file: File, c: GivePermanentNumber, at: Moment) -> Decision:
    if wrong := fault(c.number) or against_the_person(file, c.number, at):
        return wrong
    if file.connected and (blocked := _not_searched(file, c.number)):
        return blocked
    return (events.PermanentNumberGiven(at, c.number),)


@decides(CloseNumber)
def _close(file: File, c: CloseNumber, at: Moment) -> Decision:
    if c.why == "duplicate" and not c.leads_to:
        return refuse("duplicate_leads_nowhere")
    return (events.NumberClosed(at, c.why, c.leads_to),)


@decides(DeclineNumber)
def _decline(_: File, c: DeclineNumber, at: Moment) -> Decision:
    said: tuple[Event, ...] = (events.CnavDeclined(at, c.reason),)
    return said if c.reason else refuse("no_reason_given")


@decides(AskCivilStatus)
def _ask_civil_status(_: File, __: AskCivilStatus, at: Moment) -> Decision:
    return (events.CivilStatusAsked(at),)


@decides(AskCivilStatusAgain)
def _ask_civil_status_again(_: File, __: AskCivilStatusAgain, at: Moment) -> Decision:
    return (events.CivilStatusAskedAgain(at),)
