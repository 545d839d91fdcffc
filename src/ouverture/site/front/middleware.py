"""What every answer of the site owes the browser: keep no copy, use none of the machine's devices, and weigh little.

And what a file that a hand changed in the journal owes everybody: a sentence, and nothing of what it says now.
"""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.site.front.refusals import not_as_written

LOG = logging.getLogger("ouverture.record")
_WORDS = ("text/html", "text/css", "image/svg+xml", "text/plain", "application/json")
Handler = Callable[[HttpRequest], HttpResponse]


def keep_no_copy(get_response: Handler) -> Handler:
    """Answers of a person are not to be found in the cache of a shared machine."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Cache-Control"] = "no-store"
        return response

    return answer


def forbid_devices(get_response: Handler) -> Handler:
    """The site needs no camera, no microphone, no position."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
        return response

    return answer


class Smaller(GZipMiddleware):
    """Words are sent compressed; pictures and fonts are already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, compressed where that helps and the browser can."""
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        return super().process_response(request, response) if kind in _WORDS else response


class Unbelieved:
    """A file whose events are not those that were written is shown to nobody, and whoever keeps the house is told."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the page."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The sentence for such a file; any other fault goes its way."""
        if not isinstance(exception, NotAsWritten):
            return None
        LOG.error("not as written", exc_info=exception)
        return not_as_written(request)
