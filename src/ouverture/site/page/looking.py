"""A look at a file from a page, and what is kept to be said on the next one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house

PURPOSES = {"person": "own_file", "helper": "mandate", "doctor": "care", "kiosk": "card"}
"""What a look is for when the desk does not ask: everybody else looks in order to work on the file."""
NOTICE = "desk_notice"


def look_for(actor: Actor, stream: str) -> Look:
    """A look at a file, now, for what this actor is here for."""
    return Look(stream, PURPOSES.get(actor.role, "casework"), today(), now())


def looked_at(actor: Actor, stream: str) -> FileView | Refusal:
    """The file as this actor may see it today."""
    return look_at(house(), actor, look_for(actor, stream))


def keep_notice(request: HttpRequest, kind: str, **says: Any) -> None:
    """Something to say on the next page, once: its kind, and plain values."""
    request.session[NOTICE] = {"kind": kind, **says}


def notice_of(request: HttpRequest) -> dict[str, Any] | None:
    """What was kept to be said, which is then forgotten."""
    kept: dict[str, Any] | None = request.session.pop(NOTICE, None)
    return {**kept, "then": f"{kept['kind']}_then"} if kept else None
