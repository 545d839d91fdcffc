"""A day or a clock far from what was written last is refused in a sentence, and nothing is written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from ouverture.dossier.kernel import Moment
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.far_moments import too_far
from tests.adapters.small_file import DAY, NOON, AddSmallNote, order
from tests.adapters.small_lines import a_line

WANTED = order("ana", AddSmallNote("hello"), "k")


@pytest.mark.parametrize(
    ("on", "code"),
    [
        (date(1, 1, 1), "day_long_past"),
        (date(2016, 11, 1), "day_long_past"),
        (DAY + timedelta(days=2), "day_to_come"),
        (date(2099, 1, 1), "day_to_come"),
        (date(9999, 12, 31), "day_to_come"),
    ],
)
def test_a_legal_day_out_of_reach_is_refused(on: date, code: str) -> None:
    refused = too_far(replace(WANTED, at=Moment(on, "caisse")), None)
    assert isinstance(refused, Refusal)
    assert refused.code == code


@pytest.mark.parametrize("days", [-3650, -400, 0, 1])
def test_a_day_of_the_past_years_or_of_another_time_zone_is_not(days: int) -> None:
    assert too_far(replace(WANTED, at=Moment(DAY + timedelta(days), "caisse")), None) is None


@pytest.mark.parametrize("when", [datetime(2099, 1, 1, tzinfo=NOON.tzinfo), NOON - timedelta(days=3)])
def test_a_clock_that_jumped_since_the_last_event_is_refused(when: datetime) -> None:
    refused = too_far(replace(WANTED, at=Moment(when.date(), "caisse"), recorded_at=when), a_line(NOON))
    assert isinstance(refused, Refusal)
    assert refused.code == "wrong_clock"


def test_a_file_that_slept_for_years_is_written_in_all_the_same() -> None:
    when = NOON + timedelta(days=4 * 365)
    assert too_far(replace(WANTED, at=Moment(when.date(), "caisse"), recorded_at=when), a_line(NOON)) is None
