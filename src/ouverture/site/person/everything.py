"""Everything that can be done in a file, and what cannot be done now, with why."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.look import FileView
from ouverture.site.person.answering import for_a_file, page
from ouverture.text import Language


@require_GET
@for_a_file
def my_acts(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Every act, the possible ones first."""
    acts = acts_of(actor, view)
    others, not_now = ([one for one in acts if one.possible is possible] for possible in (True, False))
    return page(request, actor, "acts", {"view": view, "others": others, "not_now": not_now})
