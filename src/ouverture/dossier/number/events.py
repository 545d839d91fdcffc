"""What can happen to the number of a person, and the state it leaves. R114-7 in full."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Secret, Transition, Transitions, event

Stage = Literal[
    "none", "waiting", "act_asked", "notice", "suspended", "extended", "with_cnav", "declined", "permanent",
    "deactivated", "closed",
]  # fmt: skip
AWAITS_CIVIL_STATUS = frozenset({"act_asked", "notice", "suspended", "extended"})
"""Stages in which the person is asked for the civil-status paper."""
WITH_WAITING_NUMBER = frozenset({"waiting", "act_asked", "notice", "suspended", "extended", "with_cnav", "declined"})
ALIVE = WITH_WAITING_NUMBER | {"permanent"}
Finding = Literal["possible", "impossible_for_ever", "impossible_for_now"]
"""What the caisse decides after the provisional suspension: the paper could be produced, never can, or cannot yet."""


class Accepted(NamedTuple):
    """A number that stands although it differs from the birth in the file, and which agent said so."""

    number: Secret
    who: str


class Number(NamedTuple):
    """The number and where it stands. ``aliases`` are earlier numbers: each leads here for ever."""

    stage: Stage = "none"
    number: Secret = ""
    aliases: tuple[Secret, ...] = ()
    issued_on: date | None = None
    asked_on: date | None = None
    notice_on: date | None = None
    suspended_on: date | None = None
    confirmed_on: date | None = None
    remedies_told: bool = False
    extended_on: date | None = None
    asked_again_on: date | None = None
    sent_on: date | None = None
    certified_on: date | None = None
    accepted: tuple[Accepted, ...] = ()
    declined_reason: Personal = ""
    declined_on: date | None = None
    rejected_on: date | None = None


@event
class WaitingNumberIssued(Event):
    """A waiting number (NIA), on the title of identity or stay alone (R114-7 II and III)."""

    number: Secret


@event
class CivilStatusAsked(Event):
    """The person is told to produce the civil-status paper within three months (R114-7 III al. 2)."""


@event
class FormalNoticeSent(Event):
    """The paper did not come, or is doubtful: formal notice, three more months (R114-7 IV)."""

    doubt: Personal
    service: str = ""


@event
class PaymentsSuspended(Event):
    """Still no paper: payments stop provisionally (R114-7 IV al. 2). Rights stay open."""


@event
class SuspensionConfirmed(Event):
    """The caisse finds that the paper could be produced: payments stop for good, the number is switched off (V 1°)."""

    remedies: bool
    service: str = ""


@event
class RestoredForGood(Event):
    """The paper can never be produced: payments are restored from the first day, the file goes to Cnav (V 2°)."""


@event
class RestoredAndExtended(Event):
    """The paper cannot be produced for now: payments restored, up to two more years (V 3°)."""


@event
class RestoredBySilence(Event):
    """The caisse did not decide in its three months: payments restored, the file goes to Cnav (V last paragraphs)."""


@event
class CivilStatusAskedAgain(Event):
    """During the extension the caisse asks again, regularly (R114-7 V 3°)."""


@event
class SentToCnav(Event):
    """The papers are good: the file goes to Cnav, which has two months (R114-7 II and VI)."""


@event
class CertifiedInPlace(Event):
    """Cnav certifies the identity: the same digits are now the permanent number."""


@event
class Replaced(Event):
    """Another number takes the place of this one; the old one leads to it for ever."""

    old: Secret
    new: Secret
    why: Personal


@event
class CnavDeclined(Event):
    """Cnav does not give a permanent number; the texts read do not say what follows."""

    reason: Personal


@event
class Reactivated(Event):
    """An earlier number of this person is found again and used: never a second one."""

    number: Secret


@event
class PermanentNumberGiven(Event):
    """A permanent number comes first: born in France, or given at once."""

    number: Secret


RejectedBy = Literal["hospital", "pharmacy", "doctor", "employer", "other"]


@event
class NumberRejected(Event):
    """Somebody to whom the person gave the number says that it does not work."""

    concerns_person = False

    by_whom: RejectedBy
    said: Personal


@event
class NumberConfirmed(Event):
    """The caisse checked the number: it is active; a certificate goes with the message."""


@event
class DifferenceAccepted(Event):
    """An agent says why a number stands although its digits differ from the birth in the file; another may give it."""

    concerns_person = False

    number: Secret
    why: Personal


@event
class NumberClosed(Event):
    """The number is closed: a duplicate (it leads to the other for ever) or obtained by fraud (L114-12-3)."""

    why: Literal["duplicate", "fraud"]
    leads_to: Secret


def _issued(state: Number, e: WaitingNumberIssued) -> Number:
    return state._replace(stage="waiting", number=e.number, issued_on=e.on)


def _led(state: Number, to: str, *others: str) -> tuple[str, ...]:
    """The aliases once ``to`` is the number: every other one the person ever had leads to it."""
    had = dict.fromkeys((*state.aliases, state.number, *others))
    return tuple(number for number in had if number and number != to)


def _replaced(state: Number, e: Replaced) -> Number:
    return state._replace(stage="permanent", number=e.new, aliases=_led(state, e.new, e.old), certified_on=e.on)


def _found(state: Number, e: Reactivated | PermanentNumberGiven) -> Number:
    aliases = _led(state, e.number)
    return state._replace(stage="permanent", number=e.number, aliases=aliases, issued_on=e.on, certified_on=e.on)


def _to_cnav(state: Number, e: SentToCnav | RestoredForGood | RestoredBySilence) -> Number:
    return state._replace(stage="with_cnav", sent_on=e.on)


def _confirmed(state: Number, e: SuspensionConfirmed) -> Number:
    return state._replace(stage="deactivated", confirmed_on=e.on, remedies_told=e.remedies)


def _closed(state: Number, e: NumberClosed) -> Number:
    if not e.leads_to:
        return state._replace(stage="closed")
    return state._replace(stage="closed", number=e.leads_to, aliases=_led(state, e.leads_to))


def _accepted(state: Number, e: DifferenceAccepted) -> Number:
    return state._replace(accepted=(*state.accepted, Accepted(e.number, e.at.who)))


_BEFORE_CNAV = ("waiting", "act_asked", "notice", "suspended", "extended", "declined")

_ALIVE = (*_BEFORE_CNAV, "with_cnav", "permanent")

TRANSITIONS: Transitions = {
    NumberRejected: Transition(_ALIVE, None, lambda state, e: state._replace(rejected_on=e.on)),
    NumberConfirmed: Transition(_ALIVE, None, lambda state, _: state._replace(rejected_on=None)),
    DifferenceAccepted: Transition(("none", "deactivated", *_BEFORE_CNAV, "with_cnav", "permanent"), None, _accepted),
    WaitingNumberIssued: Transition(("none",), "waiting", _issued),
    CivilStatusAsked: Transition(
        ("waiting",), "act_asked", lambda state, e: state._replace(stage="act_asked", asked_on=e.on)
    ),
    FormalNoticeSent: Transition(
        ("act_asked",), "notice", lambda state, e: state._replace(stage="notice", notice_on=e.on)
    ),
    PaymentsSuspended: Transition(
        ("notice",), "suspended", lambda state, e: state._replace(stage="suspended", suspended_on=e.on)
    ),
    SuspensionConfirmed: Transition(("suspended", "extended"), "deactivated", _confirmed),
    RestoredForGood: Transition(("suspended", "extended", "deactivated"), "with_cnav", _to_cnav),
    RestoredAndExtended: Transition(
        ("suspended",),
        "extended",
        lambda state, e: state._replace(stage="extended", extended_on=e.on, asked_again_on=e.on),
    ),
    RestoredBySilence: Transition(("suspended", "extended"), "with_cnav", _to_cnav),
    CivilStatusAskedAgain: Transition(("extended",), None, lambda state, e: state._replace(asked_again_on=e.on)),
    SentToCnav: Transition((*_BEFORE_CNAV, "deactivated"), "with_cnav", _to_cnav),
    CertifiedInPlace: Transition(
        (*_BEFORE_CNAV, "with_cnav"),
        "permanent",
        lambda state, e: state._replace(stage="permanent", certified_on=e.on),
    ),
    Replaced: Transition((*_BEFORE_CNAV, "with_cnav", "permanent"), "permanent", _replaced),
    CnavDeclined: Transition(
        ("with_cnav",),
        "declined",
        lambda state, e: state._replace(stage="declined", declined_reason=e.reason, declined_on=e.on),
    ),
    Reactivated: Transition(("none", "deactivated", *_BEFORE_CNAV, "with_cnav"), "permanent", _found),
    PermanentNumberGiven: Transition(("none",), "permanent", _found),
    NumberClosed: Transition((*_BEFORE_CNAV, "with_cnav", "permanent"), "closed", _closed),
}
