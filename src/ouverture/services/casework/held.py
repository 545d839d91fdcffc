"""What a file holds, part by part, in words: the rows that any desk can show without knowing a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from ouverture.dossier.claim.events import CareSheet
from ouverture.dossier.file import File
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.told_values import said_as
from ouverture.dossier.words import filled, in_words, stage_words
from ouverture.pricing.explained import money
from ouverture.services.casework.claim_prices import in_all
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text


class Row(NamedTuple):
    """One thing held: what it is, where it stands, since when. ``note`` adds what the person must know of it."""

    label: Text
    state: Text
    since: date | None = None
    note: Text | None = None


class Part(NamedTuple):
    """One part of a file, by its name in the record, with what it holds; never without a row."""

    name: str
    rows: tuple[Row, ...]


def parts_of(file: File) -> tuple[Part, ...]:
    """Every part of the file that holds something, in the order in which a person asks for them."""
    found = ((name, tuple(rows(file))) for name, rows in _PARTS.items())
    return tuple(Part(name, rows) for name, rows in found if rows)


def _application(file: File) -> Iterator[Row]:
    state = file.application
    if state.stage == "none":
        return
    stands = _word("application", "on_its_way") if state.on_its_way else stage_words("application", state.stage)
    yield Row(_word("part", "application"), stands, state.decided_on or state.received_on)
    for piece in sorted(state.pieces, key=lambda one: one.since):
        note = said_as("reason", piece.reason) if piece.reason else None
        status = "sent" if state.on_its_way and piece.status == "received" else piece.status
        yield Row(in_words(piece.name), _word("piece", status), piece.since, note)


def _number(file: File) -> Iterator[Row]:
    state = file.number
    if state.stage != "none":
        number = Text(state.number, state.number) if state.number else None
        yield Row(
            _word("part", "number"), stage_words("number", state.stage), state.certified_on or state.issued_on, number
        )


def _rights(file: File) -> Iterator[Row]:
    state = file.rights
    if state.stage == "none":
        return
    yield Row(
        _word("part", "rights"), stage_words("rights", state.stage), state.periods[-1].first if state.periods else None
    )
    for period in state.periods:
        yield Row(_word("part", "period"), _lasts(period.first, period.last))


def _lasts(first: date, last: date | None) -> Text:
    return (
        filled(_word("label", "ended"), first=first, last=last) if last else filled(_word("label", "open"), first=first)
    )


def _account(file: File) -> Iterator[Row]:
    state = file.account
    if state.stage != "none":
        yield Row(_word("part", "account"), stage_words("account", state.stage), state.activated_on or state.invited_on)


def _cards(file: File) -> Iterator[Row]:
    for card in file.card.items:
        yield Row(_word("card", card.form), stage_words("card", card.stage), card.since)


def _doctor(file: File) -> Iterator[Row]:
    state = file.doctor
    if state.stage != "none":
        yield Row(_word("part", "doctor"), stage_words("doctor", state.stage), state.since)


def _holds(file: File) -> Iterator[Row]:
    for hold in file.hold.live:
        known = reasons().get(hold.reason, reasons()["no_reason_was_given"])
        yield Row(known.says, filled(_word("label", "until"), review_on=hold.review_on), hold.since, known.way_out)


def _claims(file: File) -> Iterator[Row]:
    for claim in (*file.claim.open, *file.claim.settled):
        label = filled(_word("label", "care_on"), care_on=claim.care_on)
        since = claim.paid_on or claim.received_on
        yield Row(label, stage_words("claim", claim.stage), since, _beside_expected(file, claim))


def _beside_expected(file: File, claim: CareSheet) -> Text | None:
    """What the tables lead to beside what was priced or paid; nothing when they do not hold it."""
    wanted = in_all(file, claim)
    if wanted is None:
        return None
    got = claim.paid if claim.paid_on else claim.due if claim.priced_on else None
    if got is None:
        return filled(_word("label", "expected"), expected=money(wanted))
    return filled(_word("label", "expected_beside"), expected=money(wanted), received=money(got))


def _appeals(file: File) -> Iterator[Row]:
    for appeal in file.appeal.items:
        yield Row(
            _word("remedy", appeal.to), stage_words("appeal", appeal.stage), appeal.decided_on or appeal.lodged_on
        )


def _household(file: File) -> Iterator[Row]:
    for nth, member in enumerate(file.household.members, start=1):
        label = filled(_word("label", "child"), nth=nth)
        yield Row(label, stage_words("household", member.stage), member.on)


LATEST = 7
"""Calls and letters shown of a file: the story, and the copy of it, hold every one."""


def _exchanges(file: File) -> Iterator[Row]:
    for one in file.exchange.items[-LATEST:]:
        yield Row(_word("part", "exchange"), stage_words("exchange", one.stage), one.on)


def _envelopes(file: File) -> Iterator[Row]:
    for one in file.envelope.items:
        label = filled(_word("label", "pages"), n=len(one.pages))
        yield Row(label, stage_words("envelope", "here"), one.since)


def _word(table: str, name: str) -> Text:
    """One of the names in ``data/held.toml``."""
    return Text(**data_of("held")[table][name])


_PARTS: dict[str, Callable[[File], Iterator[Row]]] = {
    "holds": _holds,
    "application": _application,
    "rights": _rights,
    "number": _number,
    "account": _account,
    "cards": _cards,
    "doctor": _doctor,
    "claims": _claims,
    "appeals": _appeals,
    "household": _household,
    "envelopes": _envelopes,
    "exchanges": _exchanges,
}
"""A part of the file, and its rows."""
