"""Nobody entitled is left without a next act that leads to the card: what it is when no part of the file says so."""

from __future__ import annotations

from collections.abc import Iterable

from ouverture.dossier.card.in_hand import has_a_card
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File

NO_WAY = frozenset({"died", "left_france", "fraud", "other_law", "state_medical_aid"})
"""Causes of a closing after which a card is not what the person waits for."""
CAISSE_SAYS, PERSON_ASKS = FALLBACKS = ("say_what_is_missing", "ask_what_is_missing")
"""Owed when no part of the file names a way. They keep I13 true by construction: whoever measures counts them."""


def toward_the_card(file: File, found: Iterable[Obligation]) -> Obligation | None:
    """The act that leads to the card when none found does; None when one does, or there is a card, or no way."""
    if file.application.stage in ("none", "withdrawn"):
        return owed(
            "deposit_application", max(file.attachment.since, file.application.decided_on or file.attachment.since)
        )
    if has_a_card(file) or (file.rights.stage == "closed" and file.rights.closed_by in NO_WAY):
        return None
    if any(each.duty.toward_card for each in found):
        return None
    days = (file.application.decided_on, file.number.issued_on, file.number.certified_on, file.watch.reviewed_on)
    # What the caisse said was written down: the next time is counted from there.
    said = [one.on for one in file.exchange.items]
    since = max(file.attachment.since, *said, *(day for day in days if day is not None))
    return owed(CAISSE_SAYS if file.connected else PERSON_ASKS, since)
