"""Resources of a home beside the amounts of C2S, AME, RSA and ASPA, by day and place."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.services.answer.price.resources import compared
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import one_line
from ouverture.site.page.parts import Choice
from ouverture.site.page.sentences import sentence
from ouverture.site.small_desks.asked_fields import Form, errors_of
from ouverture.site.small_desks.asking import asked_of, keep_and_show
from ouverture.text import Language

FIELDS = ("household", "place", "income", "on")
PLACES = ("mainland", "overseas", "mayotte")


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def resources(request: HttpRequest, language: Language) -> HttpResponse:
    """Every amount for a home, beside its resources when they are given."""
    if request.method == "POST":
        return keep_and_show(request, "resources")
    asked = asked_of(request, "resources", FIELDS, ("on",))
    typed = {**asked.typed, "on": one_line(asked.days["on"])}
    given = {name: value for name, value in typed.items() if value}
    faults = _form().faults(given, _read) if asked.given else {}
    context: dict[str, Any] = {
        "asked": asked,
        "errors": errors_of(faults, asked.days),
        "fields": _form().fields(typed, faults, asked.days).values(),
        "rows": compared(given, today()) if asked.given and not faults else (),
    }
    return render(request, "small_desks/resources.html", context)


def _form() -> Form:
    return Form(
        "resources", FIELDS, {"place": tuple(Choice(each, sentence(f"resources.place_{each}")) for each in PLACES)}
    )


def _read(given: Mapping[str, Any]) -> object:
    return compared(given, today())
