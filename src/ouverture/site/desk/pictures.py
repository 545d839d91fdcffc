"""The picture of a page, for whoever may see it: each look is written down before it is shown."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.services.papers.pages import picture_of
from ouverture.site.desk.answering import refused
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for
from ouverture.text import Language


@require_GET
@for_an_actor
def picture(
    request: HttpRequest, actor: Actor, language: Language, stream: str, name: str, small: bool = False
) -> HttpResponseBase:
    """A page as a picture; a page that is not there, or not theirs, does not exist."""
    found = picture_of(house(), actor, look_for(actor, stream), name, small)
    if isinstance(found, Refusal):
        return refused(request, actor, found)
    return HttpResponse(found, content_type="image/jpeg")
