"""Sending: the ways compared, the letters ready to print, what left and its proof, and how to send it again."""

from __future__ import annotations

from typing import Any, get_args

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from ouverture.clock.refusal import DeadlineError
from ouverture.services.answer.interview import known_values
from ouverture.services.casework.access import open_to
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.letters_to_send import Letter, caisse_of_file, letters_of, written_on
from ouverture.services.casework.look import FileView
from ouverture.services.casework.nobody_answers import remedies_of
from ouverture.services.casework.refusing import Refusal
from ouverture.services.casework.sending import Channel, Posting, envelopes_sent, note_sent, ways_to_send
from ouverture.site.page.clock import now
from ouverture.site.page.day_boxes import boxes_for, boxes_of, read_boxes
from ouverture.site.page.house import house
from ouverture.site.page.looking import keep_notice, notice_of
from ouverture.site.page.parts import Choice, FieldError
from ouverture.site.page.sentences import sentence
from ouverture.site.person.answering import for_a_file, page
from ouverture.site.session import given_in
from ouverture.text import Language, Text

CHANNELS: tuple[Channel, ...] = ("registered_post", "post", "counter", "upload")
assert set(CHANNELS) <= set(get_args(Channel))
LONGEST = 40
WRITTEN = ("cover", "again", "change", "answer", "certificate", "correct")
"""Letters that are shown here; those of the remedies stand with the remedies."""


@require_GET
@for_a_file
def my_sending(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """The ways, the letters, and what left."""
    letters = letters_of(view, known_values(given_in(request)))
    return page(request, actor, "sending", {
        "view": view, "ways": ways_to_send(view), "caisse": caisse_of_file(view), "notice": notice_of(request),
        "letters": [one for one in letters.values() if one.name in WRITTEN],
        "sent": envelopes_sent(view), "again": "again" in letters, "own": open_to(actor, "export"),
    })  # fmt: skip


@require_GET
@for_a_file
def my_remedies(request: HttpRequest, actor: Actor, language: Language, view: FileView) -> HttpResponseBase:
    """Nobody answers, or the answer is no: each remedy on its day, with its letter."""
    found = remedies_of(view)
    context: dict[str, Any] = {"view": view, "ladder": found, "appeals": APPEALS, "notice": notice_of(request)}
    context["on_its_way"] = view.file.application.on_its_way
    return page(request, actor, "remedies", context)


APPEALS = ("cra", "cmra", "mediator", "court")
"""Remedies that the file keeps as appeals: they are lodged there, not noted as a letter."""


@require_http_methods(["GET", "POST"])
@for_a_file
def my_letter(request: HttpRequest, actor: Actor, language: Language, view: FileView, letter: str) -> HttpResponseBase:
    """One letter to print; then when and how it left, with its tracking number."""
    found = _letter(request, view, letter)
    if request.method == "GET":
        return _shown(request, actor, view, found)
    boxes, tracking = boxes_of("on", request.POST.dict()), request.POST.get("tracking", "").strip()[:LONGEST]
    channel = next((one for one in CHANNELS if one == request.POST.get("channel")), CHANNELS[0])
    typed = {"boxes": boxes, "tracking": tracking, "channel": channel}
    try:
        posting = Posting(read_boxes(boxes, language), channel, tracking)
    except DeadlineError as problem:
        return _shown(request, actor, view, found, typed, "on", problem.text)
    done = note_sent(house(), actor, view, found, posting, now())
    if isinstance(done, Refusal):
        field = "tracking" if done.code == "tracking_wrong" else "on"
        return _shown(request, actor, view, found, typed, field, done.says)
    keep_notice(request, "done", since=view.version)
    return redirect("my_sending", language, view.stream)


def _letter(request: HttpRequest, view: FileView, name: str) -> Letter:
    found = letters_of(view, known_values(given_in(request))).get(name)
    if found is None:
        raise Http404
    return found


def _shown(
    request: HttpRequest,
    actor: Actor,
    view: FileView,
    letter: Letter,
    typed: dict[str, Any] | None = None,
    field: str = "",
    error: Text | None = None,
) -> HttpResponseBase:
    first = f"{field}-day" if field == "on" else field
    context = {
        "view": view,
        "letter": letter,
        "day": written_on(view),
        "paragraphs": [Text(*each) for each in zip(*(body.split("\n\n") for body in letter.body), strict=False)],
        "channels": [Choice(one, sentence(f"sending.channel.{one}")) for one in CHANNELS],
        "typed": typed or {"boxes": boxes_for(view.day), "tracking": "", "channel": CHANNELS[0]},
        "errors": [FieldError(first, error)] if error else [],
        "on_error": error if field == "on" else None,
        "tracking_error": error if field == "tracking" else None,
        "labels": {name: sentence(f"sending.{name}") for name in ("on", "tracking", "tracking_hint", "enclosed")},
        "is_appeal": letter.name in APPEALS,
    }
    return page(request, actor, "letter", context, 422 if error else 200)
