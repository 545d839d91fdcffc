"""After an act, the next piece of work: of the same stage, first what one took, then what nobody has."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.ports import Task
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.work import WorkAsked, work_of
from ouverture.site.desk.answering import refused
from ouverture.site.desk.shown import page_of as page_named
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.text import Language

MOST_LOOKED_AT = 11
"""Rows looked through for one of another file."""


@require_GET
@for_an_actor
def next_work(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """The first row of the stage that is not of the file just left; the queue when nothing waits."""
    stage, left = request.GET.get("stage", ""), request.GET.get("left", "")
    for whose in ("mine", "free", ""):
        found = work_of(house(), actor, WorkAsked("caisse", stage, whose), today(), None, MOST_LOOKED_AT)
        if isinstance(found, Refusal):
            return refused(request, actor, found)
        task = next((one.task for one in found if one.task.stream != left and not one.altered), None)
        if task:
            return redirect(page_of(task, language))
    return redirect("work", language)


def page_of(task: Task, language: Language) -> str:
    """The page where this act is done."""
    return reverse(page_named(task.act), args=[language, task.stream])


def next_address(stage: str, left: str, language: Language) -> str:
    """The way to the next piece of work of a stage, after a file."""
    return f"{reverse('next_work', args=[language])}?{urlencode({'stage': stage, 'left': left})}"
