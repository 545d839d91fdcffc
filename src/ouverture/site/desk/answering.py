"""What every page of the desk does: stand in the shell of whoever is at it, answer a refusal with a page."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from ouverture.services.casework.access import ReadingKind, acts_as_caisse, open_to
from ouverture.services.casework.actors import STAFF, Actor
from ouverture.services.casework.glance import at_a_glance
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.work import stages_of
from ouverture.site.page.actor import name_of_identity
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.site.page.language import language_of
from ouverture.site.page.looking import of_a_file
from ouverture.site.page.navigation import own_ways, places_in_file
from ouverture.site.page.sentences import sentence
from ouverture.site.page.staff_parts import Place
from ouverture.text import Language

NOT_FOUND = {"no_such_file"}


def page(request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of the generic desk."""
    return drawn(request, actor, f"desk/{template}.html", context, status)


def drawn(
    request: HttpRequest, actor: Actor, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """A page in the shell of whoever is at it: staff work all day, a person comes once."""
    shown: dict[str, Any] = {"actor": actor}
    if actor.role in STAFF:
        places = rail(actor, language_of(request))
        team = sentence("desk.team") if any(one.team for one in places) else None
        shown |= {"shell": "desk/staff.html", "rail": places, "team_title": team}
        shown |= {"label": name_of_identity(request, actor.id)}
        shown |= {"can_search": open_to(actor, "find")}
        view = context.get("view")
        shown |= {"file_bar": file_bar(request, actor, view) if view else ()}
    else:
        shown |= {"shell": "desk/person.html", **places_in_file(request, actor)}
    return render(request, template, {**shown, **context}, status=status)


STAGE_ICONS = {
    "reception": "inbox", "number": "search", "papers": "file-text", "decision": "gavel", "cards": "credit-card",
    "care": "stethoscope", "holds": "lock", "appeals": "scale", "promises": "clock",
}  # fmt: skip
STAGE_KEYS = {
    "": "g q", "reception": "g r", "number": "g n", "papers": "g p", "decision": "g d", "cards": "g c", "care": "g s",
    "holds": "g h", "appeals": "g a", "promises": "g o",
}  # fmt: skip
PLACE_KEYS = {"find": "g f", "team": "g t", "law_changes": "g l", "demands": "g b"}
"""Two keys one after the other: "g", then the place."""
PLACES = (
    ("find", "find", "user", "desk.find", False),
    ("picture", "team", "layers", "desk.picture", True),
    ("picture", "law_changes", "scale", "desk.law_changes", True),
    ("demands", "demands", "list-checks", "desk.demands", True),
)
"""What must be open to whoever works here, the view, its icon and words, and whether it is the team's."""


def rail(actor: Actor, language: Language) -> list[Place]:
    """The places of whoever works here, those that are open to them: the stages of the work, with what waits there."""
    return [*_stages(actor, language), *_places(actor, language)]


PLACES_OF_A_FILE = (
    ("file", "layers", "o f"), ("review", "file-text", "o r"), ("decide", "gavel", "o d"), ("holds", "lock", "o h"),
    ("intake", "inbox", "o a"), ("call_desk", "phone", "o c"),
)  # fmt: skip
"""The pages of one file for whoever works at its caisse, each with its icon and its two keys."""


def file_bar(request: HttpRequest, actor: Actor, view: FileView) -> list[dict[str, Any]]:
    """The ways to every page of this file; none for a role that does not work at a caisse."""
    if acts_as_caisse(actor):
        return []
    here = request.resolver_match.url_name if request.resolver_match else ""
    waits = at_a_glance(view)
    counts = {"review": waits.to_judge, "holds": waits.holds}
    return [
        {
            "name": name,
            "href": reverse(name, args=[language_of(request), view.stream]),
            "icon": icon,
            "key": key,
            "count": counts.get(name, 0),
            "is_here": name == here,
        }
        for name, icon, key in PLACES_OF_A_FILE
        if name != "call_desk" or open_to(actor, "call")
    ]


def stage_address(stage: str, language: Language) -> str:
    """The rows of one stage of the office's own work; "" is all of it."""
    address = reverse("work", args=[language])
    return f"{address}?{urlencode({'holder': 'caisse', 'stage': stage})}" if stage else address


def _stages(actor: Actor, language: Language) -> list[Place]:
    stages = stages_of(house(), actor, "cnav" if actor.role == "cnav" else "caisse", today())
    if isinstance(stages, Refusal):
        return []
    return [
        Place(
            sentence(f"desk.stage.{one.name}") if one.name else sentence("desk.queue_title"),
            stage_address(one.name, language), STAGE_ICONS.get(one.name, "list-checks"), one.total,
            key=STAGE_KEYS.get(one.name, ""),
        )
        for one in stages
        if one.total or not one.name
    ]  # fmt: skip


def _places(actor: Actor, language: Language) -> list[Place]:
    return [
        Place(sentence(words), reverse(view, args=[language]), icon, team=team, key=PLACE_KEYS[view])
        for reading, view, icon, words, team in PLACES
        if open_to(actor, cast(ReadingKind, reading)) and (actor.office or view == "find")
    ]


def refused(request: HttpRequest, actor: Actor, refusal: Refusal) -> HttpResponse:
    """A page that says why not, who can act and by when; nothing of the file is on it."""
    context = {"refusal": refusal, "ways": own_ways(actor, language_of(request))}
    return page(request, actor, "refused", context, 404 if refusal.code in NOT_FOUND else 403)


for_a_file = of_a_file(refused)
"""A page about one file, given that file."""
for_the_caisse = of_a_file(refused, acts_as_caisse)
"""The same, for whoever works at a caisse alone."""
