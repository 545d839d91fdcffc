"""The pages of the demonstration: who to be, both sides of one file, days that pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.site.demo.cast import OFFICE, PARTS, accounts, become
from ouverture.site.demo.side_by_side import set_apart
from ouverture.site.demo.town import NoTown, let_pass, town
from ouverture.site.desk.file import body
from ouverture.site.page.language import language_of
from ouverture.site.page.looking import looked_at
from ouverture.text import Language

COUNTERS = {"kiosk": "kiosk", "doctor": "doctor"}
"""The page of each counter, where a card lies already."""
SPANS = (1, 7, 30)
"""A day, a week, a month."""


def in_a_demonstration(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page that exists in a demonstration only."""

    @wraps(view)
    def shown(*asked: Any, **named: Any) -> HttpResponse:
        try:
            return view(*asked, **named)
        except NoTown:
            raise Http404 from None

    return shown


@require_GET
@in_a_demonstration
def demo(request: HttpRequest, language: Language) -> HttpResponse:
    """Who to be."""
    return render(request, "demo/start.html", {"town": town(), "parts": PARTS, "spans": SPANS})


@require_POST
@in_a_demonstration
def come_in(request: HttpRequest, language: Language) -> HttpResponse:
    """Be somebody, then go where they work, or to the page asked for."""
    part = request.POST.get("part", "")
    if part not in PARTS:
        return redirect("demo", language)
    stream = become(request, part, town())
    if wanted := _next(request):
        return wanted
    if part in COUNTERS:
        return redirect(COUNTERS[part], language)
    return redirect("file", language, stream) if stream else redirect("work", language)


@require_POST
@in_a_demonstration
def let_days_pass(request: HttpRequest, language: Language) -> HttpResponse:
    """A day, a week or a month passes."""
    days = request.POST.get("days", "")
    if days.isdecimal() and int(days) in SPANS:
        let_pass(int(days))
    return _next(request) or redirect("demo", language)


def _next(request: HttpRequest) -> HttpResponse | None:
    """The page asked for, when it is one of ours."""
    wanted = request.POST.get("next", "")
    return redirect(wanted) if wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else None


@require_GET
@in_a_demonstration
def both_sides(request: HttpRequest, language: Language) -> HttpResponse:
    """The article's file as she sees it, beside the same file as an agent of her caisse sees it."""
    stream = town().twins.here
    agent = accounts(town())["agent"]
    sides = [
        _side(request, "article", Actor("demonstration", "person", "", (stream,)), stream),
        _side(request, "agent", Actor(agent.identity, "agent", OFFICE), stream),
    ]
    return render(request, "demo/both.html", {"sides": sides, "stream": stream, "spans": SPANS, "town": town()})


def _side(request: HttpRequest, part: str, actor: Actor, stream: str) -> dict[str, Any]:
    view = looked_at(actor, stream)
    if not isinstance(view, FileView):
        return {"part": part, "drawn": ""}
    drawn = render_to_string("desk/file_body.html", body(actor, view, language_of(request)), request)
    return {"part": part, "drawn": set_apart(drawn, part)}
