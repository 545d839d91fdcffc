"""Rights and cards: everything the file holds, part by part."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.http import require_GET

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.look import FileView
from ouverture.services.casework.signed.issuing import offered
from ouverture.site.person.answering import for_a_file, page
from ouverture.site.person.doors_held import doors_held
from ouverture.text import Language

FIRST = ("holds", "rights", "number", "account", "cards", "doctor", "claims")
"""The parts this page is about, in its order; the others follow."""


@require_GET
@for_a_file
def my_rights(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """What is held, with what it opens."""
    parts = sorted(view.parts, key=lambda part: FIRST.index(part.name) if part.name in FIRST else len(FIRST))
    things = doors_held(actor, view, acts_of(actor, view), language)
    return page(
        request, actor, "rights", {"view": view, "parts": parts, "things": things, "signed": offered(actor, view)}
    )
