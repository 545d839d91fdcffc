"""The story as it happened: the caisse is outside, and she writes down what she sees, when she sees it."""

from __future__ import annotations

from ouverture.dossier.account.decisions import ActivateAccount, InviteToAccount
from ouverture.dossier.application.arrival import NoteArrival
from ouverture.dossier.application.decisions import Deposit
from ouverture.dossier.application.events import ApplicationGranted
from ouverture.dossier.attachment.decisions import OpenFile
from ouverture.dossier.card.decisions import OrderCard, SendCardForm
from ouverture.dossier.claim.requests import ReceiveClaim, RecordBankDetails
from ouverture.dossier.envelope.decisions import RegisterEnvelope
from ouverture.dossier.exchange.decisions import KeepPromise, RecordExchange
from ouverture.dossier.hold.decisions import LiftHold, PlaceHold
from ouverture.dossier.kernel import Event, Moment
from ouverture.dossier.number.events import Reactivated
from ouverture.dossier.rights.events import RightsOpened
from ouverture.dossier.seen import as_seen
from ouverture.rehearsal.story.after_the_order import SHEET, card_comes, doctor_and_kiosk, european_card, repayment
from ouverture.rehearsal.story.cast import cast
from ouverture.rehearsal.story.step import Scenario, Step

HOLD = "card-order"
LINE = "the agent on the line"


def recorded() -> Scenario:
    """The steps of the run with the caisse outside, by day."""
    ordered = cast().outside["order_works"]
    steps = (
        *_deposit(),
        *_calls(),
        *_first_care(),
        *card_comes(ordered, "screen"),
        *_paper_form(),
        *doctor_and_kiosk(ordered, "screen"),
        *european_card("screen"),
    )
    return tuple(sorted(steps, key=lambda step: step.on))


def _deposit() -> Scenario:
    one = cast()
    ready = (
        OpenFile("person-1", one.caisse, "recorded"),
        *one.identity,
        Deposit(one.situation.papers, "registered_post", one.situation.ground, one.situation.facts),
        RegisterEnvelope("claim", one.situation.papers, "registered_post", one.tracking),
        RecordBankDetails(one.iban, one.name, one.name),
    )
    return (
        Step(one.days["posted"], "person", ready,
             "One form, the papers and the bank details go to the caisse of Paris by registered post; the tracking "
             "number is typed without spaces.", "M5-M8, M24"),
        Step(one.days["received"], "person", (NoteArrival(one.days["received"]),),
             "The signed slip comes back after three to five days. Then the office says nothing.", "M8, M9, M19"),
    )  # fmt: skip


def _calls() -> Scenario:
    days = cast().outside
    return (
        Step(days["call_1"], "person", (_call_1(),),
             "Call 1: the number had been active for six weeks, and nobody had said so. The agent e-mails the "
             "attestation.", "M10, M14"),
        Step(days["call_1"], "call", tuple(as_seen(one) for one in _learned_in_call_1()),
             "What the agent said, and what follows from it: the papers had come, and were good.", "M14", ours=True),
        Step(days["call_1"], "person", (KeepPromise("call-1"),), "The attestation comes by e-mail.", "M14"),
        Step(days["account_fails"], "person", (_screen("account-screen", _ACCOUNT),),
             "The account cannot be created; « mot de passe oublié » does not help.", "M15"),
        Step(days["call_2"], "person", (_call_2(),), "Call 2: a four-digit code, by text message.", "M16"),
        Step(days["call_2"], "call", (InviteToAccount(),), "The code comes.", "M16"),
        Step(days["call_2"], "person", (ActivateAccount(),), "The account opens.", "M16"),
        Step(days["order_fails"], "person", (_screen("card-screen", _CARD),), "The card cannot be ordered.", "M16"),
        Step(days["order_fails"], "screen", (PlaceHold(HOLD, "no_reason_was_given", blocks=("order_card",)),),
             "Something blocks it; the screen does not say what.", "M17"),
        Step(days["call_3"], "person", (_call_3(),),
             "Call 3: the account is blocked and the agent does not know why. A green paper form is promised in two "
             "weeks; until then, try every day.", "M17"),
        Step(days["order_works"], "screen", (LiftHold(HOLD, ""),), "After a week of tries, it works.", "M17"),
        Step(days["order_works"], "person", (OrderCard(),),
             "The passport and a photo to the French standard go online; an e-mail confirms the order.", "M18"),
    )  # fmt: skip


_ACCOUNT = "Votre situation actuelle ne vous permet pas de créer immédiatement votre compte ameli."
_CARD = (
    "Nous vérifions actuellement les données vous concernant. Pour plus d'informations veuillez contacter votre caisse."
)


def _screen(named: str, shown: str) -> RecordExchange:
    return RecordExchange(named, "screen", "the site of the caisse", shown)


def _call_1() -> RecordExchange:
    day = cast().outside["call_1"]
    said = "the number has been in use since the end of January"
    return RecordExchange("call-1", "call", LINE, said, "the attestation, by e-mail", day)


def _learned_in_call_1() -> tuple[Event, ...]:
    """What happened six weeks before the call that told it."""
    one = cast()
    happened, first, ground = Moment(one.days["decided"], "call"), one.days["received"], one.situation.ground
    return (
        RightsOpened(happened, first, ground, happened.on),
        ApplicationGranted(happened, ground, first, one.situation.facts, happened.on),
        Reactivated(happened, one.number),
    )


def _call_2() -> RecordExchange:
    return RecordExchange("call-2", "call", LINE, "the account can be opened with a code sent by text message")


def _call_3() -> RecordExchange:
    said = "the account is blocked, and the agent does not know why"
    return RecordExchange("call-3", "call", LINE, said, "a paper form", cast().outside["form_promised"])


def _paper_form() -> Scenario:
    day = cast().outside["form_comes"]
    return (
        Step(day, "letter", (SendCardForm(),), "The green form comes after three weeks, not two.", "M17"),
        Step(
            day, "person", (KeepPromise("call-3"),), "It is of no more use: the card came before it.", "M17", ours=True
        ),
    )


def _first_care() -> Scenario:
    """The sheet waits for the number, which she learns only in call 1."""
    one = cast()
    sent = one.outside["call_1"]
    sheet = ReceiveClaim(SHEET, one.days["care"], ((one.visit.code, one.visit.paid),))
    return (
        Step(sent, "person", (sheet,),
             "Before the card one pays first, and sends a paper care sheet: it needs the number.", "M11, M13"),
        *repayment(one.after(sent, "sheet_arrives"), "screen"),
    )  # fmt: skip
