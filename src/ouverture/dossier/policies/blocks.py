"""What follows for holds: they lapse unless kept, and what they stopped goes on in the same step as they end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ouverture.dossier.account.decisions import InviteToAccount, UnlockAccount
from ouverture.dossier.file import File
from ouverture.dossier.hold.decisions import LapseHold
from ouverture.dossier.hold.events import HoldLapsed, HoldLifted
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import after, on_its_day


@on_its_day(connected_only=True)
def lapse_unless_kept(file: File, _: date) -> Iterator[tuple[date, Command]]:
    """A hold that nobody kept by its review date is over the day after (G3)."""
    for one in file.hold.live:
        yield one.review_on + timedelta(days=1), LapseHold(one.hold)


@after(HoldLifted, HoldLapsed)
def unlock_when_the_hold_ends(file: File, e: HoldLifted | HoldLapsed) -> Command | None:
    """An account stopped by a hold is given back with it."""
    locked = file.account.stage == "locked" and file.account.locked_by == e.hold
    return UnlockAccount() if locked else None


@after(HoldLifted, HoldLapsed)
def invite_when_the_hold_ends(file: File, _: HoldLifted | HoldLapsed) -> Command | None:
    """An invitation that a hold kept back goes out when the last such hold ends (I2)."""
    owed = file.number.stage == "permanent" and file.account.stage == "none"
    return InviteToAccount() if owed else None
