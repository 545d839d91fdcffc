"""The answer with its plan and its law: on the screen, for the printer, as a PDF, and its days for an agenda."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ouverture.adapters.pdf import plan_pdf
from ouverture.law.bodies import BODIES, ROUTES, VERDICTS
from ouverture.law.warnings.notice import Shown
from ouverture.rules.facts import Fact, Value
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.because import Because
from ouverture.services.answer.interview import Given, declined, known_values, next_screen
from ouverture.services.answer.plan import Plan, make_plan
from ouverture.site.law.shelf import blind_spots_of
from ouverture.site.page.calendar_file import calendar_response
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import say
from ouverture.site.session import given_in
from ouverture.site.visitor.answers import answered
from ouverture.site.visitor.dates import calendar_days, plan_dates
from ouverture.site.visitor.first_act import first_act, this_week
from ouverture.site.visitor.headline import FACES, headline
from ouverture.site.visitor.papers import keep_ticks, paper_rows, ready_share, ticked_in
from ouverture.site.visitor.ruled_out import closed_doors
from ouverture.site.visitor.ways_on import can_be_done, known_on
from ouverture.site.visitor.why import rules_named
from ouverture.text import Language, Text

SHOWN_REASONS = 3
SHOWN_LIMITS = 4
"""What stands open; the rest is behind a fold with its count."""


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
    response = HttpResponse(plan_pdf(_plan(given), language), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{say("verdict.pdf_name", language)}.pdf"'
    return response


@require_safe
def calendar(request: HttpRequest, language: Language) -> HttpResponse:
    """The days of the plan as a calendar file."""
    given = given_in(request)
    if not given:
        return redirect("start", language)
    return calendar_response(calendar_days(_plan(given)), today(), language, say("verdict.calendar_name", language))


@require_POST
def tick(request: HttpRequest, language: Language) -> HttpResponse:
    """Remember which papers are in hand."""
    given = given_in(request)
    if given:
        known = (listed.paper.name for listed in _plan(given).papers.papers)
        keep_ticks(request, request.POST.getlist("ready"), known)
    return redirect(reverse("verdict", args=[language]) + "#papers")


def _plan(given: Given) -> Plan:
    return make_plan(assess(known_values(given), today(), declined(given)))


def _context(request: HttpRequest, given: Given, language: Language) -> dict[str, Any]:
    plan = _plan(given)
    following = next_screen(given, today())
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
        "needs_help": FACES[plan.answer.verdict] in ("wait", "no", "unknown"),
    }


def _law(plan: Plan) -> dict[str, Any]:
    answer = plan.answer
    reasons = _reasons(answer)
    limits = plan.papers.not_to_be_asked
    closed = closed_doors(answer)
    return {
        "body": BODIES[answer.outcome.body] if answer.outcome else None,
        "route": ROUTES[answer.outcome.route] if answer.outcome else None,
        "possible": _possible(answer),
        "reasons": reasons[:SHOWN_REASONS],
        "more_reasons": reasons[SHOWN_REASONS:],
        "limits": limits[:SHOWN_LIMITS],
        "more_limits": limits[SHOWN_LIMITS:],
        "acts": _worth_saying(answer),
        "closed": closed,
        "ruled_out": sum(len(door.grounds) for door in closed),
        "blind_spots": blind_spots_of(reason.rule for reason in reasons),
        "notices": sorted(plan.notices, key=lambda shown: not _comes_first(shown)),
    }


def _reasons(answer: Answer) -> list[Because]:
    """Each rule of the answer: the ground's own first, the nearest to this case before the general ones."""
    own = list(rules_named(answer.ground.when)) if answer.ground else []
    near = {name: place for place, name in enumerate(reversed(own))}
    last = len(near)
    return sorted(answer.because, key=lambda reason: (not reason.holds, near.get(reason.rule.name, last)))


def _comes_first(shown: Shown) -> bool:
    """What calls for an act, or decides the conditions."""
    return shown.notice.to_do or shown.notice.about in ("conditions", "cost")


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
