"""Someone told me…: paste a message or a letter; the page says what it is and what to do."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.clock.refusal import DeadlineError
from ouverture.services.answer.interview import known_values
from ouverture.services.heard.message import Heard, hear
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import read_boxes
from ouverture.site.page.sealed import ADDRESS
from ouverture.site.page.sentences import sentence
from ouverture.site.session import given_in
from ouverture.site.small_desks.asking import Asked, Wrong, asked_of, error_of, keep_and_show
from ouverture.site.small_desks.path_picture import path_picture
from ouverture.text import Language, Text
from ouverture.wording.demands.letter import Demand, explained
from ouverture.wording.messages.answers import ACTOR_WORDS, UNNAMED
from ouverture.wording.messages.catalogue import all_messages, seen_words
from ouverture.wording.messages.decoding import LONGEST_TEXT, UnreadableMessage
from ouverture.wording.messages.entry import KNOWABLE, Entry
from ouverture.wording.messages.without_details import without_details

DAYS = ("received_on",)
WITHOUT_DETAILS = "file"
"""In the address of an answer: the text as a file, without its details."""


@dataclass(frozen=True)
class Known:
    """One thing a visitor may know of their file: its name, its values, and the one chosen ("" when none)."""

    name: str
    values: tuple[str, ...]
    chosen: str


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def message(request: HttpRequest, language: Language) -> HttpResponse:
    """What a pasted message is. It is sent once, never in the address, and shown from where the visit keeps it."""
    if request.method == "POST":
        return keep_and_show(request, "message", longest=LONGEST_TEXT)
    given = known_values(given_in(request))
    asked = asked_of(request, "message", ("message", *KNOWABLE), DAYS, LONGEST_TEXT + 1)
    if asked.given and WITHOUT_DETAILS in request.GET:
        return _as_file(asked.typed["message"], language)
    wrong, heard = None, None
    if asked.given:
        try:
            heard = _heard(asked, given, language)
        except Wrong as problem:
            wrong = problem
    context = {
        "asked": asked,
        "wrong": wrong,
        "errors": error_of(wrong, DAYS),
        "known": _known(asked.typed),
        "has_answers": bool(given),
        "messages": _messages() if not asked.given else [],
        "kept_text": _kept_text(request) if heard and _is_unsure(heard) else "",
        **_shown(heard),
    }
    return render(request, "small_desks/message.html", context)


def _is_unsure(heard: Heard) -> bool:
    """Whether whoever keeps the catalogue would learn from the text."""
    return not heard.recognised and not (heard.phishing and heard.phishing.sure)


def _kept_text(request: HttpRequest) -> str:
    """The address of the text without its details."""
    return f"?{ADDRESS}={request.GET.get(ADDRESS, '')}&{WITHOUT_DETAILS}=1"


def _as_file(text: str, language: Language) -> HttpResponse:
    """The text without its details, to read and perhaps to send; nothing is sent by itself."""
    head, name = (sentence(one).to(language) for one in ("message.kept_head", "message.kept_file"))
    response = HttpResponse(f"{head}\n\n{without_details(text)}\n", content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.txt"'
    return response


def _known(typed: Mapping[str, str]) -> tuple[Known, ...]:
    """The lists of the form; a value that is not in its list counts as not chosen."""
    return tuple(
        Known(name, values, typed.get(name, "") if typed.get(name) in values else "")
        for name, values in KNOWABLE.items()
    )


def _heard(asked: Asked, given: Mapping[str, Any], language: Language) -> Heard:
    text = asked.typed["message"]
    known = {one.name: one.chosen for one in _known(asked.typed) if one.chosen}
    try:
        received_on = read_boxes(asked.days["received_on"], language) if asked.days["received_on"] else None
        return hear(text, known, given, today(), received_on)
    except DeadlineError as problem:
        raise Wrong("received_on", problem.text) from None
    except UnreadableMessage:
        raise Wrong("message", _what_is_wrong(text)) from None


def _what_is_wrong(text: str) -> Text:
    """The lists hold only what they offer: the text alone can be wrong."""
    if len(text) > LONGEST_TEXT:
        return sentence("message.too_long", longest=LONGEST_TEXT)
    return sentence("message.no_words") if text.strip() else sentence("message.empty")


def _messages() -> list[Entry]:
    """The messages known, for a page on which nothing was asked yet."""
    return list(all_messages())


def _shown(heard: Heard | None) -> dict[str, Any]:
    if heard is None:
        return {}
    found = heard.recognised
    demands = heard.letter.demands if heard.letter else ()
    return {
        "heard": heard,
        "picture": path_picture(found.entry.step) if found else None,
        "who": ACTOR_WORDS[found.entry.who] if found else None,
        "you": ACTOR_WORDS["person"],
        "seen": seen_words()[found.entry.seen] if found else None,
        "unnamed": UNNAMED if (found or demands) and not heard.names_us else None,
        "demands": [_demand(demand) for demand in demands],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    answers = [limit.limit.answer for limit in demand.limits]
    return {"demand": demand, "explained": explained(demand), "answers": answers}
