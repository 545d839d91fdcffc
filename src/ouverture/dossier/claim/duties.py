"""Who must act next for the care sheets, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.claim.events import TO_PAY, CareSheet
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File


def duties(file: File, _: date) -> Iterator[Obligation]:
    """One obligation a sheet, and one for the account to pay to."""
    state = file.claim
    waiting = [one for one in state.open if one.stage in ("received", *TO_PAY)]
    if waiting and not state.iban:
        yield owed("give_bank_details", min(one.returned_on or one.received_on for one in waiting))
    if state.holder_question and state.bank_on:
        yield owed("confirm_account_holder", state.bank_on)
    for one in state.open:
        if one.stage == "received":
            yield owed("price_electronic_claim" if one.electronic else "price_claim", one.received_on, one.claim)
        elif one.stage == "reclaimed" and one.reclaimed_on:
            yield owed("repay_overpayment", one.reclaimed_on, one.claim)
        else:
            yield from _payment(file, one)


def _payment(file: File, one: CareSheet) -> Iterator[Obligation]:
    """Who lets the money leave: nobody after a suspension for good, which is contested as a decision."""
    if file.number.stage == "suspended" and file.number.suspended_on:
        yield owed("release_held_payment", file.number.suspended_on, one.claim)
    elif file.number.stage != "deactivated" and file.claim.bank_on and one.priced_on:
        act = "pay_electronic_claim" if one.electronic else "pay_claim"
        begins = max(one.priced_on, file.claim.bank_on, one.returned_on or one.priced_on)
        yield owed(act, begins, one.claim)
