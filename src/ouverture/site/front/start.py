"""The first page and the way to it, and the page that says what this is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from ouverture.services.answer.interview import questions_range
from ouverture.site.front.path_of_doors import whole_path
from ouverture.site.page.clock import today
from ouverture.site.page.language import language_of
from ouverture.site.page.parts import Link
from ouverture.site.page.sentences import sentence
from ouverture.site.session import given_in
from ouverture.text import Language
from ouverture.wording.messages.catalogue import all_messages

_SITUATIONS = (
    ("arrived", "questions", "plane"),
    ("told", "message", "message-square-quote"),
    ("refused", "remedies", "scale"),
    ("wait", "calls", "hourglass"),
    ("care", "care_sheet", "stethoscope"),
    ("help", "desks", "heart-handshake"),
)
"""Sentence, view and icon of each way in."""


@require_safe
def root(request: HttpRequest) -> HttpResponse:
    """To the start page in the language of the browser."""
    return redirect("start", language_of(request))


@require_safe
def start(request: HttpRequest, language: Language) -> HttpResponse:
    """Two entries, the ways back, the ways in by situation, and the whole path with how long it may take."""
    context = {
        "has_answers": bool(given_in(request)),
        "most": questions_range({}, today())[1],
        "known_messages": len(all_messages()),
        "ways_back": _ways_back(language),
        "situations": [_situation(name, view, icon, language) for name, view, icon in _SITUATIONS],
        "path": whole_path(),
    }
    return render(request, "front/start.html", context)


@require_safe
def about(request: HttpRequest, language: Language) -> HttpResponse:
    """What this is, who can use it and how, where its figures come from, and where its source and licence are."""
    return render(request, "front/about.html", {"path": whole_path()})


def _situation(name: str, view: str, icon: str, language: Language) -> Link:
    says, more = sentence(f"start.case.{name}"), sentence(f"start.case.{name}_detail")
    return Link(says, reverse(view, args=[language]), icon, more=more)


def _ways_back(language: Language) -> list[Link]:
    """Ways back to a file: the answers kept at home, a file followed here, the doors of those who help or work."""
    ways = (
        ("start.my_file", "come_back"),
        ("start.reload", "reload"),
        ("start.i_help", "sign_in"),
        ("start.i_work", "sign_in"),
    )
    return [Link(sentence(name), reverse(view, args=[language]), "door-open") for name, view in ways]
