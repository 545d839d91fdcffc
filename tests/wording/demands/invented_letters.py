"""The invented letters and how a letter of theirs is read."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ouverture.law.rulebook import rulebook
from ouverture.text import Text
from ouverture.wording.demands.demand import Demand, LocalRule, Sending
from ouverture.wording.demands.letter import LetterRead, read_letter
from tests.evidence.invented import TODAY, ground_of, person_of

LETTERS = Path(__file__).parent / "data" / "letters"
CASES = Path(__file__).parents[2] / "evidence" / "cases.toml"
FACTS: dict[str, dict[str, Any]] = {
    case["name"]: case["facts"] for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]
}
PROOF = Sending(TODAY, Text("lettre recommandée 1A 123 456 7890 1", "registered letter 1A 123 456 7890 1"))


def letters() -> Iterator[dict[str, Any]]:
    """Every invented letter, file by file."""
    for path in sorted(LETTERS.glob("*.toml")):
        yield from tomllib.loads(path.read_text(encoding="utf-8"))["letter"]


def reading(letter: dict[str, Any]) -> LetterRead:
    """What the product reads in it."""
    facts = {name: value for name, value in FACTS[letter["person"]].items() if name not in letter.get("unknown", ())}
    declared = [LocalRule(paper, TODAY, Text("Invention.", "Invented.")) for paper in letter.get("declared", ())]
    sent = dict.fromkeys(letter.get("sent", ()), PROOF)
    law = rulebook().on(TODAY)
    return read_letter(letter["text"], person_of(facts), ground_of(facts), law, TODAY, sent=sent, declared=declared)


def agrees(demand: Demand, expected: list[str]) -> bool:
    """Whether a demand is what was written by hand: kind, paper, and at least the limits or facts named."""
    kind, paper, *names = expected
    told = {limit.limit.name for limit in demand.limits} | set(demand.depends_on)
    return (demand.kind, demand.paper or "") == (kind, paper) and set(names) <= told
