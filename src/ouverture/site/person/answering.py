"""What each of these pages does: stand under the places of the file, or say why it cannot be shown."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.language import language_of
from ouverture.site.page.looking import of_a_file
from ouverture.site.page.navigation import own_ways, places_in_file
from ouverture.text import Text

NOT_FOUND = {"no_such_file"}


def page(request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the file, under the places of the file."""
    shown = {"actor": actor, **places_in_file(request, actor), **context}
    return render(request, f"person/{template}.html", shown, status=status)


def refused(request: HttpRequest, actor: Actor, refusal: Refusal) -> HttpResponse:
    """Why not, in words; nothing of the file is on it."""
    status = 404 if refusal.code in NOT_FOUND else 403
    context = {"actor": actor, "refusal": refusal, "ways": own_ways(actor, language_of(request))}
    return render(request, "person/refused.html", context, status=status)


def sees_the_whole(actor: Actor) -> Refusal | None:
    """Why this actor has no business on the pages of the person: at a counter only the rights are seen."""
    return may_read(actor, "file")


for_a_file = of_a_file(refused, sees_the_whole)
"""A page about one file, given that file, for whoever may see all of it."""


def as_title(words: Text) -> Text:
    """A sentence as a heading: without its full stop."""
    return Text(*(each.removesuffix(".") for each in words))


def both(first: Text, then: Text) -> Text:
    """Two sentences, one after the other."""
    return Text(*(f"{one} {other}".strip() for one, other in zip(first, then, strict=True)))
