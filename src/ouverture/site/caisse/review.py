"""A paper on the desk: beside it its checks, the law, and what the person will read; several go in one letter."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import owed_then, preview_of
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.demands import declared_for
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.review import (
    IN_OWN_WORDS,
    Judged,
    answer_of,
    desk_of,
    first_to_judge,
    on_the_desk,
)
from ouverture.services.papers.card_photo import photo_of
from ouverture.services.papers.pages import PaperPages, pages_of
from ouverture.services.papers.reading import Checked, checked
from ouverture.site.caisse.next_work import next_address
from ouverture.site.caisse.review_shown import context_of
from ouverture.site.desk.answering import drawn, for_the_caisse, stage_address
from ouverture.site.page.clock import now
from ouverture.site.page.file_acts import holder_name
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, looked_at, notice_of
from ouverture.site.page.pages_shown import portrait_shown
from ouverture.site.page.reading_later import read_later
from ouverture.text import Language

DRAFTS = "caisse_review"
"""What was said of papers and has not left yet, by file."""
MOST_DRAFTS = 8
MOST_SHOWN = 3
"""What would be owed then: the first few."""
LONGEST = 600
"""Signs of a reason in one's own words."""


@require_http_methods(["GET", "POST"])
@for_the_caisse
def review(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """One paper of a file; what is said of it waits on the server until the letter leaves."""
    if request.method == "POST":
        return _said(request, actor, view, language)
    return _shown(request, actor, view, language)


def _said(request: HttpRequest, actor: Actor, view: FileView, language: Language) -> HttpResponseBase:
    name, wanted = request.POST.get("paper", "")[:LONGEST], request.POST.get("do", "")
    draft = _draft(request, view)
    said = _judged(request.POST)
    if wanted == "drop":
        draft["papers"].pop(name, None)
    elif said:
        draft["papers"][name] = list(said)
    _keep(request, view, draft)
    if wanted == "send":
        return _send(request, actor, view, draft, language)
    waiting = [one.name for one in desk_of(view).papers if one.state == "received" and one.name not in draft["papers"]]
    if wanted == "next" and said and waiting:
        name = waiting[0]
    return redirect(_address(view, name, language))


def _judged(typed: QueryDict) -> Judged | None:
    """What was said of the paper; None when nothing was chosen."""
    decision = typed.get("decision", "")
    if decision == "accept":
        return Judged(True)
    if decision != "ask":
        return None
    own = typed.get("own_reason", "").strip()[:LONGEST]
    reason = typed.get("reason", "") or (IN_OWN_WORDS if own else "")
    would_do = typed.get("would_do", "").strip()[:LONGEST]
    return Judged(False, reason[:LONGEST], would_do if reason == IN_OWN_WORDS else "", own)


def _send(
    request: HttpRequest, actor: Actor, view: FileView, draft: dict[str, Any], language: Language
) -> HttpResponseBase:
    """All that was said leaves at once; what changed meanwhile is shown, and nothing said is lost."""
    command = answer_of(view, _papers(draft), language)
    if isinstance(command, Refusal):
        return _shown(request, actor, view, language, command)
    wanted = Wanted(view.stream, command, view.day, draft["key"], now(), draft["seen"])
    done = carry_out(house(), actor, wanted)
    if isinstance(done, Changed):
        _keep(request, view, {**draft, "seen": done.version, "key": _new_key()})
        keep_notice(request, "changed")
        return redirect(_address(view, request.POST.get("paper", ""), language))
    if isinstance(done, Refusal):
        return _shown(request, actor, view, language, done)
    _keep(request, view, None)
    keep_notice(request, "done")
    after = looked_at(actor, view.stream)
    left = isinstance(after, Refusal) or not any(one.state == "received" for one in desk_of(after).papers)
    return redirect(next_address("papers", view.stream, language) if left else _address(view, "", language))


def _shown(
    request: HttpRequest, actor: Actor, view: FileView, language: Language, refusal: Refusal | None = None
) -> HttpResponseBase:
    name = request.POST.get("paper", "") or request.GET.get("paper", "") or first_to_judge(view)
    paper = on_the_desk(view, name) or on_the_desk(view, first_to_judge(view))
    draft = _draft(request, view)
    papers = _papers(draft)
    command = answer_of(view, papers, language) if papers else None
    would = None if command is None or isinstance(command, Refusal) else preview_of(actor, view, command)
    if refusal is None and isinstance(would, Refusal):
        refusal = would
    pages = pages_of(house(), actor, view)
    found = checked(house(), view, pages)
    if any(one.waiting for one in found.values()):
        read_later(view.stream)
    own = paper.own.name if paper else ""
    photo = photo_of(house(), actor, view)
    context = context_of(view, paper, papers, language, pages.get(own, PaperPages()), found.get(own, Checked()))
    if photo:
        context |= {"photo": photo, "portrait": portrait_shown(view.stream, photo, language)}
    context |= {"would": None if isinstance(would, Refusal) else would, "refusal": refusal}
    then = owed_then(would, view.day)[:MOST_SHOWN] if would and not isinstance(would, Refusal) else ()
    context |= {"then": [(holder_name(one, actor), one) for one in then]}
    context |= {
        "notice": notice_of(request),
        "moved": draft["seen"] != view.version,
        "kept": len(papers),
        "to_send": max(1, len(papers)),
    }
    context |= {"here": stage_address("papers", language), "declared": declared_for(house().demands, view)}
    return drawn(request, actor, "caisse/review.html", context, 422 if refusal else 200)


def _papers(draft: dict[str, Any]) -> dict[str, Judged]:
    return {name: Judged(*said) for name, said in draft["papers"].items()}


def _draft(request: HttpRequest, view: FileView) -> dict[str, Any]:
    """What waits for this file: said of which papers, on which version, under which key."""
    kept: dict[str, Any] | None = request.session.get(DRAFTS, {}).get(view.stream)
    return kept or {"papers": {}, "seen": view.version, "key": _new_key()}


def _new_key() -> str:
    return f"review/{uuid4().hex}"


def _keep(request: HttpRequest, view: FileView, draft: dict[str, Any] | None) -> None:
    """Remember what was said; nothing said is nothing kept."""
    others = {name: kept for name, kept in request.session.get(DRAFTS, {}).items() if name != view.stream}
    left = dict(list(others.items())[1 - MOST_DRAFTS :])
    request.session[DRAFTS] = {**left, view.stream: draft} if draft and draft["papers"] else left


def _address(view: FileView, name: str, language: Language) -> str:
    address = reverse("review", args=[language, view.stream])
    return f"{address}?paper={name}" if name and name.replace("_", "").isalnum() and name.isascii() else address
