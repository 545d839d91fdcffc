"""The card: its photo with what was measured on it, what the order still needs, and where the card is."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.card_order import NEEDS, ROAD, CardOrder, Need, card_order
from ouverture.services.casework.look import FileView
from ouverture.services.casework.waits import if_begun, waits_of
from ouverture.services.papers.card_photo import CardPhoto, keep_photo, measures, photo_of
from ouverture.services.papers.pages import may_change, pages_of
from ouverture.site.page.clock import now
from ouverture.site.page.file_acts import address
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_refusal, notice_of
from ouverture.site.page.pages_shown import portrait_shown
from ouverture.site.page.parts import Button, Link
from ouverture.site.page.reading_later import read_later
from ouverture.site.page.sentences import sentence
from ouverture.site.person.answering import for_a_file, page, refused
from ouverture.site.person.waits import shown_waits
from ouverture.text import Language, Text

ASKS: dict[Need, str] = {"data": "tell_names", "identity": "my_papers", "photo": "my_card", "order": "my_card"}


class Step(NamedTuple):
    """One need of the order: its words, whether it is met, whether it is the one to meet now."""

    says: Text
    done: bool
    here: bool
    href: str


@require_http_methods(["GET", "POST"])
@for_a_file
def my_card(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The page of the card; a photo that is sent comes back to it."""
    if request.method == "POST":
        return _photo_sent(request, actor, view, language)
    photo = photo_of(house(), actor, view)
    if photo and photo.waiting:
        read_later(view.stream)
    acts = acts_of(actor, view)
    order = card_order(view, acts, photo is not None, also=pages_of(house(), actor, view))
    context: dict[str, Any] = {
        "view": view, "photo": photo, "order": order, "steps": _steps(order, view, language),
        "heading": _heading(photo, order), "notice": notice_of(request), "may": may_change(house(), actor, view),
        "road": [sentence(f"card.road.{one}") for one in ROAD], "waits": _on_its_way(view),
        "standard": measures("photo"), "act": _act(order, photo, view, language),
        "by_paper": _by_paper(order, view, language),
    }  # fmt: skip
    if photo:
        context |= portrait_shown(view.stream, photo, language)
    if order.reached == 0 or order.act:
        context |= {"then": if_begun(house(), view, "card", "account")}
    return page(request, actor, "card", context)


def _photo_sent(request: HttpRequest, actor: Actor, view: FileView, language: Language) -> HttpResponseBase:
    sent = request.FILES.get("photo")
    done = keep_photo(house(), actor, view, sent.read() if sent else b"", now())
    if done and done.code == "not_your_role":
        return refused(request, actor, done)
    if done:
        keep_refusal(request, done.says)
    else:
        read_later(view.stream)
    return redirect("my_card", language, view.stream)


def _heading(photo: CardPhoto | None, order: CardOrder) -> Text:
    if photo is None:
        return sentence("card.heading.none" if order.reached == 0 else "card.heading.ordered")
    if photo.waiting:
        return sentence("card.heading.waiting")
    if photo.portrait is None:
        return sentence("card.heading.unmeasured")
    return (
        sentence("card.heading.to_improve", n=photo.to_improve) if photo.to_improve else sentence("card.heading.well")
    )


def _steps(order: CardOrder, view: FileView, language: Language) -> list[Step]:
    first = next((need for need in NEEDS if need not in order.done), None)
    return [
        Step(sentence(f"card.needs.{need}"), need in order.done, need == first, _where(need, view, language))
        for need in NEEDS
    ]


def _where(need: Need, view: FileView, language: Language) -> str:
    if need == "data":
        return address(view.stream, ASKS[need], "", language)
    return reverse(ASKS[need], args=[language, view.stream])


def _act(order: CardOrder, photo: CardPhoto | None, view: FileView, language: Language) -> Button | None:
    if order.act is None:
        return None
    says = sentence("card.use_it") if photo and photo.given_on is None else order.act.label
    return Button(says, address(view.stream, order.act.kind, "", language))


def _by_paper(order: CardOrder, view: FileView, language: Language) -> Link | None:
    if order.by_paper is None:
        return None
    return Link(sentence("card.by_paper"), address(view.stream, order.by_paper.kind, "", language))


def _on_its_way(view: FileView) -> list[dict[str, Any]]:
    """The wait for a card that was ordered, as on the page of waits."""
    return shown_waits(tuple(one for one in waits_of(house(), view) if one[1].wait.stage == "card"))
