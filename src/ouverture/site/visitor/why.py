"""Why a question is asked, and on what an answer stands: the rules that a condition reads."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from ouverture.law.rulebook import rulebook
from ouverture.rules.conditions import Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Rule


def reasons_to_ask(fact: Fact, on: date) -> tuple[Rule, ...]:
    """The rules for which ``fact`` is asked: the one that best says why, then the articles, then the summaries."""
    first = rulebook().on(on).rules.get(told_first().get(fact.name, ""))
    others = sorted(rules_reading(fact, on), key=lambda rule: not rule.source.official)
    return tuple(dict.fromkeys((*([first] if first else []), *others)))


@cache
def told_first() -> Mapping[str, str]:
    """The rule that best says why a question is asked, by the name of its fact."""
    return tomllib.loads(files(__package__).joinpath("data", "why_asked.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=512)
def rules_reading(fact: Fact, on: date) -> tuple[Rule, ...]:
    """The rules in force on a day that look at ``fact`` themselves, in the order of the law."""
    return tuple(rule for rule in rulebook().on(on).rules.values() if fact in _facts(rule.when))


def rules_named(condition: Condition) -> Iterator[str]:
    """The names of the rules that a condition asks to hold, in its order."""
    match condition:
        case Holds(rule):
            yield rule
        case Not(part):
            yield from rules_named(part)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from rules_named(part)


def _facts(condition: Condition) -> Iterator[Fact]:
    match condition:
        case Among(fact, _) | AtLeast(fact, _):
            yield fact
        case Not(part):
            yield from _facts(part)
        case Every(parts) | Either(parts):
            for part in parts:
                yield from _facts(part)
