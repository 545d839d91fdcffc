"""Who must do what by which day, in one file, and the one that comes first: computed, never stored (G1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ouverture.dossier.account.duties import duties as of_account
from ouverture.dossier.appeal.duties import duties as of_appeal
from ouverture.dossier.application.duties import duties as of_application
from ouverture.dossier.attachment.duties import duties as of_attachment
from ouverture.dossier.card.duties import duties as of_card
from ouverture.dossier.claim.duties import duties as of_claim
from ouverture.dossier.deadline import TermNotHeld
from ouverture.dossier.doctor.duties import duties as of_doctor
from ouverture.dossier.duty import COUNT_BY_HAND, Obligation, owed
from ouverture.dossier.envelope.duties import duties as of_envelope
from ouverture.dossier.exchange.duties import duties as of_exchange
from ouverture.dossier.file import File
from ouverture.dossier.hold.duties import duties as of_hold
from ouverture.dossier.household.duties import duties as of_household
from ouverture.dossier.messages.duties import duties as of_messages
from ouverture.dossier.number.duties import duties as of_number
from ouverture.dossier.rights.duties import duties as of_rights

DUTIES: tuple[Callable[[File, date], Iterator[Obligation]], ...] = (
    of_application,
    of_number,
    of_rights,
    of_account,
    of_attachment,
    of_exchange,
    of_appeal,
    of_claim,
    of_doctor,
    of_household,
    of_messages,
    of_hold,
    of_card,
    of_envelope,
)


# The answer for the last file asked about: policies, checks and pages ask again for it, and files never change.
_last: tuple[File | None, date, tuple[Obligation, ...]] = (None, date.min, ())


def obligations(file: File, day: date) -> tuple[Obligation, ...]:
    """Every obligation of the file on that day, the first due first; empty only before it opens and after it closes.

    A closed file still owes the delivery of its last messages.
    """
    global _last
    known, on, found = _last
    if known is not file or on != day:
        found = _obligations(file, day)
        _last = (file, day, found)
    return found


def _obligations(file: File, day: date) -> tuple[Obligation, ...]:
    if file.attachment.stage == "none":
        return ()
    if file.attachment.stage == "closed":
        return tuple(sorted(of_messages(file, day), key=_due))
    found: list[Obligation] = []
    for duties in DUTIES:
        try:
            found.extend(duties(file, day))
        except TermNotHeld as term:
            # An exchange of this name writes down the date that the caisse gave.
            if file.exchange.named(f"{COUNT_BY_HAND}/{term.rule}") is None:
                found.append(owed(COUNT_BY_HAND, file.attachment.since, term.rule))
    found.sort(key=_due)
    return tuple(found) or (_nothing_else(file),)


def _due(each: Obligation) -> date:
    return each.due


def _nothing_else(file: File) -> Obligation:
    """A file in which nothing is pending still has a holder: the claim is the person's to make, a review is ours."""
    if file.application.stage in ("none", "withdrawn"):
        return owed("deposit_application", file.attachment.since)
    return owed("review_file", max(file.attachment.since, *_last_days(file)))


def _last_days(file: File) -> tuple[date, ...]:
    days = (file.application.decided_on, file.number.certified_on, file.watch.reviewed_on)
    return tuple(day for day in days if day is not None)


def headline(file: File, day: date) -> Obligation | None:
    """The one holder, act and due date of an open file: the earliest obligation that is not mere delivery.

    The delivery of a message is the headline only when nothing else is owed. None for a closed file.
    """
    every = obligations(file, day)
    for each in every:
        if not each.duty.act.startswith("deliver_"):
            return each
    return every[0] if every else None
