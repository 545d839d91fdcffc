"""What every answer of the site owes the browser: keep no copy, use none of the machine's devices, and weigh little.

And what everybody is owed when the record was altered or cannot be reached: a sentence.
"""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

from ouverture.site.doors.brakes import OF_PROGRAMS
from ouverture.site.front.refusals import only_sent_to, said_of

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


def answer_every_way(get_response: Handler) -> Handler:
    """An address asked for in a way it does not answer shows a page that says so, not an empty one."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not isinstance(response, HttpResponseNotAllowed) or request.path_info.startswith(OF_PROGRAMS):
            return response
        page = only_sent_to(request)
        page["Allow"] = response["Allow"]
        return page

    return answer


class Smaller(GZipMiddleware):
    """Words are sent compressed; pictures and fonts are already."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """The answer, compressed where that helps and the browser can."""
        kind = response.headers.get("Content-Type", "").partition(";")[0]
        return super().process_response(request, response) if kind in _WORDS else response


class ToldInWords:
    """What is no fault of the page: a file that a hand changed, a record that cannot be reached.

    Nothing of such a file is shown. Whoever keeps the house finds the kind of the fault in the log.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer of the page."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The sentence for either; any other fault goes its way."""
        told = said_of(request, exception)
        if told:
            LOG.error("the record", exc_info=exception)
        return told
