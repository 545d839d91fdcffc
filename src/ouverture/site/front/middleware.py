"""What every answer of the site owes the browser: keep no copy, use none of the machine's devices, and weigh little."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

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
