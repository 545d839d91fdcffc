"""What can happen to the online account, and the state it leaves."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.kernel import Event, Personal, Transition, Transitions, event

Stage = Literal["none", "invited", "active", "locked"]


class Account(NamedTuple):
    """Where the account stands. ``was`` is the stage to go back to when the hold ``locked_by`` ends."""

    stage: Stage = "none"
    invited_on: date | None = None
    activated_on: date | None = None
    was: Stage = "none"
    locked_by: str = ""


@event
class AccountInvited(Event):
    """An activation code goes to the person; it lasts, and can be asked for again at any time."""


@event
class AccountActivated(Event):
    """The person opened the account."""

    concerns_person = False


@event
class AccountRecovered(Event):
    """The person lost access and has it again."""

    confirmed = True

    way: Personal


@event
class AccountLocked(Event):
    """Access is stopped by a hold, which says why, who owns it and until when."""

    hold: str


@event
class AccountUnlocked(Event):
    """Access is back."""


def _invited(state: Account, e: AccountInvited) -> Account:
    return state._replace(stage="invited", invited_on=e.on)


def _activated(state: Account, e: AccountActivated) -> Account:
    return state._replace(stage="active", activated_on=e.on)


def _locked(state: Account, e: AccountLocked) -> Account:
    return state._replace(stage="locked", was=state.stage, locked_by=e.hold)


TRANSITIONS: Transitions = {
    AccountInvited: Transition(("none", "invited"), "invited", _invited),
    AccountActivated: Transition(("invited", "none"), "active", _activated),
    AccountRecovered: Transition(("active",), None, lambda state, _: state),
    AccountLocked: Transition(("invited", "active"), "locked", _locked),
    AccountUnlocked: Transition(("locked",), None, lambda state, _: state._replace(stage=state.was, locked_by="")),
}
