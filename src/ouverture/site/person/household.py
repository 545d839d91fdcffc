"""Household: partner and children in one place, each with their own file, and papers given once for all."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.household import household_of
from ouverture.services.casework.look import FileView
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for
from ouverture.site.person.answering import for_a_file, page
from ouverture.site.session import given_in
from ouverture.text import Language


@require_GET
@for_a_file
def my_household(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The children of this file, and the other files that this visit has open."""
    # Whoever works for many persons has their files, which are no household.
    mine = actor if actor.role == "person" else actor._replace(acts_for=(view.stream,))
    found = household_of(house(), mine, view, known_values(given_in(request)), look_for(actor, view.stream))
    return page(request, actor, "household", {"view": view, "household": found})
