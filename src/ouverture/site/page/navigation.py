"""The pages that a header names, in order. A desk of its own passes its own ``places`` to its templates."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.site.page.addresses import page_address
from ouverture.site.page.language import language_of
from ouverture.site.page.sentences import sentence
from ouverture.site.session import has_answers, is_settled
from ouverture.text import Language, Text


@dataclass(frozen=True)
class HeaderPlace:
    """A page of the header: its words, its address, and whether it is this one."""

    says: Text
    href: str
    is_here: bool = False


_OWN_WAYS = (
    ("queue", "work", "nav.my_day"),
    ("find", "find", "nav.find"),
    ("card", "kiosk", "nav.kiosk"),
    ("rights", "doctor", "nav.patient"),
)
"""The pages to go on from for whoever came in by a door: what must be open to them, the view and its words."""


def own_ways(actor: Actor, language: Language) -> list[HeaderPlace]:
    """Where whoever came in goes on from: an agent's day, a counter's card, a person's own file."""
    if actor.role == "person":
        return [HeaderPlace(sentence("nav.my_file"), page_address("file", language, actor.acts_for[-1]))]
    ways = [(view, says) for look, view, says in _OWN_WAYS if open_to(actor, look)]  # type: ignore[arg-type]
    # A kiosk reads rights to write them on the card: it has a page of its own.
    return [
        HeaderPlace(sentence(says), page_address(view, language))
        for view, says in ways
        if (view, actor.role) != ("doctor", "kiosk")
    ]


_BEFORE = (("start", "nav.start"), ("message", "nav.message"), ("desks", "nav.desks"), ("law", "nav.law"))
_ASKED, _ANSWERED = ("questions", "nav.questions"), ("verdict", "nav.verdict")
_DURING = (("answers", "nav.answers"), ("message", "nav.message"), ("desks", "nav.desks"), ("law", "nav.law"))
"""View and sentence, before a visitor has answered anything, and after: then the questions or their answer go first."""


def visitor_places(request: HttpRequest, language: Language) -> list[HeaderPlace]:
    """The pages of the header of a visitor."""
    named = (_first_place(request, language), *_DURING) if has_answers(request) else _BEFORE
    found = [(sentence(name), page_address(view, language)) for view, name in named]
    here = _here(request.path, [href for _, href in found], page_address("start", language))
    return [HeaderPlace(says, href, href == here) for says, href in found]


def _first_place(request: HttpRequest, language: Language) -> tuple[str, str]:
    """The answer on its own pages, and everywhere but at a question once nothing is left to ask."""
    if request.path.startswith(page_address("verdict", language)):
        return _ANSWERED
    at_a_question = request.path.startswith(page_address("questions", language))
    return _ANSWERED if is_settled(request) and not at_a_question else _ASKED


_IN_A_FILE = (
    ("file", "nav.today", "file"),
    ("my_papers", "nav.papers", "file"),
    ("story", "nav.story", "story"),
    ("my_rights", "nav.rights", "file"),
    ("my_household", "nav.household", "file"),
    ("letters", "nav.letters", "letters"),
    ("my_data", "nav.my_data", "export"),
)
"""View, sentence, and the kind of look it needs."""


def places_in_file(request: HttpRequest, actor: Actor) -> dict[str, Any]:
    """The pages of one file, for whoever it is about and who helps them; nothing where the page is of no file."""
    match = request.resolver_match
    stream = match.kwargs.get("stream") if match else None
    if not stream or not open_to(actor, "file"):
        return {}
    language = language_of(request)
    found = [
        (sentence(name), page_address(view, language, stream))
        for view, name, look in _IN_A_FILE
        if open_to(actor, look)  # type: ignore[arg-type]
    ]
    here = _here(request.path, [href for _, href in found], found[0][1])
    if open_to(actor, "queue"):
        # A helper has several files: the way back to all of them stands before those of this one.
        found.insert(0, (sentence("nav.my_day"), page_address("work", language)))
    return {"places": [HeaderPlace(says, href, href == here) for says, href in found]}


def _here(path: str, addresses: list[str], start: str) -> str:
    """The nearest place above the page, the start page only for itself."""
    above = [href for href in addresses if path.startswith(href) and (href != start or path == start)]
    return max(above, key=len, default="")
