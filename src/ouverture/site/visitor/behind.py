"""What stands behind an answer: every reason in the words of the law, what was ruled out, what comes later."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ouverture.law.warnings.notice import Shown
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.because import Because
from ouverture.services.answer.interview import Given, known_values, not_to_ask
from ouverture.services.answer.plan import Plan, make_plan
from ouverture.site.law.shelf import blind_spots_of
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import sentence
from ouverture.site.session import given_in
from ouverture.site.visitor.headline import headline
from ouverture.site.visitor.ruled_out import closed_doors
from ouverture.site.visitor.why import rules_named
from ouverture.text import Language, Text

_TITLES = {
    "steps": "behind.steps",
    "reasons": "behind.reasons",
    "limits": "verdict.not_asked",
    "habits": "verdict.habits",
    "notices": "behind.notices",
    "closed": "behind.ruled_out",
    "later": "verdict.later",
    "blind_spots": "behind.blind_spots",
}
"""The parts of the page, in their order, and their titles."""


@require_safe
def behind(request: HttpRequest, language: Language) -> HttpResponse:
    """All that the answer page only points to: a page of its own, so that the answer itself comes quickly."""
    given = given_in(request)
    if not given:
        return redirect("start", language)
    plan = plan_of(given)
    parts = _parts(plan)
    context = {
        **parts,
        "headline": headline(plan),
        "on": plan.answer.on,
        "ruled_out": sum(len(door.grounds) for door in parts["closed"]),
        "parts": list(_contents(parts)),
    }
    return render(request, "visitor/behind.html", context)


def plan_of(given: Given) -> Plan:
    """The plan of these answers today."""
    return make_plan(assess(known_values(given), today(), not_to_ask(given)))


def in_order_of_reading(answer: Answer) -> list[Because]:
    """Each rule of the answer: the ground's own first, the nearest to this case before the general ones."""
    own = list(rules_named(answer.ground.when)) if answer.ground else []
    near = {name: place for place, name in enumerate(reversed(own))}
    last = len(near)
    return sorted(answer.because, key=lambda reason: (not reason.holds, near.get(reason.rule.name, last)))


def _parts(plan: Plan) -> dict[str, Any]:
    reasons = in_order_of_reading(plan.answer)
    return {
        "steps": plan.steps,
        "reasons": reasons,
        "limits": plan.papers.not_to_be_asked,
        "habits": plan.papers.local_habits,
        "notices": sorted(plan.notices, key=lambda shown: not _comes_first(shown)),
        "closed": closed_doors(plan.answer),
        "later": plan.later,
        "blind_spots": blind_spots_of(reason.rule for reason in reasons),
    }


def _contents(parts: dict[str, Any]) -> Iterator[tuple[str, Text]]:
    """The address on the page and the title of each part that is not empty."""
    for name, title in _TITLES.items():
        if parts[name]:
            yield ("ruled_out" if name == "closed" else name), sentence(title)


def _comes_first(shown: Shown) -> bool:
    """What calls for an act, or decides the conditions."""
    return shown.notice.to_do or shown.notice.about in ("conditions", "cost")
