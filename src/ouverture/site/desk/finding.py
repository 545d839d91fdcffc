"""Search: what was typed waits on the server, never in an address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.find import find_person
from ouverture.services.casework.refusing import Refusal
from ouverture.site.desk.answering import page, refused
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.text import Language

ASKED = "desk_search"
LONGEST = 200


@sensitive_post_parameters("asked")
@require_http_methods(["GET", "POST"])
@for_an_actor
def find(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """A number, a tracking number, or a name with perhaps a birth date; candidates with their reasons and doubts."""
    if request.method == "POST":
        request.session[ASKED] = request.POST.get("asked", "")[:LONGEST]
        return redirect("find", language)
    asked = request.session.get(ASKED, "")
    found = find_person(house(), actor, asked, now())
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return page(request, actor, "find", {"asked": asked, "found": found, "can_call": open_to(actor, "call")})
