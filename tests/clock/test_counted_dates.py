"""The dates counted by hand: the program must find each one."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ouverture.clock.deadlines import Counting, count

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("counted_dates.toml").read_text(encoding="utf-8"))[
    "counted"
]


def _span(days: list[date]) -> tuple[date, date | None]:
    return days[0], days[1] if len(days) > 1 else None


def _counted(case: dict[str, Any]) -> Counting:
    return count(
        case["rule"],
        case["from"],
        place=case.get("place", "metropole"),
        suspended=[_span(days) for days in case.get("suspended", [])],
        notified_with_remedies=case.get("with_remedies", True),
        first_received=case.get("first_received"),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_date_counted_by_hand_is_found(case: dict[str, Any]) -> None:
    counted = _counted(case)
    found = (counted.due, counted.later_possible, counted.first_day_after)
    assert found == (case.get("due"), case.get("later"), case.get("after")), "\n".join(counted.sentences("en"))


def test_there_are_fifty_dates_and_each_is_counted_in_words() -> None:
    assert len(CASES) >= 50
    assert len({case["name"] for case in CASES}) == len(CASES)
    assert all(case["how"].endswith(".") for case in CASES)


def test_every_place_has_its_dates() -> None:
    assert {case.get("place", "metropole") for case in CASES} == {
        "metropole",
        "alsace_moselle",
        "guadeloupe",
        "martinique",
        "guyane",
        "la_reunion",
        "mayotte",
        "saint_barthelemy",
        "saint_martin",
    }
