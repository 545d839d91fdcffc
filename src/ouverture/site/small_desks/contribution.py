"""The subsidiary contribution ("taxe PUMa"): is it due, on what, how much, both readings of a doubt, how to contest."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.law.answers import AnswerError
from ouverture.services.answer.price.contribution_asked import contribution_answer, how_to_contest
from ouverture.site.page.parts import Choice
from ouverture.site.page.sentences import sentence
from ouverture.site.small_desks.asked_fields import Form, errors_of
from ouverture.site.small_desks.asking import asked_of, keep_and_show
from ouverture.text import Language

FIELDS = ("year", "capital", "work", "partner_work", "replacement", "treaty", "months")
REPLACEMENTS = ("none", "french", "foreign", "not_known")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contribution(request: HttpRequest, language: Language) -> HttpResponse:
    """A year of income, and the contribution it leads to."""
    if request.method == "POST":
        return keep_and_show(request, "contribution")
    asked = asked_of(request, "contribution", FIELDS)
    given = _given(asked.typed)
    faults = _form().faults(given, _read) if asked.given else {}
    context: dict[str, Any] = {
        "asked": asked,
        "errors": errors_of(faults),
        "fields": _form().fields(asked.typed, faults).values(),
        "answer": contribution_answer(given) if asked.given and not faults else None,
        "contest": how_to_contest(),
    }
    return render(request, "small_desks/contribution.html", context)


def _form() -> Form:
    lists = {
        "replacement": tuple(Choice(each, sentence(f"contribution.replacement_{each}")) for each in REPLACEMENTS),
        "treaty": tuple(Choice(each, sentence(f"contribution.treaty_{each}")) for each in ("no", "yes")),
    }
    return Form("contribution", FIELDS, lists, stand_ins={"year": "2025", "capital": "0"})


def _given(typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed, as a table of a file; a pension of which nothing is said is not known."""
    given = {name: value for name, value in typed.items() if value}
    pension = given.get("replacement", "not_known")
    return {**given, "replacement": "unknown" if pension == "not_known" else pension}


def _read(given: Mapping[str, Any]) -> object:
    """The contribution; a year or a capital that is missing is a fault of its own field."""
    for name in ("year", "capital"):
        if name not in given:
            raise AnswerError(name, sentence(f"contribution.no_{name}"))
    return contribution_answer(given)
