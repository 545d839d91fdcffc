"""Who helps: a person lets a helper act in their file until a day, reads what that helper did, and takes it back."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from ouverture.adapters.accounts.models import Account, Mandate
from ouverture.clock.period import add_months
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.refusing import Refusal
from ouverture.site.doors.noting import note
from ouverture.site.doors.own_file import for_the_owner, not_shown
from ouverture.site.doors.rate import AskedTooMuch, count_try
from ouverture.site.page.clock import today
from ouverture.site.page.looking import keep_notice, looked_at, notice_of
from ouverture.site.page.navigation import places_in_file
from ouverture.text import Language

MONTHS = (1, 3, 6, 12)
"""For how long a mandate may be given; it is given again for longer, so that none is forgotten."""
USUAL_MONTHS = 3
LONGEST = 80


class Wrong(NamedTuple):
    """What was typed and cannot be taken: the name of the sentence that says why."""

    typed: str
    says: str


@require_http_methods(["GET", "POST"])
@for_the_owner
def my_helpers(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """The mandates in force; one more is given, or one is taken back, at once."""
    if request.method == "GET":
        return _shown(request, actor, stream)
    if request.POST.get("what") == "end":
        return _taken_back(request, actor, language, stream)
    return _given(request, actor, language, stream)


def _shown(request: HttpRequest, actor: Actor, stream: str, wrong: Wrong | None = None) -> HttpResponseBase:
    view = looked_at(actor, stream)
    if isinstance(view, Refusal):
        return not_shown(request, view)
    every = Mandate.objects.filter(stream=stream).select_related("account").order_by("-pk")
    context = {
        "actor": actor,
        "stream": stream,
        "mandates": [one for one in every if one.holds(today())],
        "over": [one for one in every if not one.holds(today())],
        "months": MONTHS,
        "usual": USUAL_MONTHS,
        "wrong": wrong,
        "notice": notice_of(request),
        **places_in_file(request, actor),
    }
    return render(request, "doors/helpers.html", context, status=422 if wrong else 200)


def _given(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    typed = request.POST.get("helper", "").strip()[:LONGEST]
    asked = request.POST.get("months", "")
    months = next((one for one in MONTHS if str(one) == asked), USUAL_MONTHS)
    if not typed:
        return _shown(request, actor, stream, Wrong("", "missing"))
    try:
        # Whoever tries name after name to learn which accounts exist is stopped.
        count_try(f"helpers {actor.id}", request.META.get("REMOTE_ADDR", ""))
    except AskedTooMuch:
        return _shown(request, actor, stream, Wrong(typed, "too_often"))
    helper = Account.objects.filter(login=typed, role="helper", is_active=True).first()
    if helper is None:
        return _shown(request, actor, stream, Wrong(typed, "unknown"))
    if any(one.holds(today()) for one in Mandate.objects.filter(account=helper, stream=stream)):
        return _shown(request, actor, stream, Wrong(typed, "already"))
    ends = add_months(today(), months)
    Mandate.objects.create(account=helper, stream=stream, kind="electronic", begins=today(), ends=ends)
    note("mandate", "right", actor.id)
    keep_notice(request, "mandate_given")
    return redirect("my_helpers", language, stream)


def _taken_back(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    which = request.POST.get("mandate", "")
    if which.isdecimal():
        live = Mandate.objects.filter(pk=int(which[:18]), stream=stream, ended_at=None)
        if live.update(ended_at=timezone.now()):
            note("mandate", "ended", actor.id)
            keep_notice(request, "mandate_ended")
    return redirect("my_helpers", language, stream)
