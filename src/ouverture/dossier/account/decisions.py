"""What can be asked of the online account."""

from __future__ import annotations

from ouverture.dossier.account.events import (
    AccountActivated,
    AccountInvited,
    AccountLocked,
    AccountRecovered,
    AccountUnlocked,
)
from ouverture.dossier.deciding import decides
from ouverture.dossier.file import File
from ouverture.dossier.kernel import Decision, Moment, OfCaisse, OfPerson, Personal, command
from ouverture.dossier.number.waits import what_the_number_waits_for
from ouverture.dossier.refusals import refuse


@command
class InviteToAccount(OfCaisse):
    """Send an activation code: with the number, and again whenever it is asked for."""


@command
class ActivateAccount(OfPerson):
    """The person opens the account with the code."""


@command
class RecoverAccount(OfPerson):
    """The person gets access back; ``way`` says how."""

    way: Personal


@command
class LockAccount(OfCaisse):
    """Stop access, because of a hold that says so."""

    hold: str


@command
class UnlockAccount(OfCaisse):
    """Give access back."""


@decides(InviteToAccount)
def _invite(file: File, _: InviteToAccount, at: Moment) -> Decision:
    if file.connected and file.number.stage != "permanent":
        return refuse("needs_permanent_number", **what_the_number_waits_for(file))
    return (AccountInvited(at),)


@decides(ActivateAccount)
def _activate(file: File, _: ActivateAccount, at: Moment) -> Decision:
    if file.account.stage == "none" and file.connected:
        return refuse("needs_permanent_number", **what_the_number_waits_for(file))
    return (AccountActivated(at),)


@decides(LockAccount)
def _lock(file: File, c: LockAccount, at: Moment) -> Decision:
    if file.connected and file.hold.named(c.hold) is None:
        return refuse("lock_without_hold")
    return (AccountLocked(at, c.hold),)


@decides(RecoverAccount)
def _recover_account(_: File, c: RecoverAccount, at: Moment) -> Decision:
    return (AccountRecovered(at, c.way),)


@decides(UnlockAccount)
def _unlock_account(_: File, __: UnlockAccount, at: Moment) -> Decision:
    return (AccountUnlocked(at),)
