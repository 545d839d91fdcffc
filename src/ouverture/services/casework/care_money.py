"""The care sheets of a file and their money: what each should bring, what came, and the question when they differ."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.claim.events import CareSheet
from ouverture.dossier.exchange.decisions import RecordExchange
from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal
from ouverture.dossier.words import caisse_name, stage_words
from ouverture.pricing.acts import acts
from ouverture.pricing.explained import steps
from ouverture.pricing.formula import Priced
from ouverture.services.answer.price.question import Counted, letter_about
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.claim_prices import expected, first_priced, gives, named_act, sums_of
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.text import Text

Standing = Literal["not_held", "waits", "as_expected", "other_reading", "short", "more"]
"""What came beside what is expected; "other_reading": the sum that another answer or another source leads to."""
TO_ASK: frozenset[Standing] = frozenset({"short", "other_reading"})


class LineMoney(NamedTuple):
    """One act of a sheet, in cents: its words, what was paid, what it should bring and each step; None: not held."""

    label: Text
    paid: int
    expected: int | None
    steps: tuple[Text, ...]


class SheetMoney(NamedTuple):
    """One sheet. ``received`` is what came, or what the caisse worked out; ``letter`` the question, when there is one
    to ask; ``asked_on`` the day it was asked."""

    claim: str
    care_on: date
    stage: Text
    lines: tuple[LineMoney, ...]
    expected: int | None
    received: int | None
    standing: Standing
    letter: Text | None
    asked_on: date | None


def care_money(view: FileView) -> tuple[SheetMoney, ...]:
    """Every sheet of the file, the last care first."""
    sheets = (*view.file.claim.open, *view.file.claim.settled)
    return tuple(_sheet(view.file, one, view.day) for one in sorted(sheets, key=lambda one: one.care_on, reverse=True))


def owed_participations(view: FileView) -> int:
    """What the person still owes in participations and franchises, in cents: taken later, or asked for (D160-7)."""
    return view.file.claim.ledger.owed_participations


def ask_why(house: House, actor: Actor, wanted: Look, claim: str) -> Done | Changed | Refusal | None:
    """Write down that the caisse is asked why, with the letter; None when there is nothing to ask of that sheet."""
    view = look_at(house, actor, wanted)
    if isinstance(view, Refusal):
        return view
    one = next((each for each in care_money(view) if each.claim == claim), None)
    if one is None or one.letter is None or one.asked_on:
        return None
    office = caisse_name(view.file.attachment.caisse).fr
    asks = RecordExchange(_exchange(claim), "letter", office, one.letter.fr)
    return carry_out(house, actor, Wanted(wanted.stream, asks, wanted.day, f"{wanted.stream}/why/{claim}", wanted.at))


def _exchange(claim: str) -> str:
    """The name under which the question about a sheet stands in the record."""
    return f"why-{claim}"


def _sheet(file: File, sheet: CareSheet, day: date) -> SheetMoney:
    priced = first_priced(file, sheet, day)
    lines = tuple(
        _line(line.code, line.cents, one) for line, one in zip(sheet.lines, priced, strict=True) if not line.refused
    )
    sums = [line.expected for line in lines]
    whole = None if not sums or None in sums else sum(each or 0 for each in sums)
    received = sheet.paid if sheet.paid_on else sheet.due if sheet.priced_on else None
    standing = _standing(whole, received, sums_of(expected(file, sheet, day)))
    asked = file.exchange.named(_exchange(sheet.claim))
    letter = _letter(sheet, priced, received, whole) if standing in TO_ASK else None
    return SheetMoney(
        sheet.claim, sheet.care_on, stage_words("claim", sheet.stage), lines, whole, received, standing, letter,
        asked.on if asked else None,
    )  # fmt: skip


def _line(code: str, paid: int, priced: Priced | None) -> LineMoney:
    if priced is None:
        return LineMoney(_label(code), paid, None, ())
    return LineMoney(_label(code), paid, gives(priced), tuple(step.says for step in steps(priced)))


def _label(code: str) -> Text:
    """The act as our tables name it, else as the sheet writes it."""
    act = named_act(code)
    return (acts()[act].label if act else Text(code, code)).capitalised()


def _standing(whole: int | None, received: int | None, also: frozenset[int]) -> Standing:
    if whole is None:
        return "not_held"
    if received is None:
        return "waits"
    if received == whole:
        return "as_expected"
    if received in also:
        return "other_reading"
    return "short" if received < whole else "more"


def _letter(
    sheet: CareSheet, priced: tuple[Priced | None, ...], received: int | None, whole: int | None
) -> Text | None:
    held = [
        Counted(_label(line.code), line.cents, one.base or 0, one.rate or 0, one.deducted + one.recovered)
        for line, one in zip(sheet.lines, priced, strict=True)
        if one is not None and not line.refused
    ]
    return None if received is None or whole is None else letter_about(sheet.care_on, held, received, whole)
