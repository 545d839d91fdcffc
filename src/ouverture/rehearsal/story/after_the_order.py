"""What comes after the order of the card, at the same distance in both runs: card, doctor, kiosk, European card."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.card.decisions import (
    ConfirmCardDelivery,
    OrderEuropeanCard,
    PostCard,
    ProduceCard,
    UpdateCard,
)
from ouverture.dossier.claim.events import PricedLine
from ouverture.dossier.claim.requests import PayClaim, PriceClaim
from ouverture.dossier.doctor.decisions import AcceptPatient, ProposeDoctor, RecordDoctor
from ouverture.dossier.kernel import Asserter
from ouverture.rehearsal.story.cast import cast
from ouverture.rehearsal.story.step import Scenario, Step

SHEET = "first-visit"


def card_comes(ordered: date, office: Asserter) -> Scenario:
    """The card is made, sent and held. ``office`` is how the acts of the caisse are known."""
    after = cast().after
    return (
        Step(after(ordered, "card_made"), office, (ProduceCard(),), "She can follow the order online.", "M18"),
        Step(after(ordered, "card_posted"), office, (PostCard(),), "She can follow the order online.", "M18"),
        Step(after(ordered, "card"), "post", (ConfirmCardDelivery(),), "The card comes in under two weeks.", "M18"),
    )


def doctor_and_kiosk(ordered: date, office: Asserter) -> Scenario:
    """The médecin traitant on paper, then the card at the kiosk."""
    one, after = cast(), cast().after
    return (
        Step(after(ordered, "doctor_chosen"), "person", (ProposeDoctor(one.doctor),),
             "She chooses a médecin traitant: not compulsory, but repaid better.", "M21"),
        Step(after(ordered, "doctor_signs"), "doctor", (AcceptPatient(one.doctor, "paper"),),
             "The doctor signs the paper form, which goes by post.", "M21"),
        Step(after(ordered, "doctor_recorded"), office, (RecordDoctor(),),
             "The doctor shows online in under a week.", "M21"),
        Step(after(ordered, "kiosk"), "kiosk", (UpdateCard(),),
             "The card is updated at a pharmacy or a kiosk, in under a minute.", "M22"),
    )  # fmt: skip


def repayment(received: date, office: Asserter) -> Scenario:
    """The first care sheet is priced and paid."""
    one = cast()
    priced = PriceClaim(SHEET, (PricedLine(0, one.visit.paid, one.visit.repaid),))
    return (
        Step(one.after(received, "repaid"), office, (priced, PayClaim(SHEET, one.visit.repaid)),
             "The repayment goes to the bank account.", "M13, M24"),
    )  # fmt: skip


def european_card(office: Asserter) -> Scenario:
    """The European card, for the same trip in both runs."""
    one = cast()
    ordered = one.days["european_ordered"]
    came = one.after(ordered, "european")
    return (
        Step(ordered, "person", (OrderEuropeanCard(one.days["trip"]),),
             "The European card is ordered online, at least 15 days before the trip (20, say other sources).", "M23"),
        Step(came, office, (ProduceCard("european"), PostCard("european")), "It is made.", "M23"),
        Step(came, "post", (ConfirmCardDelivery("european"),), "It comes after five days.", "M23"),
    )  # fmt: skip
