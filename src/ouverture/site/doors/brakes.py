"""What is refused before any page looks at it: ways of asking that none answers, /api in the clear, far too much."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render

from ouverture.adapters.accounts.hashing import TooManyAtOnce
from ouverture.site.doors.rate import AskedTooMuch, count_request
from ouverture.site.page.actor import actor_in, written_in

ANSWERED = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
OF_PROGRAMS = "/api/"
Handler = Callable[[HttpRequest], HttpResponse]


def refuse_odd_ways(get_response: Handler) -> Handler:
    """TRACE and whatever else no page answers is refused by its name; so is /api when it comes without HTTPS.

    A program that is led to HTTPS has sent its token in the clear already, and goes on doing so unseen.
    """

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in ANSWERED:
            return HttpResponseNotAllowed(ANSWERED)
        if settings.BEHIND_PROXY and request.path.startswith(OF_PROGRAMS) and not request.is_secure():
            says = "Use https: what was sent here came in the clear. Change the token if one was sent."
            return JsonResponse({"title": "https_only", "status": 403, "detail": says}, status=403)
        return get_response(request)

    return answer


class Brakes:
    """Counts what each identity asks in an hour, and says plainly when it, or the machine, is asked too much."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or 429."""
        if settings.SESSION_COOKIE_NAME in request.COOKIES and (actor := actor_in(request)):
            try:
                count_request(actor)
            except AskedTooMuch:
                return _told(request, "refusal.asked_too_much.title", "refusal.asked_too_much.detail")
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Too many passwords at once is no fault: it is asked again in a moment."""
        if not isinstance(exception, TooManyAtOnce):
            return None
        return _told(request, "refusal.busy.title", "refusal.busy.detail")


def _told(request: HttpRequest, title: str, detail: str) -> HttpResponse:
    words = {"title": title, "detail": detail, "written": written_in(request)}
    return render(request, "front/refusal.html", words, status=429)


def keep_the_page(request: HttpRequest, page: HttpResponse, credentials: object = None) -> HttpResponse:
    """After too many tries at the door the page that says so stays as it is, in the language of the visitor."""
    page.status_code = 429
    return page
