"""Asked again before what is grave: a passphrase is given once more before the file goes or its doors change."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.adapters.accounts.models import PrivateLink
from ouverture.site.doors.entry import LINKS, leave
from ouverture.site.doors.links import opens_with
from ouverture.site.doors.noting import note
from ouverture.text import Language

GRAVE = frozenset({"erase_file", "carry_file", "my_link", "my_mail", "my_helpers"})
"""Erasing a file, carrying it away, another link, another address or another who acts: the names of their pages."""
GOOD_FOR = timedelta(minutes=10)
"""How long what was given again holds, in this visit, for this file."""
MOST_WRONG = 5
"""Wrong tries before the visit is closed: an open desk is no place to guess a passphrase."""
PROVED, WRONG, BACK_TO = "door_proved", "door_proved_wrong", "door_proved_for"


class AskAgain:
    """Middleware: a grave page leads to the question first, when this visit came by a link with a passphrase."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; what is asked is asked in ``process_view``."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: object, parts: tuple[Any, ...], named: dict[str, Any]
    ) -> HttpResponseBase | None:
        """The question in the place of the page; None when nothing is to be asked."""
        match = request.resolver_match
        if match is None or match.url_name not in GRAVE or not _is_asked(request, named["stream"]):
            return None
        data = reverse("my_data", args=[named["language"], named["stream"]])
        request.session[BACK_TO] = request.path if request.method == "GET" else data
        return redirect("again", named["language"], named["stream"])


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
def again(request: HttpRequest, language: Language, stream: str) -> HttpResponseBase:
    """The passphrase of the link once more; then the page that was wanted."""
    link = _link(request, stream)
    if link is None:
        return redirect("start", language)
    if request.method == "GET":
        return render(request, "doors/again.html", {"stream": stream})
    if not opens_with(link, request.POST.get("passphrase", "")):
        return _wrong(request, link, language, stream)
    note("link", "right", link.identity)
    request.session.pop(WRONG, None)
    request.session[PROVED] = {**request.session.get(PROVED, {}), stream: timezone.now().isoformat()}
    return redirect(request.session.pop(BACK_TO, None) or reverse("my_data", args=[language, stream]))


def _wrong(request: HttpRequest, link: PrivateLink, language: Language, stream: str) -> HttpResponseBase:
    note("link", "wrong", link.identity)
    request.session[WRONG] = request.session.get(WRONG, 0) + 1
    if request.session[WRONG] >= MOST_WRONG:
        del request.session[WRONG]
        leave(request)
        return render(request, "doors/again.html", {"closed": True}, status=422)
    return render(request, "doors/again.html", {"stream": stream, "wrong": True}, status=422)


def _is_asked(request: HttpRequest, stream: str) -> bool:
    given = request.session.get(PROVED, {}).get(stream)
    if given and timezone.now() - datetime.fromisoformat(given) < GOOD_FOR:
        return False
    return _link(request, stream) is not None


def _link(request: HttpRequest, stream: str) -> PrivateLink | None:
    """The link with a passphrase by which this visit opened the file."""
    came_by = PrivateLink.objects.filter(pk__in=request.session.get(LINKS, []), stream=stream, revoked_at=None)
    return came_by.exclude(passphrase="").first()
