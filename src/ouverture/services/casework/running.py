"""What runs in a file, one track a thing: what happened to it, who holds what comes next, and the day the law sets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from ouverture.dossier.card.events import Card
from ouverture.dossier.claim.events import CareSheet
from ouverture.dossier.duty import Duty
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.file import File
from ouverture.dossier.refusals import Holder
from ouverture.dossier.words import filled, stage_words, table
from ouverture.services.casework.look import FileView, OwedAct
from ouverture.services.casework.shelf import data_of
from ouverture.text import Text

MOST_SHEETS = 3
"""Care sheets that have a track of their own: the open ones, the last first."""


class Happened(NamedTuple):
    """One thing that happened on a day, by whom: in a sentence for the list, and in a word or two for the picture."""

    on: date
    holder: Holder
    says: Text
    short: Text


class Running(NamedTuple):
    """One thing that runs. ``state`` says where it stands; ``ended_on`` is None while it runs.

    ``next`` is what is owed in it, the first due first: its day is the law's when ``basis`` is "article".
    """

    name: str
    title: Text
    state: Text
    happened: tuple[Happened, ...]
    ended_on: date | None
    next: tuple[OwedAct, ...]

    @property
    def since(self) -> date | None:
        """The first day of it; None when nothing has happened yet."""
        return self.happened[0].on if self.happened else None


def running(view: FileView) -> tuple[Running, ...]:
    """The tracks of a file: the claim, the number, the card, the care sheets; what has not begun has none."""
    found = (track for tracks in _TRACKS for track in tracks(view.file))
    awaited = tuple(one for one in (view.headline, *view.also) if one)
    return tuple(_with_next(track, awaited) for track in found)


def _with_next(track: Running, awaited: tuple[OwedAct, ...]) -> Running:
    part, _, about = track.name.partition("/")
    mine = (one for one in awaited if _part_of(one.act) == part and (not about or one.about == about))
    return track._replace(next=tuple(sorted(mine, key=lambda one: one.due)))


_PARTS_SHOWN_WITH = {"identity": "number"}
"""The search for an earlier number belongs to the track of the number."""


@cache
def _part_of(act: str) -> str:
    """The part of the file an act is about: that of the first command that settles it."""
    duty: Duty = duty_table()[act]
    kinds = table("kinds")["commands"]
    part = next((part for kind in duty.settled_by for part, every in kinds.items() if kind in every), "")
    return _PARTS_SHOWN_WITH.get(part, part)


def _claim(file: File) -> Iterator[Running]:
    state = file.application
    if state.stage == "none":
        return
    ended = state.decided_on if state.stage in ("accepted", "refused") else None
    days: tuple[tuple[str, Holder, date | None], ...] = (
        ("posted", "person", state.posted_on),
        ("sent", "person", state.received_on if state.posted_on is None or state.arrival_known else None),
        ("receipt", "caisse", state.receipt_on),
        ("forwarded", "caisse", state.forwarded_on),
        (f"decided.{state.stage}", "caisse", ended),
    )
    yield _track("application", stage_words("application", state.stage), _happened("application", days), ended)


def _number(file: File) -> Iterator[Running]:
    state = file.number
    if state.stage == "none":
        return
    days: tuple[tuple[str, Holder, date | None], ...] = (
        ("issued", "caisse", state.issued_on if state.issued_on != state.certified_on else None),
        ("asked", "caisse", state.asked_on),
        ("notice", "caisse", state.notice_on),
        ("suspended", "caisse", state.suspended_on),
        ("with_cnav", "caisse", state.sent_on),
        ("declined", "cnav", state.declined_on),
        ("permanent", "cnav", state.certified_on),
    )
    ended = state.certified_on if state.stage == "permanent" else None
    yield _track("number", stage_words("number", state.stage), _happened("number", days), ended)


def _cards(file: File) -> Iterator[Running]:
    for card in file.card.items:
        yield _card(card)


def _card(card: Card) -> Running:
    holder: Holder = "person" if card.stage in ("ordered", "in_use") else "caisse"
    short = data_of("running")["card"][card.stage]
    happened = Happened(card.since, holder, stage_words("card", card.stage), Text(**short))
    ended = card.since if card.stage in ("in_use", "stopped") else None
    title = Text(**data_of("held")["card"][card.form])
    return Running(f"card/{card.form}", title, stage_words("card", card.stage), (happened,), ended, ())


def _sheets(file: File) -> Iterator[Running]:
    for sheet in sorted(file.claim.open, key=lambda one: one.received_on)[-MOST_SHEETS:]:
        yield _sheet(sheet)


def _sheet(sheet: CareSheet) -> Running:
    days: tuple[tuple[str, Holder, date | None], ...] = (
        ("received", "person", sheet.received_on),
        ("priced", "caisse", sheet.priced_on),
        ("paid", "caisse", sheet.paid_on),
        ("reclaimed", "caisse", sheet.reclaimed_on),
    )
    title = filled(Text(**data_of("running")["title"]["claim"]), care_on=sheet.care_on)
    state = stage_words("claim", sheet.stage)
    return Running(f"claim/{sheet.claim}", title, state, _happened("claim", days), sheet.paid_on, ())


_TRACKS: tuple[Callable[[File], Iterator[Running]], ...] = (_claim, _number, _cards, _sheets)


def _track(name: str, state: Text, happened: tuple[Happened, ...], ended: date | None) -> Running:
    return Running(name, Text(**data_of("running")["title"][name]), state, happened, ended, ())


def _happened(part: str, days: Iterable[tuple[str, Holder, date | None]]) -> tuple[Happened, ...]:
    """What happened, in the order of its days; what has no day has not happened."""
    found = (Happened(on, holder, *_said(part, name)) for name, holder, on in days if on and on != date.min)
    return tuple(sorted(found, key=lambda one: one.on))


def _said(part: str, name: str) -> tuple[Text, Text]:
    row = data_of("running")["happened"][part]
    for step in name.split("."):
        row = row[step]
    return Text(row["fr"], row["en"]), Text(row["short_fr"], row["short_en"])
