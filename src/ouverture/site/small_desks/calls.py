"""Prepare a call: choose the situation, get a sheet to print, with room to note what is answered. Nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.clock.day_reading import read_day
from ouverture.clock.deadlines import DeadlineError
from ouverture.services.heard.call_sheet import NOBODY, Caller, sheet, situation_named
from ouverture.site.page.clock import today
from ouverture.text import Language, Text
from ouverture.wording.calls.aloud import NotANumber, grouped
from ouverture.wording.calls.shelf import groups, situations

LONGEST = 60
"""In characters: no number, day or registered letter comes near."""


@dataclass(frozen=True)
class Told:
    """What was typed, and what is wrong with one field of it, if anything."""

    caller: Caller = NOBODY
    error: Text | None = None
    field: str = ""


@require_safe
def contents(request: HttpRequest, language: Language) -> HttpResponse:
    """The situations one may call about, in their groups."""
    listed = [(title, [one for one in situations() if one.group == name]) for name, title in groups().items()]
    return render(request, "small_desks/calls.html", {"groups": listed})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def call(request: HttpRequest, language: Language, name: str) -> HttpResponse:
    """The sheet of one situation. What is typed is posted, never in the address, and kept nowhere."""
    situation = situation_named(name)
    if situation is None:
        raise Http404
    typed = {field: request.POST.get(field, "").strip()[:LONGEST] for field in ("number", "posted", "tracking")}
    told = _told(typed, language)
    filled = sheet(situation, today(), told.caller)
    return render(request, "small_desks/call.html", {"told": told, "typed": typed, "sheet": filled, "day": today()})


def _told(typed: Mapping[str, str], language: Language) -> Told:
    try:
        number = grouped(typed["number"]) if typed["number"] else ""
    except NotANumber as problem:
        return Told(error=problem.text, field="number")
    try:
        posted = read_day(typed["posted"], language) if typed["posted"] else None
    except DeadlineError as problem:
        return Told(error=problem.text, field="posted")
    return Told(Caller(number, posted, typed["tracking"]))
