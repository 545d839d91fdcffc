"""What is owed and can be done in a file, as parts of a page, for every desk. No rule is known here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import urlencode

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView, OwedAct
from ouverture.services.casework.offers import Offer
from ouverture.site.page.addresses import page_address
from ouverture.site.page.parts import Button, DateLeaf, Holder, NextAct
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

HOLDERS: dict[str, Holder] = {"person": "person", "caisse": "caisse", "agent": "caisse", "other_caisse": "caisse"}
"""The shape of each holder; every other one is a diamond."""


def next_act(view: FileView, actor: Actor, way: Callable[[OwedAct], Button | None]) -> NextAct | None:
    """The card at the top of a file, with the button that is its ``way`` at this desk; None for a closed file."""
    first = view.headline
    if first is None:
        return None
    return NextAct(
        holder=HOLDERS.get(first.holder, "other"),
        holder_name=holder_name(first, actor),
        lead=sentence("desk.late") if first.late else sentence("desk.next_act"),
        title=first.says,
        why=sentence(f"desk.basis.{first.basis}", source=first.source),
        leaf=DateLeaf(first.due, days_left(first.due, view.day)),
        otherwise_title=sentence("desk.if_not"),
        otherwise=first.otherwise,
        button=way(first),
    )


def holder_name(owed: OwedAct, actor: Actor) -> Text:
    """Who must act, as whoever is at the desk says it: the person is "you" to herself alone."""
    return owed.holder_says if owed.holder != "person" or actor.role == "person" else sentence("word.person")


def settler(owed: OwedAct, offers: Iterable[Offer]) -> Offer | None:
    """The act that this desk can do now to settle what is owed: the one that the duty names first."""
    able = [one for one in offers if one.settles and one.possible and settles(one, owed)]
    return min(able, key=lambda one: _rank(one, owed), default=None)


def _rank(offer: Offer, owed: OwedAct) -> int:
    named = next(each.duty.settled_by for each in offer.settles if each.act == owed.act)
    return named.index(offer.kind)


def settles(offer: Offer, owed: OwedAct) -> bool:
    """Whether the act settles that obligation."""
    return any((each.act, each.about) == (owed.act, owed.about) for each in offer.settles)


def settling_button(view: FileView, owed: OwedAct, offers: Iterable[Offer], language: Language) -> Button | None:
    """The way to the act that settles what is owed; None when this desk has none now."""
    offer = settler(owed, offers)
    return act_button(view.stream, offer, owed.linked, language) if offer else None


def act_button(stream: str, offer: Offer, about: str, language: Language) -> Button:
    """The way to the form of an act, about the thing that the obligation is about."""
    return Button(offer.label, address(stream, offer.kind, about, language), "arrow-right")


def address(stream: str, kind: str, about: str, language: Language) -> str:
    """The address of an act. What it is about is a name inside the file (a paper, a hold), never a person's."""
    asked = f"?{urlencode({'about': about})}" if about else ""
    return page_address("act", language, stream, kind) + asked


def days_left(due: date, today: date) -> Text:
    """ "3 days left", "today", "2 days late"."""
    days = (due - today).days
    if days == 0:
        return sentence("desk.today")
    return sentence("desk.days_left", n=days) if days > 0 else sentence("desk.days_late", n=-days)
