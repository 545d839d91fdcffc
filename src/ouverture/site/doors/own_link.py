"""The person's own link: a new one, with a passphrase or not; every earlier one revoked; a carried file reopened."""

from __future__ import annotations

from threading import BoundedSemaphore
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.adapters.accounts.code_post import mail_leaves_here
from ouverture.adapters.carried_file import LARGEST, CannotOpen, unsealed
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.services.papers.carried_pages import Reopened, reopen_whole
from ouverture.site.doors.beginning import CAME_ALONG, SHOWN_ONCE
from ouverture.site.doors.entry import enter_link, leave
from ouverture.site.doors.links import link_of, live_links, make_link, revoke_links
from ouverture.site.doors.mail_doors import end_mail_doors, live_mail_doors
from ouverture.site.doors.own_file import for_the_owner
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import notice_of
from ouverture.site.page.navigation import places_in_file
from ouverture.site.page.reading_later import read_later
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

_OPENING = BoundedSemaphore(2)
"""Carried files opened at the same moment: each is held in memory several times."""


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
@for_the_owner
def my_link(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """How many links open the file; a new one in their place, or none at all any more."""
    if request.method == "GET":
        context = {
            "stream": stream, "live": live_links(stream), "mails": live_mail_doors(stream),
            "leaves": mail_leaves_here(), "notice": notice_of(request), "actor": actor,
            **places_in_file(request, actor),
        }  # fmt: skip
        return render(request, "doors/my_link.html", context)
    revoke_links(stream)
    if request.POST.get("what") == "revoke":
        end_mail_doors(stream)
        leave(request)
        return redirect("start", language)
    return _shown_once(request, language, stream, request.POST.get("passphrase", ""))


@sensitive_post_parameters("passphrase")
@require_http_methods(["GET", "POST"])
def reopen_file(request: HttpRequest, language: Language) -> HttpResponseBase:
    """A carried file and its passphrase: a file of one's own again, here, with a new link."""
    if request.method == "GET":
        return render(request, "doors/reopen.html")
    sent, passphrase = request.FILES.get("file"), request.POST.get("passphrase", "")[:200]
    if sent is None or not passphrase.strip():
        return _refused(request, sentence("reopen.nothing"))
    stream = uuid4().hex[:20]
    with _OPENING:
        done = _reopened(sent.read(LARGEST + 1), passphrase, stream)
    if isinstance(done, Text):
        return _refused(request, done)
    if done.pages:
        read_later(stream)
    response = _shown_once(request, language, stream)
    request.session[CAME_ALONG] = [done.pages, done.missing]
    return response


def _reopened(written: bytes, passphrase: str, stream: str) -> Reopened | Text:
    """What came of a carried file, or the sentence that says why nothing did."""
    try:
        plain = unsealed(written, passphrase)
    except CannotOpen as problem:
        return problem.says
    owner = Actor(uuid4().hex, "person", "", (stream,))
    done = reopen_whole(house(), owner, plain, stream, today(), now())
    return done.says if isinstance(done, Refusal) else done


def _shown_once(request: HttpRequest, language: Language, stream: str, passphrase: str = "") -> HttpResponseBase:
    secret = make_link(stream, passphrase)
    link = link_of(secret)
    assert link is not None
    enter_link(request, link)
    request.session[SHOWN_ONCE] = [stream, secret]
    return redirect("begun", language)


def _refused(request: HttpRequest, says: Text) -> HttpResponseBase:
    return render(request, "doors/reopen.html", {"error": says}, status=422)
