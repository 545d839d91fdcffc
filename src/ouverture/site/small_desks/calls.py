"""Prepare a call: choose the situation, get a sheet to print, with room to note what is answered."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.clock.day_reading import DayNotRead
from ouverture.services.heard.call_sheet import NOBODY, Caller, sheet, situation_named
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import read_boxes
from ouverture.site.small_desks.asking import Asked, Wrong, asked_of, error_of, keep_and_show
from ouverture.site.small_desks.searching import matching
from ouverture.text import Language
from ouverture.wording.calls.aloud import NotANumber, grouped
from ouverture.wording.calls.shelf import groups, situations

LONGEST = 60
"""In characters: no number, day or registered letter comes near."""
NAMES, DAYS = ("number", "tracking"), ("posted",)


@require_safe
def contents(request: HttpRequest, language: Language) -> HttpResponse:
    """The situations one may call about, in their groups; those that match the words searched."""
    typed = request.GET.get("q", "").strip()[:LONGEST]
    found = matching(situations(), typed, lambda one: one.title)
    listed = [(title, [one for one in found if one.group == name]) for name, title in groups().items()]
    context = {"groups": [group for group in listed if group[1]], "typed": typed, "count": len(situations())}
    return render(request, "small_desks/calls.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def call(request: HttpRequest, language: Language, name: str) -> HttpResponse:
    """The sheet of one situation, filled with what the caller gave."""
    situation = situation_named(name)
    if situation is None:
        raise Http404
    if request.method == "POST":
        return keep_and_show(request, f"call {name}", longest=LONGEST)
    asked = asked_of(request, f"call {name}", NAMES, DAYS, LONGEST)
    wrong, caller = None, NOBODY
    try:
        caller = _caller(asked, language)
    except Wrong as problem:
        wrong = problem
    filled: Any = sheet(situation, today(), caller)
    context = {"asked": asked, "wrong": wrong, "errors": error_of(wrong, DAYS), "sheet": filled, "day": today()}
    return render(request, "small_desks/call.html", context)


def _caller(asked: Asked, language: Language) -> Caller:
    asked.refuse_cut()
    try:
        number = grouped(asked.typed["number"]) if asked.typed["number"] else ""
    except NotANumber as problem:
        raise Wrong("number", problem.text) from None
    try:
        posted = read_boxes(asked.days["posted"], language) if asked.days["posted"] else None
    except DayNotRead as problem:
        raise Wrong("posted", problem.text) from None
    return Caller(number, posted, asked.typed["tracking"])
