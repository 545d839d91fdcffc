"""The guide to the paper care sheet: a filled example, and until when a sheet can be sent."""

from collections.abc import Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.clock.counting import Counting
from ouverture.clock.day_reading import read_day
from ouverture.clock.deadlines import DeadlineError
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import say
from ouverture.site.small_desks.care_sheet_drawing import drawing
from ouverture.site.small_desks.desks import LONGEST, Told
from ouverture.text import Language
from ouverture.wording.care_sheet.guide import guide


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def care_sheet(request: HttpRequest, language: Language) -> HttpResponse:
    """The guide, and the last day to send a sheet when a day of care is posted."""
    typed = request.POST.get("care_on", "").strip()[:LONGEST]
    told = _told(typed, language) if request.method == "POST" else None
    context = {"guide": guide(), "drawing": drawing(guide().blocks), "typed": {"care_on": typed}, "told": told}
    return render(request, "small_desks/care_sheet.html", context)


def _told(typed: str, language: Language) -> Told:
    try:
        care_on = read_day(typed, language)
        counted = guide().send_by(care_on)
    except DeadlineError as problem:
        return Told(error=problem.text, field="care_on")
    return Told((*_beside_today(care_on, counted, language), *counted.sentences(language)))


def _beside_today(care_on: date, counted: Counting, language: Language) -> Iterator[str]:
    if care_on > today():
        yield say("care_sheet.not_yet", language)
    if counted.due and counted.due < today():
        yield say("care_sheet.too_late", language)
