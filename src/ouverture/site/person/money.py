"""My care sheets and their money: what each should bring beside what came, and the question to the caisse."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import acts_of
from ouverture.services.casework.care_money import ask_why, care_money, owed_participations
from ouverture.services.casework.refusing import Refusal
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.file_acts import address
from ouverture.site.page.house import house
from ouverture.site.page.looking import look_for, looked_at
from ouverture.site.person.answering import page, refused, sees_the_whole
from ouverture.text import Language

ACTS = ("receive_claim", "pay_claim", "record_participations_paid")
"""What is done from here, when it can be: a sheet is sent, a repayment or participations paid are written down."""


@require_http_methods(["GET", "HEAD", "POST"])
@for_an_actor
def my_money(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """Every sheet; a question that is sent is written down, then shown with its day."""
    if request.method == "POST":
        done = ask_why(house(), actor, look_for(actor, stream), request.POST.get("claim", ""))
        if isinstance(done, Refusal):
            return refused(request, actor, done)
        return redirect("my_money", language, stream)
    view = sees_the_whole(actor) or looked_at(actor, stream)
    if isinstance(view, Refusal):
        return refused(request, actor, view)
    able = {one.kind: one for one in acts_of(actor, view) if one.possible}
    doing = [(able[kind].label, address(stream, kind, "", language)) for kind in ACTS if kind in able]
    shown = {"view": view, "sheets": care_money(view), "owed": owed_participations(view), "doing": doing}
    return page(request, actor, "money", shown)
