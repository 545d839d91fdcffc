"""A look at a file from a page, and what is kept to be said on the next one."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponseBase

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.text import Language, Text

Parameters = ParamSpec("Parameters")
FilePage = Callable[Concatenate[HttpRequest, Actor, Language, FileView, Parameters], HttpResponseBase]
AddressOfFile = Callable[Concatenate[HttpRequest, Language, str, Parameters], HttpResponseBase]
Refused = Callable[[HttpRequest, Actor, Refusal], HttpResponseBase]

PURPOSES = {"person": "own_file", "helper": "mandate", "doctor": "care", "kiosk": "card"}
"""What a look is for when the desk does not ask: everybody else looks in order to work on the file."""
NOTICE = "desk_notice"


def look_for(actor: Actor, stream: str) -> Look:
    """A look at a file, now, for what this actor is here for."""
    return Look(stream, PURPOSES.get(actor.role, "casework"), today(), now())


def looked_at(actor: Actor, stream: str) -> FileView | Refusal:
    """The file as this actor may see it today."""
    return look_at(house(), actor, look_for(actor, stream))


def anybody(_: Actor) -> Refusal | None:
    """A page that whoever may see the file may see."""
    return None


def of_a_file(
    refused: Refused, may: Callable[[Actor], Refusal | None] = anybody
) -> Callable[[FilePage[Parameters]], AddressOfFile[Parameters]]:
    """A page of one file, given the file as its reader may see it today; ``refused`` is the page that says why not.

    ``may``: why this actor has no business on the page, whatever the file.
    """

    def declare(page: FilePage[Parameters]) -> AddressOfFile[Parameters]:
        def shown(
            request: HttpRequest, actor: Actor, language: Language, stream: str, *parts: Any, **named: Any
        ) -> HttpResponseBase:
            view = may(actor) or looked_at(actor, stream)
            if isinstance(view, Refusal):
                return refused(request, actor, view)
            return page(request, actor, language, view, *parts, **named)

        return cast("AddressOfFile[Parameters]", wraps(page)(for_an_actor(shown)))

    return declare


def keep_notice(request: HttpRequest, kind: str, **says: Any) -> None:
    """Something to say on the next page, once: its kind, and plain values."""
    request.session[NOTICE] = {"kind": kind, **says}


def keep_refusal(request: HttpRequest, says: Text) -> None:
    """Why something was not done, to be said on the next page."""
    keep_notice(request, "refused", fr=says.fr, en=says.en)


def notice_of(request: HttpRequest) -> dict[str, Any] | None:
    """What was kept to be said, which is then forgotten."""
    kept: dict[str, Any] | None = request.session.pop(NOTICE, None)
    return {**kept, "then": f"{kept['kind']}_then"} if kept else None
