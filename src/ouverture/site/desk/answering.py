"""What every page of the desk does: stand in the shell of whoever is at it, answer a refusal with a page."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ouverture.services.casework.access import ReadingKind, open_to
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.language import language_of
from ouverture.site.page.navigation import places_in_file
from ouverture.site.page.sentences import sentence
from ouverture.site.page.staff_parts import Place
from ouverture.text import Language

NOT_FOUND = {"no_such_file"}


def page(request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the desk, in the shell of whoever is at it: staff work all day, a person comes once."""
    shown = {"actor": actor, "shell": "desk/staff.html", "rail": rail(actor, language_of(request))}
    if actor.role not in STAFF:
        shown |= {"shell": "desk/person.html", **places_in_file(request, actor)}
    return render(request, f"desk/{template}.html", {**shown, **context}, status=status)


def rail(actor: Actor, language: Language) -> list[Place]:
    """The places of whoever works here, those that are open to them."""
    every = (("queue", "work", "list-checks", "desk.queue_title"), ("find", "find", "search", "desk.find"))
    return [
        Place(sentence(words), reverse(view, args=[language]), icon)
        for reading, view, icon, words in every
        if open_to(actor, cast(ReadingKind, reading))
    ]


def refused(request: HttpRequest, actor: Actor, refusal: Refusal) -> HttpResponse:
    """A page that says why not, who can act and by when; nothing of the file is on it."""
    return page(request, actor, "refused", {"refusal": refusal}, 404 if refusal.code in NOT_FOUND else 403)
