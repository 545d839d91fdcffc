"""Contest or wait: from a refusal or a silence and its day, each remedy on a line of time, with its letter."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from ouverture.clock.refusal import DeadlineError
from ouverture.site.page.calendar_file import CalendarDay, calendar_response
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import read_boxes
from ouverture.site.page.parts import Choice
from ouverture.site.page.sealed import ADDRESS
from ouverture.site.page.sentences import say, sentence
from ouverture.site.small_desks.asking import Asked, Wrong, asked_of, error_of, keep_and_show
from ouverture.site.small_desks.spans_picture import Span, spans_picture
from ouverture.text import Language
from ouverture.wording.remedies.ladder import Kind, Ladder, RungName, StepTaken, ladder

NAMES = ("kind", "remedies_told")
KINDS: tuple[Kind, ...] = get_args(Kind)
TOLD = ("yes", "no")
DAYS = (
    "happened_on",
    "complaint_on",
    "mediator_on",
    "mediator_admissible_on",
    "mediator_answered_on",
    "appeal_on",
    "appeal_answered_on",
)
"""Every day that the form asks for; only the first must be given."""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def remedies(request: HttpRequest, language: Language) -> HttpResponse:
    """The remedies after a refusal or a silence. The days are sent once, never in the address."""
    if request.method == "POST":
        return keep_and_show(request, "remedies")
    asked = asked_of(request, "remedies", NAMES, DAYS)
    wrong, found = None, None
    if asked.given:
        try:
            found = _ladder(asked, language)
        except Wrong as problem:
            wrong = problem
    context = {
        "asked": asked,
        "wrong": wrong,
        "errors": error_of(wrong, DAYS),
        "kinds": [Choice(kind, sentence(f"remedy_kind.{kind}")) for kind in KINDS],
        "told_words": [Choice(word, sentence(f"remedy_told.{word}")) for word in TOLD],
        "done": [(name, sentence(f"remedies.{name}"), asked.days[name]) for name in DAYS[1:]],
        "any_done": any(asked.days[name] for name in DAYS[1:]),
        "ladder": found,
        "result": request.GET.get(ADDRESS, ""),
        **_shown(found),
    }
    return render(request, "small_desks/remedies.html", context)


@require_safe
@never_cache
def calendar(request: HttpRequest, language: Language) -> HttpResponse:
    """The days of the remedies as a calendar file; the page itself when they cannot be counted."""
    try:
        found = _ladder(asked_of(request, "remedies", NAMES, DAYS), language)
    except Wrong:
        return redirect("remedies", language)
    entries = (rung.calendar for rung in found.rungs if rung.calendar)
    days = [CalendarDay(entry.day, entry.title, entry.text) for entry in entries]
    return calendar_response(days, today(), language, say("remedies.file", language))


def _ladder(asked: Asked, language: Language) -> Ladder:
    kind = next((kind for kind in KINDS if kind == asked.typed["kind"]), None)
    if kind is None:
        raise Wrong("kind", sentence("remedies.no_kind"))
    days = {name: _day(name, asked, language) for name in DAYS if asked.days[name] or name == "happened_on"}
    try:
        return ladder(
            kind,
            days["happened_on"],
            today(),
            remedies_told=asked.typed["remedies_told"] != "no",
            steps_taken=tuple(_steps(kind, days)),
        )
    except DeadlineError as problem:
        raise Wrong("happened_on", problem.text) from None


def _day(name: str, asked: Asked, language: Language) -> date:
    if not asked.days[name]:
        raise Wrong(name, sentence("remedies.no_day"))
    try:
        day = read_boxes(asked.days[name], language)
    except DeadlineError as problem:
        raise Wrong(name, problem.text) from None
    if day > today():
        raise Wrong(name, sentence("remedies.later_than_today"))
    return day


def _steps(kind: Kind, days: Mapping[str, date]) -> Iterator[StepTaken]:
    """What was already done; a later day of a step without its first day is refused."""
    for name in DAYS[1:]:
        first = f"{name.partition('_')[0]}_on"
        if name in days and (first not in days or days[name] < max(days[first], days["happened_on"])):
            raise Wrong(first if first not in days else name, sentence("remedies.out_of_order"))
    if "complaint_on" in days:
        yield StepTaken("complaint", days["complaint_on"])
    if "mediator_on" in days:
        admissible, answered = days.get("mediator_admissible_on"), days.get("mediator_answered_on")
        yield StepTaken("mediator", days["mediator_on"], admissible, answered)
    if "appeal_on" in days:
        board: RungName = "cmra" if kind == "medical_refusal" else "cra"
        yield StepTaken(board, days["appeal_on"], answered_on=days.get("appeal_answered_on"))


def _shown(found: Ladder | None) -> dict[str, Any]:
    if found is None:
        return {}
    spans = (
        Span(number, rung.opens_on, rung.closes_on or rung.live_by)
        for number, rung in enumerate(found.rungs, start=1)
        if rung.opens_on or rung.closes_on or rung.live_by
    )
    return {
        "picture": spans_picture(spans, found.on),
        "entries": [rung.calendar for rung in found.rungs if rung.calendar],
    }
