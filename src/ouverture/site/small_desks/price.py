"""What will be paid back: care sheets priced one after another, the euro drawn, with and without a médecin traitant.

What is typed is posted, kept for the visit under a key of the address, and shown from there (``asking``).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ouverture.services.answer.price.answering import LineAnswer, PriceAnswer, difference, price_file, with_and_without
from ouverture.services.answer.price.picture import Part, act_choices, euro_parts, situation_choices
from ouverture.services.answer.price.question import question_letter
from ouverture.services.answer.price.shown import answers_said, explanation, label_of, other_reading, range_said
from ouverture.site.page.clock import today
from ouverture.site.page.day_boxes import boxes_of, one_line
from ouverture.site.page.parts import Choice
from ouverture.site.page.sealed import ADDRESS, keep_sent, sent_before
from ouverture.site.page.sentences import sentence
from ouverture.site.small_desks.asked_fields import Days, Form, errors_of
from ouverture.site.small_desks.asking import LONGEST
from ouverture.text import Language, Text

MOST_SHEETS = 20
FIRST = ("act", "on", "fee", "pathway", "sector")
"""The fields in sight; the others are behind a fold."""
COUNTED = ("already_participations", "already_franchises")
OF_THE_CARE = ("in_hospital", "protocol", "heavy")
"""Answered yes or no."""
FIELDS = (*FIRST, "age", "quantity", "days", "tariff", "place", "received", *OF_THE_CARE, *COUNTED)
WITHOUT = ("", "unknown")
SECTORS, PATHWAYS = ("1", "2 outside optam", "optam", "none"), ("in", "direct", "emergency", "away", "out")
PLACES = ("mainland", "reunion", "overseas", "abroad")


@dataclass(frozen=True)
class Slice:
    """A part of the euro as it is drawn: where it starts and how wide it is, in hundredths of the whole, as written."""

    part: Part
    x: str
    width: str


@dataclass(frozen=True)
class Sheet:
    """One care sheet priced, as the page shows it.

    ``open``: what was not said and may change the price, ``meanwhile`` from what to what; ``beside``: the same with and
    without a médecin traitant.
    """

    title: Text
    answer: LineAnswer
    euro: tuple[Slice, ...]
    steps: tuple[Text, ...]
    others: tuple[Text, ...]
    meanwhile: Text | None
    open: tuple["Asked", ...]
    beside: tuple["Beside", ...]
    difference: Text | None
    letter: Text | None


@dataclass(frozen=True)
class Asked:
    """One question of what was not said, with the answers that lead to each other price."""

    question: Text
    answers: tuple[tuple[tuple[Text, ...], Text], ...]


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
    """Care sheets priced, and the form for another one."""
    if request.method == "POST":
        return _keep_and_show(request)
    sent = sent_before(request, "price")
    typed, earlier = _typed(sent or {}), _lines((sent or {}).get("earlier", ""))
    line = _line(typed)
    faults = _form().faults(line, _read) if sent else {}
    sheets = [*earlier, line] if sent and not faults else earlier
    days = {"on": boxes_of("on", sent or {}) if faults else {}}
    context = {
        "asked": {"gone": sent is None and ADDRESS in request.GET},
        "errors": errors_of(faults, days),
        "earlier": json.dumps(sheets),
        "situations": situation_choices(),
        "chosen": typed["situations"] if faults else [],
        **_folded(typed if faults else {}, faults, days),
        **(_answered(sheets) if sheets else {}),
    }
    return render(request, "small_desks/price.html", context)


def _keep_and_show(request: HttpRequest) -> HttpResponse:
    """Keep what was sent, and lead to the answer; to the top of the page when something is wrong."""
    sent = {name: request.POST.get(name, "").strip()[:LONGEST] for name in FIELDS}
    boxes = boxes_of("on", request.POST)
    sent |= {"on": one_line(boxes), **{f"on-{part}": written for part, written in boxes.items()}}
    sent["situations"] = ",".join(request.POST.getlist("situations"))[:LONGEST]
    sent["earlier"] = json.dumps(_lines(request.POST.get("earlier", ""))[1 - MOST_SHEETS :])
    wrong = _form().faults(_line(_typed(sent)), _read)
    return redirect(f"{request.path}?{ADDRESS}={keep_sent(request, 'price', sent)}{'' if wrong else '#told'}")


def _form() -> Form:
    lists = {
        "act": tuple(Choice(each.value, each.says) for each in act_choices()),
        "pathway": tuple(Choice(each, sentence(f"price.pathway_{each}")) for each in PATHWAYS),
        "sector": tuple(Choice(each, sentence(f"price.sector_{each.split()[0]}")) for each in SECTORS),
        "place": tuple(Choice(each, sentence(f"price.place_{each}")) for each in PLACES),
        **{name: tuple(Choice(each, sentence(f"price.{each}")) for each in ("yes", "no")) for name in OF_THE_CARE},
    }
    return Form("price", FIELDS, lists, stand_ins={"act": "gp", "fee": "1"})


def _folded(typed: Mapping[str, Any], faults: Mapping[str, Text], days: Days) -> dict[str, Any]:
    """The fields in sight, and those behind a fold, which is open when one of them was filled or is wrong."""
    fields = _form().fields(typed, faults, days)
    more = [field for name, field in fields.items() if name not in FIRST]
    opened = any(field.value or field.error for field in more) or bool(typed.get("situations"))
    return {"fields": [fields[name] for name in FIRST], "more": more, "more_open": opened}


def _typed(sent: Mapping[str, str]) -> dict[str, Any]:
    typed: dict[str, Any] = {name: sent.get(name, "") for name in FIELDS}
    typed["situations"] = [each for each in sent.get("situations", "").split(",") if each]
    return typed


def _line(typed: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, as a line of a file; what was left empty is not known."""
    return {name: value for name, value in typed.items() if value not in WITHOUT and value != []}


def _read(line: Mapping[str, Any]) -> PriceAnswer:
    return price_file({"lines": [line]}, today())


def _lines(written: str) -> list[dict[str, Any]]:
    """The sheets already on the page; one that it cannot have written is left out."""
    try:
        found = json.loads(written[: LONGEST * 10 * MOST_SHEETS] or "[]")
    except (ValueError, RecursionError):
        return []
    lines = [line for line in found[:MOST_SHEETS] if isinstance(line, dict)] if isinstance(found, list) else []
    known = [{name: line[name] for name in (*FIELDS, "situations") if name in line} for line in lines]
    return [line for line in known if line and not _form().faults(line, _read)]


def _answered(lines: list[dict[str, Any]]) -> dict[str, Any]:
    answer = price_file({"lines": lines}, today())
    return {"sheets": [_sheet(one) for one in answer.lines], "total": _total(answer)}


def _total(answer: PriceAnswer) -> dict[str, int] | None:
    if len(answer.lines) < 2 or answer.repaid is None or answer.left is None:
        return None
    return {"repaid": answer.repaid, "left": answer.left}


def _sheet(one: LineAnswer) -> Sheet:
    spread = one.spread()
    return Sheet(
        title=label_of(one),
        answer=one,
        euro=_slices(euro_parts(one.priced)),
        steps=explanation(one),
        others=(*(other_reading(each.priced, each.sources) for each in one.readings[1:]), *one.asked.notes),
        meanwhile=range_said(spread),
        open=tuple(Asked(ask.question, answers_said(ask)) for ask in spread.asks),
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
