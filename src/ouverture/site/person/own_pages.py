"""My pages: photographed or chosen, put in order, taken out, given. Every form ends on the page of papers."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.services.papers.giving import give
from ouverture.services.papers.pages import Added, add, put_before, take_out
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, keep_refusal
from ouverture.site.page.reading_later import read_later
from ouverture.site.person.answering import for_a_file, refused
from ouverture.text import Language

ADDED = "pages_added"
"""What came of the files sent last, to be said once on the page of papers."""
MOST_FILES = 20
CHOSEN = "chosen"
"""In the place of a paper in the address: the form says which."""


@require_POST
@for_a_file
def add_pages(request: HttpRequest, actor: Actor, language: Language, view: FileView, paper: str) -> HttpResponseBase:
    """Keep the pages of the files that came; for the paper that was chosen, where the address names none."""
    paper = request.POST.get("paper", "") if paper == CHOSEN else paper
    files = request.FILES.getlist("pages")[:MOST_FILES]
    done = add(house(), actor, view, paper, [one.read() for one in files], now())
    if isinstance(done, Refusal):
        return _refused(request, actor, view, language, done)
    _keep(request, paper, done, sent=bool(files))
    if done.pages:
        read_later(view.stream)
    return redirect("my_papers", language, view.stream)


def _keep(request: HttpRequest, paper: str, done: Added, sent: bool) -> None:
    request.session[ADDED] = {
        "paper": paper, "pages": done.pages, "already": done.already, "sent": sent,
        "refused": [[one.nth, one.says.fr, one.says.en] for one in done.refused],
    }  # fmt: skip


@require_POST
@for_a_file
def page_out(request: HttpRequest, actor: Actor, language: Language, view: FileView, name: str) -> HttpResponseBase:
    """Take a page out."""
    return _changed(request, actor, view, language, take_out(house(), actor, view, name))


@require_POST
@for_a_file
def page_up(request: HttpRequest, actor: Actor, language: Language, view: FileView, name: str) -> HttpResponseBase:
    """Put a page before the one above it."""
    return _changed(request, actor, view, language, put_before(house(), actor, view, name))


def _changed(
    request: HttpRequest, actor: Actor, view: FileView, language: Language, done: int | Refusal
) -> HttpResponseBase:
    if isinstance(done, Refusal):
        return _refused(request, actor, view, language, done)
    return redirect("my_papers", language, view.stream)


@require_POST
@for_a_file
def give_paper(request: HttpRequest, actor: Actor, language: Language, view: FileView, paper: str) -> HttpResponseBase:
    """Give a paper with its pages."""
    key = request.POST.get("key", "")[:60] or uuid4().hex
    done = give(house(), actor, view, paper, f"pages/{key}", now())
    if isinstance(done, Refusal):
        return _refused(request, actor, view, language, done)
    keep_notice(request, "changed" if isinstance(done, Changed) else "done")
    return redirect("my_papers", language, view.stream)


def _refused(
    request: HttpRequest, actor: Actor, view: FileView, language: Language, refusal: Refusal
) -> HttpResponseBase:
    """A role that may not is told so; whoever may is told why not, where they were."""
    if refusal.code == "not_your_role":
        return refused(request, actor, refusal)
    keep_refusal(request, refusal.says)
    return redirect("my_papers", language, view.stream)
