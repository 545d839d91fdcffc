"""What every page knows: its language, the other one, the places of the header, and the look's version."""

from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.http import HttpRequest

from ouverture.clock.registry import law_read_until
from ouverture.site.page.colour import colour_of
from ouverture.site.page.language import language_of, same_page
from ouverture.site.page.navigation import visitor_places
from ouverture.site.session import ERASED_COOKIE, can_be_undone
from ouverture.text import LANGUAGES


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    language = language_of(request)
    other = next(each for each in LANGUAGES if each != language)
    return {
        "language": language,
        "other_language": other,
        "other_address": same_page(request, other),
        # Worked out when a template asks: a page of a file, or of staff, has places of its own.
        "places": partial(visitor_places, request, language),
        "here": request.path,
        "holds_secret": _holds_secret(request),
        "look": _digest(),
        "law_read": law_read_until(),
        "colour": colour_of(request),
        "undo": can_be_undone(request, request.COOKIES.get(ERASED_COOKIE, "")),
    }


def _holds_secret(request: HttpRequest) -> bool:
    """Whether the address itself opens something: it is then written into no other address."""
    match = request.resolver_match
    return match is not None and "secret" in match.kwargs


@cache
def _digest() -> str:
    """Changes when a style does, so that no browser keeps an old look."""
    look = files(__package__).joinpath("static", "page")
    styles = ("page.css", "desks.css", "staff.css", "keys.js")
    return sha256(b"".join(look.joinpath(name).read_bytes() for name in styles)).hexdigest()[:8]
