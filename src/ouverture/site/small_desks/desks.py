"""Four small desks, each usable alone: read a number, find my caisse, papers for a country, count a deadline."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.clock import calendar, deadlines
from ouverture.clock.day_reading import read_day
from ouverture.numbers.reading import read
from ouverture.places.caisses import find
from ouverture.places.papers import birth_certificate
from ouverture.places.place_error import PlaceError
from ouverture.site.page.clock import today
from ouverture.text import Language, Text

LONGEST = 200
"""In characters: no number, place or date comes near."""


@dataclass(frozen=True)
class Told:
    """What a desk answers: an error for one field, or lines to read."""

    lines: tuple[str, ...] = ()
    error: Text | None = None
    field: str = ""


@require_safe
def contents(request: HttpRequest, language: Language) -> HttpResponse:
    """Every desk, with what it answers."""
    return render(request, "small_desks/desks.html")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def number(request: HttpRequest, language: Language) -> HttpResponse:
    """Read a number. It is posted, never in the address, and kept nowhere."""
    typed = request.POST.get("number", "")[:LONGEST]
    told = Told(tuple(read(typed, on=today()).sentences(language))) if request.method == "POST" else None
    return render(request, "small_desks/number.html", {"typed": {"number": typed}, "told": told})


@require_safe
def caisse(request: HttpRequest, language: Language) -> HttpResponse:
    """The caisse of a postcode, with its address and the day it was known."""
    typed = _typed(request, "postcode", "commune")
    told = _caisse(typed, language) if typed["postcode"] else None
    return render(request, "small_desks/caisse.html", {"typed": typed, "told": told})


@require_safe
def papers(request: HttpRequest, language: Language) -> HttpResponse:
    """What a birth certificate of a country needs: apostille, legalisation or nothing; translation."""
    typed = _typed(request, "country")
    told = _papers(typed["country"], language) if typed["country"] else None
    return render(request, "small_desks/papers.html", {"typed": typed, "told": told})


@require_safe
def deadline(request: HttpRequest, language: Language) -> HttpResponse:
    """A deadline of the law, counted step by step from a day."""
    typed = _typed(request, "rule", "start", "place")
    told = _deadline(typed, language) if typed["rule"] or typed["start"] else None
    rules = sorted(((name, rule.title) for name, rule in deadlines.rules().items()), key=lambda r: r[1].to(language))
    context = {"typed": typed, "told": told, "rules": rules, "holiday_places": calendar.places().values()}
    return render(request, "small_desks/deadline.html", context)


def _typed(request: HttpRequest, *names: str) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip()[:LONGEST] for name in names}


def _caisse(typed: Mapping[str, str], language: Language) -> Told:
    try:
        return Told(find(typed["postcode"], typed["commune"] or None).sentences(language))
    except PlaceError as problem:
        return Told(error=problem.text, field="postcode")


def _papers(country: str, language: Language) -> Told:
    try:
        return Told(birth_certificate(country, today()).sentences(language))
    except PlaceError as problem:
        return Told(error=problem.text, field="country")


def _deadline(typed: Mapping[str, str], language: Language) -> Told:
    try:
        start = read_day(typed["start"], language)
        counted = deadlines.count(typed["rule"], start, place=typed["place"] or "metropole")
    except deadlines.HolidayPlaceError as problem:
        return Told(error=problem.text, field="place")
    except deadlines.DeadlineError as problem:
        known = typed["rule"] in deadlines.rules()
        return Told(error=problem.text, field="start" if known else "rule")
    return Told(tuple(counted.sentences(language)))
