"""Who must act next for the account, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.account.decisions import InviteToAccount
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File
from ouverture.dossier.hold.blocks import blocked


def duties(file: File, _: date) -> Iterator[Obligation]:
    """The obligations of the account: the invitation stands until it is used, and is sent again when its code dies."""
    if file.account.stage == "invited" and file.account.invited_on and not _number_is_gone(file):
        yield owed("activate_account", file.account.invited_on)
    elif file.account.stage == "none" and file.number.stage == "permanent" and file.number.certified_on:
        yield from _invitation(file, file.number.certified_on)


def _number_is_gone(file: File) -> bool:
    """Whether the number that the code was sent for is closed: the code then opens nothing."""
    return file.connected and file.number.stage == "closed"


def _invitation(file: File, since: date) -> Iterator[Obligation]:
    # While a hold keeps the invitation back, what is owed is the review of the hold.
    if not (file.connected and blocked(file, InviteToAccount())):
        yield owed("invite_to_account", since)
