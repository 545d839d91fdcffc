"""What a person holds, as four doors: the number, the certificate of rights, the account, the card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from ouverture.dossier.card.events import VITALE
from ouverture.dossier.file import File
from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.words import stage_words
from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.text import Text
from ouverture.wording.calls.aloud import NotANumber, grouped

Standing = Literal["none", "under_way", "have", "stopped"]
"""Not there yet, on its way or to be used with care, in hand, no longer good."""


class Holding(NamedTuple):
    """One thing held or to come. ``stage`` says it in words; ``number`` is hers, in full, "" for anything else."""

    name: str
    standing: Standing
    stage: Text
    since: date | None = None
    number: str = ""


def holdings(actor: Actor, view: FileView) -> tuple[Holding, ...]:
    """The four, always in this order: what is not there yet is shown as to come. Only she reads her number in full."""
    found = (tell(view.file) for tell in _TELL)
    return tuple(found) if open_to(actor, "export") else tuple(one._replace(number="") for one in found)


def _number(file: File) -> Holding:
    state = file.number
    standing: Standing = "have" if state.stage == "permanent" else "none" if state.stage == "none" else "under_way"
    if state.stage in ("deactivated", "closed"):
        standing = "stopped"
    since = state.certified_on or state.issued_on
    return Holding("number", standing, stage_words("number", state.stage), since, _grouped(state.number))


def _grouped(number: str) -> str:
    """The number as people read it; as it stands when it has another shape."""
    try:
        return grouped(number) if number else ""
    except NotANumber:
        return number


def _rights(file: File) -> Holding:
    state = file.rights
    standing: Standing = "have" if state.stage in OPEN else "stopped" if state.stage == "closed" else "none"
    since = state.periods[-1].first if state.periods else None
    return Holding("rights", standing, stage_words("rights", state.stage), since)


def _account(file: File) -> Holding:
    state = file.account
    known: dict[str, Standing] = {"active": "have", "invited": "under_way", "locked": "stopped"}
    stage = stage_words("account", state.stage)
    return Holding("account", known.get(state.stage, "none"), stage, state.activated_on or state.invited_on)


def _card(file: File) -> Holding:
    cards = [one for one in file.card.items if one.form in VITALE]
    if not cards:
        return Holding("card", "none", stage_words("card", "none"))
    best = max(cards, key=lambda one: (one.stage in ("in_use", "update_due"), one.stage != "stopped", one.since))
    standing: Standing = "have" if best.stage in ("in_use", "update_due") else "under_way"
    if best.stage == "stopped":
        standing = "stopped"
    return Holding("card", standing, stage_words("card", best.stage), best.since)


_TELL: tuple[Callable[[File], Holding], ...] = (_number, _rights, _account, _card)
