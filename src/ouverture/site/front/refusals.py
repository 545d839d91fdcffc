"""Pages for what cannot be shown: said in one sentence, in the language of the address, with a way on."""

import sys
from typing import Any

import django.db
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import is_valid_path

from ouverture.adapters.journal.store import is_out_of_reach
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.site.desk.answering import drawn
from ouverture.site.page.actor import actor_in, written_in
from ouverture.site.page.language import language_of
from ouverture.site.page.navigation import own_ways
from ouverture.site.page.sentences import say
from ouverture.text import LANGUAGES


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that no page of ours sends; or 503, when the visit could not be kept."""
    return said_of(request, _first_of(exception)) or _refusal(request, "bad_request", 400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form belongs to a visit that has ended, or was sent from elsewhere; in a file, how to come in again."""
    match = request.resolver_match
    ended = match is not None and "stream" in match.kwargs and actor_in(request) is None
    words = _words("visit_ended" if ended else "stale_form")
    return _drawn(request, {**words, "written": written_in(request), "ended": ended}, 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no page at this address; a page asked for without its language leads to itself in the visitor's."""
    there = _with_language(request)
    return redirect(there) if there else _refusal(request, "not_found", 404)


def only_sent_to(request: HttpRequest) -> HttpResponse:
    """405: the address takes what a form sends, and was opened; or it is only read, and something was sent to it.

    Whoever changes the language on what a form gave back, or comes again by an address kept, comes here.
    """
    match = request.resolver_match
    words = {**_words("only_sent_to"), "stream": match.kwargs.get("stream", "") if match else ""}
    return _drawn(request, {**words, "written": written_in(request)}, 405)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program; or 503, when who comes could not be looked up. The answers so far are still there.

    The page is drawn without what the others read of the visit: that may be what failed.
    """
    return said_of(request, sys.exc_info()[1]) or said_alone(request, "our_fault", 500)


def said_of(request: HttpRequest, problem: BaseException | None) -> HttpResponse | None:
    """What is no fault of the page: a file that a hand changed (409), a record out of reach (503); else None."""
    if isinstance(problem, NotAsWritten):
        return said_alone(request, "not_as_written", 409)
    if isinstance(problem, django.db.OperationalError) or (isinstance(problem, Exception) and is_out_of_reach(problem)):
        return said_alone(request, "out_of_reach", 503)
    return None


def said_alone(request: HttpRequest, name: str, status: int) -> HttpResponse:
    """A refusal drawn with nothing of the visit, whose record may be what failed; a program is told in JSON."""
    language, words = language_of(request), _words(name)
    if request.path.startswith("/api/"):
        told = {"type": f"about:blank#{name}", "title": name, "status": status, "detail": say(words["detail"], "en")}
        return JsonResponse(told, status=status, content_type="application/problem+json")
    context = {**words, "language": language, "home": f"/{language}/"}
    return HttpResponse(render_to_string("front/our_fault.html", context), status=status)


def _first_of(problem: BaseException | None) -> BaseException | None:
    """What came first: Django calls a visit that cannot be written down a request gone wrong."""
    while problem is not None and problem.__context__ is not None:
        problem = problem.__context__
    return problem


def _with_language(request: HttpRequest) -> str:
    """The address with the visitor's language before it, if there is a page there."""
    if request.method not in ("GET", "HEAD") or request.path_info.lstrip("/").partition("/")[0] in LANGUAGES:
        return ""
    path = request.path_info if request.path_info.endswith("/") else f"{request.path_info}/"
    there = f"/{language_of(request)}{path}"
    query = request.META.get("QUERY_STRING", "")
    return f"{there}{'?' if query else ''}{query}" if is_valid_path(there) else ""


def _refusal(request: HttpRequest, name: str, status: int) -> HttpResponse:
    return _drawn(request, _words(name), status)


def _drawn(request: HttpRequest, context: dict[str, Any], status: int) -> HttpResponse:
    """A refusal with the ways on: those of a visitor, or of whoever came in by a door, in the shell of their work."""
    actor = actor_in(request)
    if actor is None:
        return render(request, "front/refusal.html", context, status=status)
    ways = own_ways(actor, language_of(request))
    return drawn(request, actor, "front/refusal.html", {**context, "ways": ways}, status)


def _words(name: str) -> dict[str, str]:
    return {"title": f"refusal.{name}.title", "detail": f"refusal.{name}.detail"}
