"""The sheet of keys, behind "?": each with what it does; they can be turned off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.access import may_read
from ouverture.services.casework.actors import Actor
from ouverture.site.desk.answering import drawn, refused
from ouverture.site.page.actor import for_an_actor
from ouverture.text import Language

EVERY = (
    ("J K", "move"), ("Enter", "enter"), ("P", "panel"), ("T", "take"), ("/", "search"), ("?", "sheet"),
    ("G + Q R N P D C S H A O F T L B", "go"), ("O + F R D H A C", "in_file"), ("1 – 9", "paper"), ("A", "accept"),
    ("R", "ask"), ("V", "look"), ("N", "next"), ("S", "send"), ("F", "end"),
)  # fmt: skip


@require_GET
@for_an_actor
def keys(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """Every key."""
    if closed := may_read(actor, "queue"):
        return refused(request, actor, closed)
    return drawn(request, actor, "caisse/keys.html", {"every": EVERY})
