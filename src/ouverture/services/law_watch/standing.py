"""What of ours stands on an article: rules, grounds, amounts, time limits, sentences, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ouverture.clock.registry import rules as deadlines
from ouverture.evidence.limits import LIMITS
from ouverture.evidence.requirements import REQUIREMENTS
from ouverture.law.after import STATEMENTS
from ouverture.law.amounts import history, names
from ouverture.law.rulebook import rulebook
from ouverture.law.warnings import NOTICES
from ouverture.law.words_of_the_day import in_one_line
from ouverture.rules.conditions import Condition, Either, Every, Holds, Not
from ouverture.rules.rulebook import Rule
from ouverture.services.law_watch.changed import Changed
from ouverture.text import Text

TITLES: Mapping[str, Text] = {
    "rules": Text("règles", "rules"),
    "grounds": Text("fondements", "grounds"),
    "papers": Text("papiers et limites", "papers and limits"),
    "notices": Text("avertissements", "notices"),
    "statements": Text("énoncés", "statements"),
    "amounts": Text("montants", "amounts"),
    "deadlines": Text("délais", "time limits"),
    "sentences": Text("phrases", "sentences"),
    "examples": Text("exemples", "examples"),
}


@dataclass(frozen=True)
class Standing:
    """What stands on one changed article, each by name. ``lost`` are the rules whose quote the new text lacks."""

    changed: Changed
    rules: tuple[Rule, ...]
    named: Mapping[str, tuple[str, ...]]

    @property
    def lost(self) -> tuple[Rule, ...]:
        """The rules still in force whose words are no longer in the article: a person must read each of them again."""
        if self.changed.kind == "same_words":
            return ()
        text = in_one_line(self.changed.new.text) if self.changed.new else ""
        current = (rule for rule in self.rules if rule.source.official and rule.until is None)
        return tuple(rule for rule in current if in_one_line(rule.quote) not in text)

    def to_json(self) -> dict[str, Any]:
        """The change and what stands on it, as plain values."""
        lost = [rule.name for rule in self.lost]
        return {
            **self.changed.to_json(),
            "quotes_lost": lost,
            **{key: list(value) for key, value in self.named.items()},
        }


def standing_on(changed: Changed, examples: Mapping[str, frozenset[str]]) -> Standing:
    """What stands on the article; ``examples`` are names of examples and the rules that their answers rest on."""
    code, article = changed.article
    rules = tuple(r for r in rulebook().rules if (r.source.code, r.source.article) == (code, article))
    ruled = {rule.name for rule in rules}
    named = {
        "rules": tuple(dict.fromkeys(rule.name for rule in rules)),
        "grounds": tuple(g.name for g in rulebook().grounds if _reads(g.when) & ruled),
        "papers": tuple(_papers(changed.name)),
        "notices": tuple(n.name for n in NOTICES if any(c.source.citation == changed.name for c in n.cites)),
        "statements": tuple(_statements(changed.name)),
        "amounts": tuple(name for name in names() if any(changed.name in one.articles for one in history(name))),
        "deadlines": tuple(name for name, rule in deadlines().items() if _terms_cite(changed.name, rule.versions)),
        "sentences": tuple(place for place, text in _data_files().items() if _cites(changed.name).search(text)),
        "examples": tuple(name for name, used in examples.items() if used & ruled),
    }
    return Standing(changed, rules, {key: value for key, value in named.items() if value})


def _statements(name: str) -> Iterator[str]:
    for statement in (one for topic in STATEMENTS.values() for one in topic):
        if statement.rule.source.citation == name:
            yield statement.rule.name


def _papers(name: str) -> Iterator[str]:
    """The papers that may be asked, and what may not be, that rest on the article."""
    for requirement in REQUIREMENTS:
        if any(citation.source.citation == name for citation in requirement.articles):
            yield requirement.name
    for limit in LIMITS:
        if any(citation.source.citation == name for citation in limit.articles):
            yield limit.name


def _terms_cite(name: str, versions: tuple[Any, ...]) -> bool:
    return any(name in terms.articles for terms in versions)


@cache
def _reads(condition: Condition) -> frozenset[str]:
    """The names of the rules that a condition asks for, and of those that these ask for in turn."""
    match condition:
        case Holds(name):
            inner = (_reads(rule.when) for rule in rulebook().rules if rule.name == name)
            return frozenset({name}).union(*inner)
        case Not(part):
            return _reads(part)
        case Every(parts) | Either(parts):
            return frozenset().union(*(_reads(part) for part in parts))
    return frozenset()


@cache
def _cites(name: str) -> re.Pattern[str]:
    """The article's name, and not the beginning of a longer one (L160-1 is not L160-11)."""
    return re.compile(rf"{re.escape(name)}(?![\d-])")


@cache
def _data_files() -> dict[str, str]:
    """Every file of data that holds sentences, by its place in the package; amounts are named on their own."""
    return dict(_texts(files("ouverture"), ""))


def _texts(folder: Traversable, place: str) -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        here = f"{place}{entry.name}"
        if entry.is_dir() and here not in ("law/texts", "law/amounts", "clock/data"):
            yield from _texts(entry, f"{here}/")
        elif entry.name.endswith(".toml"):
            yield here, entry.read_text(encoding="utf-8")
