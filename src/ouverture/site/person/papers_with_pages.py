"""What the page of papers shows of pages: those that wait and those given, what was found on them, what can be done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import uuid4

from django.http import HttpRequest

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.own_papers import OwnPaper, OwnPapers
from ouverture.services.papers.card_photo import CARD_PHOTO
from ouverture.services.papers.pages import PaperPages, may_change, pages_of
from ouverture.services.papers.reading import Checked, checked
from ouverture.site.page.file_acts import address
from ouverture.site.page.house import house
from ouverture.site.page.pages_shown import RESULTS, checks_shown, seen_pages
from ouverture.site.page.parts import Button
from ouverture.site.page.sentences import sentence
from ouverture.site.person.own_pages import ADDED
from ouverture.text import Language, Text


class ShownPages(NamedTuple):
    """The pages of a file as its papers show them. ``may``: whoever looks may add some and give them."""

    view: FileView
    may: bool
    giving: Offer | None
    language: Language
    pages: Mapping[str, PaperPages]
    found: Mapping[str, Checked]

    @property
    def waiting(self) -> int:
        """Pages that are still being read."""
        return sum(one.waiting for one in self.found.values())

    def of(self, paper: OwnPaper) -> dict[str, Any]:
        """The pages of one paper."""
        own, found = self.pages.get(paper.name, PaperPages()), self.found.get(paper.name, Checked())
        return {
            "name": paper.name,
            "label": paper.label,
            "may": self.may,
            "drafts": seen_pages(self.view.stream, own.drafts, self.language, found),
            "given": [
                {"on": one.on, "leaves": seen_pages(self.view.stream, one.leaves, self.language), "lost": one.lost}
                for one in own.given
            ],
            "checks": checks_shown(found),
            "waiting": found.waiting,
            "gives": self.giving is not None and self.giving.kind == "receive_piece",
            "files": self._files(),
            "key": uuid4().hex,
        }

    def _files(self) -> Button | None:
        """The claim, with every paper whose pages wait: the way to give before there is a claim."""
        if self.giving is None or self.giving.kind == "receive_piece":
            return None
        return Button(self.giving.label, address(self.view.stream, self.giving.kind, "", self.language))

    def summary(self, papers: OwnPapers) -> list[tuple[Text, Text]]:
        """Each paper as the agent will read it, also one without a page; nothing where no page can be kept."""
        if not (self.may or self.found):
            return []
        return [(one.label, _in_short(one, self.found.get(one.name))) for one in papers.papers]


def _in_short(paper: OwnPaper, found: Checked | None) -> Text:
    """The worst outcome of a paper in a few words; what nobody could tell is to be seen, never passed."""
    if found is None:
        return sentence(f"pages.in_short.{_without_pages(paper)}")
    if found.waiting:
        return sentence("pages.being_read")
    results = {RESULTS[one.outcome] for one in found.findings if not one.advice}
    worst = next((one for one in ("failed", "unsure", "passed") if one in results), "unsure")
    return sentence(f"pages.in_short.{worst}")


def _without_pages(paper: OwnPaper) -> str:
    if paper.state in ("received", "accepted"):
        return "there"
    may_follow = paper.listed is not None and paper.listed.deadline is not None
    return "later" if paper.state == "to_get" and may_follow else "none"


def shown_of(actor: Actor, view: FileView, giving: Offer | None, language: Language) -> ShownPages:
    """The pages of a file that this actor may see."""
    # The photo of a card has its own page: it is no paper that proves anything.
    pages = {name: one for name, one in pages_of(house(), actor, view).items() if name != CARD_PHOTO}
    found = checked(house(), view, pages)
    return ShownPages(view, may_change(house(), actor, view), giving, language, pages, found)


def added_in(request: HttpRequest) -> dict[str, Any] | None:
    """What came of the files that were just sent, once."""
    kept: dict[str, Any] | None = request.session.pop(ADDED, None)
    if kept is None:
        return None
    return {**kept, "refused": [(nth, Text(fr, en)) for nth, fr, en in kept["refused"]]}
