"""The queue: one row an act owed, by its day; taken and given back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.ports import Task
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.work import WorkAsked, WorkItem, take, task_of, work_of
from ouverture.site.desk.answering import keep_notice, notice_of, page, recorded_at, refused
from ouverture.site.desk.shown import queue_table
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import today
from ouverture.site.page.house import house
from ouverture.text import Language

A_PAGE = 50
HELD_BY = ("caisse", "person", "cnav", "post", "doctor")
"""The holders whose acts an office may ask for."""
SHARES = (("", "desk.all_acts"), ("mine", "desk.mine"), ("free", "desk.free"))


@require_GET
@for_an_actor
def work(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """The acts this desk owes, or whose holder is asked for; a person is led to their file."""
    if actor.role == "person":
        return redirect("file", language, actor.acts_for[-1])
    asked = WorkAsked(
        request.GET.get("holder", "cnav" if actor.role == "cnav" else "caisse"),
        request.GET.get("act", ""),
        request.GET.get("whose", ""),
    )
    found = work_of(house(), actor, asked, today(), _after(request), A_PAGE)
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return page(request, actor, "work", {**_page_of(found, asked, language), "notice": notice_of(request)})


def _page_of(found: tuple[WorkItem, ...], asked: WorkAsked, language: Language) -> dict[str, Any]:
    last = found[-1].task if len(found) == A_PAGE else None
    return {
        "table": queue_table(found, today(), language),
        "asked": asked,
        "after": last and f"{last.due.isoformat()}~{last.stream}~{last.act}~{last.about}",
        "holders": [(name, f"desk.at_{name}", name == asked.holder) for name in HELD_BY],
        "shares": [(whose, words, whose == asked.whose) for whose, words in SHARES],
    }


def _after(request: HttpRequest) -> Task | None:
    """The last row of the page before, as its link says it: a day, a file, an act, and what it is about."""
    try:
        day, stream, act, about = request.GET.get("after", "").split("~")
        return Task(date.fromisoformat(day), stream, act, about, "", "", "", False, "")
    except ValueError:
        return None


@require_POST
@for_an_actor
def take_act(request: HttpRequest, actor: Actor, language: Language) -> HttpResponse:
    """Take an act, or give it back."""
    stream, act, about = (request.POST.get(name, "")[:200] for name in ("stream", "act", "about"))
    task = task_of(house(), actor, stream, act, about)
    refusal = task if isinstance(task, Refusal) else take(house(), actor, task, recorded_at(), request.POST.get("to"))
    if refusal:
        keep_notice(request, "refused", fr=refusal.says.fr, en=refusal.says.en)
    return redirect("work", language)
