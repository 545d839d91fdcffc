"""What follows for payments when they are suspended and restored: what is due is kept, then paid (R114-7 IV and V)."""

from __future__ import annotations

from ouverture.dossier.claim.events import BankDetailsRecorded, ClaimPriced
from ouverture.dossier.claim.requests import HoldPayments, PayWhatWasHeld
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Event
from ouverture.dossier.number.events import (
    CertifiedInPlace,
    PaymentsSuspended,
    Reactivated,
    Replaced,
    RestoredAndExtended,
    RestoredBySilence,
    RestoredForGood,
    SentToCnav,
)
from ouverture.dossier.policies.registry import after


@after(PaymentsSuspended, ClaimPriced)
def hold_payments_while_suspended(file: File, _: Event) -> Command | None:
    """While payments are suspended, what is priced is kept and the person is told: held, not lost."""
    priced = any(one.stage == "priced" for one in file.claim.open)
    return HoldPayments() if priced and file.number.stage == "suspended" else None


@after(
    RestoredForGood, RestoredAndExtended, RestoredBySilence, SentToCnav, CertifiedInPlace, Replaced, Reactivated,
    BankDetailsRecorded,
)  # fmt: skip
def pay_what_was_held(file: File, _: Event) -> Command | None:
    """Payments are restored, or there is at last an account to pay to: everything kept leaves in the same step."""
    held = any(one.stage == "held" for one in file.claim.open)
    stopped = file.number.stage in ("suspended", "deactivated")
    return PayWhatWasHeld() if held and file.claim.iban and not stopped else None
