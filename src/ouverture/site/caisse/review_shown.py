"""What the page of a paper shows: the list, the paper, its checks, the reasons. No rule is known here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ouverture.services.casework.look import FileView
from ouverture.services.casework.own_papers import OwnPaper, State
from ouverture.services.casework.review import IN_OWN_WORDS, AskReason, Judged, OnTheDesk, desk_of
from ouverture.services.papers.pages import PaperPages
from ouverture.services.papers.reading import Checked
from ouverture.site.page.pages_shown import checks_shown, seen_pages
from ouverture.site.page.parts import Check, LawAside
from ouverture.site.page.sentences import sentence
from ouverture.site.page.staff_parts import ReasonChoice, Segment
from ouverture.text import Language, Text

ICONS: dict[State, tuple[str, str]] = {
    "to_get": ("circle-dashed", "plain"),
    "requested": ("file-question-mark", "unsure"),
    "received": ("circle-dot", "unsure"),
    "accepted": ("circle-check", "passed"),
    "refused": ("circle-x", "failed"),
}
"""The icon of each state, and the colour it takes."""


def context_of(
    view: FileView,
    paper: OnTheDesk | None,
    said: Mapping[str, Judged],
    language: Language,
    pages: PaperPages,
    found: Checked,
) -> dict[str, Any]:
    """What the template draws; ``said``: what waits to leave, by paper; ``pages`` and ``found``: those of the paper."""
    papers = sorted(desk_of(view).papers, key=lambda one: one.state == "to_get")
    rows = [_row(nth, one, paper, said) for nth, one in enumerate(papers, 1)]
    context: dict[str, Any] = {"view": view, "rows": rows, "paper": paper}
    here = [one for one in papers if one.state != "to_get"]
    context |= {"judged": sum(one.state != "received" for one in here), "of": len(here)}
    context |= {"not_here": len(papers) - len(here)}
    if paper is None:
        return context
    now = said.get(paper.own.name)
    first = len(paper.checks) + 1
    context |= {"pages": seen_pages(view.stream, pages.latest, language, found, first)}
    context |= {"earlier": [(one.on, seen_pages(view.stream, one.leaves, language)) for one in pages.given[1:]]}
    context |= {"came": pages.given[0] if pages.given else None, "waiting": found.waiting}
    context |= {
        "checks": [*_checks(paper), *checks_shown(found, first)],
        "segments": _segments(now),
        "reasons": list(_reasons(paper, now)),
    }
    context |= {"asking": LawAside(paper.law_of_asking.name, paper.law_of_asking.quote), "said": now}
    context |= {"own_words": IN_OWN_WORDS, "rule": _rule(paper)}
    return context


def _row(nth: int, one: OwnPaper, here: OnTheDesk | None, said: Mapping[str, Judged]) -> dict[str, Any]:
    icon, colour = ICONS[one.state]
    is_here = here is not None and one.name == here.own.name
    return {"nth": nth, "paper": one, "icon": icon, "colour": colour, "is_here": is_here, "said": said.get(one.name)}


def _checks(paper: OnTheDesk) -> Iterator[Check]:
    for nth, one in enumerate(paper.checks, 1):
        yield Check(one.result, one.says, one.more, nth)


def _rule(paper: OnTheDesk) -> LawAside | None:
    listed = paper.own.listed
    if listed is None or not listed.articles:
        return None
    return LawAside(listed.articles[0].name, listed.articles[0].quote, gloss=listed.why)


def _segments(now: Judged | None) -> list[Segment]:
    return [
        Segment("accept", sentence("review.accept"), now is not None and now.accepted, "A"),
        Segment("ask", sentence("review.ask"), now is not None and not now.accepted, "R"),
    ]


def _reasons(paper: OnTheDesk, now: Judged | None) -> Iterator[ReasonChoice]:
    for one in paper.reasons:
        chosen = now is not None and now.reason == one.code
        yield ReasonChoice(one.code, one.says.capitalised(), _beside(one), chosen, one.forbidden is None)


def _beside(one: AskReason) -> Text:
    """What would do; or, greyed, the article that forbids it."""
    if one.forbidden:
        article = one.forbidden.articles[0].name if one.forbidden.articles else ""
        return sentence("review.not_allowed", article=article)
    would_do = _filled("review.would_do", one.would_do)
    if one.perhaps is None or one.perhaps.condition is None:
        return would_do
    article = one.perhaps.articles[0].name if one.perhaps.articles else ""
    unless = _filled("review.not_if", one.perhaps.condition, article=article)
    return Text(f"{would_do.fr} {unless.fr}", f"{would_do.en} {unless.en}")


def _filled(name: str, words: Text, **blanks: object) -> Text:
    """A sentence with a text in it, each in its language."""
    return Text(sentence(name, words=words.fr, **blanks).fr, sentence(name, words=words.en, **blanks).en)
