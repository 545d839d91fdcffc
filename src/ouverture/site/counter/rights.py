"""The check of rights on a day, at a pharmacy or a doctor's: open, not open, or not known; the reading is written."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.counter import rights_on
from ouverture.services.casework.look import Look
from ouverture.services.casework.refusing import Refusal
from ouverture.site.counter.presented import for_the_card, refused
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.text import Language


@require_GET
@for_the_card("rights")
def rights(request: HttpRequest, actor: Actor, language: Language, look: Look) -> HttpResponseBase:
    """Rights on the day asked for, today when none is."""
    typed = request.GET.get("on", "").strip()
    day = _day(typed) if typed else today()
    found = rights_on(house(), actor, look, day or today())
    if isinstance(found, Refusal):
        return refused(request, found)
    context = {"found": found, "typed": typed or today().isoformat(), "wrong": day is None}
    return render(request, "counter/rights.html", context, status=422 if day is None else 200)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed[:20])
    except ValueError:
        return None
