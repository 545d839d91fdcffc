"""The call sheets of a file: what to say in French and in English, what to ask, whom to call, and where to note it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.calls import calls_for
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.looking import looked_at
from ouverture.site.person.answering import page, refused
from ouverture.text import Language


@require_GET
@for_an_actor
def my_calls(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """The sheet of what comes first in the file, then one for each other thing a call could be about."""
    view = looked_at(actor, stream)
    if isinstance(view, Refusal):
        return refused(request, actor, view)
    first, *others = calls_for(view)
    return page(request, actor, "calls", {"view": view, "sheet": first, "others": others})
