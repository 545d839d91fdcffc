"""The card that lies before a counter, and what is said when there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from ouverture.services.casework.access import ReadingKind, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import Look
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import View, for_an_actor
from ouverture.site.page.looking import look_for
from ouverture.text import Language

CounterPage = Callable[[HttpRequest, Actor, Language, Look], HttpResponseBase]


def look_at_card(actor: Actor) -> Look | None:
    """A look at the file of the card presented last; None when no card is there."""
    return look_for(actor, actor.acts_for[-1]) if actor.acts_for else None


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Why not, on a page that anybody may see."""
    return render(request, "counter/refused.html", {"refusal": refusal}, status=403)


def for_the_card(reading: ReadingKind) -> Callable[[CounterPage], View[[Language]]]:
    """A page of a counter about the card that lies there; without one it asks for it."""

    def declare(page: CounterPage) -> View[[Language]]:
        @for_an_actor
        @wraps(page)
        def shown(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
            if closed := may_read(actor, reading):
                return refused(request, closed)
            look = look_at_card(actor)
            return page(request, actor, language, look) if look else render(request, "counter/no_card.html", {})

        return shown

    return declare
