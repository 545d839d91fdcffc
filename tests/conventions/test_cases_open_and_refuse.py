"""Every rule and every ground, in each version, has a case that opens it and one that refuses it."""

from collections import defaultdict
from datetime import date
from functools import cache

from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, TRUE, Evaluator
from ouverture.rules.rulebook import Ground, Law, Outcome, Rule, Start, Verdict
from ouverture.text import Text
from tests.law.case_files import cases

NOTHING = Text("rien", "nothing")
Key = tuple[str, date]
"""A rule or ground by its name and the day its version begins."""


def test_every_ground_has_a_case_that_it_decides() -> None:
    decided = {case.expect.get("ground") for case in cases()}
    assert [ground.name for ground in rulebook().grounds if ground.name not in decided] == []


def test_every_rule_has_a_case_that_opens_it() -> None:
    assert _without(rulebook().rules, TRUE) == []


def test_every_rule_has_a_case_that_refuses_it() -> None:
    assert _without(rulebook().rules, FALSE) == []


def test_every_ground_has_a_case_that_opens_it() -> None:
    assert _without(rulebook().grounds, TRUE) == []


def test_every_ground_has_a_case_that_refuses_it() -> None:
    assert _without(rulebook().grounds, FALSE) == []


def _without(items: tuple[Rule, ...] | tuple[Ground, ...], truth: int) -> list[str]:
    seen = _truths()
    return [f"{item.name} since {item.since}" for item in items if truth not in seen[item.name, item.since]]


@cache
def _truths() -> dict[Key, set[int]]:
    seen: dict[Key, set[int]] = defaultdict(set)
    for case in cases():
        law = _with_rules_as_grounds(case.law)
        truths = Evaluator(law, case.on).truths(case.person)
        for ground in law.grounds:
            seen[ground.name.removeprefix("rule "), ground.since].add(truths[law.program.goals[ground.name]])
    return seen


@cache
def _with_rules_as_grounds(law: Law) -> Law:
    """The same law with one ground more for each rule: rules that only a warning reads are seen too."""
    return Law(law.facts, [*law.grounds, *map(_ground, law.rules.values())], law.rules.values())


def _ground(rule: Rule) -> Ground:
    outcome = Outcome(Verdict.UNKNOWN, "nobody", "nothing")
    return Ground(
        f"rule {rule.name}", "rules", rule.holds, outcome, Start(NOTHING), NOTHING, "L", (), rule.since, rule.until
    )
