"""The paper form of the carte Vitale: the caisse normally sends it unasked (facts: accounts_and_cards 4, SP-F265)."""

from __future__ import annotations

from datetime import date, timedelta

from ouverture.dossier.card.events import VITALE
from ouverture.dossier.duty import owed
from ouverture.dossier.file import File
from ouverture.dossier.rights.events import OPEN


def form_goes_on(file: File) -> date | None:
    """The day the form goes out: the first code of the account has died unused. None when nothing waits for it.

    A person need not have an account to have a card: the paper way is a right (accounts_and_cards, S35).
    """
    certified = file.number.certified_on
    waits = file.account.stage == "invited" and file.number.stage == "permanent" and file.rights.stage in OPEN
    ordered = any(file.card.stage(form) != "none" for form in VITALE)
    if certified is None or not waits or ordered or file.card.form_sent_on:
        return None
    return owed("activate_account", certified).due + timedelta(days=1)
