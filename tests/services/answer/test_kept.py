"""Rights that are kept say until when, and the plan says what to do before that day."""

from datetime import date
from typing import Any

import pytest

from ouverture.cli.lines import answer_lines, plan_lines
from ouverture.law.answers import read
from ouverture.law.facts import FACTS
from ouverture.services.answer.assess import assess
from ouverture.services.answer.interview import next_screen
from ouverture.services.answer.plan import Plan, make_plan

TODAY = date(2026, 11, 28)
EXPIRED: dict[str, Any] = {
    "activity": "none",
    "nationality": "TN",
    "lives_in": "france",
    "in_france_since": date(2015, 1, 1),
    "other_cover": "none",
    "rights_open": True,
    "stay_document": "residence_card",
    "stay_document_until": date(2026, 5, 15),
    "removal_order": False,
}


def plan(on: date = TODAY, **changed: Any) -> Plan:
    given = {name: value for name, value in {**EXPIRED, **changed}.items() if value is not None}
    return make_plan(assess(read(given, FACTS), on))


@pytest.mark.parametrize(
    ("on", "ended", "order", "may_close_on"),
    [
        (TODAY, date(2026, 5, 15), False, date(2027, 1, 14)),
        (TODAY, date(2026, 9, 15), False, date(2027, 5, 15)),
        (TODAY, date(2026, 9, 15), True, date(2027, 1, 14)),
        (date(2021, 2, 1), date(2020, 12, 10), False, date(2021, 7, 1)),
        (date(2021, 2, 1), date(2020, 12, 10), True, date(2021, 3, 1)),
        (date(2020, 6, 1), date(2020, 3, 20), True, date(2020, 10, 1)),
        (date(2023, 2, 1), date(2022, 10, 10), False, date(2023, 6, 14)),
        (date(2020, 3, 1), date(2019, 6, 30), False, date(2020, 7, 1)),
    ],
)
def test_every_end_of_kept_rights_stands_in_the_headline(
    on: date, ended: date, order: bool, may_close_on: date
) -> None:
    answer = plan(on, stay_document_until=ended, removal_order=order).answer
    assert answer.verdict == "kept"
    assert answer.kept is not None
    assert answer.kept.may_close_on == may_close_on
    assert answer.headline.en.endswith(f"before {_in_words(may_close_on)}.")
    assert answer.headline.fr in answer_lines(answer, "fr")[0]


def test_while_the_removal_order_is_not_known_both_ends_are_said_and_it_is_asked() -> None:
    made = plan(stay_document_until=date(2026, 9, 15), removal_order=None)
    assert made.answer.kept is not None
    assert made.answer.headline.en == (
        "Your document has expired, but the law leaves your rights open for some months. Your rights cannot close "
        "before Saturday 15 May 2027; before Thursday 14 January 2027 if a removal order has become final."
    )
    given = read({name: value for name, value in EXPIRED.items() if name != "removal_order"}, FACTS)
    screen = next_screen({**given, "stay_document_until": date(2026, 9, 15).toordinal()}, TODAY)
    assert screen is not None
    assert screen.name == "removal_order"
    asked = next_screen({**given, "removal_order": False}, TODAY)
    assert asked is not None
    assert asked.name == "renewal"


@pytest.mark.parametrize(
    ("renewal", "act", "to"),
    [
        (None, "ask_renewal", "The prefecture"),
        ("not_asked", "ask_renewal", "The prefecture"),
        ("waiting", "ask_receipt", "The prefecture"),
        ("refused", "contest_refusal", "The administrative court"),
        ("contested", "refusal_contested", "The administrative court"),
    ],
)
def test_the_plan_acts_today_and_gives_the_last_day(renewal: str | None, act: str, to: str) -> None:
    steps = plan(renewal=renewal).steps
    first = steps[0]
    assert (first.text.name, first.on) == (act, TODAY)
    assert first.turn_to is not None
    assert first.turn_to.en.startswith(to)
    last = next(step for step in steps if step.text.name == "bring_document")
    assert (last.on, last.is_limit) == (date(2027, 1, 13), True)
    assert [step.on for step in steps if step.text.name == "after_kept_rights"] == [date(2027, 1, 14)]


@pytest.mark.parametrize("renewal", ["not_asked", "waiting", "refused", "contested"])
def test_whoever_has_a_final_removal_order_is_sent_to_a_lawyer_and_not_to_a_time_limit_that_has_run(
    renewal: str,
) -> None:
    first = plan(renewal=renewal, removal_order=True, stay_document_until="2026-10-20").steps[0]
    assert (first.text.name, first.on) == ("removal_is_final", TODAY)
    assert first.turn_to is not None
    assert first.turn_to.en.startswith("A lawyer")


def test_what_changes_on_that_day_is_said() -> None:
    (change,) = plan().answer.changes()
    assert change.on == date(2027, 1, 14)
    assert change.says.en.startswith("From this day the rights that were kept may close")


def test_no_plan_says_only_that_there_is_nothing_to_do() -> None:
    going_on = {"stay_document_until": date(2027, 6, 1)}
    steps = plan(**going_on).steps
    assert [step.text.name for step in steps] == ["certificate_of_open_rights", "nothing_to_do"]
    assert steps[0].on == TODAY
    assert any("certificate of rights" in line for line in plan_lines(plan(**going_on), "en"))


def _in_words(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"
