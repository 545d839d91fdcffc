"""The papers that a caisse on this system can sign from a file today, and the paper that carries the token."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from ouverture.dossier.number.events import WITH_WAITING_NUMBER
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.rights.events import OPEN
from ouverture.services.casework.access import may_read, open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look
from ouverture.services.casework.outgoing.paper import Code, Heading, Paper, Paragraph, Rows
from ouverture.services.casework.person_seen import full_name
from ouverture.services.casework.ports import Reading
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.signed.said import PaperSaid, as_values, kinds
from ouverture.services.casework.signed.verdict import rows_of
from ouverture.services.casework.signed.withdrawing import serial_of
from ouverture.text import Text

SIGNS_A_LINE, LONGEST_NAME = 60, 200


class Days(NamedTuple):
    """From when and until when a paper speaks; None where it says nothing of it."""

    first: date | None = None
    last: date | None = None


def issuable(view: FileView) -> tuple[str, ...]:
    """The kinds of paper that can be signed from this file today; none where no caisse works on this system."""
    return tuple(kind for kind in kinds() if view.connected and _DAYS[kind](view) is not None)


def offered(actor: Actor, view: FileView) -> tuple[tuple[str, Text], ...]:
    """The same for whoever may have them: each kind with its title."""
    return (
        tuple((kind, Text(**kinds()[kind]["title"])) for kind in issuable(view))
        if open_to(actor, "certificate")
        else ()
    )


def issued(house: House, actor: Actor, look: Look, view: FileView, kind: str) -> Paper | Refusal:
    """The paper, signed, with its code; the look is written down first, for it holds the number in full."""
    if refused := may_read(actor, "certificate"):
        return refused
    days = _DAYS[kind](view) if view.connected and kind in kinds() else None
    if days is None or house.signer is None:
        return NOT_NOW
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, "certificate", look.at))
    person, file = view.file.person, view.file
    name = _shortened(full_name(person.names) or view.person.name)
    said = PaperSaid(
        kind, serial_of(house, view.stream, kind), view.day, file.attachment.caisse, name, person.birth.on,
        file.number.number, days.first, days.last,
    )  # fmt: skip
    return _paper(said, house.signer.signed(as_values(said)))


def _shortened(name: str) -> str:
    """The name as a code can hold it: one that is longer than any code is cut, and shows that it is."""
    return name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}…"


def _paper(said: PaperSaid, token: str) -> Paper:
    words: Mapping[str, Mapping[str, str]] = data_of("signed_papers")["rows"]
    typed = "\n".join(token[at : at + SIGNS_A_LINE] for at in range(0, len(token), SIGNS_A_LINE))
    head = (Text(**words["head"]), Text(**words["value"]))
    blocks = (
        Paragraph(Text(**kinds()[said.kind]["says"])), Rows(head, rows_of(said)), Code(token, Text(**words["code"])),
        Heading(Text(**words["typed"])), Paragraph(Text(typed, typed), True),
    )  # fmt: skip
    return Paper(said.kind, said.title, blocks, "signed")


def _rights(view: FileView) -> Days | None:
    rights = view.file.rights
    period = rights.cover(view.day)
    return Days(period.first, period.last) if rights.stage in OPEN and period else None


def _waiting(view: FileView) -> Days | None:
    number = view.file.number
    return Days() if number.stage in WITH_WAITING_NUMBER and number.number else None


def _card(form: str) -> Callable[[FileView], Days | None]:
    def days(view: FileView) -> Days | None:
        card = view.file.card.of(form)
        made = card is not None and card.stage in MADE and not card.stale
        return Days(None, card.last_day) if card and made and _rights(view) else None

    return days


MADE = frozenset({"produced", "posted", "returned", "in_use"})
"""Stages of a card that is made and holds what is true."""
_DAYS: Mapping[str, Callable[[FileView], Days | None]] = {
    "rights_certificate": _rights,
    "waiting_number": _waiting,
    "european_certificate": _card("certificate"),
    "card_plastic": _card("plastic"),
    "card_app": _card("app"),
}
NOT_NOW = Refusal(
    "nothing_to_certify",
    Text(
        "Ce papier ne peut pas être fait aujourd'hui : le dossier ne dit pas ce qu'il certifierait.",
        "This paper cannot be made today: the file does not say what it would certify.",
    ),
    "caisse",
)
