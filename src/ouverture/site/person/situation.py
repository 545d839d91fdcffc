"""My situation: the answers given, each to be changed; what a change would change is shown before it is kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ouverture.clock.refusal import DeadlineError
from ouverture.services.answer.interview import known_values
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.acts import act_of
from ouverture.services.casework.look import FileView
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.situation import (
    Answers,
    Told,
    answers_for,
    asked,
    changed,
    difference,
    keep_situation,
    situation,
)
from ouverture.services.casework.what_if import what_if, what_ifs
from ouverture.site.page.clock import now
from ouverture.site.page.day_boxes import boxes_for, boxes_of, read_boxes
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, notice_of
from ouverture.site.page.parts import LONG_LIST, Choice, FieldError, by_alphabet
from ouverture.site.page.sentences import sentence
from ouverture.site.person.answering import for_a_file, page, refused
from ouverture.site.session import given_in
from ouverture.text import Language, Text

CHANGES, SUPPOSED = "situation_changes", "situation_what_if"
"""What was typed and not kept yet, by file: one answer to change, and one case to look at."""
LONGEST = 100
UNKNOWN = "unknown"


@require_GET
@for_a_file
def my_situation(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The answers of the file, and what may happen."""
    found, supposed = situation(view, _in_visit(request)), request.session.get(SUPPOSED, {}).get(view.stream)
    return page(request, actor, "situation", {
        "view": view, "situation": found, "notice": notice_of(request), "on_label": sentence("situation.on"),
        "cases": [Choice(one.name, one.says) for one in what_ifs()],
        "on_typed": supposed["on"] if supposed else boxes_for(view.day),
        **(_supposed(view, found.answers, supposed) if supposed else {}),
    })  # fmt: skip


@require_POST
@for_a_file
def suppose(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """One case and its day, shown by the page itself: nothing of it stands in an address, and nothing is kept."""
    typed = {name: request.POST.get(name, "").strip()[:LONGEST] for name in ("case", "given")}
    _hold(request, SUPPOSED, view.stream, {**typed, "on": boxes_of("on", request.POST.dict())})
    return redirect("my_situation", language, view.stream)


@require_http_methods(["GET", "POST"])
@for_a_file
def change_answer(
    request: HttpRequest, actor: Actor, language: Language, view: FileView, name: str
) -> HttpResponseBase:
    """One question; an answer that cannot be used comes back with what is wrong, and nothing is kept."""
    answers = _answers(request, view)
    question = asked(name, answers)
    if question is None:
        raise Http404
    then = _then(actor, view, request.POST.get("then") or request.GET.get("then", ""))
    if request.method == "GET":
        context = {"view": view, "then": then, **_field(question, language, question.typed, _boxes(question))}
        return page(request, actor, "change_answer", context)
    typed, boxes, error = _typed(request, question, language)
    after = changed(answers, name, typed, view.day) if error is None else error
    if not isinstance(after, dict):
        says = after.says if isinstance(after, Refusal) else after
        context = {"view": view, "then": then, **_field(question, language, typed, boxes, says)}
        return page(request, actor, "change_answer", context, 422)
    kept = {"name": name, "typed": typed, "key": f"situation/{now().isoformat()}", "then": then}
    _hold(request, CHANGES, view.stream, kept)
    return redirect("check_answer", language, view.stream)


def _then(actor: Actor, view: FileView, kind: str) -> str:
    """The act whose form this answer was left for, when it is one of theirs; it is gone on with afterwards."""
    return "" if not kind or isinstance(act_of(actor, view, kind), Refusal) else kind


@require_http_methods(["GET", "POST"])
@for_a_file
def check_answer(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """What the change would change in the answer and in the plan; then it is kept."""
    draft = request.session.get(CHANGES, {}).get(view.stream)
    if not draft:
        keep_notice(request, "sent_already")
        return redirect("my_situation", language, view.stream)
    answers = _answers(request, view)
    after = changed(answers, draft["name"], draft["typed"], view.day)
    found = after if isinstance(after, Refusal) else difference(answers, after, view.day)
    if isinstance(after, Refusal) or isinstance(found, Refusal):
        return redirect("change_answer", language, view.stream, draft["name"])
    if request.method == "GET":
        shown = {"old": asked(draft["name"], answers), "new": asked(draft["name"], after)}
        covered = situation(view, answers).covered
        return page(request, actor, "check_answer", {"view": view, "difference": found, "covered": covered, **shown})
    done = keep_situation(house(), actor, view, after, now(), draft["key"])
    if isinstance(done, Refusal) and done.code != "told_already":
        return refused(request, actor, done)
    _hold(request, CHANGES, view.stream, None)
    if then := _then(actor, view, draft.get("then", "")):
        return redirect("act", language, view.stream, then)
    keep_notice(request, "situation_kept")
    return redirect("my_situation", language, view.stream)


@require_POST
@for_a_file
def keep_answers(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The answers of this visit go into the file, in one act."""
    done = keep_situation(house(), actor, view, _in_visit(request), now())
    if isinstance(done, Refusal) and done.code != "told_already":
        return refused(request, actor, done)
    keep_notice(request, "situation_kept")
    return redirect("my_situation", language, view.stream)


def _in_visit(request: HttpRequest) -> Answers:
    return known_values(given_in(request))


def _answers(request: HttpRequest, view: FileView) -> Answers:
    return answers_for(view, _in_visit(request))


def _hold(request: HttpRequest, name: str, stream: str, what: dict[str, Any] | None) -> None:
    others = {each: one for each, one in request.session.get(name, {}).items() if each != stream}
    request.session[name] = {**others, stream: what} if what else others


def _typed(request: HttpRequest, question: Told, language: Language) -> tuple[str, dict[str, str], Text | None]:
    """What was sent, its boxes where it is a day, and what is wrong with that day."""
    if request.POST.get("unknown") or request.POST.get(question.name) == UNKNOWN:
        return "", {}, None
    if question.widget != "date":
        return request.POST.get(question.name, "").strip()[: LONGEST + 1], {}, None
    boxes = boxes_of(question.name, request.POST.dict())
    try:
        return read_boxes(boxes, language).isoformat(), boxes, None
    except DeadlineError as problem:
        return "", boxes, problem.text


def _boxes(question: Told) -> dict[str, str]:
    dated = question.widget == "date" and question.typed
    return boxes_for(date.fromisoformat(question.typed)) if dated else {}


def _field(
    question: Told, language: Language, typed: str, boxes: dict[str, str], error: Text | None = None
) -> dict[str, Any]:
    first = question.name if question.widget == "text" else f"{question.name}-day"
    listed = by_alphabet(question.options, language) if len(question.options) > LONG_LIST else question.options
    options = [Choice(value, says) for value, says in listed]
    if question.widget == "choice":
        first = question.name if len(options) > MOST_BUTTONS else f"{question.name}-{options[0].value}"
    return {
        "question": question,
        "typed": typed,
        "boxes": boxes,
        "error": error,
        "errors": [FieldError(first, error)] if error else [],
        "options": options,
        "long_list": len(options) > MOST_BUTTONS,
    }


MOST_BUTTONS = 20
"""With more answers than this, a list is easier than buttons."""


def _supposed(view: FileView, answers: Answers, typed: dict[str, Any]) -> dict[str, Any]:
    """The case that was looked at last, with what would follow or what is wrong."""
    case = next((one for one in what_ifs() if one.name == typed["case"]), None)
    try:
        on = read_boxes(typed["on"]) if typed["on"] else view.day
    except DeadlineError as problem:
        return {"supposed": typed, "supposed_case": case, "supposed_error": problem.text}
    found = what_if(answers, typed["case"], on, view.day, typed["given"])
    says = {"supposed_error": found.says} if isinstance(found, Refusal) else {"supposed_difference": found}
    return {"supposed": typed, "supposed_case": case, "supposed_on": on, **says}
