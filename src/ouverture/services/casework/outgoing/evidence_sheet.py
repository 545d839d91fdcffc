"""What left, what came and what was said, each with its day, its postal number and the digest of its entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.clock.day_words import day_in_words
from ouverture.dossier.envelope.events import EnvelopeRegistered
from ouverture.dossier.event_words import told_of
from ouverture.dossier.exchange.events import ExchangeRecorded
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.told_values import word
from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look
from ouverture.services.casework.outgoing.paper import Paper, Paragraph, Rows
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.ports import Line, Reading
from ouverture.services.casework.recall import event_of
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text

DIGITS_A_LINE = 16


def evidence_sheet(house: House, actor: Actor, look: Look, view: FileView) -> Paper | Refusal:
    """The sheet, from the record itself; it holds postal numbers in full, and is for the person alone."""
    if refused := may_read(actor, "export"):
        return refused
    house.journal.note_reading(Reading(look.stream, actor.id, look.purpose, "export", look.at))
    lines = house.journal.history(view.stream).lines
    rows = tuple(_rows(lines))
    head = tuple(said(each) for each in ("day", "what", "how", "digest"))
    whole = said("evidence.whole").filled(file=view.stream, n=str(len(lines)), head=lines[-1].hash.hex())
    shown = Rows(head, rows) if rows else Paragraph(said("evidence.none"))
    blocks = (Paragraph(said("evidence.lead")), shown, Paragraph(whole), Paragraph(said("evidence.limits"), True))
    return Paper("evidence", said("evidence.title"), blocks, "proof")


def _rows(lines: tuple[Line, ...]) -> Iterator[tuple[Text, ...]]:
    kept = frozenset(data_of("outgoing")["evidence"]["kinds"])
    for line in lines:
        if line.kind in kept:
            digest = line.hash.hex()
            parts = "\n".join(digest[at : at + DIGITS_A_LINE] for at in range(0, len(digest), DIGITS_A_LINE))
            yield day_in_words(date.fromisoformat(line.day)), told_of(event_of(line)), _how(line), Text(parts, parts)


def _how(line: Line) -> Text:
    """By which way, under which postal number; else who noted it, and when."""
    happened = event_of(line)
    noted = said("evidence.noted_by").filled(
        at=line.recorded_at[:16].replace("T", " "), who=said(f"evidence.who.{line.said_by}")
    )
    if isinstance(happened, EnvelopeRegistered):
        way, number = word("channel", happened.channel), happened.tracking or ""
        return Text(
            *("\n".join(part for part in (each, number, by) if part) for each, by in zip(way, noted, strict=True))
        )
    if isinstance(happened, ExchangeRecorded):
        parts = (happened.with_whom, happened.reference)
        return Text(*("\n".join(part for part in (*parts, by) if part) for by in noted))
    return noted
