"""What every answer of the site says to the browser: keep no copy, and use none of the machine's devices."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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
