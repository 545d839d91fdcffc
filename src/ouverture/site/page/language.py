"""The language of a page: the first part of its address."""

from typing import cast, get_args

from django.http import HttpRequest

from ouverture.text import LANGUAGES, Language


class LanguageInAddress:
    """ "fr" or "en" in an address, for ``urls``."""

    regex = "|".join(get_args(Language))

    def to_python(self, value: str) -> Language:
        """The language read."""
        return cast(Language, value)

    def to_url(self, value: str) -> str:
        """The language written."""
        return value


def language_of(request: HttpRequest) -> Language:
    """The language of the page asked for; elsewhere, the one the browser prefers, English if it speaks neither."""
    first = request.path_info.lstrip("/").partition("/")[0]
    return next((language for language in LANGUAGES if language == first), _preferred(request))


def same_page(request: HttpRequest, language: Language) -> str:
    """The address of the same page in ``language``; its start page when the present page has no language."""
    first, _, rest = request.path_info.lstrip("/").partition("/")
    query = request.META.get("QUERY_STRING", "")
    kept = f"?{query}" if query and request.method == "GET" else ""
    return f"/{language}/{rest}{kept}" if first in LANGUAGES else f"/{language}/"


def _preferred(request: HttpRequest) -> Language:
    ranked: list[tuple[float, Language]] = []
    for part in request.headers.get("Accept-Language", "").split(",")[:20]:
        tag, _, quality = part.strip().partition(";q=")
        for language in LANGUAGES:
            if tag.lower().split("-")[0] == language:
                ranked.append((_quality(quality), language))
    return max(ranked, key=lambda item: item[0])[1] if ranked else "en"


def _quality(written: str) -> float:
    try:
        return float(written or 1)
    except ValueError:
        return 0.0
