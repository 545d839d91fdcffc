"""What every page knows: its language, the other one, the places of the header, and the look's version."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from ouverture.site.page.language import language_of, same_page
from ouverture.site.page.navigation import PLACES
from ouverture.text import LANGUAGES


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The context of every page."""
    language = language_of(request)
    other = next(each for each in LANGUAGES if each != language)
    return {
        "language": language,
        "other_language": other,
        "other_address": same_page(request, other),
        "places": [(reverse(place.view, args=[language]), place.sentence) for place in PLACES],
        "here": request.path,
        "look": _digest("page.css"),
    }


@cache
def _digest(name: str) -> str:
    """Changes when the file does, so that no browser keeps an old look."""
    return sha256(files(__package__).joinpath("static", "page", name).read_bytes()).hexdigest()[:8]
