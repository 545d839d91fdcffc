"""The check of rights on a day, at a pharmacy or a doctor's: open, not open, or not known; the reading is written."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.counter import rights_on
from ouverture.services.casework.refusing import Refusal
from ouverture.site.counter.presented import look_at_card, refused
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.text import Language


@require_GET
@for_an_actor
def rights(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """Rights on the day asked for, today when none is."""
    if closed := may_read(actor, "rights"):
        return refused(request, closed)
    look = look_at_card(actor)
    if look is None:
        return render(request, "counter/no_card.html", {})
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
