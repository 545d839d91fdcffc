"""The days to the card are read from what happened, and whoever has none is named by what is owed."""

from collections import Counter
from pathlib import Path

from ouverture.rehearsal.time_to_card import FIRST_SEED, HISTORIES, Way, page, ways

SEEDS = range(FIRST_SEED, FIRST_SEED + 30)
MOST_WITHOUT = 0.05


def test_whoever_is_entitled_and_answers_has_a_card_in_the_end() -> None:
    print(f"seeds {SEEDS}")
    found = tuple(ways(SEEDS))
    assert len(found) > 20
    without = [one.stopped_at for one in found if one.stopped_at]
    assert len(without) <= MOST_WITHOUT * len(found), without


def test_rights_come_before_the_card_and_every_day_between_has_a_holder() -> None:
    for one in ways(SEEDS):
        if "card" in one.days:
            assert one.days["rights"] <= one.days["card"]
            assert sum(one.held.values()) == one.days["card"]


def test_the_page_says_days_holders_and_who_is_without() -> None:
    reached = [Way({"rights": 10, "number": 12, "card": 30}, Counter(caisse=20, person=10), "")] * 3
    written = page((*reached, Way({"rights": 9}, Counter(cnav=70), "certify", 8)), 5, 4)
    assert "| rights | 4 of 4 |" in written
    assert "| `certify` | 1 |" in written
    assert "1 (25.0 %)" in written
    assert "rested on that in 1 of these 4 lives\n(25.0 %), for 8 of their 160 days" in written


def test_the_page_in_the_tree_is_that_of_all_the_histories() -> None:
    written = Path("docs/time-to-card.md").read_text(encoding="utf-8")
    assert f"{HISTORIES} histories of 3 years, seeds from {FIRST_SEED}" in written
