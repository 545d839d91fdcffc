"""The card that lies before a counter, and what is said when there is none."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import Look
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.looking import look_for


def look_at_card(actor: Actor) -> Look | None:
    """A look at the file of the card presented last; None when no card is there."""
    return look_for(actor, actor.acts_for[-1]) if actor.acts_for else None


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Why not, on a page that anybody may see."""
    return render(request, "counter/refused.html", {"refusal": refusal}, status=403)
