"""The queue: one row an act owed, by its day; taken and given back."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.ports import Task
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.together_sent import safe_waiting
from ouverture.services.casework.work import WorkAsked, WorkItem, stages_of, take, task_of, work_of
from ouverture.site.desk.answering import page, refused, stage_address
from ouverture.site.desk.shown import counters, queue_table, row_name, side_panel
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_refusal, notice_of
from ouverture.text import Language

A_PAGE = 11
"""As many rows as a screen of 1280 x 1032 shows without scrolling."""
HELD_BY = ("caisse", "person", "cnav", "post", "doctor")
"""The holders whose acts an office may ask for."""
AT_THE_QUEUE = (("J K", "move"), ("P", "panel"), ("T", "take"), ("/", "search"), ("?", "all"))
"""The keys of the queue; each has something to click as well."""
SHARES = (("", "desk.all_acts"), ("mine", "desk.mine"), ("free", "desk.free"))


@require_GET
@for_an_actor
def work(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """The acts this desk owes, or whose holder is asked for; a person is led to their file."""
    if actor.role == "person":
        return redirect("file", language, actor.acts_for[-1])
    asked = WorkAsked(
        request.GET.get("holder", "cnav" if actor.role == "cnav" else "person" if actor.role == "helper" else "caisse"),
        request.GET.get("stage", ""),
        request.GET.get("whose", ""),
    )
    found = work_of(house(), actor, asked, today(), _after(request), A_PAGE)
    stages = stages_of(house(), actor, asked.holder, today())
    if isinstance(found, Refusal) or isinstance(stages, Refusal):
        return refused(request, actor, found if isinstance(found, Refusal) else cast(Refusal, stages))
    shown = _page_of(found, asked, language, request.GET.get("row", ""))
    shown |= {
        "together": safe_waiting(house(), actor, asked.stage, today()) if asked.holder == "caisse" else 0,
        "may_take": open_to(actor, "assign_self"),
        "counters": counters(stages, asked, language),
        "notice": notice_of(request),
        "here": stage_address(asked.stage, language),
        "keys": AT_THE_QUEUE,
    }
    return page(request, actor, "work", shown)


def _page_of(found: tuple[WorkItem, ...], asked: WorkAsked, language: Language, row: str) -> dict[str, Any]:
    last = found[-1].task if len(found) == A_PAGE else None
    chosen = next((one for one in found if row_name(one) == row), found[0] if found else None)
    return {
        "table": queue_table(found, today(), chosen, asked, language),
        "chosen": chosen,
        "panel": chosen and side_panel(chosen, language),
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
    refusal = task if isinstance(task, Refusal) else take(house(), actor, task, now(), request.POST.get("to"))
    if refusal:
        keep_refusal(request, refusal.says)
    return redirect("work", language)
