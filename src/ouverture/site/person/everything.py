"""Everything that can be done in a file, and what cannot be done now, with why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.looking import looked_at
from ouverture.site.person.answering import page, refused
from ouverture.text import Language


@require_GET
@for_an_actor
def my_acts(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Every act, the possible ones first."""
    view = looked_at(actor, stream)
    if isinstance(view, Refusal):
        return refused(request, actor, view)
    acts = acts_of(actor, view)
    others, not_now = ([one for one in acts if one.possible is possible] for possible in (True, False))
    return page(request, actor, "acts", {"view": view, "others": others, "not_now": not_now})
