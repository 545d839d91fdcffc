"""Sending: the ways compared for this caisse, what left and its proof, and a letter noted as sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.envelope.decisions import RegisterEnvelope, ResendEnvelope
from ouverture.dossier.envelope.events import Channel as Channel
from ouverture.dossier.envelope.events import Envelope
from ouverture.dossier.envelope.tracking import is_wrong, without_spaces
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.at_odds import shape_of_tracking
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.services.casework.letters_to_send import Letter
from ouverture.services.casework.look import FileView
from ouverture.services.casework.nobody_answers import APPROACHES
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.situation import ground_of
from ouverture.text import Text


class WayToSend(NamedTuple):
    """One way: what is good and bad about it, and where that is from."""

    name: str
    icon: str
    title: Text
    good: Text
    bad: Text
    source: Text
    dated: str
    certainty: str


class Sent(NamedTuple):
    """One envelope: when it left and how, its sheets, its tracking number, its receipt, and what it sends again."""

    name: str
    on: date
    channel: str
    pages: tuple[str, ...]
    tracking: str
    receipt_on: date | None
    again_of: str
    sent_again: bool

    @property
    def shape(self) -> Text | None:
        """What is said of a tracking number of a shape nobody knows."""
        return shape_of_tracking(self.tracking)


def ways_to_send(view: FileView) -> tuple[WayToSend, ...]:
    """The ways that exist for this caisse and this person, the surest first."""
    ground = view.file.application.ground or view.file.application.asked_ground or ground_of(view)
    here = "connected" if view.connected else "outside"
    return tuple(
        WayToSend(
            name, row["icon"], Text(**row["title"]), Text(**row["good"]), Text(**row["bad"]),
            Text.in_two(row["source"]), row["dated"], row["certainty"],
        )
        for name, row in data_of("sending").items()
        if row.get("only", here) == here and row.get("ground", "") in ground
    )  # fmt: skip


def envelopes_sent(view: FileView) -> tuple[Sent, ...]:
    """What left, the last first."""
    return tuple(_sent(one) for one in reversed(view.file.envelope.items))


def _sent(one: Envelope) -> Sent:
    pages = tuple(page.name for page in one.pages)
    return Sent(one.envelope, one.since, one.channel, pages, one.tracking, one.receipt_on, one.again_of, one.sent_again)


class Posting(NamedTuple):
    """How something left: on which day, by which channel, under which tracking number ("" for none)."""

    on: date
    channel: Channel
    tracking: str = ""


def note_sent(
    house: House, actor: Actor, view: FileView, letter: Letter, posting: Posting, at: datetime
) -> Done | Changed | Refusal:
    """Write down that a letter left, with its enclosures; "again" is the last envelope sent a second time."""
    if refused := _wrong(view, posting):
        return refused
    name = _free(
        view, f"{letter.name}-{posting.on.isoformat()}" if letter.name in APPROACHES else posting.on.isoformat()
    )
    tracking = without_spaces(posting.tracking) or None
    last = view.file.envelope.last_waiting
    command: RegisterEnvelope | ResendEnvelope
    if letter.name == "again" and last:
        command = ResendEnvelope(last.envelope, name, "no receipt", posting.channel, tracking)
    else:
        pages = tuple(one.fr for one in (letter.title, *letter.enclosures))
        command = RegisterEnvelope(name, pages, posting.channel, tracking)
    wanted = Wanted(view.stream, command, posting.on, f"sent/{view.stream}/{name}", at, view.version)
    return carry_out(house, actor, wanted)


def _wrong(view: FileView, posting: Posting) -> Refusal | None:
    if posting.on > view.day:
        return TO_COME
    return WRONG_TRACKING if posting.tracking and is_wrong(posting.tracking) else None


def _free(view: FileView, wanted: str) -> str:
    taken = {one.envelope for one in view.file.envelope.items}
    return next(name for name in _names(wanted) if name not in taken)


def _names(wanted: str) -> Iterator[str]:
    yield wanted
    yield from (f"{wanted}-{nth}" for nth in range(2, 1000))


TO_COME = Refusal(
    "sent_in_the_future",
    Text(
        "Jour d'envoi : il est à venir. Écrivez le jour où la lettre est partie.",
        "Day of sending: it is still to come. Write the day on which the letter left.",
    ),
    "person",
)
WRONG_TRACKING = Refusal(
    "tracking_wrong",
    Text(
        "Numéro de suivi : le dernier chiffre ne va pas avec les autres. Recopiez-le du bordereau.",
        "Tracking number: the last digit does not go with the others. Copy it again from the slip.",
    ),
    "person",
)
