"""The order of a carte Vitale as its person meets it: what it needs, the act that is open now, where the card is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ouverture.dossier.askable import IDENTITY_PAPERS
from ouverture.dossier.card.events import VITALE, Card
from ouverture.dossier.file import File
from ouverture.dossier.words import stage_words
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.refusing import Refusal
from ouverture.text import Text

Need = Literal["data", "identity", "photo", "order"]
NEEDS: tuple[Need, ...] = ("data", "identity", "photo", "order")
ACTS = ("send_new_photo", "order_card", "renew_card")
"""The acts that a photo goes with, the most pressing first."""
ROAD = ("ordered", "produced", "posted", "in_use")
"""The stages of a card on its way, in their order."""
_STANDS_WITH = {"photo_awaited": "ordered", "returned": "posted", "update_due": "in_use"}


class CardOrder(NamedTuple):
    """``done``: the needs that are met. ``act``: what the photo goes with now; ``why_not``: why no card can be ordered.

    ``by_paper``: the form to post, when it is here. ``says``: where the card stands; ``reached``: how far on its road,
    counted from 1, 0 for none on its way or in hand.
    """

    done: frozenset[Need]
    act: Offer | None
    by_paper: Offer | None
    why_not: Refusal | None
    says: Text
    reached: int


def card_order(view: FileView, acts: Iterable[Offer], has_photo: bool, also: Iterable[str] = ()) -> CardOrder:
    """Where the order stands. ``also``: papers whose pages are here though the caisse does not have them."""
    every = {one.kind: one for one in acts}
    open_now = (one for kind in ACTS if (one := every.get(kind)) and one.possible)
    card, paper = _card_of(view.file), every.get("return_card_form")
    asked = every.get("order_card")
    return CardOrder(
        frozenset(_met(view.file, card, has_photo, also)),
        next(open_now, None),
        paper if paper and paper.possible else None,
        asked.refusal if asked and card is None else None,
        stage_words("card", card.stage if card else "none"),
        _reached(card),
    )


def _card_of(file: File) -> Card | None:
    """The carte Vitale that counts: one on its way before one in hand, and none that was stopped."""
    alive = [one for one in file.card.items if one.form in VITALE and one.stage not in ("none", "stopped")]
    return max(alive, key=lambda one: (one.stage not in ("in_use", "update_due"), one.since), default=None)


def _reached(card: Card | None) -> int:
    return ROAD.index(_STANDS_WITH.get(card.stage, card.stage)) + 1 if card else 0


def _met(file: File, card: Card | None, has_photo: bool, also: Iterable[str]) -> Iterable[Need]:
    person = file.person
    if person.names.birth and person.birth.on and person.address.street:
        yield "data"
    here = {piece.name for piece in file.application.pieces if piece.status in ("received", "accepted")}
    if not IDENTITY_PAPERS.isdisjoint({*here, *also}):
        yield "identity"
    if has_photo:
        yield "photo"
    if card is not None and card.stage != "photo_awaited":
        yield "order"
