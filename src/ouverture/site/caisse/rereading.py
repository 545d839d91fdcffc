"""A day on which the law changes: what it touches, page by page; each page is read, then done, and can be left."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.access import acts_as_caisse, may_read
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.rereading import do_page, page_of_files
from ouverture.services.casework.texts_to_come import TextHere, bring_in, law_day_of, law_days_of, texts_of
from ouverture.site.desk.answering import drawn, refused
from ouverture.site.page.actor import for_an_actor, name_of_identity
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, keep_refusal, notice_of
from ouverture.text import Language

MOST_DAYS = 12


@require_http_methods(["GET", "POST"])
@for_an_actor
def law_changes(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """The last days of change, how far this office is with each, and the announced texts; a post brings one in."""
    if closed := may_read(actor, "picture"):
        return refused(request, actor, closed)
    name, typed = request.POST.get("text", "")[:80], request.POST.get("on", "").strip()[:40]
    wrong = bring_in(house(), actor, name, typed, today(), now(), language) if request.method == "POST" else None
    if request.method == "POST" and wrong is None:
        keep_notice(request, "text_brought_in")
        return redirect("law_changes", language)
    days = law_days_of(house(), actor.office)[:MOST_DAYS]
    texts = texts_of(house(), actor)
    context = {
        "days": [{"day": one, "run": house().runs.run(actor.office, one.on)} for one in days],
        "texts": () if isinstance(texts, Refusal) else [_text(request, one) for one in texts],
        "refusal": wrong, "name": name, "typed": typed or today().isoformat(), "notice": notice_of(request),
    }  # fmt: skip
    return drawn(request, actor, "caisse/law_changes.html", context, 422 if wrong else 200)


def _text(request: HttpRequest, one: TextHere) -> dict[str, Any]:
    return {"text": one.text, "on": one.on, "by": name_of_identity(request, one.by) if one.by else ""}


@require_http_methods(["GET", "POST"])
@for_an_actor
def reread(request: HttpRequest, actor: Actor, language: Language, day: str) -> HttpResponseBase:
    """The next files of one day of change; "do" carries them out and goes on, "again" begins from the first file."""
    on = _day(day)
    if closed := may_read(actor, "picture"):
        return refused(request, actor, closed)
    law = law_day_of(house(), actor.office, on) if on else None
    if on is None or law is None:
        return redirect("law_changes", language)
    run = house().runs.run(actor.office, on)
    if request.method == "POST":
        return _posted(request, actor, language, day, run)
    context: dict[str, Any] = {"law": law, "run": run, "on": on, "notice": notice_of(request)}
    if not run.finished:
        page = page_of_files(house(), actor, run, today(), now())
        if isinstance(page, Refusal):
            return refused(request, actor, page)
        ends = sum(one.touch == "ends" for one in page.touched)
        context |= {"files": page, "ends": ends, "may_do": acts_as_caisse(actor) is None}
        context |= {"letters": sum(one.letter is not None for one in page.touched)}
    return drawn(request, actor, "caisse/reread.html", context)


def _posted(request: HttpRequest, actor: Actor, language: Language, day: str, run: Any) -> HttpResponseBase:
    if request.POST.get("do") == "again":
        done: Any = acts_as_caisse(actor) or type(run)(run.office, run.on)
    else:
        done = do_page(house(), actor, run, request.POST.get("upto", "")[:80], today(), now())
    if isinstance(done, Refusal):
        keep_refusal(request, done.says)
    else:
        house().runs.keep(done)
    return redirect("reread", language, day)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
