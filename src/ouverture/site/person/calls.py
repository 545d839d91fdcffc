"""The call sheets of a file: what to say in French and in English, what to ask, whom to call, and where to note it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.calls import calls_for
from ouverture.services.casework.look import FileView
from ouverture.site.person.answering import for_a_file, page
from ouverture.text import Language


@require_GET
@for_a_file
def my_calls(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The sheet of what comes first in the file, then one for each other thing a call could be about."""
    first, *others = calls_for(view)
    return page(request, actor, "calls", {"view": view, "sheet": first, "others": others})
