"""The guide to the paper care sheet: a filled example, and until when a sheet can be sent."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.clock.counting import Counting
from ouverture.clock.refusal import DeadlineError
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import read_boxes
from ouverture.site.page.sentences import say, sentence
from ouverture.site.small_desks.asking import Asked, Wrong, asked_of, error_of, keep_and_show
from ouverture.site.small_desks.care_sheet_drawing import drawing
from ouverture.text import Language
from ouverture.wording.care_sheet.guide import guide

DAYS = ("care_on",)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def care_sheet(request: HttpRequest, language: Language) -> HttpResponse:
    """The guide, and the last day to send a sheet when a day of care is given."""
    if request.method == "POST":
        return keep_and_show(request, "care sheet", anchor="told")
    asked, wrong, counted = asked_of(request, "care sheet", (), DAYS), None, None
    lines: list[str] = []
    if asked.given:
        try:
            care_on, counted = _counted(asked, language)
            lines = [*_beside_today(care_on, counted, language), *counted.sentences(language)]
        except Wrong as problem:
            wrong = problem
    context = {
        "guide": guide(),
        "drawing": drawing(guide().blocks),
        "asked": asked,
        "wrong": wrong,
        "errors": error_of(wrong, DAYS),
        "counted": counted,
        "lines": lines,
    }
    return render(request, "small_desks/care_sheet.html", context)


def _counted(asked: Asked, language: Language) -> tuple[date, Counting]:
    if not asked.days["care_on"]:
        raise Wrong("care_on", sentence("desks.no_start"))
    try:
        care_on = read_boxes(asked.days["care_on"], language)
        return care_on, guide().send_by(care_on)
    except DeadlineError as problem:
        raise Wrong("care_on", problem.text) from None


def _beside_today(care_on: date, counted: Counting, language: Language) -> Iterator[str]:
    if care_on > today():
        yield say("care_sheet.not_yet", language)
    if counted.due and counted.due < today():
        yield say("care_sheet.too_late", language)
