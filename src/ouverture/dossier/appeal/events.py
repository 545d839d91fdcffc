"""What can happen to an appeal, and the state it leaves."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

Against = Literal["application_refused", "implied_refusal", "rights_closing", "number_suspension", "medical_decision"]
"""The decision contested. A medical decision is not held in the file: its clock is not counted here."""
Where = Literal["cra", "cmra", "mediator", "court"]
"""The appeal board, the medical board (R142-8), the caisse's mediator (L217-7-1), the court."""
Stage = Literal[
    "none", "lodged", "acknowledged", "granted", "partly", "rejected", "implied", "withdrawn", "carried_out"
]
AppealResult = Literal["granted", "partly", "rejected"]
PENDING = frozenset({"lodged", "acknowledged"})
WON = frozenset({"granted", "partly"})
REFUSALS = frozenset({"application_refused", "implied_refusal"})
"""What an appeal that reopens the claim was lodged against."""


class Appeal(NamedTuple):
    """One appeal. ``remedies_told``: its acknowledgement, or its decision, said how to go further and by when."""

    appeal: str
    against: Against
    to: Where
    stage: Stage
    lodged_on: date
    acknowledged_on: date | None = None
    remedies_told: bool = False
    decided_on: date | None = None


class Appeals(NamedTuple):
    """Every appeal of the file, in the order in which they were lodged."""

    items: tuple[Appeal, ...] = ()

    def named(self, appeal: str) -> Appeal | None:
        """The appeal with this name, or None."""
        return next((one for one in self.items if one.appeal == appeal), None)


@event
class AppealLodged(Event):
    """A decision is contested, on written grounds."""

    concerns_person = False

    appeal: str
    against: Against
    to: Where
    grounds: Personal


@event
class AppealAcknowledged(Event):
    """The appeal was received (CRPA L112-3). ``implied_on``: the last day to answer, None when silence says nothing.

    For the mediator: the notice that the complaint is admissible, which stops the appeal clock (L217-7-1).
    """

    appeal: str
    implied_on: date | None
    remedies: bool


@event
class AppealDecided(Event):
    """The answer, with its reason, and whether it says how to go further."""

    appeal: str
    outcome: AppealResult
    reason: Personal
    remedies: bool


@event
class AppealImplied(Event):
    """The board said nothing in its time: the appeal counts as rejected (R142-6, R142-8-5)."""

    appeal: str


@event
class AppealWithdrawn(Event):
    """The person gives the appeal up."""

    concerns_person = False

    appeal: str


@event
class AppealCarriedOut(Event):
    """The caisse has decided again, as the granted appeal wants."""

    appeal: str


def _lodged(state: Appeals, e: AppealLodged) -> Appeals:
    others = tuple(one for one in state.items if one.appeal != e.appeal)
    return Appeals((*others, Appeal(e.appeal, e.against, e.to, "lodged", e.on)))


def _now(state: Appeals, appeal: str, **changed: object) -> Appeals:
    return Appeals(
        tuple(one._replace(**changed) if one.appeal == appeal else one for one in state.items)  # type: ignore[arg-type]
    )


def _acknowledged(state: Appeals, e: AppealAcknowledged) -> Appeals:
    return _now(state, e.appeal, stage="acknowledged", acknowledged_on=e.on, remedies_told=e.remedies)


def _decided(state: Appeals, e: AppealDecided) -> Appeals:
    return _now(state, e.appeal, stage=e.outcome, decided_on=e.on, remedies_told=e.remedies)


def stage_of(state: Appeals, happened: Event) -> Stage:
    """The stage of the appeal that an event is about; "none" when it was not lodged."""
    one = state.named(getattr(happened, "appeal", ""))
    return one.stage if one else "none"


TRANSITIONS: Transitions = {
    AppealLodged: Transition(("none",), "lodged", _lodged),
    AppealAcknowledged: Transition(("lodged",), "acknowledged", _acknowledged),
    AppealDecided: Transition(("lodged", "acknowledged", "implied"), None, _decided),
    AppealImplied: Transition(
        ("lodged", "acknowledged"),
        "implied",
        lambda state, e: _now(state, e.appeal, stage="implied", decided_on=e.on),
    ),
    AppealWithdrawn: Transition(
        ("lodged", "acknowledged"),
        "withdrawn",
        lambda state, e: _now(state, e.appeal, stage="withdrawn", decided_on=e.on),
    ),
    AppealCarriedOut: Transition(
        ("granted", "partly"), "carried_out", lambda state, e: _now(state, e.appeal, stage="carried_out")
    ),
}
