"""The law of a day: rules and grounds in force, and nothing of another day."""

from dataclasses import FrozenInstanceError, replace
from datetime import date, timedelta

import pytest

from ouverture.rules.conditions import Every
from ouverture.rules.rulebook import Ground, Outcome, Rule, Rulebook, Source, Start, Verdict, in_force
from ouverture.text import Text
from tests.rules.small_laws import fact

NOTHING = Text("", "")
MEMBER = fact("member")
SOURCE = Source("CSS", "D160-2", "LEGIARTI1", "0123456789abcdef", date(2020, 1, 1))
CHANGE = date(2021, 1, 1)


def a_rule(since: date, until: date | None, yes: bool) -> Rule:
    when = MEMBER.is_yes() if yes else MEMBER.is_no()
    return Rule("may_borrow", SOURCE, "al. 1", "words", when, NOTHING, "H", ("A1",), since, until)


OLD, NEW = a_rule(date(2020, 1, 1), CHANGE, yes=True), a_rule(CHANGE, None, yes=False)
OPEN = Ground(
    "open", "t", OLD.holds, Outcome(Verdict.COVERED, "x", "y"), Start(NOTHING), NOTHING, "H", (), date(2020, 1, 1)
)
SHUT = replace(OPEN, name="shut", when=Every(()), outcome=Outcome(Verdict.NOT_COVERED, "x", "y"))
BOOK = Rulebook([MEMBER], [OLD, NEW], [OPEN, SHUT])


def test_a_rule_is_in_force_from_its_first_day_to_the_day_before_its_end() -> None:
    assert not in_force(OLD, date(2019, 12, 31))
    assert in_force(OLD, date(2020, 1, 1))
    assert in_force(OLD, CHANGE - timedelta(days=1))
    assert not in_force(OLD, CHANGE)
    assert in_force(NEW, date(2999, 1, 1))


def test_old_days_get_the_old_version_and_new_days_the_new() -> None:
    assert BOOK.on(CHANGE - timedelta(days=1)).rules == {"may_borrow": OLD}
    assert BOOK.on(CHANGE).rules == {"may_borrow": NEW}


def test_the_law_between_two_changes_is_one() -> None:
    assert BOOK.on(date(2020, 1, 1)) is BOOK.on(date(2020, 12, 31))
    assert BOOK.on(date(2020, 12, 31)) is not BOOK.on(CHANGE)
    assert BOOK.changes == (date(2020, 1, 1), CHANGE)


def test_a_day_before_the_book_is_refused_in_one_sentence() -> None:
    with pytest.raises(ValueError, match="this rulebook starts on 2020-01-01; ask for that day or a later one"):
        BOOK.on(date(2019, 12, 31))


def test_a_rule_not_in_force_holds_for_nobody() -> None:
    late = replace(NEW, name="late")
    ground = replace(OPEN, name="later", when=late.holds)
    law = Rulebook([MEMBER], [late], [ground]).on(date(2020, 6, 1))
    assert [step.kind for step in law.program.steps] == ["any"]
    assert law.program.steps[0].parts == ()


def test_the_outcomes_come_once_each_in_the_order_of_the_grounds() -> None:
    twin = replace(OPEN, name="twin")
    law = Rulebook([MEMBER], [OLD], [OPEN, SHUT, twin]).on(date(2020, 6, 1))
    assert law.outcomes == (OPEN.outcome, SHUT.outcome)
    assert list(law.program.goals) == ["open", "shut", "twin"]
    assert law.ground["twin"] is twin


def test_a_source_is_cited_as_lawyers_do() -> None:
    assert SOURCE.citation == "CSS D160-2"


def test_a_rule_and_a_ground_cannot_be_changed() -> None:
    for item in (OLD, OPEN, SOURCE):
        with pytest.raises(FrozenInstanceError):
            item.name = "other"  # type: ignore[misc,union-attr]


def test_facts_are_found_by_name_in_their_order() -> None:
    assert list(BOOK.facts.items()) == [("member", MEMBER)]
