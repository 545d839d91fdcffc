"""What can happen to an exchange with an office, and the state it leaves."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

Way = Literal["call", "letter", "message", "visit", "screen"]
Stage = Literal["none", "noted", "promised", "broken", "kept", "followed_up"]


Whose = Literal["caisse", "cnav", "employer", "doctor", "prefecture", "consulate", "foreign_office", "other"]
"""Who said it, and promised: only what the caisse and Cnav promise can be asked of the caisse again."""


class Exchange(NamedTuple):
    """One exchange. ``promised_by`` is the day the office gave, None when it promised without a day."""

    exchange: str
    stage: Stage
    on: date
    promised_by: date | None = None
    whose: Whose = "caisse"
    broken_on: date | None = None


class Exchanges(NamedTuple):
    """Every exchange of the file, in the order in which they were written down."""

    items: tuple[Exchange, ...] = ()

    def named(self, exchange: str) -> Exchange | None:
        """The exchange with this name, or None."""
        return next((one for one in self.items if one.exchange == exchange), None)


@event
class ExchangeRecorded(Event):
    """What was said, with whom, and what was promised. ``follows`` names the exchange whose broken promise it is about.

    ``reference`` is what the office calls it: a file number, the name of an agent.
    """

    exchange: str
    way: Way
    with_whom: Personal
    said: Personal
    promised: Personal
    promised_by: date | None
    reference: Personal
    follows: str
    whose: Whose = "caisse"


@event
class PromiseKept(Event):
    """What was promised was done, in time or late."""

    concerns_person = False

    exchange: str


@event
class PromiseBroken(Event):
    """The day has passed and nothing was done. ``next_step`` is the name of the duty that follows."""

    exchange: str
    next_step: str


def _recorded(state: Exchanges, e: ExchangeRecorded) -> Exchanges:
    stage: Stage = "promised" if e.promised else "noted"
    before = state.named(e.follows)
    # A promise whose day has not come stays owed: only a broken one is taken over by the exchange that follows it.
    followed = before is not None and before.stage == "broken"
    earlier = _now(state, e.follows, stage="followed_up") if followed else state
    others = tuple(one for one in earlier.items if one.exchange != e.exchange)
    return Exchanges((*others, Exchange(e.exchange, stage, e.on, e.promised_by, e.whose)))


def _now(state: Exchanges, exchange: str, **changed: object) -> Exchanges:
    return Exchanges(
        tuple(one._replace(**changed) if one.exchange == exchange else one for one in state.items)  # type: ignore[arg-type]
    )


def stage_of(state: Exchanges, happened: Event) -> Stage:
    """The stage of the exchange that an event is about; "none" when it is not written down yet."""
    one = state.named(getattr(happened, "exchange", ""))
    return one.stage if one else "none"


TRANSITIONS: Transitions = {
    ExchangeRecorded: Transition(("none",), None, _recorded),
    PromiseKept: Transition(("promised", "broken"), "kept", lambda state, e: _now(state, e.exchange, stage="kept")),
    PromiseBroken: Transition(
        ("promised",), "broken", lambda state, e: _now(state, e.exchange, stage="broken", broken_on=e.on)
    ),
}
