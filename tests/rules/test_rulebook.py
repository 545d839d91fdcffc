"""Versions and days."""

from datetime import date

import pytest

from ouverture.rules.conditions import NEVER, Holds
from ouverture.rules.rulebook import Ground, Outcome, Rule, Rulebook, Source, Start, Verdict, in_force
from ouverture.text import Text
from tests.rules.small_laws import NOTHING, fact

A, B = fact("a"), fact("b")
OLD, NEW = date(2020, 1, 1), date(2024, 1, 1)
SOURCE = Source("CSS", "L1", "v1", "d", OLD)


def rule(name: str, when: object, since: date, until: date | None = None) -> Rule:
    """A rule in force for a while."""
    return Rule(name, SOURCE, "", "", when, NOTHING, "H", (), since, until)  # type: ignore[arg-type]


def ground(name: str, since: date, until: date | None = None) -> Ground:
    """A ground that holds where the rule "r" does."""
    outcome = Outcome(Verdict.COVERED, name, "")
    return Ground(name, "t", Holds("r"), outcome, Start(NOTHING), Text("", ""), "H", (), since, until)


BOOK = Rulebook(
    (A, B),
    (rule("r", A.is_yes(), OLD, NEW), rule("r", B.is_yes(), NEW)),
    (ground("always", OLD), ground("lately", NEW)),
)


def test_each_day_has_its_law() -> None:
    before, after = BOOK.on(date(2023, 12, 31)), BOOK.on(NEW)
    assert before.rules["r"].when == A.is_yes()
    assert after.rules["r"].when == B.is_yes()
    assert [g.name for g in before.grounds] == ["always"]
    assert [g.name for g in after.grounds] == ["always", "lately"]


def test_days_between_two_changes_share_one_law() -> None:
    assert BOOK.on(OLD) is BOOK.on(date(2023, 12, 31))
    assert BOOK.on(OLD) is not BOOK.on(NEW)
    assert BOOK.changes == (OLD, NEW)


def test_a_day_before_the_first_is_refused() -> None:
    with pytest.raises(ValueError, match="2020-01-01"):
        BOOK.on(date(2019, 12, 31))


def test_a_rule_is_in_force_from_its_first_day_to_the_eve_of_its_last() -> None:
    dated = rule("r", NEVER, OLD, NEW)
    assert [in_force(dated, day) for day in (date(2019, 12, 31), OLD, date(2023, 12, 31), NEW)] == [
        False,
        True,
        True,
        False,
    ]


def test_a_rule_not_in_force_holds_for_nobody() -> None:
    book = Rulebook((A,), (rule("r", ~NEVER, NEW),), (ground("g", OLD),))
    law = book.on(OLD)
    assert law.program.steps[law.program.goals["g"]].kind == "any"
    assert not law.program.steps[law.program.goals["g"]].parts


def test_a_rule_stands_in_conditions_by_its_name() -> None:
    assert rule("r", NEVER, OLD).holds == Holds("r")
    assert SOURCE.citation == "CSS L1"
    assert BOOK.on(OLD).ground["always"].name == "always"
    assert BOOK.facts == {"a": A, "b": B}
