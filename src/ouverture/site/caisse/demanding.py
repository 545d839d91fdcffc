"""What this office asks beyond the law: the list its manager edits with dates, and one of them asked in a file."""

from __future__ import annotations

from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed
from ouverture.services.casework.demands import (
    declare,
    demands_of,
    end_demand,
    papers_with_a_name,
    to_ask_declared,
)
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.site.desk.answering import drawn, for_the_caisse, refused
from ouverture.site.page.actor import for_an_actor, name_of_identity
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, keep_refusal, notice_of
from ouverture.text import Language

FIELDS = ("paper", "says_fr", "says_en", "instead_fr", "instead_en", "since", "until")
LONGEST = 600


@require_http_methods(["GET", "POST"])
@for_an_actor
def demands(request: HttpRequest, actor: Actor, language: Language) -> HttpResponseBase:
    """The list, and the form of a new one; what was typed comes back with what is wrong."""
    every = demands_of(house().demands, actor)
    if isinstance(every, Refusal):
        return refused(request, actor, every)
    typed = {name: request.POST.get(name, "").strip()[:LONGEST] for name in FIELDS}
    wrong = None
    if request.method == "POST":
        kept = declare(house().demands, actor, typed, today(), now(), language)
        if not isinstance(kept, Refusal):
            keep_notice(request, "done")
            return redirect("demands", language)
        wrong = kept
    rows = [{"demand": one, "by": name_of_identity(request, one.declared_by)} for one in every]
    context = {"rows": rows, "typed": typed, "papers": papers_with_a_name(), "refusal": wrong, "today": today()}
    context |= {"notice": notice_of(request)}
    return drawn(request, actor, "caisse/demands.html", context, 422 if wrong else 200)


@require_POST
@for_an_actor
def end(request: HttpRequest, actor: Actor, language: Language) -> HttpResponse:
    """Today is the last day of a demand."""
    refusal = end_demand(house().demands, actor, request.POST.get("name", "")[:80], today())
    if refusal:
        keep_refusal(request, refusal.says)
    else:
        keep_notice(request, "done")
    return redirect("demands", language)


@require_POST
@for_the_caisse
def ask(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Ask for the paper of one demand of the list, and of no other."""
    command = to_ask_declared(house().demands, view, request.POST.get("name", "")[:80])
    if isinstance(command, Refusal):
        done: object = command
    else:
        key = f"demand/{uuid4().hex}"
        done = carry_out(house(), actor, Wanted(view.stream, command, view.day, key, now(), view.version))
    if isinstance(done, Refusal):
        keep_refusal(request, done.says)
    else:
        keep_notice(request, "changed" if isinstance(done, Changed) else "done")
    return redirect("review", language, view.stream)
