"""The answer with its plan and its law: on the screen, for the printer, as a PDF, and its days for an agenda."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ouverture.adapters.pdf import plan_pdf
from ouverture.law.bodies import VERDICTS
from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.assess import Answer
from ouverture.services.answer.interview import Given, next_screen
from ouverture.services.answer.plan import Plan
from ouverture.site.page.calendar_file import calendar_response
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import say
from ouverture.site.session import given_in, keep_ticks, ticked_in
from ouverture.site.visitor.answers import answered
from ouverture.site.visitor.behind import in_order_of_reading, plan_of
from ouverture.site.visitor.dates import calendar_days, plan_dates
from ouverture.site.visitor.first_act import first_act, is_care_first, this_week
from ouverture.site.visitor.headline import FACES, headline
from ouverture.site.visitor.not_known import to_find_out
from ouverture.site.visitor.papers import paper_rows, ready_share
from ouverture.site.visitor.ways_on import can_be_done, known_on
from ouverture.text import Language, Text

SHOWN_REASONS = 3
SHOWN_LIMITS, SHOWN_ON_A_PHONE = 5, 3
"""What stands open; the rest is one link away, with its count."""


@require_safe
def verdict(request: HttpRequest, language: Language) -> HttpResponse:
    """The verdict, the first act, this week, papers, dates, why, what may not be asked; the rest by folding."""
    given = given_in(request)
    if not given:
        return redirect("start", language)
    return render(request, "visitor/verdict.html", _context(request, given, language))


@require_safe
def printed(request: HttpRequest, language: Language) -> HttpResponse:
    """The same as a sheet to take to a desk: to tick, on two pages."""
    given = given_in(request)
    if not given:
        return redirect("start", language)
    return render(request, "visitor/printed.html", _context(request, given, language))


@require_safe
def as_pdf(request: HttpRequest, language: Language) -> HttpResponse:
    """The plan as a PDF file, with no name and no number on it."""
    given = given_in(request)
    if not given:
        return redirect("start", language)
    response = HttpResponse(plan_pdf(plan_of(given), language), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{say("verdict.pdf_name", language)}.pdf"'
    return response


@require_safe
def calendar(request: HttpRequest, language: Language) -> HttpResponse:
    """The days of the plan as a calendar file."""
    given = given_in(request)
    if not given:
        return redirect("start", language)
    return calendar_response(calendar_days(plan_of(given)), today(), language, say("verdict.calendar_name", language))


@require_POST
def tick(request: HttpRequest, language: Language) -> HttpResponse:
    """Remember which papers are in hand."""
    given = given_in(request)
    if given:
        known = {listed.paper.name for listed in plan_of(given).papers.papers}
        keep_ticks(request, known.intersection(request.POST.getlist("ready")))
    return redirect(reverse("verdict", args=[language]) + "#papers")


def _context(request: HttpRequest, given: Given, language: Language) -> dict[str, Any]:
    plan = plan_of(given)
    following = next_screen(given, today(), plan.answer)
    address = reverse("question", args=[language, following.name]) if following else ""
    rows = paper_rows(plan, ticked_in(request))
    at_once = [row for row in rows if not row.listed.may_follow_later]
    return {
        **_law(plan),
        "answer": plan.answer,
        "plan": plan,
        "answered": answered(given),
        "verdict": VERDICTS[plan.answer.verdict],
        "headline": headline(plan),
        "act": first_act(plan, following, language, address),
        "week": this_week(plan, language),
        "rows": rows,
        "at_once": at_once,
        "may_follow": [row for row in rows if row not in at_once],
        "ready": sum(row.is_ready for row in rows),
        "share": ready_share(rows),
        "timeline": plan_dates(plan),
        "where_notes": list(_notes_on_where(plan)),
        "sites_known": known_on(),
        "cares_first": is_care_first(plan),
        "needs_help": FACES[plan.answer.verdict] in ("wait", "no", "unknown"),
    }


def _law(plan: Plan) -> dict[str, Any]:
    answer = plan.answer
    reasons = in_order_of_reading(answer)
    limits = list({line.limit.what: line for line in reversed(plan.papers.not_to_be_asked)}.values())[::-1]
    return {
        "possible": _possible(answer),
        "to_find_out": to_find_out(answer),
        "every_reason": reasons,
        "reasons": reasons[:SHOWN_REASONS],
        "limits": limits[:SHOWN_LIMITS],
        "more_limits": limits[SHOWN_LIMITS:],
        "shown_on_a_phone": SHOWN_ON_A_PHONE,
        "more_on_a_phone": len(limits[SHOWN_ON_A_PHONE:]),
        "acts": _worth_saying(answer),
    }


def _notes_on_where(plan: Plan) -> list[Text]:
    """What is said of the caisses beside what each one's own box says already."""
    if not plan.where:
        return []
    said = {candidate.caisse.address_warning for candidate in plan.where.candidates}
    return [note for note in plan.where.notes if note not in said]


def _possible(answer: Answer) -> list[Text]:
    return [VERDICTS[name] for name in dict.fromkeys(outcome.verdict for outcome in answer.possible)]


def _worth_saying(answer: Answer) -> list[tuple[Fact, Value, Text]]:
    """The other answers that would open cover and that a person can bring about or find out."""
    return [
        (fact, value, VERDICTS[outcome.verdict])
        for fact, value, outcome in answer.acts()
        if fact.kind != "date" and can_be_done(fact, value)
    ]
