"""What is still missing for an answer: what to find out first, where it is written, the amounts it is compared with."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ouverture.law.consistency import DETAIL_OF
from ouverture.rules.facts import Fact
from ouverture.services.answer.amounts_beside import amounts_beside
from ouverture.services.answer.assess import Answer
from ouverture.text import Text


@dataclass(frozen=True)
class ToFindOut:
    """A question without an answer. ``where``: where the answer is found, None for one that needs no looking up."""

    fact: Fact
    where: Text | None
    amounts: tuple[Text, ...]


def to_find_out(answer: Answer) -> list[ToFindOut]:
    """What an answer waits for and can be found out now: no detail of what is itself not known."""
    missing = [fact.name for fact in answer.missing]
    details = {name for name in missing if DETAIL_OF.get(name) in missing}
    first = (fact for fact in answer.missing if fact.name not in details and details.isdisjoint(fact.after))
    return [
        ToFindOut(fact, where_found().get(fact.name), amounts_beside(fact.name, answer.values, answer.on))
        for fact in first
    ]


@cache
def where_found() -> Mapping[str, Text]:
    """Where the answer to a question is found, by the name of its fact."""
    written = files(__package__).joinpath("data", "how_to_find_out.toml").read_text(encoding="utf-8")
    return {name: Text(said["fr"], said["en"]) for name, said in tomllib.loads(written).items()}
