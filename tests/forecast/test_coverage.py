"""Held-back months, a surge among them: how often what happened lay inside the 80 % range given before it happened."""

from datetime import date, timedelta

import pytest

from ouverture.forecast.survival import Span
from ouverture.forecast.waiting import Range, Waited, estimate, forecast
from tests.forecast.synthetic import START, SURGE, known_on, waits

FIRST_DAY, LAST_DAY, STEP = 240, 740, 25
SEEDS = range(1, 8)
USUAL_SURGE, LARGE_SURGE = 1.8, 2.5
WAITED = (0, 15, 30, 60)


def inside(found: Range, ended: date) -> bool:
    return (found.first is None or found.first <= ended) and (found.nine is None or ended <= found.nine)


def judged(seed: int, slower: float) -> list[tuple[Span, bool]]:
    """Each held-back wait with whether the range of the day, for one who had waited as long, held its end."""
    every, found = waits(seed, slower=slower), []
    for ahead in range(FIRST_DAY, LAST_DAY, STEP):
        day = START + timedelta(days=ahead)
        seen = estimate(known_on(day, every), "", "751", day)
        for waited in WAITED:
            began = day - timedelta(days=waited)
            answer = forecast(Waited("waiting_number", began, "", "751"), seen, day)
            assert answer.basis == "seen_at_caisse"
            assert answer.range
            alike = [one for one in every if one.began == began and one.ended and one.ended > day]
            found += [(one, inside(answer.range, one.ended)) for one in alike if one.ended]
    return found


@pytest.mark.parametrize("slower", [USUAL_SURGE, LARGE_SURGE])
def test_the_range_of_eighty_in_a_hundred_keeps_its_word_and_holds_in_a_surge(slower: float) -> None:
    found = [one for seed in SEEDS for one in judged(seed, slower)]
    surge = [held for span, held in found if SURGE[0] <= span.began < SURGE[1]]
    overall, in_surge = sum(held for _, held in found) / len(found), sum(surge) / len(surge)
    print(f"{slower} times: {len(found)} waits: {overall:.3f}; {len(surge)} in the surge: {in_surge:.3f}")
    assert len(found) > 900
    assert len(surge) > 250
    assert 0.76 <= overall <= 0.85
    assert in_surge >= 0.73
