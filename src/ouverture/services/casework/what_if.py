"""What if: something that may happen to the person, and the first day on which their answer would turn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from ouverture.dossier.refusals import Refusal
from ouverture.law.answers import AnswerError, read_one
from ouverture.law.facts import FACTS
from ouverture.services.casework.shelf import data_of
from ouverture.services.casework.situation import Answers, Difference, difference, without_stale
from ouverture.text import Text


class WhatIf(NamedTuple):
    """Something that may happen: its words, the answers it sets and those it takes away, and what to know of it.

    ``asks`` names the one answer that the person must give with it, "" for none.
    """

    name: str
    says: Text
    sets: Mapping[str, str]
    drops: tuple[str, ...]
    asks: str
    then: Text


@cache
def what_ifs() -> tuple[WhatIf, ...]:
    """Every case, in its order."""
    table = data_of("what_if")
    return tuple(
        WhatIf(
            name, Text(row["fr"], row["en"]), row["sets"], tuple(row.get("drops", ())), row.get("asks", ""),
            Text(**row["then"]),
        )
        for name, row in table.items()
    )  # fmt: skip


def what_if(answers: Answers, name: str, on: date, day: date, given: str = "") -> Difference | Refusal:
    """What would follow if the case ``name`` came true on the day ``on``; ``given`` is the answer that it asks for.

    "{on}" among the answers it sets is that day.
    """
    case = next((one for one in what_ifs() if one.name == name), None)
    if case is None or on < day:
        return NOT_A_CASE if case is None else IN_THE_PAST
    typed = {**case.sets, **({case.asks: given} if case.asks else {})}
    try:
        read = {fact: read_one(FACTS[fact], one.replace("{on}", on.isoformat())) for fact, one in typed.items()}
    except AnswerError as problem:
        return Refusal("answer_not_read", problem.text, "person")
    sets = {fact: value for fact, value in read.items() if value is not None}
    kept = {fact: value for fact, value in answers.items() if fact not in case.drops}
    return difference(answers, without_stale({**kept, **sets}, set(sets), on), day, on)


NOT_A_CASE = Refusal(
    "not_a_case", Text("Choisissez un des cas de la liste.", "Choose one of the cases of the list."), "person"
)
IN_THE_PAST = Refusal(
    "in_the_past",
    Text(
        "Ce jour est passé : pour un changement déjà arrivé, corrigez la réponse elle-même.",
        "That day is past: for a change that has happened, correct the answer itself.",
    ),
    "person",
)
