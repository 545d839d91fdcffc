"""What can happen to a care sheet and its money, and the state it leaves."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal, NamedTuple

from ouverture.dossier.claim.ledger import Entry, Ledger, movement, posted
from ouverture.dossier.kernel import Event, Personal, Sealed, Secret, Transition, Transitions, event

Stage = Literal["none", "received", "refused", "priced", "held", "paid", "reclaimed", "recovered"]
CareLines = Annotated[tuple[tuple[str, int], ...], Sealed(masked=False)]
"""Each act of a care sheet with what was paid for it, in cents."""
TO_PAY = frozenset({"priced", "held"})
PAID = frozenset({"paid", "reclaimed", "recovered"})
BankSaid = Literal["account_closed", "account_unknown", "account_blocked", "not_said"]
"""Why a bank sends a payment back, as its file says it."""
_SETTLED = frozenset({"refused", "paid", "recovered"})


class Line(NamedTuple):
    """One act of a sheet and what was paid for it, in cents. ``refused``: the code, if it was refused."""

    code: str
    cents: int
    refused: str = ""


class PricedLine(NamedTuple):
    """What the caisse gives for one line (counted from 0): the base it applies and what it repays, in cents."""

    line: int
    base: int
    cents: int


class CareSheet(NamedTuple):
    """One care sheet. Amounts in cents: ``due`` as priced, ``paid``, ``reclaimed`` in all, ``recovered`` in all.

    ``given``: each line as priced, the ``nth`` sheet priced in this file; ``owed``: participations it left for later,
    ``taken_back``: those of earlier care taken from it; ``paid_to``: the account, masked; ``returned_on``: the day on
    which the bank last sent its payment back.
    """

    claim: str
    stage: Stage
    care_on: date
    received_on: date
    electronic: bool
    lines: tuple[Line, ...]
    due: int = 0
    priced_on: date | None = None
    paid: int = 0
    paid_on: date | None = None
    reclaimed: int = 0
    reclaimed_on: date | None = None
    recovered: int = 0
    given: tuple[PricedLine, ...] = ()
    nth: int = 0
    owed: int = 0
    taken_back: int = 0
    paid_to: str = ""
    returned_on: date | None = None

    @property
    def to_recover(self) -> int:
        """What the person still has to give back, in cents."""
        return self.reclaimed - self.recovered


class Claims(NamedTuple):
    """The account to pay to, the sheets still ``open``, those ``settled``, and the accounts in cents."""

    iban: Secret = ""
    bank_on: date | None = None
    holder_question: bool = False
    open: tuple[CareSheet, ...] = ()
    settled: tuple[CareSheet, ...] = ()
    ledger: Ledger = Ledger()

    def named(self, claim: str) -> CareSheet | None:
        """The sheet with this name, or None."""
        return next((one for one in (*self.open, *reversed(self.settled)) if one.claim == claim), None)


def balance(state: Claims) -> int:
    """The sum of all accounts, in cents: zero after every event."""
    return sum(state.ledger)


@event
class BankDetailsRecorded(Event):
    """The account to pay to. ``holder_differs``: its name is not the person's, which is a question to ask."""

    confirmed = True

    iban: Secret
    holder_name: Personal
    holder_differs: bool


@event
class AccountHolderConfirmed(Event):
    """The person says whose account it is, and that it is the right one."""

    concerns_person = False

    why: Personal


@event
class ClaimReceived(Event):
    """A care sheet: the day of care, and each act with what was paid for it, in cents."""

    claim: str
    care_on: date
    lines: CareLines
    electronic: bool


@event
class LineRefused(Event):
    """A line (counted from 0) is not repaid: a code, and the sentence for the person."""

    claim: str
    line: int
    code: str
    text: Personal


@event
class ClaimPriced(Event):
    """What is repaid for each line, with the base the caisse applied.

    ``owed``: participations left for later; ``recovered``: earlier ones taken from it; ``why``: not as expected.
    """

    claim: str
    lines: tuple[PricedLine, ...]
    owed: int = 0
    recovered: int = 0
    why: Personal = ""


@event
class PaymentHeld(Event):
    """Payments are suspended: this one is kept, and paid when they are restored."""

    claim: str


@event
class ClaimPaid(Event):
    """The money left, to the account whose ends are shown."""

    claim: str
    cents: int
    account: str


@event
class PaymentReturned(Event):
    """The bank sent the payment back: it is due again. ``set_aside``: its account is paid to no more."""

    claim: str
    cents: int
    bank_said: BankSaid
    set_aside: bool


@event
class OverpaymentNoticed(Event):
    """Too much was paid: how much, in cents, and why (L160-11)."""

    claim: str
    cents: int
    why: Personal


@event
class Recovered(Event):
    """The person gave back this much, in cents."""

    claim: str
    cents: int


@event
class ParticipationsPaid(Event):
    """The person paid this much, in cents, of the participations and franchises still owed (L160-13 II, D160-7)."""

    cents: int


AboutCareSheet = (
    ClaimReceived
    | LineRefused
    | ClaimPriced
    | PaymentHeld
    | ClaimPaid
    | PaymentReturned
    | OverpaymentNoticed
    | Recovered
)


def entries(happened: Event) -> tuple[Entry, ...]:
    """The ledger entries of an event: debit and credit are equal to the cent; none when no money moves."""
    if isinstance(happened, ClaimPriced):
        repaid = sum(one.cents for one in happened.lines)
        return (
            *movement("health_costs", "due_to_person", repaid + happened.recovered),
            *movement("due_to_person", "owed_participations", happened.recovered),
            *movement("owed_participations", "health_costs", happened.owed),
        )
    if isinstance(happened, ClaimPaid):
        return movement("due_to_person", "bank", happened.cents)
    if isinstance(happened, PaymentReturned):
        return movement("bank", "due_to_person", happened.cents)
    if isinstance(happened, OverpaymentNoticed):
        return movement("to_recover", "health_costs", happened.cents)
    if isinstance(happened, Recovered):
        return movement("bank", "to_recover", happened.cents)
    return movement("bank", "owed_participations", happened.cents) if isinstance(happened, ParticipationsPaid) else ()


def _bank(state: Claims, e: BankDetailsRecorded) -> Claims:
    return state._replace(iban=e.iban, bank_on=e.on, holder_question=e.holder_differs)


def _received(state: Claims, e: ClaimReceived) -> Claims:
    lines = tuple(Line(code, cents) for code, cents in e.lines)
    return _put(state, e, CareSheet(e.claim, "received", e.care_on, e.on, e.electronic, lines))


def _put(state: Claims, e: AboutCareSheet, sheet: CareSheet) -> Claims:
    """The sheet as it is now, among the open or the settled ones, and the movement it makes."""
    still = tuple(one for one in state.open if one.claim != sheet.claim)
    settled = state.settled
    if len(still) == len(state.open):
        settled = tuple(one for one in settled if one.claim != sheet.claim)
    if sheet.stage in _SETTLED:
        settled = (*settled, sheet)
    else:
        still = (*still, sheet)
    ledger = posted(state.ledger, entries(e))
    return Claims(state.iban, state.bank_on, state.holder_question, still, settled, ledger)


def _line_refused(state: Claims, e: LineRefused) -> Claims:
    sheet = state.named(e.claim)
    if sheet is None:
        return state
    lines = tuple(one._replace(refused=e.code) if at == e.line else one for at, one in enumerate(sheet.lines))
    stage: Stage = "refused" if all(one.refused for one in lines) else sheet.stage
    return _put(state, e, sheet._replace(lines=lines, stage=stage))


def _priced(state: Claims, e: ClaimPriced) -> Claims:
    sheet = state.named(e.claim)
    if sheet is None:
        return state
    due = sum(one.cents for one in e.lines)
    # Nothing to pay is settled at once: a deduction may take the whole amount.
    stage: Stage = "priced" if due else "paid"
    nth = 1 + max((one.nth for one in (*state.open, *state.settled)), default=0)
    priced = sheet._replace(stage=stage, due=due, priced_on=e.on, paid_on=None if due else e.on)
    return _put(state, e, priced._replace(given=e.lines, nth=nth, owed=e.owed, taken_back=e.recovered))


def _held(state: Claims, e: PaymentHeld) -> Claims:
    sheet = state.named(e.claim)
    return _put(state, e, sheet._replace(stage="held")) if sheet else state


def _paid(state: Claims, e: ClaimPaid) -> Claims:
    sheet = state.named(e.claim)
    return (
        _put(state, e, sheet._replace(stage="paid", paid=e.cents, paid_on=e.on, paid_to=e.account)) if sheet else state
    )


def _returned(state: Claims, e: PaymentReturned) -> Claims:
    sheet = state.named(e.claim)
    if sheet is None:
        return state
    due = _put(state, e, sheet._replace(stage="priced", paid=0, paid_on=None, paid_to="", returned_on=e.on))
    return due._replace(iban="", bank_on=None, holder_question=False) if e.set_aside else due


def _reclaimed(state: Claims, e: OverpaymentNoticed) -> Claims:
    sheet = state.named(e.claim)
    if sheet is None:
        return state
    return _put(state, e, sheet._replace(stage="reclaimed", reclaimed=sheet.reclaimed + e.cents, reclaimed_on=e.on))


def _recovered(state: Claims, e: Recovered) -> Claims:
    sheet = state.named(e.claim)
    if sheet is None:
        return state
    got = sheet._replace(recovered=sheet.recovered + e.cents)
    return _put(state, e, got._replace(stage="recovered" if got.to_recover <= 0 else "reclaimed"))


def _participations_paid(state: Claims, e: ParticipationsPaid) -> Claims:
    return state._replace(ledger=posted(state.ledger, entries(e)))


def stage_of(state: Claims, happened: Event) -> Stage:
    """The stage of the sheet that an event is about; "none" for the account, and for a sheet not received yet."""
    sheet = state.named(getattr(happened, "claim", ""))
    return sheet.stage if sheet else "none"


TRANSITIONS: Transitions = {
    BankDetailsRecorded: Transition(("none",), None, _bank),
    AccountHolderConfirmed: Transition(("none",), None, lambda state, _: state._replace(holder_question=False)),
    ClaimReceived: Transition(("none",), "received", _received),
    LineRefused: Transition(("received",), None, _line_refused),
    ClaimPriced: Transition(("received",), None, _priced),
    PaymentHeld: Transition(("priced",), "held", _held),
    ClaimPaid: Transition(("priced", "held"), "paid", _paid),
    PaymentReturned: Transition(("paid",), "priced", _returned),
    OverpaymentNoticed: Transition(("paid", "reclaimed", "recovered"), "reclaimed", _reclaimed),
    Recovered: Transition(("reclaimed",), None, _recovered),
    ParticipationsPaid: Transition(("none",), None, _participations_paid),
}
