"""Light or dark: the system's choice, unless the visitor made one here; theirs is a cookie that says only that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from ouverture.site.page.parts import Choice
from ouverture.site.page.sentences import sentence
from ouverture.site.trust import cookie_name
from ouverture.text import Language

_COOKIE = cookie_name("ouverture_colour")
_COLOURS = ("light", "dark")
_A_YEAR = 365 * 24 * 3600


def colour_of(request: HttpRequest) -> str:
    """The colour chosen, empty when the system's is to be followed."""
    chosen = request.COOKIES.get(_COOKIE, "")
    return chosen if chosen in _COLOURS else ""


@require_http_methods(["GET", "HEAD", "POST"])
def colour(request: HttpRequest, language: Language) -> HttpResponse:
    """The three choices; once made, back to the page that it was made from."""
    back = _safe(request.POST.get("back") or request.GET.get("back", ""), f"/{language}/")
    if request.method == "POST":
        response = redirect(back)
        chosen = request.POST.get("colour", "")
        if chosen in _COLOURS:
            secure = request.is_secure()
            response.set_cookie(_COOKIE, chosen, max_age=_A_YEAR, httponly=True, samesite="Lax", secure=secure)
        else:
            response.delete_cookie(_COOKIE)
        return response
    choices = [Choice(value, sentence(f"colour.{value or 'system'}")) for value in ("", *_COLOURS)]
    return render(request, "page/colour.html", {"choices": choices, "back": back})


def _safe(back: str, otherwise: str) -> str:
    """The page to go back to: one of ours."""
    ours = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return back if ours else otherwise
