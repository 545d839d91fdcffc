"""My papers: those of this person, filling up; why each, with its law; what may not be asked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.demands import declared_for
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.own_papers import OwnPaper, OwnPapers, State, every_paper, own_papers
from ouverture.site.page.file_acts import address
from ouverture.site.page.house import house
from ouverture.site.page.looking import notice_of
from ouverture.site.page.parts import Button, Choice, RowState, Tag, TagKind
from ouverture.site.page.reading_later import read_later
from ouverture.site.page.sentences import sentence
from ouverture.site.person.answering import for_a_file, page
from ouverture.site.person.papers_with_pages import ShownPages, added_in, shown_of
from ouverture.site.session import given_in
from ouverture.text import Language

ROUNDS: dict[State, tuple[RowState, str]] = {
    "to_get": ("to_get", "file-text"),
    "requested": ("look", "file-question-mark"),
    "received": ("may_follow", "clock"),
    "accepted": ("ready", "check"),
    "refused": ("replace", "x"),
}
"""The round of each state, and the icon in it."""
TAGS: dict[State, TagKind] = {"requested": "wait", "refused": "bad"}
GIVES = ("receive_piece", "deposit")
"""The acts that give a paper, the likeliest first: one more, or the claim with its papers."""


@require_GET
@for_a_file
def my_papers(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The checklist of this person."""
    giving = _giving(acts_of(actor, view))
    seen = shown_of(actor, view, giving, language)
    papers = own_papers(view, known_values(given_in(request)), also=seen.pages)
    if seen.waiting:
        read_later(view.stream)
    context = {
        "view": view,
        "papers": papers,
        "on_its_way": view.file.application.on_its_way,
        "first": [_row(one, view, giving, language, seen) for one in papers.first],
        "rows": [_row(one, view, giving, language, seen) for one in papers.others],
        "shares": shares(papers),
        "notice": notice_of(request),
        "declared": declared_for(house().demands, view),
        "added": added_in(request),
        "pages": seen,
        "every_paper": [Choice(name, label) for name, label in every_paper(papers)],
        "as_read": seen.summary(papers),
    }
    return page(request, actor, "papers", context)


def _giving(acts: tuple[Offer, ...]) -> Offer | None:
    able = {one.kind: one for one in acts if one.possible}
    return next((able[kind] for kind in GIVES if kind in able), None)


def shares(papers: OwnPapers) -> list[tuple[str, float, float]]:
    """The bar at the top, in percent: with the caisse, asked for, to be replaced. Each with its place and width."""
    every = len(papers.papers) or 1
    parts = (
        ("ready", papers.ready),
        ("look", sum(one.state == "requested" for one in papers.papers)),
        ("replace", sum(one.state == "refused" for one in papers.papers)),
    )
    found, at = [], 0.0
    for kind, count in parts:
        width = round(100 * count / every, 2)
        found.append((kind, at, width))
        at = round(at + width, 2)
    return [one for one in found if one[2]]


def _row(one: OwnPaper, view: FileView, giving: Offer | None, language: Language, seen: ShownPages) -> dict[str, Any]:
    state, icon = ROUNDS[one.state]
    stands = "sent" if view.file.application.on_its_way and one.state == "received" else one.state
    wanted = one.state in ("to_get", "requested", "refused")
    button = None
    if giving and wanted:
        says = sentence("papers.replace" if one.state == "refused" else "papers.give")
        button = Button(says, address(view.stream, giving.kind, one.name, language))
    tag = Tag(TAGS[one.state], sentence(f"papers.state.{one.state}")) if one.state in TAGS else None
    return {
        "paper": one,
        "round": state,
        "icon": icon,
        "state": f"papers.state.{stands}",
        "button": button,
        "tag": tag,
        "pages": seen.of(one),
    }
