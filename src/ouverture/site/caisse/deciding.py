"""The decision on a claim: what it stands on, and the letter as it will leave, before it leaves."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.deciding import decided_on
from ouverture.services.casework.look import FileView
from ouverture.site.caisse.one_act import ActPage, worked_at
from ouverture.site.desk.answering import for_the_caisse
from ouverture.text import Language

DECIDE = ActPage("caisse/decide.html", ("grant_application", "refuse_application", "forward"), "decision")


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@for_the_caisse
def decide(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Grant, refuse, or send on to the right caisse."""
    return worked_at(request, actor, language, view, DECIDE, {"on": decided_on(view)})
