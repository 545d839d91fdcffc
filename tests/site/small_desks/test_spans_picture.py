"""Spans of time drawn as bars: to scale, inside the drawing, with their state beside today."""

from datetime import date
from itertools import pairwise

import pytest

from ouverture.site.page.time_scale import TimeScale
from ouverture.site.small_desks.spans_picture import WIDTH, Span, spans_picture

TODAY = date(2026, 11, 23)


def test_bars_are_to_scale_and_know_whether_they_are_closed_open_or_later() -> None:
    picture = spans_picture(
        [
            Span(1, None, date(2026, 11, 1)),
            Span(2, date(2026, 11, 1), date(2026, 12, 31)),
            Span(3, date(2026, 12, 31), None),
        ],
        TODAY,
    )
    assert picture is not None
    assert [bar.state for bar in picture.bars] == ["closed", "open", "later"]
    first, second, third = picture.bars
    assert first.x + first.width == second.x
    assert second.x < picture.today < second.x + second.width == third.x
    assert all(bar.x > 0 and bar.x + bar.width < WIDTH for bar in picture.bars)
    assert [bar.y for bar in picture.bars] == sorted({bar.y for bar in picture.bars})
    assert picture.bars[-1].y + 16 < picture.base < picture.words < picture.height


def test_a_span_of_one_day_can_be_seen() -> None:
    picture = spans_picture([Span(1, date(2020, 1, 1), date(2020, 1, 1))], TODAY)
    assert picture is not None
    assert picture.bars[0].width >= 3


def test_without_any_day_there_is_no_picture() -> None:
    assert spans_picture([Span(1, None, None)], TODAY) is None
    assert spans_picture([], TODAY) is None


@pytest.mark.parametrize("first", [date(1900, 1, 1), date(1990, 5, 3), date(2020, 2, 29), date(2026, 11, 22)])
def test_the_months_under_a_line_leave_room_for_their_words(first: date) -> None:
    ticks = [tick.x for tick in TimeScale(first, TODAY, 30, 332).ticks()]
    assert all(right - left >= 25 for left, right in pairwise(ticks))
