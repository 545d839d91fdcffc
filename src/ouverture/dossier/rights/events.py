"""What can happen to the rights, and the state it leaves. Periods never overlap."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event
from ouverture.text import Text

Stage = Literal["none", "open", "questioned", "second_notice", "closing", "closed"]
OPEN = frozenset({"open", "questioned", "second_notice", "closing"})
Lost = Literal["stability", "stay"]
"""Which condition a control finds lost: a stable residence, or a regular stay."""
Cause = Literal[
    "stability", "stay", "left_france", "other_law", "died", "fraud", "identity_not_certified", "state_medical_aid"
]
"""Why cover ends: found lost by a control, or one of the causes that need no control (R111-4 1° to 3°, L114-12-3-1)."""


class Period(NamedTuple):
    """Days of cover: from the first to the last (None: no end is set), on a ground."""

    first: date
    last: date | None
    ground: str


class Rights(NamedTuple):
    """The periods of cover, the title of stay that carries them, and the notices sent in a control of residence.

    ``closed_before``: the day of the notice that closed an earlier period, and whether it said how to contest it: cover
    that opened again leaves the days in between to contest. ``on_another_ground``: what the last reading again changed.
    """

    stage: Stage = "none"
    periods: tuple[Period, ...] = ()
    title_expires: date | None = None
    removal_order: bool = False
    asked_on: date | None = None
    second_notice_on: date | None = None
    closing_notice_on: date | None = None
    remedies_told: bool = False
    lost: Lost | None = None
    lost_on: date | None = None
    closed_by: Cause | None = None
    rules_day: date | None = None
    closed_before: tuple[date, bool] | None = None
    on_another_ground: bool = False

    def cover(self, day: date) -> Period | None:
        """The period that covers ``day``, or None."""
        for period in reversed(self.periods):
            if period.first <= day and (period.last is None or day <= period.last):
                return period
        return None


@event
class RightsOpened(Event):
    """Cover begins on a day, on a ground (L160-1)."""

    first: date
    ground: str
    rules_day: date


@event
class StayTitleRecorded(Event):
    """The title of stay on which the rights rest, and the day it expires."""

    concerns_person = False

    title: Personal
    expires: date


@event
class RemovalOrderRecorded(Event):
    """An administrative removal order is final: the floor is two months, not six (R111-4 4°)."""

    concerns_person = False


@event
class ResidenceProofAsked(Event):
    """A control: one month from receipt to show residence (R114-10)."""

    what: Lost


@event
class SecondNoticeSent(Event):
    """The proof is missing or not enough: one more month, and what follows otherwise (R114-10-1 I)."""


@event
class ResidenceProved(Event):
    """The proof is good: the control ends, cover never stopped."""

    kept_until: date | None


@event
class ClosingNotified(Event):
    """The reasoned decision to close: what was checked, since when the condition fails, the day, the remedies."""

    lost: Lost
    lost_on: date
    closes_on: date
    remedies: bool
    service: str = ""


@event
class RightsClosed(Event):
    """Cover ends after ``last``; the card is not switched off before its own 45 days (R114-10-1 II)."""

    cause: Cause
    last: date


@event
class RightsReEvaluated(Event):
    """The same facts under new rules: cover goes on, on this ground.

    ``law``: the texts that changed, where whoever decided named them; ``amounts``: those that read otherwise for this
    person, in words.
    """

    ground: str
    rules_day: date
    law: tuple[str, ...] = ()
    amounts: Text | None = None


def _opened(state: Rights, e: RightsOpened) -> Rights:
    # Seen from outside, the same opening may be told twice, or after its closing: periods never overlap all the same.
    if state.periods and ((last := state.periods[-1].last) is None or e.first <= last):
        return state._replace(rules_day=e.rules_day)
    notice = (state.closing_notice_on, state.remedies_told) if state.closing_notice_on else state.closed_before
    periods = (*state.periods, Period(e.first, None, e.ground))
    return Rights("open", periods, state.title_expires, rules_day=e.rules_day, closed_before=notice)


def _asked(state: Rights, e: ResidenceProofAsked) -> Rights:
    return state._replace(stage="questioned", asked_on=e.on, lost=e.what)


def _second(state: Rights, e: SecondNoticeSent) -> Rights:
    return state._replace(stage="second_notice", second_notice_on=e.on)


def _proved(state: Rights, e: ResidenceProved) -> Rights:
    return state._replace(
        stage="open",
        title_expires=e.kept_until or state.title_expires,
        removal_order=False,
        asked_on=None,
        second_notice_on=None,
        closing_notice_on=None,
        lost=None,
        lost_on=None,
    )


def _notified(state: Rights, e: ClosingNotified) -> Rights:
    return state._replace(
        stage="closing", closing_notice_on=e.on, remedies_told=e.remedies, lost=e.lost, lost_on=e.lost_on
    )


def _closed(state: Rights, e: RightsClosed) -> Rights:
    running = state.periods[-1:]
    # Cover that would end before it began never was: the period goes.
    ended = tuple(period._replace(last=e.last) for period in running if e.last >= period.first)
    return state._replace(stage="closed", closed_by=e.cause, periods=(*state.periods[:-1], *ended))


def _re_evaluated(state: Rights, e: RightsReEvaluated) -> Rights:
    running = tuple(period._replace(ground=e.ground) for period in state.periods[-1:])
    other = running != state.periods[-1:]
    return state._replace(periods=(*state.periods[:-1], *running), rules_day=e.rules_day, on_another_ground=other)


_OPEN = ("open", "questioned", "second_notice", "closing")

TRANSITIONS: Transitions = {
    RightsOpened: Transition(("none", "closed"), "open", _opened),
    StayTitleRecorded: Transition(
        ("none", *_OPEN, "closed"), None, lambda state, e: state._replace(title_expires=e.expires)
    ),
    RemovalOrderRecorded: Transition(
        ("none", *_OPEN, "closed"), None, lambda state, _: state._replace(removal_order=True)
    ),
    ResidenceProofAsked: Transition(("open",), "questioned", _asked),
    SecondNoticeSent: Transition(("questioned",), "second_notice", _second),
    ResidenceProved: Transition(("questioned", "second_notice", "closing"), "open", _proved),
    ClosingNotified: Transition(("second_notice",), "closing", _notified),
    RightsClosed: Transition(_OPEN, "closed", _closed),
    RightsReEvaluated: Transition(_OPEN, None, _re_evaluated),
}
