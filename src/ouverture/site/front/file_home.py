"""The address of a file: whose own it is sees their pages, whoever works on it sees the desk."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase

from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import STAFF
from ouverture.site.desk.file import file as at_the_desk
from ouverture.site.page.actor import actor_in
from ouverture.site.person.home import home
from ouverture.text import Language


def file_home(request: HttpRequest, language: Language, stream: str) -> HttpResponseBase:
    """The file as this visitor sees it: slices do not know one another, so the front shows the way."""
    actor = actor_in(request)
    own = actor is not None and actor.role not in STAFF and open_to(actor, "file")
    return (home if own else at_the_desk)(request, language, stream)
