"""Pages for what cannot be shown: said in one sentence, in the language of the address, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import is_valid_path

from ouverture.site.page.actor import written_in
from ouverture.site.page.language import language_of
from ouverture.text import LANGUAGES


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that no page of ours sends."""
    return _refusal(request, "bad_request", 400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form belongs to a visit that has ended, or was sent from elsewhere."""
    return render(request, "front/refusal.html", {**_words("stale_form"), "written": written_in(request)}, status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no page at this address; a page asked for without its language leads to itself in the visitor's."""
    there = _with_language(request)
    return redirect(there) if there else _refusal(request, "not_found", 404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program. The answers given so far are still there.

    The page is drawn without what the others read of the visit: that may be what failed.
    """
    return _alone(request, "our_fault", 500)


def not_as_written(request: HttpRequest) -> HttpResponse:
    """409: somebody changed the file behind the program's back. Drawn as a fault of ours: the file cannot be read."""
    return _alone(request, "not_as_written", 409)


def _alone(request: HttpRequest, name: str, status: int) -> HttpResponse:
    language = language_of(request)
    context = {**_words(name), "language": language, "home": f"/{language}/"}
    return HttpResponse(render_to_string("front/our_fault.html", context), status=status)


def _with_language(request: HttpRequest) -> str:
    """The address with the visitor's language before it, if there is a page there."""
    if request.method not in ("GET", "HEAD") or request.path_info.lstrip("/").partition("/")[0] in LANGUAGES:
        return ""
    path = request.path_info if request.path_info.endswith("/") else f"{request.path_info}/"
    there = f"/{language_of(request)}{path}"
    query = request.META.get("QUERY_STRING", "")
    return f"{there}{'?' if query else ''}{query}" if is_valid_path(there) else ""


def _refusal(request: HttpRequest, name: str, status: int) -> HttpResponse:
    return render(request, "front/refusal.html", _words(name), status=status)


def _words(name: str) -> dict[str, str]:
    return {"title": f"refusal.{name}.title", "detail": f"refusal.{name}.detail"}
