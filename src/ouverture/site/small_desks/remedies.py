"""Contest or wait: from a refusal or a silence and its day, each remedy on a line of time, with its letter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ouverture.clock.day_reading import read_day
from ouverture.clock.day_words import day_in_words
from ouverture.clock.deadlines import DeadlineError
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import say, sentence
from ouverture.site.small_desks.desks import LONGEST
from ouverture.site.small_desks.spans_picture import Span, spans_picture
from ouverture.text import Language, Text
from ouverture.wording.remedies.ladder import Kind, Ladder, RungName, StepTaken, ladder

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


class Refused(Exception):
    """What was sent cannot be answered: one sentence, and the field it is about."""

    def __init__(self, field: str, text: Text) -> None:
        super().__init__(text.en)
        self.field = field
        self.text = text


@dataclass(frozen=True)
class Answered:
    """The remedies, or an error for one field."""

    ladder: Ladder | None = None
    error: Text | None = None
    field: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def remedies(request: HttpRequest, language: Language) -> HttpResponse:
    """The remedies after a refusal or a silence. The days are posted, never in the address, and kept nowhere."""
    typed = _typed(request.POST)
    told = _answered(typed, language) if request.method == "POST" else Answered()
    context = {"typed": typed, "told": told, "kinds": KINDS, "told_words": TOLD, **_shown(told.ladder)}
    return render(request, "small_desks/remedies.html", context)


@require_POST
@never_cache
def calendar(request: HttpRequest, language: Language) -> HttpResponse:
    """The days of the remedies as a plain text to keep; the page itself when they cannot be counted."""
    found = _answered(_typed(request.POST), language).ladder
    if found is None:
        return remedies(request, language)
    response = HttpResponse("\n".join(_lines(found, language)), content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{say("remedies.file", language)}"'
    return response


def _typed(posted: Mapping[str, str]) -> dict[str, str]:
    return {name: posted.get(name, "").strip()[:LONGEST] for name in ("kind", "remedies_told", *DAYS)}


def _answered(typed: Mapping[str, str], language: Language) -> Answered:
    try:
        return Answered(_ladder(typed, language))
    except Refused as problem:
        return Answered(error=problem.text, field=problem.field)


def _ladder(typed: Mapping[str, str], language: Language) -> Ladder:
    kind = next((kind for kind in KINDS if kind == typed["kind"]), None)
    if kind is None:
        raise Refused("kind", sentence("remedies.no_kind"))
    days = {name: _day(name, typed[name], language) for name in DAYS if typed[name] or name == "happened_on"}
    try:
        return ladder(
            kind,
            days["happened_on"],
            today(),
            remedies_told=typed["remedies_told"] != "no",
            steps_taken=tuple(_steps(kind, days)),
        )
    except DeadlineError as problem:
        raise Refused("happened_on", problem.text) from None


def _day(name: str, typed: str, language: Language) -> date:
    if not typed:
        raise Refused(name, sentence("remedies.no_day"))
    try:
        day = read_day(typed, language)
    except DeadlineError as problem:
        raise Refused(name, problem.text) from None
    if day > today():
        raise Refused(name, sentence("remedies.later_than_today"))
    return day


def _steps(kind: Kind, days: Mapping[str, date]) -> Iterator[StepTaken]:
    """What was already done; a later day of a step without its first day is refused."""
    for name in DAYS[1:]:
        first = f"{name.partition('_')[0]}_on"
        if name in days and (first not in days or days[name] < max(days[first], days["happened_on"])):
            raise Refused(first if first not in days else name, sentence("remedies.out_of_order"))
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


def _lines(found: Ladder, language: Language) -> Iterator[str]:
    entries = (rung.calendar for rung in found.rungs if rung.calendar)
    for entry in sorted(entries, key=lambda entry: entry.day):
        yield f"{entry.day.isoformat()} ({day_in_words(entry.day).to(language)})"
        yield entry.title.to(language)
        yield f"{entry.text.to(language)}\n"
    yield say("site.not_public", language)
