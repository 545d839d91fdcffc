"""What is for the owner of a file alone: how it is opened, and what reminds of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from ouverture.services.casework.access import NO_SUCH_FILE
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import View, for_an_actor
from ouverture.text import Language


def for_the_owner(page: Callable[[HttpRequest, Actor, Language, str], HttpResponseBase]) -> View[[Language, str]]:
    """A page about a file for the person whose file it is; for everybody else there is no such file."""

    @for_an_actor
    @wraps(page)
    def shown(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
        own = actor.role == "person" and stream in actor.acts_for
        return page(request, actor, language, stream) if own else not_shown(request, NO_SUCH_FILE)

    return shown


def not_shown(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Why not; nothing of the file is on it."""
    return render(request, "doors/link_refused.html", {"refusal": refusal}, status=404)
