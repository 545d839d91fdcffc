"""Household: partner and children in one place, each with their own file, and papers given once for all."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.household import household_of
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for, looked_at
from ouverture.site.person.answering import page, refused
from ouverture.site.session import given_in
from ouverture.text import Language


@require_GET
@for_an_actor
def my_household(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """The children of this file, and the other files that this visit has open."""
    view = looked_at(actor, stream)
    if isinstance(view, Refusal):
        return refused(request, actor, view)
    # Whoever works for many persons has their files, which are no household.
    mine = actor if actor.role == "person" else actor._replace(acts_for=(stream,))
    found = household_of(house(), mine, view, known_values(given_in(request)), look_for(actor, stream))
    return page(request, actor, "household", {"view": view, "household": found})
