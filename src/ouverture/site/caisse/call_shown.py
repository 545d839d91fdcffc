"""What the page of a call shows: what is read aloud, the holds, what has not arrived, the acts, the last lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.caller import HoldTold, aloud, from_here, holds_of, not_reached
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.story import story_of
from ouverture.site.page.actor import name_of_identity
from ouverture.site.page.file_acts import act_button
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for
from ouverture.site.page.parts import Button
from ouverture.site.page.staff_parts import ReadAloud
from ouverture.text import Language

LINES = 6
MOST_ACTS = 5
OF_HOLDS = ("lift_hold", "review_hold")


def context_of(request: HttpRequest, actor: Actor, view: FileView, language: Language) -> dict[str, Any]:
    """What the template draws."""
    acts = {one.kind: one for one in acts_of(actor, view) if one.possible}
    story = story_of(house(), actor, look_for(actor, view.stream), 0, LINES)
    return {
        "view": view,
        "aloud": ReadAloud(aloud(view), language),
        "holds": [_hold(request, one, acts, view, language) for one in holds_of(view)],
        "not_reached": not_reached(view),
        "acts": list(_from_here(acts, view, language)),
        "story": () if isinstance(story, Refusal) else story,
    }


def _hold(
    request: HttpRequest, one: HoldTold, acts: dict[str, Offer], view: FileView, language: Language
) -> dict[str, Any]:
    buttons = [act_button(view.stream, acts[kind], one.hold, language) for kind in OF_HOLDS if kind in acts]
    return {"hold": one, "placed_by": name_of_identity(request, one.placed_by), "buttons": buttons}


def _from_here(acts: dict[str, Offer], view: FileView, language: Language) -> Iterator[Button]:
    """What can be done from the call: first what the file owes, then the usual ends of a call."""
    owed = [one.kind for one in acts.values() if one.settles]
    names = dict.fromkeys((*(kind for kind in from_here() if kind in acts), *owed))
    for kind in list(names)[:MOST_ACTS]:
        settles = acts[kind].settles
        yield act_button(view.stream, acts[kind], settles[0].linked if settles else "", language)
