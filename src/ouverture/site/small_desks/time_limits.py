"""Count a time limit: choose it by what happened, give its first day, read its last one as one large date."""

from collections.abc import Iterator
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ouverture.clock import calendar, deadlines
from ouverture.clock.counting import Counting
from ouverture.site.page.calendar_file import CalendarDay, calendar_response
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import read_boxes
from ouverture.site.page.parts import Choice, Link
from ouverture.site.page.sentences import say, sentence
from ouverture.site.small_desks.asking import Asked, Wrong, asked_in_address, error_of
from ouverture.site.small_desks.searching import matching
from ouverture.text import Language, Text

NAMES, DAYS = ("rule", "place", "q"), ("start",)


@require_safe
def deadline(request: HttpRequest, language: Language) -> HttpResponse:
    """Without a time limit chosen, all of them with a search; with one, its form and its count."""
    asked = asked_in_address(request, "deadline", NAMES, DAYS)
    rule = deadlines.rules().get(asked.typed["rule"])
    wrong, counted = None, None
    if rule is None and (asked.typed["rule"] or asked.days["start"]):
        wrong = Wrong("q", sentence("desks.no_rule"))
    if rule is not None and any(name.startswith("start") for name in request.GET):
        try:
            counted = _counted(asked, language)
        except Wrong as problem:
            wrong = problem
    context = {
        "asked": asked,
        "wrong": wrong,
        "errors": error_of(wrong, DAYS),
        "rule": rule,
        "counted": counted,
        "lines": list(counted.sentences(language))[2:] if counted else [],
        "groups": list(_groups(asked.typed["q"], language)) if rule is None else [],
        "holiday_places": [Choice(place.code, place.name) for place in calendar.places().values()],
        "calendar": _calendar_address(request, counted, language),
        "left": (counted.due - today()).days if counted and counted.due else None,
    }
    return render(request, "small_desks/deadline.html", context)


@require_safe
def calendar_of(request: HttpRequest, language: Language) -> HttpResponse:
    """The last day as a calendar file."""
    try:
        counted = _counted(asked_in_address(request, "deadline", NAMES, DAYS), language)
    except Wrong:
        raise Http404 from None
    if counted.due is None:
        raise Http404
    days = [CalendarDay(counted.due, counted.title, counted.headline)]
    return calendar_response(days, today(), language, say("desks.deadline_file", language))


def _counted(asked: Asked, language: Language) -> Counting:
    if not asked.days["start"]:
        raise Wrong("start", sentence("desks.no_start"))
    try:
        start: date = read_boxes(asked.days["start"], language)
        return deadlines.count(asked.typed["rule"], start, place=asked.typed["place"] or "metropole")
    except deadlines.HolidayPlaceError:
        raise Wrong("place", sentence("desks.no_place")) from None
    except deadlines.DeadlineError as problem:
        raise Wrong("start", problem.text) from None


def _groups(typed: str, language: Language) -> Iterator[tuple[Text, list[Link]]]:
    """The time limits by who must act, those that match what was typed; each a link to its own form."""
    by_actor: dict[str, list[Link]] = {}
    for name, rule in deadlines.rules().items():
        link = Link(rule.title, f"{reverse('deadline', args=[language])}?rule={name}")
        by_actor.setdefault(_who(rule.actor), []).append(link)
    for who in sorted(by_actor, key=("person", "caisse", "other").index):
        found = matching(by_actor[who], typed, lambda link: link.says)
        if found:
            yield sentence(f"desks.act_of.{who}"), sorted(found, key=lambda link: link.says.to(language))


def _who(actor: str) -> str:
    return actor if actor in ("person", "caisse") else "other"


def _calendar_address(request: HttpRequest, counted: Counting | None, language: Language) -> str:
    has_day = counted is not None and counted.due is not None
    return f"{reverse('deadline_calendar', args=[language])}?{request.GET.urlencode()}" if has_day else ""
