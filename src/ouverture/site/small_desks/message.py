"""Someone told me…: paste a message or a letter; the page says what it is and what to do. Nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.clock.day_reading import read_day
from ouverture.clock.deadlines import DeadlineError
from ouverture.services.answer.interview import known_values
from ouverture.services.heard.message import Heard, hear
from ouverture.site.page.clock import today
from ouverture.site.page.sentences import sentence
from ouverture.site.session import given_in
from ouverture.site.small_desks.desks import LONGEST
from ouverture.site.small_desks.path_picture import path_picture
from ouverture.text import Language, Text
from ouverture.wording.demands.letter import Demand, explained
from ouverture.wording.messages.answers import ACTOR_WORDS, UNNAMED
from ouverture.wording.messages.catalogue import seen_words
from ouverture.wording.messages.decoding import LONGEST_TEXT, UnreadableMessage
from ouverture.wording.messages.entry import KNOWABLE


@dataclass(frozen=True)
class Known:
    """One thing a visitor may know of their file: its name, its values, and the one chosen ("" when none)."""

    name: str
    values: tuple[str, ...]
    chosen: str


@dataclass(frozen=True)
class Pasted:
    """What was sent, and what came of it: an answer, or an error beside its field."""

    text: str
    known: tuple[Known, ...]
    received_on: str = ""
    heard: Heard | None = None
    error: Text | None = None
    field: str = "message"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def message(request: HttpRequest, language: Language) -> HttpResponse:
    """What a pasted message is. It is posted, never in the address, and kept nowhere."""
    given = known_values(given_in(request))
    pasted = Pasted(
        request.POST.get("message", ""),
        _known(request.POST),
        request.POST.get("received_on", "").strip()[:LONGEST],
    )
    if request.method == "POST":
        pasted = _heard(pasted, given, language)
    context = {"told": pasted, "typed": pasted.text, "has_answers": bool(given)}
    return render(request, "small_desks/message.html", {**context, **_shown(pasted.heard)})


def _known(posted: Mapping[str, str]) -> tuple[Known, ...]:
    """The lists of the form; a value that is not in its list counts as not chosen."""
    chosen = {name: posted.get(name, "") for name in KNOWABLE}
    return tuple(
        Known(name, values, chosen[name] if chosen[name] in values else "") for name, values in KNOWABLE.items()
    )


def _heard(pasted: Pasted, given: Mapping[str, Any], language: Language) -> Pasted:
    known = {one.name: one.chosen for one in pasted.known if one.chosen}
    try:
        received_on = read_day(pasted.received_on, language) if pasted.received_on else None
        return replace(pasted, heard=hear(pasted.text, known, given, today(), received_on))
    except DeadlineError as problem:
        return replace(pasted, error=problem.text, field="received_on")
    except UnreadableMessage as problem:
        # The lists hold only what they offer: the text alone can be wrong.
        wrong = "message.too_long" if problem.too_long else "message.empty"
        return replace(pasted, error=sentence(wrong, longest=LONGEST_TEXT))


def _shown(heard: Heard | None) -> dict[str, Any]:
    if heard is None:
        return {}
    found = heard.recognised
    demands = heard.letter.demands if heard.letter else ()
    return {
        "heard": heard,
        "picture": path_picture(found.entry.step) if found else None,
        "who": ACTOR_WORDS[found.entry.who] if found else None,
        "seen": seen_words()[found.entry.seen] if found else None,
        "unnamed": UNNAMED if (found or demands) and not heard.names_us else None,
        "demands": [_demand(demand) for demand in demands],
    }


def _demand(demand: Demand) -> dict[str, Any]:
    answers = [limit.limit.answer for limit in demand.limits]
    return {"demand": demand, "explained": explained(demand), "answers": answers}
