"""Receipts sent for many files at once, from the queue: proofs only, never a decision."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.together_sent import send_together
from ouverture.site.desk.answering import stage_address
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_refusal
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text


@require_POST
@for_an_actor
def together(request: HttpRequest, actor: Actor, language: Language) -> HttpResponse:
    """Send them; what stays is said with its reason."""
    stage = request.POST.get("stage", "")[:40]
    done = send_together(house(), actor, stage, today(), now())
    says = done.says if isinstance(done, Refusal) else _said(done.done, [one.says for one in done.stay])
    keep_refusal(request, says)
    return redirect(stage_address(stage, language))


def _said(done: int, stay: list[Text]) -> Text:
    first = sentence("together.sent", n=done)
    if not stay:
        return first
    rest = sentence("together.stay", n=len(stay))
    return Text(f"{first.fr} {rest.fr} {stay[0].fr}", f"{first.en} {rest.en} {stay[0].en}")
