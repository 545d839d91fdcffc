"""The law that the answers rest on: every rule with the words it encodes, by article."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ouverture.site.law.shelf import shelf
from ouverture.text import Language


@require_safe
def contents(request: HttpRequest, language: Language) -> HttpResponse:
    """Every article, each with its rules in one line."""
    held = [entry for entry in shelf().values() if entry.is_official]
    others = [entry for entry in shelf().values() if not entry.is_official]
    return render(request, "law/law.html", {"shelves": ((held, True), (others, False))})


@require_safe
def article(request: HttpRequest, language: Language, article: str) -> HttpResponse:
    """One article: its text with the quoted words marked, its rules, and what we do not model."""
    if article not in shelf():
        raise Http404
    return render(request, "law/article.html", {"entry": shelf()[article]})
