"""The answer with its law, and the plan: on the screen, and for the printer."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ouverture.evidence.listed import Listed
from ouverture.law.bodies import BODIES, ROUTES, VERDICTS
from ouverture.law.warnings.notice import Shown
from ouverture.rules.facts import Fact, Value
from ouverture.rules.rulebook import Outcome
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.interview import Given, declined, known_values, next_screen
from ouverture.services.answer.plan import Plan, make_plan
from ouverture.site.law.shelf import blind_spots_of
from ouverture.site.page.clock import today
from ouverture.site.session import given_in
from ouverture.site.visitor.answers import answered
from ouverture.site.visitor.ruled_out import closed_doors
from ouverture.site.visitor.timeline import timeline
from ouverture.text import Language, Text


@require_safe
def verdict(request: HttpRequest, language: Language) -> HttpResponse:
    """The answer in one sentence, why, what to do, what would change it."""
    return _page(request, language, "visitor/verdict.html")


@require_safe
def printed(request: HttpRequest, language: Language) -> HttpResponse:
    """The same, laid out to be printed or kept as a file."""
    return _page(request, language, "visitor/printed.html")


def _page(request: HttpRequest, language: Language, template: str) -> HttpResponse:
    given = given_in(request)
    if not given:
        return redirect("start", language)
    return render(request, template, _context(given))


def _context(given: Given) -> dict[str, Any]:
    answer = assess(known_values(given), today(), declined(given))
    plan = make_plan(answer)
    acts, picture = list(_acts(answer)), timeline(plan)
    sections = {
        "missing": answer.missing,
        "steps": plan.steps,
        "papers": plan.papers.papers or plan.papers.nothing,
        "not_asked": plan.papers.not_to_be_asked,
        "where": plan.where or plan.where_missing,
        "because": answer.because,
        "notices": plan.notices,
        "dates": picture,
        "changes": acts,
        "later": plan.later,
    }
    return {
        "answer": answer,
        "plan": plan,
        "answered": answered(given),
        "next": next_screen(given, today()),
        "verdict": VERDICTS[answer.verdict],
        "body": BODIES[answer.outcome.body] if answer.outcome else None,
        "route": ROUTES[answer.outcome.route] if answer.outcome else None,
        "possible": _verdicts(answer),
        "acts": acts,
        "papers": list(_papers(plan)),
        "sections": [name for name, content in sections.items() if content],
        "closed": closed_doors(answer),
        "where_notes": list(_notes_on_where(plan)),
        "blind_spots": blind_spots_of(reason.rule for reason in answer.because),
        "timeline": picture,
        "notices_first": [shown for shown in plan.notices if _comes_first(shown)],
        "notices_later": [shown for shown in plan.notices if not _comes_first(shown)],
    }


def _papers(plan: Plan) -> Iterator[list[Listed]]:
    """The papers in their order, those of which one is enough together."""
    for _, group in groupby(plan.papers.papers, key=lambda one: one.one_of or one.paper.name):
        yield list(group)


def _comes_first(shown: Shown) -> bool:
    """What calls for an act, or decides the conditions; the rest can wait behind a fold."""
    return shown.notice.to_do or shown.notice.about in ("conditions", "cost")


def _notes_on_where(plan: Plan) -> Iterator[Text]:
    """What is said of the caisses beside what each one's own box says already."""
    if plan.where:
        said = {candidate.caisse.address_warning for candidate in plan.where.candidates}
        yield from (note for note in plan.where.notes if note not in said)


def _verdicts(answer: Answer) -> list[Text]:
    return [VERDICTS[name] for name in dict.fromkeys(outcome.verdict for outcome in answer.possible)]


def _acts(answer: Answer) -> list[tuple[Fact, list[tuple[Value, Text]]]]:
    """For each question, the other answers that would open cover, and what would then be said."""
    found: list[tuple[Fact, list[tuple[Value, Text]]]] = []
    for fact, changes in groupby(answer.acts(), key=lambda act: act[0]):
        if fact.kind != "date":
            found.append((fact, [(value, _said(outcome)) for _, value, outcome in changes]))
    return found


def _said(outcome: Outcome) -> Text:
    return VERDICTS[outcome.verdict]
