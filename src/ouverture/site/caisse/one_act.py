"""An act on a page of its own: its form, the letter as it will leave, and then it leaves.

What was typed comes back with every answer. When somebody else wrote in the file meanwhile, nothing is done: what they
did is shown, and the same press sends it on the file as it is now.
"""

from __future__ import annotations

from typing import Any, NamedTuple
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import act_of, owed_then, preview_of, read_form
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.forms import FieldErrors
from ouverture.services.casework.look import FileView
from ouverture.services.casework.offers import Offer
from ouverture.services.casework.refusing import Refusal
from ouverture.site.caisse.next_work import next_address
from ouverture.site.desk.answering import drawn, stage_address
from ouverture.site.desk.meanwhile import since
from ouverture.site.page.clock import now
from ouverture.site.page.file_acts import holder_name
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, notice_of
from ouverture.text import Language

OURS = ("csrfmiddlewaretoken", "do", "act", "seen", "key")
"""Fields of the page that are no questions of the act."""
RARELY = ("facts", "rules_day")
"""Questions that an agent rarely answers otherwise than the file does: folded, unless one is to be corrected."""
LONGEST = 4000
MOST_SHOWN = 6
"""What would be owed then: the first few."""


class ActPage(NamedTuple):
    """A page for a few acts of a file: its template, the acts in their order, the stage whose next file comes after."""

    template: str
    kinds: tuple[str, ...]
    stage: str


class _Typed(NamedTuple):
    answers: dict[str, list[str]]
    seen: int
    key: str


def worked_at(
    request: HttpRequest, actor: Actor, language: Language, view: FileView, here: ActPage, more: dict[str, Any]
) -> HttpResponseBase:
    """The page, the letter beside it, or the act done; ``more`` is what the template shows of the file."""
    kind = _kind(request, here)
    offer = act_of(actor, view, kind) if kind else None
    context = {
        **more,
        "view": view,
        "kinds": _ways(actor, view, here),
        "stage_address": stage_address(here.stage, language),
    }
    if offer is None or isinstance(offer, Refusal):
        return drawn(request, actor, here.template, {**context, "notice": notice_of(request), "offer": None})
    context |= {"offer": offer}
    if request.method == "GET":
        return _drawn(request, actor, here, context, offer, _first(request, offer, view))
    typed = _typed(request, view)
    read = read_form(view, kind, typed.answers, language)
    if isinstance(read, FieldErrors):
        return _drawn(request, actor, here, {**context, "errors": read.errors}, offer, typed, 422)
    if request.POST.get("do") == "look":
        would = preview_of(actor, view, read)
        return _drawn(request, actor, here, {**context, **_would(would, view, actor)}, offer, typed)
    done = carry_out(house(), actor, Wanted(view.stream, read, view.day, typed.key, now(), typed.seen))
    if isinstance(done, Changed):
        again = typed._replace(seen=done.version, key=_new_key())
        context |= {
            **_would(preview_of(actor, view, read), view, actor),
            "since": since(request, actor, view, typed.seen),
        }
        return _drawn(request, actor, here, context, offer, again, 409)
    if isinstance(done, Refusal):
        return _drawn(request, actor, here, {**context, "refusal": done}, offer, typed, 422)
    keep_notice(request, "done")
    return redirect(next_address(here.stage, view.stream, language))


def _kind(request: HttpRequest, here: ActPage) -> str:
    asked = request.POST.get("act") or request.GET.get("act", "")
    return asked if asked in here.kinds else ""


def _ways(actor: Actor, view: FileView, here: ActPage) -> list[Offer]:
    every = (act_of(actor, view, kind) for kind in here.kinds)
    return [one for one in every if not isinstance(one, Refusal)]


def _typed(request: HttpRequest, view: FileView) -> _Typed:
    answers = {name: [one[:LONGEST] for one in request.POST.getlist(name)] for name in request.POST if name not in OURS}
    seen = request.POST.get("seen", "")
    key = request.POST.get("key", "")
    known = key.startswith("page/") and key[5:].isalnum() and len(key) < 60
    return _Typed(
        answers, int(seen) if seen.isascii() and seen.isdigit() else view.version, key if known else _new_key()
    )


def _first(request: HttpRequest, offer: Offer, view: FileView) -> _Typed:
    """What the form starts with: what the file answers, and what the way here was about."""
    about = request.GET.get("about", "")
    answers = {
        one.name: [about] if about and any(choice.value == about for choice in one.choices) else list(one.value)
        for one in offer.form.fields
    }
    return _Typed(answers, view.version, _new_key())


def _new_key() -> str:
    return f"page/{uuid4().hex}"


def _would(would: object, view: FileView, actor: Actor) -> dict[str, Any]:
    if isinstance(would, Refusal):
        return {"refusal": would}
    then = owed_then(would, view.day)[:MOST_SHOWN]  # type: ignore[arg-type]
    return {"would": would, "then": [(holder_name(one, actor), one) for one in then]}


def _drawn(
    request: HttpRequest,
    actor: Actor,
    here: ActPage,
    context: dict[str, Any],
    offer: Offer,
    typed: _Typed,
    status: int = 200,
) -> HttpResponseBase:
    errors = {one.field: one.says for one in context.get("errors", ())}
    every = [(one, typed.answers.get(one.name, []), errors.get(one.name)) for one in offer.form.fields]
    shown = {
        "fields": [each for each in every if each[0].name not in RARELY],
        "folded": [each for each in every if each[0].name in RARELY],
        "unfold": any(name in errors for name in RARELY),
    }
    shown |= {"seen": typed.seen, "key": typed.key, "notice": notice_of(request)}
    return drawn(request, actor, here.template, {**shown, **context}, status)
