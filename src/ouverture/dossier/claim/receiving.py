"""Taking a sheet: the account to pay to, the two years, the cover on the day of care, and a sheet sent twice."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.claim.events import AccountHolderConfirmed, BankDetailsRecorded, CareSheet, ClaimReceived
from ouverture.dossier.claim.holder import holder_differs
from ouverture.dossier.claim.requests import ConfirmAccountHolder, ReceiveClaim, RecordBankDetails
from ouverture.dossier.deadline import due_if_held
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.numbers.reading import read


@decides(RecordBankDetails)
def record_bank(_: File, c: RecordBankDetails, at: Moment) -> Decision:
    """The account, if its control digits are right; another holder's name is a question."""
    reading = read(c.iban)
    iban = next((one.number for one in reading.candidates if one.kind == "iban" and one.valid), None)
    if iban is None:
        return refuse("not_an_iban", reason=_what_is_wrong(c.iban))
    if not c.holder_name:
        return refuse("account_without_holder")
    return (BankDetailsRecorded(at, iban, c.holder_name, holder_differs(c.holder_name, c.person_name)),)


def _what_is_wrong(text: str) -> object:
    """What the reader of numbers says of a text that is no good IBAN: its first fault, else the whole."""
    reading = read(text)
    faults = [fault for one in reading.candidates if one.kind == "iban" for fault in one.problems]
    return faults[0].says if faults else reading.reason


@decides(ConfirmAccountHolder)
def confirm_holder(file: File, c: ConfirmAccountHolder, at: Moment) -> Decision:
    """The answer to the question about the holder."""
    if not file.claim.holder_question:
        return refuse("no_holder_question")
    return (AccountHolderConfirmed(at, c.why),) if c.why else refuse("no_reason_given")


@decides(ReceiveClaim)
def receive(file: File, c: ReceiveClaim, at: Moment) -> Decision:
    """The sheet, unless it is malformed, too late, for a day without cover, or here already."""
    fault = _malformed(file, c, at) or _too_late(c, at) or _without_cover(file, c) or _here_already(file, c)
    return fault or (ClaimReceived(at, c.claim, c.care_on, c.lines, c.electronic),)


def _malformed(file: File, c: ReceiveClaim, at: Moment) -> Refusal | None:
    if file.claim.named(c.claim):
        return refuse("sheet_already_recorded", claim=c.claim)
    if not c.lines or any(cents <= 0 or not code for code, cents in c.lines):
        return refuse("sheet_without_lines")
    return refuse("care_in_the_future", care=c.care_on) if c.care_on > at.on else None


def last_day_to_send(care_on: date) -> date | None:
    """The last day to send a sheet (L160-11); None when our files do not hold the text of that day."""
    return due_if_held("claim_two_years", care_on)


def _too_late(c: ReceiveClaim, at: Moment) -> Refusal | None:
    last = last_day_to_send(c.care_on)
    if last is None:
        return refuse("care_before_our_texts", care=c.care_on)
    return refuse("sheet_too_late", by=last, care=c.care_on) if at.on > last else None


def _without_cover(file: File, c: ReceiveClaim) -> Refusal | None:
    """Outside this system, rights nobody wrote down are not known: that is no ground to refuse."""
    if not file.rights.periods:
        return refuse("no_cover_yet", by=last_day_to_send(c.care_on)) if file.connected else None
    return None if file.rights.cover(c.care_on) else refuse("care_not_covered", care=c.care_on)


def _here_already(file: File, c: ReceiveClaim) -> Refusal | None:
    twin = next((one for one in (*file.claim.open, *file.claim.settled) if _same(one, c)), None)
    return refuse("sheet_sent_twice", claim=twin.claim, by=twin.received_on) if twin and not c.again else None


def _same(sheet: CareSheet, c: ReceiveClaim) -> bool:
    """The same care, as far as a sheet shows it; what was refused may be sent again, put right."""
    if sheet.stage == "refused" or sheet.care_on != c.care_on:
        return False
    return sorted((one.code, one.cents) for one in sheet.lines) == sorted(c.lines)
