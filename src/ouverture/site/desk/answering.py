"""What every page of the desk does: look at the file for a purpose, answer a refusal with a page, keep a notice."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ouverture.services.casework.access import ReadingKind, open_to
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.language import language_of
from ouverture.site.page.sentences import sentence
from ouverture.site.page.staff_parts import Place
from ouverture.text import Language

PARIS = ZoneInfo("Europe/Paris")
PURPOSES = {"person": "own_file", "helper": "mandate", "doctor": "care", "kiosk": "card"}
"""What a look is for when the desk does not ask: everybody else looks in order to work on the file."""
NOTICE = "desk_notice"
NOT_FOUND = {"no_such_file"}


def look_for(actor: Actor, stream: str) -> Look:
    """A look at a file, now, for what this actor is here for."""
    return Look(stream, PURPOSES.get(actor.role, "casework"), today(), now())


def looked_at(actor: Actor, stream: str) -> FileView | Refusal:
    """The file as this actor may see it today."""
    return look_at(house(), actor, look_for(actor, stream))


def page(request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the desk, in the shell of whoever is at it: staff work all day, a person comes once."""
    shown = {"actor": actor, "shell": "desk/staff.html", "rail": rail(actor, language_of(request))}
    if actor.role not in STAFF:
        shown |= {"shell": "desk/person.html"}
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


def keep_notice(request: HttpRequest, kind: str, **says: Any) -> None:
    """Something to say on the next page, once: its kind, and plain values."""
    request.session[NOTICE] = {"kind": kind, **says}


def notice_of(request: HttpRequest) -> dict[str, Any] | None:
    """What was kept to be said, which is then forgotten."""
    kept: dict[str, Any] | None = request.session.pop(NOTICE, None)
    return {**kept, "then": f"{kept['kind']}_then"} if kept else None


def recorded_at() -> datetime:
    """The moment an act is recorded, in the time of the caisses."""
    return now().astimezone(PARIS)
