"""What one act brings in the same step, or on its day: appeals, holds, cards, doctors, children, payments.

Each is a part of I1, I3, I5, I9, I11 or I12 as it is seen in one aggregate.
"""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.ages import reaches
from ouverture.dossier.appeal.contestable import SILENCES, answer_due
from ouverture.dossier.appeal.events import PENDING, WON
from ouverture.dossier.card.orders import too_late_for_the_card
from ouverture.dossier.card.stopping import may_stop_on
from ouverture.dossier.deadline import due
from ouverture.dossier.exchange.duties import promised_day
from ouverture.dossier.file import File
from ouverture.dossier.invariants.registry import Told, of_state
from ouverture.dossier.rights.events import OPEN

_ONE_DAY = timedelta(days=1)


@of_state("I1")
def an_appeal_is_acknowledged(file: File, day: date) -> Told:
    """An appeal before a board has its receipt in the step in which it came (CRPA L112-3)."""
    for one in file.appeal.items:
        if one.stage == "lodged" and one.to in SILENCES:
            yield f"the appeal {one.appeal} was not acknowledged"


@of_state("I11", "always")
def an_appeal_is_answered_in_time(file: File, day: date) -> Told:
    """A board answers, in words or by silence, within its time (R142-6, R142-8-5)."""
    for one in file.appeal.items:
        last = answer_due(one) if one.stage in PENDING else None
        if last and last + _ONE_DAY < day:
            yield f"the appeal {one.appeal} had to be answered by {last}"


@of_state("I5", "always")
def a_granted_appeal_ends_when_the_caisse_decided_again(file: File, day: date) -> Told:
    """Nobody is pressed for what is done."""
    for one in file.appeal.items:
        refusal = one.against in ("application_refused", "implied_refusal")
        if one.stage in WON and refusal and file.application.stage == "accepted":
            yield f"the claim is granted and the caisse is still asked to decide again ({one.appeal})"


@of_state("I5", "always")
def a_promise_is_kept_or_broken(file: File, day: date) -> Told:
    """A promise whose day has passed is said to be broken, so that somebody acts."""
    for one in file.exchange.items:
        if one.stage == "promised" and promised_day(one) + _ONE_DAY < day:
            yield f"the promise {one.exchange} was for {promised_day(one)} and nobody said that it was broken"


@of_state("I3")
def every_hold_is_whole_and_under_review(file: File, day: date) -> Told:
    """A live hold has its reason, its owner, and a review date not passed."""
    for one in file.hold.live:
        if not (one.reason and one.owner):
            yield f"the hold {one.hold} lacks a reason or an owner"
        if one.review_on + _ONE_DAY < day:
            yield f"the hold {one.hold} had to be looked at by {one.review_on}"


@of_state("I3")
def no_lock_outlives_its_hold(file: File, day: date) -> Told:
    """A locked account names a live hold."""
    live = {one.hold for one in file.hold.live}
    if file.account.stage == "locked" and file.account.locked_by not in live:
        yield f"the account is locked by {file.account.locked_by}, which is over"


@of_state("I12")
def no_cover_without_a_certified_identity(file: File, day: date) -> Told:
    """A confirmed suspension ends the cover in the same step (L114-12-3-1)."""
    if file.number.stage == "deactivated" and file.rights.stage in OPEN:
        yield "the suspension is confirmed and cover is still open"


@of_state("I12")
def no_card_outlives_the_cover(file: File, day: date) -> Told:
    """Cards are switched off once cover is closed and their own time has passed (R114-10-1 II)."""
    first = may_stop_on(file)
    for card in file.card.items:
        if first and card.stage not in ("none", "stopped") and max(first, card.since) + _ONE_DAY < day:
            yield f"cover ended and the {card.form} card still works since {first}"


@of_state("I5", "always")
def a_card_is_updated_every_year(file: File, day: date) -> Told:
    """After a year the person is told to update the card (R161-33-10)."""
    card = file.card.of("plastic")
    if (
        card
        and card.stage == "in_use"
        and card.updated_on
        and due("card_update_one_year", card.updated_on) + _ONE_DAY < day
    ):
        yield f"the card was last updated on {card.updated_on} and nobody said so"


@of_state("I1")
def a_certificate_is_made_at_once(file: File, day: date) -> Told:
    """The provisional certificate needs no making: it comes in the step in which it is asked for."""
    if file.card.stage("certificate") == "ordered":
        yield "a provisional certificate was asked for and not made"


@of_state("I1")
def a_trip_that_comes_first_has_its_certificate(file: File, day: date) -> Told:
    """A European card ordered too late for its trip: the certificate was made as well (M23)."""
    card, held = file.card.of("european"), file.card.of("certificate")
    late = card and card.trip_on and card.stage == "ordered" and too_late_for_the_card(card.trip_on, card.since)
    if late and card and card.trip_on and not (held and held.last_day and held.last_day >= card.trip_on):
        yield f"the trip of {card.trip_on} comes before its card, and no certificate was made"


@of_state("I1")
def a_doctor_declared_online_is_recorded(file: File, day: date) -> Told:
    """The doctor declares with the card: nothing is left to wait for (M21)."""
    if file.doctor.stage == "accepted" and file.doctor.route == "online":
        yield "a doctor was declared online and not recorded"


@of_state("I9")
def what_is_kept_is_kept_for_a_reason(file: File, day: date) -> Told:
    """While payments are suspended what is priced is held; once they are restored what was held is paid."""
    suspended = file.number.stage == "suspended"
    stopped = suspended or file.number.stage == "deactivated"
    for one in file.claim.open:
        if one.stage == "priced" and suspended:
            yield f"the sheet {one.claim} is priced while payments are suspended, and nothing says that it is kept"
        if one.stage == "held" and not stopped and file.claim.iban:
            yield f"payments are restored and the sheet {one.claim} was not paid"


@of_state("I5", "always")
def a_child_of_age_is_detached(file: File, day: date) -> Told:
    """Attachment ends on the birthday the law names (L160-2)."""
    for one in file.household.members:
        if one.stage == "attached" and reaches("child_cover_ends", one.born_on) + _ONE_DAY < day:
            yield f"{one.member} came of age on {reaches('child_cover_ends', one.born_on)} and is still attached"


@of_state("I1")
def what_a_card_holds_is_true_or_known_to_be_old(file: File, day: date) -> Told:
    """A change after the card was made: the person is told to update it (R161-33-10)."""
    card, changed = file.card.of("plastic"), file.number.certified_on
    made = card and card.stage in ("produced", "posted", "returned", "in_use")
    if made and card and card.updated_on and not card.stale:
        if changed and changed > card.updated_on:
            yield f"the number changed on {changed} and the card of {card.updated_on} says nothing of it"
        moved = file.attachment.taken_over_on
        if moved and moved > card.updated_on:
            yield f"the caisse changed on {moved} and the card of {card.updated_on} says nothing of it"
