"""The first page, and the way to it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ouverture.site.page.language import language_of
from ouverture.site.session import given_in
from ouverture.text import Language


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """To the start page in the language of the browser."""
    return redirect("start", language_of(request))


@require_safe
def start(request: HttpRequest, language: Language) -> HttpResponse:
    """What this is, for whom, what it is not, and two doors."""
    return render(request, "front/start.html", {"has_answers": bool(given_in(request))})


@require_safe
def about(request: HttpRequest, language: Language) -> HttpResponse:
    """What this is, who can use it and how, and where its source and licence are."""
    return render(request, "front/about.html")
