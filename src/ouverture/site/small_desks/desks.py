"""Four small desks, each usable alone: read a number, find my caisse, papers for a country, count a deadline."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.clock import calendar, deadlines
from ouverture.clock.day_reading import DayNotRead, read_day
from ouverture.numbers.agreement import Sex, agreement
from ouverture.numbers.reading import read
from ouverture.places.caisses import find
from ouverture.places.papers import birth_certificate
from ouverture.places.place_error import PlaceError
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

SEXES: dict[Sex, Text] = {"woman": Text("Femme", "Woman"), "man": Text("Homme", "Man")}
SOCIAL = frozenset({"nia_or_nir", "nir", "nia", "ins"})
"""Numbers built from the civil status."""
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
    """Read a number, beside a birth if one is given. It is posted, never in the address, and kept nowhere."""
    typed = {name: request.POST.get(name, "").strip()[:LONGEST] for name in ("number", "born_on", "sex", "born_at")}
    told = _number(typed, language) if request.method == "POST" else None
    return render(request, "small_desks/number.html", {"typed": typed, "told": told, "sexes": SEXES})


@require_safe
def caisse(request: HttpRequest, language: Language) -> HttpResponse:
    """The caisse of a postcode, with its address and the day it was known."""
    typed = _typed(request, "postcode", "commune")
    told = _caisse(typed, language) if request.GET else None
    return render(request, "small_desks/caisse.html", {"typed": typed, "told": told})


@require_safe
def papers(request: HttpRequest, language: Language) -> HttpResponse:
    """What a birth certificate of a country needs: apostille, legalisation or nothing; translation."""
    typed = _typed(request, "country")
    told = _papers(typed["country"], language) if request.GET else None
    return render(request, "small_desks/papers.html", {"typed": typed, "told": told})


@require_safe
def deadline(request: HttpRequest, language: Language) -> HttpResponse:
    """A deadline of the law, counted step by step from a day."""
    typed = _typed(request, "rule", "start", "place")
    told = _deadline(typed, language) if request.GET else None
    rules = sorted(((name, rule.title) for name, rule in deadlines.rules().items()), key=lambda r: r[1].to(language))
    context = {"typed": typed, "told": told, "rules": rules, "holiday_places": calendar.places().values()}
    return render(request, "small_desks/deadline.html", context)


def _typed(request: HttpRequest, *names: str) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip()[:LONGEST] for name in names}


def _number(typed: Mapping[str, str], language: Language) -> Told:
    """What the number is, then whether it goes with the birth given; a number with a fault is an error of its field."""
    try:
        born_on = read_day(typed["born_on"], language) if typed["born_on"] else None
    except DayNotRead as problem:
        return Told(error=problem.text, field="born_on")
    reading = read(typed["number"], on=today())
    sex = next((sex for sex in SEXES if sex == typed["sex"]), None)
    declared = born_on or sex or typed["born_at"]
    social = any(candidate.kind in SOCIAL for candidate in reading.candidates)
    beside = agreement(typed["number"], born_on=born_on, sex=sex, place=typed["born_at"], on=today())
    more = beside.sentences(language) if declared and social else []
    lines = (*reading.sentences(language), *more)
    sound = any(candidate.valid for candidate in reading.candidates)
    return Told(lines) if sound else Told(lines[1:], error=reading.reason, field="number")


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
    if not typed["rule"]:
        return Told(error=sentence("desks.no_rule"), field="rule")
    if not typed["start"]:
        return Told(error=sentence("desks.no_start"), field="start")
    try:
        start = read_day(typed["start"], language)
        counted = deadlines.count(typed["rule"], start, place=typed["place"] or "metropole")
    except deadlines.HolidayPlaceError as problem:
        return Told(error=problem.text, field="place")
    except deadlines.DeadlineError as problem:
        known = typed["rule"] in deadlines.rules()
        return Told(error=problem.text, field="start" if known else "rule")
    return Told(tuple(counted.sentences(language)))
