"""The page of parts: every one of them, in both languages, in light and dark, and from right to left when asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ouverture.site.page.samples import FOR_PEOPLE
from ouverture.site.page.staff_samples import FOR_STAFF
from ouverture.site.page.time_samples import OF_TIME
from ouverture.text import Language

TOKENS = (
    "paper", "sheet", "sunk", "line", "edge", "ink", "soft", "accent", "on-accent", "deep", "wash", "leaf", "wait",
    "wait-wash", "wait-mark", "bad", "bad-wash", "bad-mark", "mark", "lamp",
)  # fmt: skip
"""The colours, by the names that the style gives them."""


@require_safe
def style(request: HttpRequest, language: Language) -> HttpResponse:
    """Parts for people. ``?direction=rtl`` turns the page, ``?colour=dark`` or ``light`` shows it so."""
    return render(request, "page/style.html", _context(request))


@require_safe
def staff_style(request: HttpRequest, language: Language) -> HttpResponse:
    """Parts for those who work here all day, in their own shell."""
    return render(request, "page/staff_style.html", _context(request))


@require_safe
def kiosk_style(request: HttpRequest, language: Language) -> HttpResponse:
    """The shell of the kiosk."""
    return render(request, "page/kiosk_style.html", _context(request))


def _context(request: HttpRequest) -> dict[str, object]:
    shown: dict[str, object] = {**FOR_PEOPLE, **OF_TIME, **FOR_STAFF, "tokens": TOKENS}
    if request.GET.get("direction") == "rtl":
        shown["direction"] = "rtl"
    if request.GET.get("colour") in ("light", "dark"):
        shown["colour"] = request.GET["colour"]
    return shown
