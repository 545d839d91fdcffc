"""What will be paid back: care sheets priced one after another, the euro drawn, with and without a médecin traitant."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.law.answers import AnswerError
from ouverture.services.answer.price.answering import LineAnswer, PriceAnswer, difference, price_file, with_and_without
from ouverture.services.answer.price.picture import Part, act_choices, euro_parts, situation_choices
from ouverture.services.answer.price.question import question_letter
from ouverture.services.answer.price.shown import explanation, label_of, open_question, other_reading
from ouverture.site.page.clock import today
from ouverture.site.page.parts import Choice
from ouverture.site.page.sentences import sentence
from ouverture.site.small_desks.asking import LONGEST
from ouverture.text import Language, Text

MOST_SHEETS = 20
FIELDS = ("act", "on", "fee", "sector", "pathway", "age", "quantity", "received")
WITHOUT = ("", "unknown")
SECTORS, PATHWAYS = ("1", "2 outside optam", "optam", "none"), ("in", "direct", "emergency", "away", "out")


@dataclass(frozen=True)
class Slice:
    """A part of the euro as it is drawn: where it starts and how wide it is, in hundredths of the whole, as written."""

    part: Part
    x: str
    width: str


@dataclass(frozen=True)
class Sheet:
    """One care sheet priced, as the page shows it. ``beside``: the same with and without a médecin traitant."""

    title: Text
    answer: LineAnswer
    euro: tuple[Slice, ...]
    steps: tuple[Text, ...]
    others: tuple[Text, ...]
    beside: tuple["Beside", ...]
    difference: Text | None
    letter: Text | None


@dataclass(frozen=True)
class Beside:
    """One of the two sides of the comparison."""

    says: Text
    repaid: int
    left: int
    euro: tuple[Slice, ...]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def price(request: HttpRequest, language: Language) -> HttpResponse:
    """Care sheets priced. What is typed is posted, never in the address, and kept nowhere but in the page itself."""
    typed: dict[str, Any] = {name: request.POST.get(name, "").strip()[:LONGEST] for name in FIELDS}
    typed["situations"] = request.POST.getlist("situations")[:LONGEST]
    earlier = _earlier(request.POST.getlist("earlier")) if request.POST.get("again") != "start" else []
    context = {"typed": typed, "earlier": [json.dumps(line) for line in earlier], **_choices()}
    if request.method == "POST" and request.POST.get("again") != "start":
        context |= _answered([*earlier, _line(typed)][-MOST_SHEETS:])
    return render(request, "small_desks/price.html", context)


def _choices() -> dict[str, Any]:
    return {
        "acts": [Choice(each.value, each.says) for each in act_choices()],
        "situations": situation_choices(),
        "sectors": [Choice(each, sentence(f"price.sector_{each.split()[0]}")) for each in SECTORS],
        "pathways": [Choice(each, sentence(f"price.pathway_{each}")) for each in PATHWAYS],
    }


def _line(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as a line of a file; what was left empty is not known."""
    return {name: value for name, value in typed.items() if value not in WITHOUT and value != []}


def _earlier(posted: Sequence[str]) -> list[dict[str, Any]]:
    """The sheets already on the page; one that cannot be read was not written by it, and is left out."""
    found = []
    for text in posted[:MOST_SHEETS]:
        try:
            line = json.loads(text[: LONGEST * 10])
        except (ValueError, RecursionError):
            continue
        if isinstance(line, dict):
            found.append({name: line[name] for name in (*FIELDS, "situations") if name in line})
    return found


def _answered(lines: list[dict[str, Any]]) -> dict[str, Any]:
    """The sheets priced, or what is wrong with the last one."""
    try:
        answer = price_file({"lines": lines}, today())
    except AnswerError as problem:
        return {"error": {"field": problem.field, "says": problem.text}}
    sheets = [_sheet(one) for one in answer.lines]
    return {"sheets": sheets, "earlier": [json.dumps(line) for line in lines], "total": _total(answer), "typed": {}}


def _total(answer: PriceAnswer) -> dict[str, int] | None:
    if len(answer.lines) < 2 or answer.repaid is None or answer.left is None:
        return None
    return {"repaid": answer.repaid, "left": answer.left}


def _sheet(one: LineAnswer) -> Sheet:
    return Sheet(
        title=label_of(one),
        answer=one,
        euro=_slices(euro_parts(one.priced)),
        steps=explanation(one),
        others=(
            *(other_reading(each.priced, each.sources) for each in one.readings[1:]),
            *(open_question(each.question, repaid) for each, repaid in zip(one.asks, one.if_answered, strict=True)),
            *one.asked.notes,
        ),
        beside=_beside(one),
        difference=difference(one),
        letter=question_letter(one),
    )


def _beside(one: LineAnswer) -> tuple[Beside, ...]:
    """With and without a médecin traitant, when that changes a cent."""
    inside, outside = with_and_without(one)
    if inside.repaid is None or outside.repaid is None or inside.repaid == outside.repaid:
        return ()
    said = (sentence("price.with_doctor"), sentence("price.without_doctor"))
    return tuple(
        Beside(says, each.repaid or 0, each.left or 0, _slices(euro_parts(each)))
        for says, each in zip(said, (inside, outside), strict=True)
    )


def _slices(parts: tuple[Part, ...]) -> tuple[Slice, ...]:
    whole, x, found = sum(part.cents for part in parts), 0.0, []
    for part in parts:
        width = 100 * part.cents / whole
        found.append(Slice(part, f"{x:.3f}", f"{width:.3f}"))
        x += width
    return tuple(found)
