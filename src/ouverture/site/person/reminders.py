"""The days of a file as a calendar file to keep."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView
from ouverture.site.page.reminder_calendar import calendar_of
from ouverture.site.person.answering import for_a_file
from ouverture.text import Language


@require_GET
@for_a_file
def my_calendar(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The days on which she must act, and those by which the law has others act."""
    response = HttpResponse(calendar_of(view, language), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="ouverture.ics"'
    return response
