"""A share of all combinations of facts, answered in columns and compared with the exact diagram."""

from random import SystemRandom

from tests.rules.combinations import of_the_whole_law, with_unknown_facts

SHARE = 0.1
"""Of the blocks; all of them are a matter of ``script/campaign --part combinations``."""


def drawn_seed() -> int:
    """Another share each time; printed, so that what failed can be tried again."""
    seed = SystemRandom().randrange(1_000_000)
    print(f"seed {seed}")
    return seed


def test_no_combination_is_unanswered_and_columns_find_the_ground_of_the_diagram() -> None:
    print(of_the_whole_law(drawn_seed(), SHARE))


def test_with_unknown_facts_columns_are_never_surer_than_the_exact_reading_and_never_at_odds_with_it() -> None:
    print(with_unknown_facts(drawn_seed(), SHARE))
