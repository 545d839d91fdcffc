"""How long it still takes: a range for each thing that is waited for, what it rests on, and who says otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.services.casework.waits import Forecast, read_on, waits_of
from ouverture.site.page.house import house
from ouverture.site.page.pictures_of_time import WaitingRange
from ouverture.site.page.sentences import sentence
from ouverture.site.person.answering import for_a_file, page
from ouverture.site.person.tracks import Waits
from ouverture.text import Language, Text


@require_GET
@for_a_file
def my_waits(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Every wait of the file, the longest first."""
    shown, read = shown_waits(waits_of(house(), view)), date.fromisoformat(read_on())
    return page(request, actor, "waits", {"view": view, "waits": shown, "read": read})


def shown_waits(waits: Waits) -> list[dict[str, Any]]:
    """Each wait as a page shows it: in words, as a picture where there is a whole range, beside what others say."""
    return [
        {
            "wait": each,
            "basis": _rests_on(each),
            "picture": _picture(each),
            "contradicted": [one for one in each.statements if one.otherwise],
        }
        for _, each in waits
    ]


def _rests_on(each: Forecast) -> Text:
    """How many waits, or which statements; and, where they are too few, how many there are."""
    counts = {"ended": each.ended, "running": each.running, "needed": each.needed}
    rests_on = each.stage.rests_on
    if each.basis == "model" and rests_on:
        fr = sentence("waits.rests.model", what=rests_on.fr, **counts).fr
        return Text(fr, sentence("waits.rests.model", what=rests_on.en, **counts).en)
    return sentence(f"waits.rests.{each.basis}", **counts)


def _picture(each: Forecast) -> WaitingRange | None:
    found = each.range
    if found is None or found.first is None or found.half is None or found.nine is None:
        return None
    return WaitingRange(
        each.stage.title, each.wait.since, each.on, found.first, found.half, found.nine, _rests_on(each),
        each.abnormal_from,
    )  # fmt: skip
