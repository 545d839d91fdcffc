"""I13: it can end well. Nobody entitled is without a next act that leads to a number, to cover or to a card."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.appeal.events import REFUSALS, WON
from ouverture.dossier.card.decisions import SendCardForm
from ouverture.dossier.card.in_hand import has_a_card
from ouverture.dossier.duty import duties
from ouverture.dossier.file import File
from ouverture.dossier.hold.blocks import blocked
from ouverture.dossier.invariants.registry import Told, of_state
from ouverture.dossier.obligations import obligations
from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.way_to_the_card import NO_WAY


@of_state("I13", "always")
def the_way_to_the_card_is_open(file: File, day: date) -> Told:
    """Somebody owes, by a day, an act that leads to the card, until there is one or none can be claimed any more."""
    if has_a_card(file) or (file.rights.stage == "closed" and file.rights.closed_by in NO_WAY):
        return
    if not any(each.duty.toward_card for each in obligations(file, day)):
        yield f"no card, and nothing that is owed leads to one (claim {file.application.stage})"


@of_state("I13", "always")
def a_refusal_is_followed_by_a_new_claim(file: File, day: date) -> Told:
    """After a refusal, while no cover is open and no granted appeal is to be carried out, a new claim is offered."""
    granted = any(one.stage in WON and one.against in REFUSALS for one in file.appeal.items)
    uncovered = file.application.stage == "refused" and file.rights.stage not in OPEN and not granted
    if uncovered and not any(each.act == "claim_again" for each in obligations(file, day)):
        yield "the claim was refused and no new claim is offered"


@of_state("I13")
def a_card_waits_for_no_account(file: File, day: date) -> Told:
    """Covered, with a permanent number, and the account not opened in its time: the paper form was sent."""
    certified = file.number.certified_on
    if certified is None or file.number.stage != "permanent" or file.rights.stage not in OPEN or file.card.items:
        return
    late = day > certified + timedelta(days=(duties()["activate_account"].days or 0) + 1)
    if late and file.account.stage == "invited" and not file.card.form_sent_on and not blocked(file, SendCardForm()):
        yield "the card waits for an account that was not opened, and no paper form was sent"


@of_state("I13")
def a_granted_appeal_opens_the_claim_again(file: File, day: date) -> Told:
    """An appeal against a refusal that was granted is carried out in the same step: the claim is open again."""
    for one in file.appeal.items:
        against_it = one.stage in WON and one.against in REFUSALS
        if against_it and file.application.stage == "refused" and not file.application.implied:
            yield f"the appeal {one.appeal} is granted and the claim is still refused"
