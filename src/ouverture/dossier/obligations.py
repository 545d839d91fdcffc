"""Who must do what by which day, in one file, and the one that comes first: computed, never stored (G1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

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
from ouverture.dossier.one_look import once_a_look
from ouverture.dossier.rights.duties import duties as of_rights
from ouverture.dossier.watch.pressing import pressed
from ouverture.dossier.way_to_the_card import toward_the_card

NEAR_DAYS = 31

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


@once_a_look
def obligations(file: File, day: date) -> tuple[Obligation, ...]:
    """Every obligation of the file on that day, the first due first; empty only before it opens and after it closes.

    A closed file still owes the delivery of its last messages.
    """
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
    if not file.connected:
        found.extend(pressed(file, day, found))
    if (toward := toward_the_card(file, found)) is not None:
        found.append(toward)
    if not found:
        return (owed("review_file", max(file.attachment.since, *_last_days(file))),)
    found.sort(key=_due)
    return tuple(found)


def _due(each: Obligation) -> date:
    return each.due


def _last_days(file: File) -> tuple[date, ...]:
    days = (file.application.decided_on, file.number.certified_on, file.watch.reviewed_on)
    return tuple(day for day in days if day is not None)


def headline(file: File, day: date) -> Obligation | None:
    """The one holder, act and due date of an open file. None for a closed file.

    What the person can do and has a legal day near comes first, and what others wait for; then whatever is due first;
    an office outside this system that is late comes last, since the person's own next step stands beside it. The
    delivery of a message is the headline only when nothing else is owed.
    """
    every = obligations(file, day)
    acts = [each for each in every if not each.act.startswith("deliver_")]
    if not acts:
        return every[0] if every else None
    return min(acts, key=lambda each: (_rank(file, each, day), each.due))


def _rank(file: File, each: Obligation, day: date) -> int:
    if each.holder == "person":
        near = each.basis == "article" and near_from(each) <= day
        return 0 if (near or each.duty.stops_clock) and day <= each.due else 1
    return 2 if not file.connected and each.due < day else 1


def near_from(each: Obligation) -> date:
    """The day from which a legal day of the person is near: a month before, or when they are first reminded."""
    return each.due - timedelta(days=max(each.duty.warn_days, NEAR_DAYS))
