"""What was written in a file since somebody began an act in it: shown to whoever comes second."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.story import story_of
from ouverture.site.page.actor import name_of_identity
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for

MOST_SHOWN = 6


def since(request: HttpRequest, actor: Actor, view: FileView, seen: int) -> list[dict[str, Any]]:
    """The last events after the version ``seen``, oldest first, each with whoever else did it."""
    if seen >= view.version or not open_to(actor, "story"):
        return []
    found = story_of(house(), actor, look_for(actor, view.stream), 0, MOST_SHOWN)
    newer = [] if isinstance(found, Refusal) else [one for one in found if one.version > seen]
    return [
        {"passage": one, "by": "" if one.by_whom in ("", actor.id) else name_of_identity(request, one.by_whom)}
        for one in reversed(newer)
    ]
