"""The same story with the caisse on this system: the same working days, and everything told in the same step."""

from __future__ import annotations

from ouverture.dossier.account.decisions import ActivateAccount
from ouverture.dossier.application.decisions import AcceptPiece, Deposit, GrantApplication
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.card.decisions import OrderCard
from ouverture.dossier.claim.requests import ReceiveClaim, RecordBankDetails
from ouverture.dossier.envelope.decisions import AttachPage, RegisterEnvelope
from ouverture.dossier.hold.decisions import LiftHold, PlaceHold, ReviewHold
from ouverture.dossier.identity.decisions import RecordSearch
from ouverture.dossier.number.decisions import ReactivateNumber
from ouverture.rehearsal.story.after_the_order import SHEET, card_comes, doctor_and_kiosk, european_card, repayment
from ouverture.rehearsal.story.cast import cast
from ouverture.rehearsal.story.step import Scenario, Step

HOLD = "card-order"
OTHER_AGENT = "agent-12"
WHY = "the birth record is being compared with the one of the first registration"
BLOCKED = ("order_card",)


def connected() -> Scenario:
    """The steps of the run with the caisse on this system, by day."""
    ordered = cast().inside["order_works"]
    steps = (
        *_deposit(),
        *_decision(),
        *_account_and_card(),
        *_first_care(),
        *card_comes(ordered, "caisse"),
        *doctor_and_kiosk(ordered, "caisse"),
        *european_card("caisse"),
    )
    return tuple(sorted(steps, key=lambda step: step.on))


def kept() -> Scenario:
    """The same run, but the office keeps its block beyond the day on which it would have ended by itself."""
    days = cast().kept
    before = tuple(step for step in connected() if step.on <= cast().inside["order_fails"])
    return (
        *before,
        Step(days["review"], "caisse", (ReviewHold(HOLD, days["until"], ""),),
             "An agent keeps the block without saying why.", "M17", "no_reason_given", ours=True, agent=OTHER_AGENT),
        Step(days["review"], "caisse", (ReviewHold(HOLD, days["until"], WHY),),
             "The agent who placed the block keeps it.", "M17", "review_needs_another", ours=True),
        Step(days["review"], "caisse", (ReviewHold(HOLD, days["until"], WHY),),
             "Another agent keeps it, and says why.", "M17", ours=True, agent=OTHER_AGENT),
        Step(days["lifted"], "caisse", (LiftHold(HOLD, "the birth record is the one the number was given on"),),
             "The check is over before its day.", "M17", ours=True),
        Step(cast().after(days["lifted"], "message"), "person", (OrderCard(),), "The card is ordered.", "M18"),
    )  # fmt: skip


def _deposit() -> Scenario:
    one = cast()
    papers = one.situation.papers
    arrives = (
        RegisterEnvelope("claim", papers, "registered_post", one.tracking),
        Deposit(papers, "registered_post", one.situation.ground, one.situation.facts),
    )
    sorting = tuple(AttachPage("claim", paper, paper) for paper in papers)
    return (
        Step(one.days["posted"], "person", (OpenFile("person-1", one.caisse), *one.identity),
             "One form, the papers and the bank details go to the caisse of Paris by registered post; the tracking "
             "number is typed without spaces.", "M5-M8"),
        Step(one.days["received"], "caisse", arrives,
             "The signed slip comes back after three to five days. Then the office says nothing.", "M8, M9, M19"),
        Step(one.days["sorted"], "caisse", (*sorting, RecordBankDetails(one.iban, one.name, one.name)),
             "Papers may be lost, several times for some.", "M20, M24"),
    )  # fmt: skip


def _decision() -> Scenario:
    one = cast()
    ground = one.situation.ground
    examined = (*(AcceptPiece(paper) for paper in one.situation.papers), RecordSearch((one.number,)))
    return (
        Step(one.days["decided"], "caisse", (*examined, GrantApplication(ground, one.days["received"])),
             "Whoever once worked in France has a number for life: it is used again.", "M5, M6"),
        Step(one.days["decided"], "caisse", (ReactivateNumber(one.number),),
             "Call 1: the number had been active for six weeks, and nobody had said so.", "M12, M14, M16"),
    )  # fmt: skip


def _account_and_card() -> Scenario:
    days = cast().inside
    hold = PlaceHold(HOLD, "data_being_checked", BLOCKED, days["hold_review"])
    return (
        Step(days["account_opened"], "person", (ActivateAccount(),),
             "Call 2: a four-digit code, by text message, for an account that could not be created.", "M15, M16"),
        Step(days["order_fails"], "caisse", (hold,),
             "Call 3: the account is blocked and the agent does not know why.", "M17"),
        Step(days["order_fails"], "person", (OrderCard(),), "The card cannot be ordered.", "M16, M17", "held"),
        Step(days["order_works"], "person", (OrderCard(),),
             "The passport and a photo to the French standard go online; an e-mail confirms the order.", "M18"),
    )  # fmt: skip


def _first_care() -> Scenario:
    """The sheet leaves on the day of the care: the number is known."""
    one = cast()
    received = one.after(one.days["care"], "sheet_arrives")
    sheet = ReceiveClaim(SHEET, one.days["care"], ((one.visit.code, one.visit.paid),))
    return (
        Step(received, "caisse", (sheet,),
             "Before the card one pays first, and sends a paper care sheet: it needs the number.", "M11, M13"),
        *repayment(received, "caisse"),
    )  # fmt: skip
