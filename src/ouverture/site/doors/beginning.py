"""A visitor becomes a person with a file: no account, a private link that is shown once."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.begin import begin, caisse_at, caisses_for
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.situation import tell_first
from ouverture.site.doors.entry import actor_of, enter_link
from ouverture.site.doors.links import link_of, make_link, revoke_links
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice
from ouverture.site.session import given_in
from ouverture.text import Language

SHOWN_ONCE = "door_new_link"
CAME_ALONG = "door_came_along"
"""Beside a link to a file that was carried here: how many pages came along, and how many did not."""


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
def begin_file(request: HttpRequest, language: Language) -> HttpResponseBase:
    """Which caisse, and a passphrase for whoever wants one; then the file, and the link that opens it again."""
    if request.method == "GET":
        given = given_in(request)
        chosen = caisse_at(str(given.get("postcode") or ""), str(given.get("commune") or "") or None)
        return _form(request, chosen)
    chosen, stream = request.POST.get("caisse", "")[:20], uuid4().hex[:20]
    secret = make_link(stream, request.POST.get("passphrase", ""))
    link = link_of(secret)
    assert link is not None
    actor = Actor(link.identity, "person", "", (stream,))
    done = begin(house(), actor, stream, chosen, today(), now())
    if isinstance(done, Refusal):
        revoke_links(stream)
        return _form(request, chosen, done)
    tell_first(house(), actor, stream, known_values(given_in(request)), today(), now())
    enter_link(request, link)
    request.session[SHOWN_ONCE] = [stream, secret]
    return redirect("begun", language)


@require_GET
def begun(request: HttpRequest, language: Language) -> HttpResponseBase:
    """The new link, shown until the page is left; whoever comes back to it learns how to make another."""
    stream, secret = request.session.pop(SHOWN_ONCE, ("", ""))
    if not stream:
        return _shown_before(request, language)
    address = request.build_absolute_uri(reverse("follow_link", args=[language, secret]))
    pages, missing = request.session.pop(CAME_ALONG, (0, 0))
    context = {"address": address, "stream": stream, "pages": pages, "missing": missing}
    return render(request, "doors/begun.html", context)


def _shown_before(request: HttpRequest, language: Language) -> HttpResponseBase:
    """A reload, the other language, the page before: the link is not shown again, a new one is a button away."""
    actor = actor_of(request)
    own = actor.acts_for if actor and actor.role == "person" else ()
    if len(own) != 1:
        return redirect("come_back" if own else "start", language)
    keep_notice(request, "link_shown")
    return redirect("my_link", language, own[0])


def _form(request: HttpRequest, chosen: str, refusal: Refusal | None = None) -> HttpResponseBase:
    context = {"caisses": caisses_for(house()), "chosen": chosen, "error": refusal.says if refusal else None}
    return render(request, "doors/begin.html", context, status=422 if refusal else 200)
