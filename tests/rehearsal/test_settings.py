from random import Random

import pytest

from ouverture.rehearsal.settings import illustrative, settings_from

ROW = {"median": 20, "p90": 45, "floor": 3}


def test_a_delay_keeps_its_median_its_ninetieth_centile_and_its_floor() -> None:
    delay = settings_from({"answer": ROW}, {}).delays["answer"]
    chance = Random(1)
    drawn = sorted(delay.draw(chance) for _ in range(20_000))
    assert drawn[10_000] == pytest.approx(20, abs=1)
    assert drawn[18_000] == pytest.approx(45, abs=2)
    assert drawn[0] >= 3


@pytest.mark.parametrize("row", [{**ROW, "median": 0}, {**ROW, "p90": 10}, {**ROW, "floor": -1}])
def test_a_delay_that_cannot_be_is_named(row: dict[str, float]) -> None:
    with pytest.raises(ValueError, match='delay "answer"'):
        settings_from({"answer": row}, {})


def test_a_chance_that_cannot_be_is_named() -> None:
    with pytest.raises(ValueError, match='chance "lost"'):
        settings_from({}, {"lost": 1.5})


def test_the_settings_of_the_package_are_readable() -> None:
    assert illustrative().delays["letter_arrives"].floor == 1
