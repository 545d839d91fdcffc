"""A call: who calls is checked first; then what to read aloud, what stops, what has not arrived, what was promised."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import form_for, read_form
from ouverture.services.casework.caller import PURPOSE, Question, check_caller, questions_for
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.forms import FieldErrors
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.work import take, task_of
from ouverture.site.caisse.call_shown import context_of
from ouverture.site.desk.answering import drawn, refused
from ouverture.site.page.actor import for_an_actor
from ouverture.site.page.clock import now, today
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, notice_of
from ouverture.text import Language

CALL = "caisse_call"
"""The one call that is on: its file, and how many answers were right of how many. Another call ends it."""
NOTED = ("said", "promised", "promised_by")
LONGEST = 600


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
@for_an_actor
def call(request: HttpRequest, actor: Actor, language: Language, stream: str) -> HttpResponseBase:
    """The page of a call about one file; nothing of it is shown before the answers were right."""
    questions = questions_for(house(), actor, stream)
    if isinstance(questions, Refusal):
        return refused(request, actor, questions)
    on = request.session.get(CALL, {})
    if on.get("stream") != stream:
        return _identity(request, actor, language, stream, questions)
    view = look_at(house(), actor, Look(stream, PURPOSE, today(), now()))
    if isinstance(view, Refusal):
        return refused(request, actor, view)
    if request.method == "POST":
        return _noted(request, actor, view, language)
    return _spoken(request, actor, view, language, {})


def _identity(
    request: HttpRequest, actor: Actor, language: Language, stream: str, questions: tuple[Question, ...]
) -> HttpResponseBase:
    """The questions; the answers are compared by the house, and the right ones are never shown."""
    context: dict[str, Any] = {"questions": questions, "stream": stream}
    if request.method == "GET":
        return drawn(request, actor, "caisse/call_identity.html", context)
    answers = {name: request.POST.get(name, "")[:200] for name in request.POST if name != "csrfmiddlewaretoken"}
    came = check_caller(house(), actor, stream, answers, now())
    if isinstance(came, Refusal) or not came.enough:
        context |= {"refusal": came if isinstance(came, Refusal) else None, "came": came, "answers": answers}
        return drawn(request, actor, "caisse/call_identity.html", context, 422)
    request.session[CALL] = {"stream": stream, "right": came.right, "given": came.given}
    return redirect("call_desk", language, stream)


def _noted(request: HttpRequest, actor: Actor, view: FileView, language: Language) -> HttpResponseBase:
    """What was said is written down, each promise with its day and with whoever made it; then the call is over."""
    if request.POST.get("do") == "end":
        request.session.pop(CALL, None)
        return redirect("find", language)
    typed = {name: request.POST.get(name, "")[:LONGEST] for name in NOTED}
    first = {one.name: list(one.value) for one in form_for(view, "record_exchange").fields}
    name = "".join(first["exchange"])
    whole = {**typed, "exchange": name, "way": "call", "with_whom": request.POST.get("with_whom", "")[:LONGEST]}
    if typed["promised"].strip() and not typed["promised_by"].strip():
        return _spoken(request, actor, view, language, typed, "caller.promise_needs_day")
    command = read_form(view, "record_exchange", whole, language)
    if isinstance(command, FieldErrors):
        return _spoken(request, actor, view, language, typed, command.errors[0].says)
    done = carry_out(house(), actor, Wanted(view.stream, command, view.day, f"call/{view.stream}/{name}", now()))
    if isinstance(done, Refusal):
        return _spoken(request, actor, view, language, typed, done.says)
    if isinstance(done, Done) and typed["promised"].strip():
        _mine(actor, view.stream, name)
    keep_notice(request, "done")
    return redirect("call_desk", language, view.stream)


def _mine(actor: Actor, stream: str, exchange: str) -> None:
    """Whoever promised has it among their own work."""
    task = task_of(house(), actor, stream, "keep_promise", exchange)
    if not isinstance(task, Refusal):
        take(house(), actor, task, now())


def _spoken(
    request: HttpRequest,
    actor: Actor,
    view: FileView,
    language: Language,
    typed: dict[str, str],
    wrong: Any = None,
) -> HttpResponseBase:
    context = context_of(request, actor, view, language)
    context |= {"on": request.session[CALL], "typed": typed, "wrong": wrong, "notice": notice_of(request)}
    context |= {"wrong_name": wrong if isinstance(wrong, str) else ""}
    return drawn(request, actor, "caisse/call.html", context, 422 if wrong else 200)
