"""The papers that leave a file, each as a PDF, and the pack that goes into the envelope."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.answer.interview import known_values
from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.services.casework.outgoing.evidence_sheet import evidence_sheet
from ouverture.services.casework.outgoing.pack import pack_of, papers_of
from ouverture.services.casework.outgoing.paper import Paper
from ouverture.services.casework.outgoing.scans import scans_of
from ouverture.services.casework.outgoing.words import said
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for
from ouverture.site.page.papers_sent import papers_as_pdf
from ouverture.site.page.sentences import say, sentence
from ouverture.site.person.answering import for_a_file, page, refused
from ouverture.site.session import given_in
from ouverture.text import Language

FILE_NAME = "sending.file"


@require_GET
@for_a_file
def my_pack(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Every paper that can leave today, in its group."""
    papers = papers_of(actor, view, known_values(given_in(request)))
    groups = [(sentence(f"pack.group.{name}"), tuple(each)) for name, each in groupby(papers.values(), _group)]
    pack = [one.title for one in pack_of(papers)]
    context = {"view": view, "groups": groups, "pack": pack, "own": open_to(actor, "export")}
    return page(request, actor, "pack", context)


@require_GET
@for_a_file
def my_pack_pdf(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The whole pack as one PDF, with the pages of the papers that are here, and its reading copy."""
    papers = papers_of(actor, view, known_values(given_in(request)))
    pages = scans_of(house(), actor, look_for(actor, view.stream), view)
    return papers_as_pdf(pack_of(papers, pages), said("pack"), say(FILE_NAME, language))


@require_GET
@for_a_file
def my_paper_pdf(
    request: HttpRequest, actor: Actor, language: Language, view: FileView, paper: str
) -> HttpResponseBase:
    """One paper as a PDF, in French with a reading copy in English: French is what the office reads."""
    found = papers_of(actor, view, known_values(given_in(request))).get(paper)
    if found is None:
        raise Http404
    return papers_as_pdf((found,), found.title, say(FILE_NAME, language))


@require_GET
@for_a_file
def my_evidence(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """What left, what came and what was said, with the digest of each entry."""
    found = evidence_sheet(house(), actor, look_for(actor, view.stream), view)
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return papers_as_pdf((found,), found.title, say(FILE_NAME, language))


def _group(paper: Paper) -> str:
    return paper.group
