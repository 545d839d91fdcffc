"""The photo of a card: kept, measured against the standard as advice, and given with the order."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import NamedTuple

from ouverture.dossier.refusals import Refusal
from ouverture.evidence.checks import CARD_PHOTO as CARD_PHOTO
from ouverture.evidence.checks import Finding, Portrait, face_height, photo_findings
from ouverture.evidence.checks.checks_data import measures as measures
from ouverture.evidence.checks.plain import portrait_from_json
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView
from ouverture.services.papers.cannot_take import why_not
from ouverture.services.papers.pages import PaperPages, keep, pages_of, take_out, why_not_change
from ouverture.services.papers.reading import measured_under
from ouverture.services.papers.vault_ports import CannotTake, Clean, Leaf, PageGone
from ouverture.text import Text


class CardPhoto(NamedTuple):
    """The photo that counts now. ``waiting``: nobody measured it yet; ``portrait`` None: it could not be measured.

    ``given_on``: the day it went with an order; None for one that only the person sees.
    """

    leaf: Leaf
    portrait: Portrait | None
    findings: tuple[Finding, ...]
    waiting: bool
    given_on: date | None

    @property
    def to_improve(self) -> int:
        """How many things were measured and are not as the standard wants them."""
        return sum(one.outcome == "failed" for one in self.findings)

    @property
    def face_millimetres(self) -> int | None:
        """From chin to crown on a photo of the size wanted; None where no face was found."""
        return round(face_height(self.portrait.face)) if self.portrait and self.portrait.face else None


def photo_of(house: House, actor: Actor, view: FileView) -> CardPhoto | None:
    """The last photo of the file that this actor may see; None when there is none."""
    pages = pages_of(house, actor, view).get(CARD_PHOTO, PaperPages())
    if house.papers is None or not pages.latest:
        return None
    leaf = pages.latest[-1]
    try:
        note = house.papers.vault.notes(view.stream).get(measured_under(leaf))
    except PageGone:
        return None
    portrait = portrait_from_json(json.loads(note)) if note else None
    found = photo_findings(portrait) if portrait else ()
    return CardPhoto(leaf, portrait, found, note is None, None if pages.drafts else pages.given[0].on)


def keep_photo(house: House, actor: Actor, view: FileView, content: bytes, at: datetime) -> Refusal | None:
    """Keep this picture as the photo of the card, in place of one that was not given yet; why not, in words."""
    if refused := why_not_change(house, actor, view):
        return refused
    clean = _picture_in(house, content)
    if isinstance(clean, Refusal):
        return clean
    before = pages_of(house, actor, view).get(CARD_PHOTO, PaperPages()).drafts
    done = keep(house, view, CARD_PHOTO, [clean], (), at)
    if isinstance(done, Refusal):
        return done
    for leaf in before if done.pages else ():
        take_out(house, actor, view, leaf.name)
    return None


def _picture_in(house: House, content: bytes) -> Clean | Refusal:
    assert house.papers is not None
    try:
        clean = house.papers.cleaner.clean(content)
    except CannotTake as problem:
        why = why_not(problem)
        return Refusal(why.trouble, why.says, "person")
    return clean if len(clean.pages) == 1 and not clean.document else NOT_A_PHOTO


NOT_A_PHOTO = Refusal(
    "not_a_photo",
    Text(
        "Ce fichier est un PDF. Donnez la photo elle-même, en JPEG ou en PNG.",
        "This file is a PDF. Give the photo itself, as JPEG or PNG.",
    ),
    "person",
)
