"""The kiosk: the card is read, what changes is shown, one touch writes it, the card is taken back."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.access import may_read
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import act_of
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.counter import card_read
from ouverture.services.casework.look import look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.site.counter.presented import look_at_card, refused
from ouverture.site.page.actor import for_an_actor, give_card_back
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.text import Language

STEPS = ("read", "changes", "writing", "back")


@require_http_methods(["GET", "POST"])
@for_an_actor
def kiosk(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """What has changed since the card was written; a touch writes it."""
    look = look_at_card(actor)
    if (closed := may_read(actor, "card")) or look is None:
        return refused(request, closed) if closed else _screen(request, "insert", 0)
    if request.POST.get("do") == "not_right":
        give_card_back(request)
        return _screen(request, "not_right", 4)
    read = card_read(house(), actor, look)
    if isinstance(read, Refusal):
        return refused(request, read)
    view = look_at(house(), actor, look)
    offer = view if isinstance(view, Refusal) else act_of(actor, view, "update_card")
    possible = read.works and not isinstance(offer, Refusal) and offer.possible and offer.command is not None
    if request.method == "POST" and possible:
        wanted = Wanted(look.stream, offer.command, look.day, f"kiosk/{uuid4().hex}", now())  # type: ignore[union-attr, arg-type]
        done = carry_out(house(), actor, wanted)
        if isinstance(done, Done):
            give_card_back(request)
            return _screen(request, "done", 4, read=read)
        if isinstance(done, Refusal):
            return _screen(request, "nothing", 2, read=read, refusal=done)
        return redirect("kiosk", language)
    why = None if possible else offer.refusal if not isinstance(offer, Refusal) else offer
    return _screen(request, "changes" if possible else "nothing", 2, read=read, refusal=why)


def _screen(request: HttpRequest, screen: str, step: int, **context: object) -> HttpResponseBase:
    steps = [(name, nth <= step) for nth, name in enumerate(STEPS, 1)]
    return render(request, "counter/kiosk.html", {"screen": screen, "steps": steps, "at": step, **context})
