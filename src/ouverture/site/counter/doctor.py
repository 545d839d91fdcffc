"""The doctor's page: the patient whose card is there, accepted, declined, or ended; what the rate becomes."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import act_of, read_or_refuse
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.counter import at_the_doctor
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.site.counter.presented import for_the_card, refused
from ouverture.site.page.actor import name_of_identity
from ouverture.site.page.clock import now
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, notice_of
from ouverture.text import Language

ACTS = ("accept_patient", "decline_patient", "end_doctor")
LONGEST = 300


@require_http_methods(["GET", "POST"])
@for_the_card("rights")
def doctor(request: HttpRequest, actor: Actor, language: Language, look: Look) -> HttpResponseBase:
    """The patient and the acts of this doctor."""
    patient, view = at_the_doctor(house(), actor, look), look_at(house(), actor, look)
    if isinstance(patient, Refusal) or isinstance(view, Refusal):
        return refused(request, patient if isinstance(patient, Refusal) else view)  # type: ignore[arg-type]
    acts = {kind: act_of(actor, view, kind) for kind in ACTS}
    refusals = [one for one in acts.values() if isinstance(one, Refusal)]
    if refusals:
        return refused(request, refusals[0])
    context: dict[str, Any] = {"patient": patient, "acts": acts, "me": name_of_identity(request, actor.id)}
    if request.method == "POST" and (wrong := _done(request, actor, view, language)):
        context |= {"wrong": wrong, "typed": request.POST}
        return render(request, "counter/doctor.html", context, status=422)
    if request.method == "POST":
        keep_notice(request, "done")
        return redirect("doctor", language)
    return render(request, "counter/doctor.html", {**context, "notice": notice_of(request)})


def _done(request: HttpRequest, actor: Actor, view: FileView, language: Language) -> Refusal | None:
    """Do what was chosen; why not, when it cannot be done."""
    kind = request.POST.get("do", "")
    if kind not in ACTS:
        return None
    typed = {
        "accept_patient": {"doctor": request.POST.get("doctor", "")[:LONGEST], "route": "online"},
        "decline_patient": {"reason": request.POST.get("reason", "")[:LONGEST]},
        "end_doctor": {"why": request.POST.get("why", "")[:LONGEST]},
    }[kind]
    command = read_or_refuse(view, kind, typed, language, "doctor")
    if isinstance(command, Refusal):
        return command
    done = carry_out(
        house(), actor, Wanted(view.stream, command, view.day, f"doctor/{uuid4().hex}", now(), view.version)
    )
    if isinstance(done, Changed):
        keep_notice(request, "changed")
    return done if isinstance(done, Refusal) else None
