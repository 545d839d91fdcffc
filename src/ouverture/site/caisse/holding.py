"""The holds of a file: each with its owner, what it stops, its way out, its last day; placed, kept, lifted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.caller import holds_of
from ouverture.services.casework.holding import reasons_to_hold
from ouverture.services.casework.look import FileView
from ouverture.site.caisse.one_act import ActPage, worked_at
from ouverture.site.desk.answering import for_the_caisse
from ouverture.site.page.actor import name_of_identity
from ouverture.text import Language

HOLD = ActPage("caisse/holds.html", ("place_hold", "review_hold", "lift_hold"), "holds")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@for_the_caisse
def holds(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Every live hold, and one act on the page at a time."""
    told = [{"hold": one, "placed_by": name_of_identity(request, one.placed_by)} for one in holds_of(view)]
    return worked_at(request, actor, language, view, HOLD, {"holds": told, "reasons": reasons_to_hold(view)})
