"""Four small desks, each usable alone: read a number, find my caisse, papers for a country, count a deadline."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.clock.day_reading import DayNotRead
from ouverture.numbers.agreement import Sex, agreement
from ouverture.numbers.reading import Reading, read
from ouverture.places.caisses import CaisseAnswer, find
from ouverture.places.papers import CivilDocumentRule, birth_certificate
from ouverture.places.place_error import PlaceError
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import read_boxes
from ouverture.site.page.parts import Choice, Link
from ouverture.site.page.sentences import sentence
from ouverture.site.small_desks.asking import Asked, Wrong, asked_in_address, asked_of, error_of, keep_and_show
from ouverture.text import Language, Text

SEXES: dict[Sex, Text] = {"woman": Text("Femme", "Woman"), "man": Text("Homme", "Man")}
SOCIAL = frozenset({"nia_or_nir", "nir", "nia", "ins"})
"""Numbers built from the civil status."""
NUMBER, BIRTH = ("number", "sex", "born_at"), ("born_on",)

_DESKS = (
    ("message.title", "message.lead", "message", "message-square-quote"),
    ("call.title", "call.lead", "calls", "phone"),
    ("desks.caisse", "desks.caisse_lead", "caisse", "map-pin"),
    ("desks.number", "desks.number_lead", "number", "id-card"),
    ("remedies.title", "remedies.lead", "remedies", "scale"),
    ("desks.deadline", "desks.deadline_lead", "deadline", "calendar"),
    ("desks.papers", "desks.papers_lead", "papers", "globe"),
    ("care_sheet.title", "care_sheet.lead", "care_sheet", "stethoscope"),
    ("price.title", "price.lead", "price", "wallet"),
    ("paper_check.title", "paper_check.lead", "check_paper", "qr-code"),
    ("resources.title", "resources.lead", "resources", "wallet"),
    ("contribution.title", "contribution.lead", "contribution", "wallet"),
)
"""Title, lead, view and icon of each desk, the most used first."""


@require_safe
def contents(request: HttpRequest, language: Language) -> HttpResponse:
    """Every desk, with what it answers."""
    desks = [
        Link(sentence(title), reverse(view, args=[language]), icon, more=sentence(lead))
        for title, lead, view, icon in _DESKS
    ]
    return render(request, "small_desks/desks.html", {"desks": desks})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def number(request: HttpRequest, language: Language) -> HttpResponse:
    """Read a number as its blocks, beside a birth if one is given. It never stands in an address."""
    if request.method == "POST":
        return keep_and_show(request, "number")
    asked, wrong, shown = asked_of(request, "number", NUMBER, BIRTH), None, {}
    if asked.given:
        try:
            shown = _number(asked, language)
            wrong = _faulty(shown["reading"])
        except Wrong as problem:
            wrong = problem
    context = {"asked": asked, "wrong": wrong, "errors": error_of(wrong, BIRTH), "sexes": _sexes(), **shown}
    return render(request, "small_desks/number.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def caisse(request: HttpRequest, language: Language) -> HttpResponse:
    """The caisse of a postcode as a card, with its address and the day it was known."""
    if request.method == "POST":
        return keep_and_show(request, "caisse")
    asked, wrong, found = asked_in_address(request, "caisse", ("postcode", "commune")), None, None
    if asked.given:
        try:
            found = _caisse(asked)
        except Wrong as problem:
            wrong = problem
    context = {"asked": asked, "wrong": wrong, "errors": error_of(wrong), "found": found, "notes": _notes(found)}
    return render(request, "small_desks/caisse.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def papers(request: HttpRequest, language: Language) -> HttpResponse:
    """What a birth certificate of a country needs, as rows: apostille, legalisation or nothing; translation."""
    if request.method == "POST":
        return keep_and_show(request, "papers")
    asked, wrong, rule = asked_in_address(request, "papers", ("country",)), None, None
    if asked.given:
        try:
            asked.refuse_cut()
            rule = _papers(asked.typed["country"])
        except Wrong as problem:
            wrong = problem
    context = {"asked": asked, "wrong": wrong, "errors": error_of(wrong), "rule": rule}
    return render(request, "small_desks/papers.html", context)


def _number(asked: Asked, language: Language) -> dict[str, Any]:
    """The reading, and what it says beside the birth given."""
    asked.refuse_cut()
    typed = asked.typed
    try:
        born_on = read_boxes(asked.days["born_on"], language) if asked.days["born_on"] else None
    except DayNotRead as problem:
        raise Wrong("born_on", problem.text) from None
    reading = read(typed["number"], on=today())
    sex = next((sex for sex in SEXES if sex == typed["sex"]), None)
    social = any(candidate.kind in SOCIAL for candidate in reading.candidates)
    if not social or not (born_on or sex or typed["born_at"]):
        return {"reading": reading}
    beside = agreement(typed["number"], born_on=born_on, sex=sex, place=typed["born_at"], on=today())
    return {"reading": reading, "beside": beside.sentences(language)}


def _faulty(reading: Reading) -> Wrong | None:
    """A number that obeys no known rule is an error of its field, and what was seen is shown all the same."""
    return None if any(candidate.valid for candidate in reading.candidates) else Wrong("number", reading.reason)


def _sexes() -> list[Choice]:
    return [Choice(name, says) for name, says in SEXES.items()]


def _caisse(asked: Asked) -> CaisseAnswer:
    asked.refuse_cut()
    typed = asked.typed
    if not typed["postcode"]:
        raise Wrong("postcode", sentence("desks.no_postcode"))
    try:
        return find(typed["postcode"], typed["commune"] or None)
    except PlaceError as problem:
        raise Wrong("postcode", problem.text) from None


def _notes(found: CaisseAnswer | None) -> list[Text]:
    """What is said beside the caisses, without what each card says already."""
    if found is None:
        return []
    said = {candidate.caisse.address_warning for candidate in found.candidates}
    return [note for note in found.notes if note not in said]


def _papers(country: str) -> CivilDocumentRule:
    if not country:
        raise Wrong("country", sentence("desks.no_country"))
    try:
        return birth_certificate(country, today())
    except PlaceError as problem:
        raise Wrong("country", problem.text) from None
