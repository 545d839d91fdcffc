"""Judging a sheet and moving its money: each line judged, paid at most once, kept when payments stop."""

from __future__ import annotations

from ouverture.dossier.claim import events, requests
from ouverture.dossier.claim.events import PAID, TO_PAY, CareSheet
from ouverture.dossier.deadline import due
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.words import sum_in_words
from ouverture.text import Text


@decides(requests.RefuseLine)
def _refuse_line(file: File, c: requests.RefuseLine, at: Moment) -> Decision:
    sheet = file.claim.named(c.claim)
    if sheet is None or not 0 <= c.line < len(sheet.lines):
        return refuse("unknown_claim_line", claim=c.claim)
    if not (c.code and c.text):
        return refuse("line_refused_without_reason")
    if sheet.lines[c.line].refused:
        return refuse("line_already_refused", claim=c.claim)
    return (events.LineRefused(at, c.claim, c.line, c.code, c.text),)


@decides(requests.PriceClaim)
def _price(file: File, c: requests.PriceClaim, at: Moment) -> Decision:
    sheet = file.claim.named(c.claim)
    if sheet is None:
        return refuse("unknown_claim", claim=c.claim)
    fault = _wrong_price(sheet, c) or _wrong_participations(file, c)
    return fault or (events.ClaimPriced(at, c.claim, c.lines, c.owed, c.recovered, c.why),)


def _wrong_price(sheet: CareSheet, c: requests.PriceClaim) -> Refusal | None:
    wanted = [place for place, one in enumerate(sheet.lines) if not one.refused]
    if sorted(one.line for one in c.lines) != wanted:
        return refuse("every_line_once", claim=c.claim)
    if any(not 0 <= one.cents <= one.base <= sheet.lines[one.line].cents for one in c.lines):
        return refuse("amounts_out_of_order", claim=c.claim)
    return None


def _wrong_participations(file: File, c: requests.PriceClaim) -> Refusal | None:
    """Nothing is taken that is not owed, nor more than the lines could give."""
    repaid, base = sum(one.cents for one in c.lines), sum(one.base for one in c.lines)
    in_order = 0 <= c.owed <= base and 0 <= c.recovered <= file.claim.ledger.owed_participations
    if not in_order or repaid + c.recovered > base:
        return refuse("participations_out_of_order", claim=c.claim, owed=_owed(file))
    return None


def _owed(file: File) -> Text:
    return sum_in_words(file.claim.ledger.owed_participations)


@decides(requests.PayClaim)
def _pay(file: File, c: requests.PayClaim, at: Moment) -> Decision:
    sheet = file.claim.named(c.claim)
    if sheet is None:
        return refuse("unknown_claim", claim=c.claim)
    if sheet.stage in PAID:
        return refuse("already_paid", claim=c.claim, by=sheet.paid_on)
    cents = sheet.due if c.cents is None else c.cents
    return _cannot_pay(file, sheet, cents) or (events.ClaimPaid(at, c.claim, cents, mask(file.claim.iban)),)


def mask(iban: str) -> str:
    """The two ends of an account number, so that the person knows it and nobody can use it; "" when none is known."""
    return f"{iban[:4]}…{iban[-4:]}" if iban else ""


def _cannot_pay(file: File, sheet: CareSheet, cents: int) -> Refusal | None:
    if cents <= 0:
        return refuse("nothing_to_pay", claim=sheet.claim)
    if not file.connected:
        return None
    if sheet.stage in TO_PAY and cents != sheet.due:
        return refuse("pays_another_amount", claim=sheet.claim)
    return _stopped(file)


def _stopped(file: File) -> Refusal | None:
    """Why no payment can leave now: suspended, stopped for good, or nowhere to pay to."""
    if file.number.stage == "suspended" and file.number.suspended_on:
        last = due("caisse_decision_after_suspension", file.number.suspended_on)
        return refuse("payments_suspended", by=last, piece="birth_certificate")
    if file.number.stage == "deactivated":
        return refuse("payments_stopped")
    return None if file.claim.iban else refuse("bank_details_missing")


@decides(requests.RecordBankRejection)
def _sent_back(file: File, c: requests.RecordBankRejection, at: Moment) -> Decision:
    sheet = file.claim.named(c.claim)
    if sheet is None:
        return refuse("unknown_claim", claim=c.claim)
    if sheet.stage != "paid" or not sheet.paid:
        return refuse("no_payment_to_send_back", claim=c.claim)
    same_account = sheet.paid_to == mask(file.claim.iban)
    return (events.PaymentReturned(at, c.claim, sheet.paid, c.bank_said, same_account),)


@decides(requests.HoldPayments)
def _hold(file: File, _: requests.HoldPayments, at: Moment) -> Decision:
    if file.number.stage != "suspended":
        return refuse("payments_not_suspended")
    return tuple(events.PaymentHeld(at, one.claim) for one in file.claim.open if one.stage == "priced")


@decides(requests.PayWhatWasHeld)
def _pay_held(file: File, _: requests.PayWhatWasHeld, at: Moment) -> Decision:
    to = mask(file.claim.iban)
    held = (one for one in file.claim.open if one.stage == "held")
    return _stopped(file) or tuple(events.ClaimPaid(at, one.claim, one.due, to) for one in held)


@decides(requests.NoticeOverpayment)
def _overpaid(file: File, c: requests.NoticeOverpayment, at: Moment) -> Decision:
    sheet = file.claim.named(c.claim)
    if sheet is None or sheet.paid_on is None:
        return refuse("unknown_claim", claim=c.claim)
    if not c.why:
        return refuse("no_reason_given")
    if not 0 < c.cents <= sheet.paid - sheet.reclaimed:
        return refuse("reclaims_more_than_paid", claim=c.claim)
    last = due("overpayment_two_years", sheet.paid_on)
    if file.connected and not c.fraud and at.on > last:
        return refuse("overpayment_too_late", by=last)
    return (events.OverpaymentNoticed(at, c.claim, c.cents, c.why),)


@decides(requests.RecordRecovery)
def _recover(file: File, c: requests.RecordRecovery, at: Moment) -> Decision:
    sheet = file.claim.named(c.claim)
    if sheet is None or not 0 < c.cents <= sheet.to_recover:
        return refuse("recovers_more_than_owed", claim=c.claim)
    return (events.Recovered(at, c.claim, c.cents),)


@decides(requests.RecordParticipationsPaid)
def _participations_paid(file: File, c: requests.RecordParticipationsPaid, at: Moment) -> Decision:
    if not 0 < c.cents <= file.claim.ledger.owed_participations:
        return refuse("pays_more_than_owed", owed=_owed(file))
    return (events.ParticipationsPaid(at, c.cents),)
