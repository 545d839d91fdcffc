"""Who must act next for the cards, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.card.events import VITALE, Card
from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File
from ouverture.dossier.number.events import WITH_WAITING_NUMBER
from ouverture.dossier.rights.events import OPEN

ACTS = {
    "photo_awaited": "give_new_photo",
    "produced": "post_card",
    "posted": "bring_card",
    "returned": "send_card_again",
}
"""The act that each stage waits for, counted from the day the stage began."""


def duties(file: File, _: date) -> Iterator[Obligation]:
    """One obligation a card at most: an order, a new photo, the making, the post, the update."""
    for card in file.card.items:
        if card.stage in ACTS:
            yield owed(ACTS[card.stage], card.since, card.form)
        elif card.stage == "ordered" and not _waits_for_the_number(file, card):
            yield owed(_making(card), card.since, card.form)
        elif card.form == "plastic" and card.stage in ("in_use", "update_due"):
            yield _update(card)
    if since := _may_order_since(file):
        yield owed("order_card", since)


def _waits_for_the_number(file: File, card: Card) -> bool:
    """No carte Vitale is made on a waiting number, whatever was ordered outside: the number is what is awaited."""
    return card.form in VITALE and file.number.stage in WITH_WAITING_NUMBER


def _making(card: Card) -> str:
    if card.route == "paper_form":
        return "produce_card_from_form"
    return {"european": "produce_european_card", "certificate": "produce_certificate"}.get(card.form, "produce_card")


def _update(card: Card) -> Obligation:
    if card.stage == "update_due" and card.due_because != "one_year":
        return owed("update_card_after_change", card.since, card.form)
    return owed("update_card", card.updated_on or card.since, card.form)


def _may_order_since(file: File) -> date | None:
    """Since when nothing but the person's order is missing; None when another act comes first, or none does."""
    certified, cards = file.number.certified_on, file.card
    if file.number.stage != "permanent" or certified is None or file.rights.stage not in OPEN:
        return None
    if any(cards.stage(form) not in ("none", "stopped") for form in ("plastic", "app")):
        return None
    ways = [day for day in (_account_since(file), cards.form_sent_on) if day is not None]
    plastic = cards.of("plastic")
    return max(certified, min(ways), plastic.since if plastic else certified) if ways else None


def _account_since(file: File) -> date | None:
    return file.account.activated_on if file.account.stage == "active" else None
