"""Pages for what cannot be shown: said in one sentence, in the language of the address, with a way on."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the browser sent something that no page of ours sends."""
    return _refusal(request, "bad_request", 400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: the form belongs to a visit that has ended, or was sent from elsewhere."""
    return _refusal(request, "stale_form", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: no page at this address."""
    return _refusal(request, "not_found", 404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500: a fault of the program. The answers given so far are still there."""
    return _refusal(request, "our_fault", 500)


def _refusal(request: HttpRequest, name: str, status: int) -> HttpResponse:
    context = {"title": f"refusal.{name}.title", "detail": f"refusal.{name}.detail"}
    return render(request, "front/refusal.html", context, status=status)
