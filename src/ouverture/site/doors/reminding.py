"""Reminders: a calendar to follow at an address of its own, a file to keep, e-mails, each stopped in one click."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from ouverture.adapters.accounts.models import CalendarFeed
from ouverture.adapters.accounts.secrets import digest, new_secret
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import Look, look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.reminders import mailed, stop_mails
from ouverture.site.doors.own_file import for_the_owner, not_shown
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, looked_at, notice_of
from ouverture.site.page.navigation import places_in_file
from ouverture.site.page.reminder_calendar import calendar_of
from ouverture.text import Language

SHOWN_ONCE = "door_new_feed"


@require_http_methods(["GET", "POST"])
@for_the_owner
def my_reminders(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """What reminds, and how to stop each of it."""
    view = looked_at(actor, stream)
    if isinstance(view, Refusal):
        return not_shown(request, view)
    live = CalendarFeed.objects.filter(stream=stream, revoked_at=None)
    if request.method == "GET":
        secret = request.session.pop(SHOWN_ONCE, "")
        address = request.build_absolute_uri(reverse("calendar_feed", args=[language, secret])) if secret else ""
        context = {"stream": stream, "live": live.count(), "address": address, "mailed": mailed(view), "actor": actor}
        return render(
            request, "doors/reminders.html", {**context, "notice": notice_of(request), **places_in_file(request, actor)}
        )
    what = request.POST.get("what")
    if what in ("new", "stop"):
        live.update(revoked_at=timezone.now())
    if what == "new":
        request.session[SHOWN_ONCE] = secret = new_secret()
        CalendarFeed.objects.create(digest=digest(secret), stream=stream, made_at=timezone.now())
    if what == "stop_mails" and not isinstance(stop_mails(house(), actor, view, now()), Refusal):
        keep_notice(request, "mails_stopped")
    return redirect("my_reminders", language, stream)


@require_GET
def calendar_feed(request: HttpRequest, language: Language, secret: str) -> HttpResponseBase:
    """The calendar as an agenda reads it, again and again; each time is a look at the file, and is written down."""
    feed = CalendarFeed.objects.filter(digest=digest(secret), revoked_at=None).first()
    if feed is None:
        raise Http404
    actor = Actor(feed.identity, "person", "", (feed.stream,))
    view = look_at(house(), actor, Look(feed.stream, "calendar", today(), now()))
    if isinstance(view, Refusal):
        raise Http404
    return HttpResponse(calendar_of(view, language), content_type="text/calendar; charset=utf-8")
