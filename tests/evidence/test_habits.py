"""What offices do is data: each habit names what it touches, where it was read, and the law beside it."""

import pytest

from ouverture.evidence.circumstances import ANSWER
from ouverture.evidence.habits import Habit, all_habits
from ouverture.evidence.limits import LIMITS
from ouverture.evidence.papers import PAPERS
from ouverture.law.facts import FACTS
from ouverture.law.texts import held
from ouverture.text import Text
from tests.evidence.invented import AMERICAN_SPOUSE, checklist_of

COMPUTED = {"family_at_once": {True, False}, "translation": None, "legalisation": None, "ground": set(ANSWER.options)}


@pytest.mark.parametrize("habit", all_habits(), ids=lambda habit: habit.name)
def test_a_habit_touches_what_exists_and_cites_rows_that_exist(habit: Habit) -> None:
    statements = {text.version for text in held().values() if not text.official}
    assert sorted(habit.about - set(PAPERS) - {limit.name for limit in LIMITS}) == []
    assert [row for row in habit.rows if f"affiliation:{row}" not in statements] == []
    assert habit.certainty in ("H", "M", "L")
    for name, values in habit.when.items():
        allowed = COMPUTED[name] if name in COMPUTED else set(FACTS[name].values())
        assert allowed is None or values <= allowed


@pytest.mark.parametrize("habit", all_habits(), ids=lambda habit: habit.name)
def test_a_habit_says_the_practice_and_the_law_in_both_languages(habit: Habit) -> None:
    for text in (habit.says, habit.law):
        assert isinstance(text, Text)
        assert text.fr
        assert text.en
    assert habit.to_json()["label"]["en"] == "Practice, not law"


def test_a_visitor_visa_of_a_partner_may_meet_resistance() -> None:
    assert "label_of_the_permit" in _shown({})


def test_a_label_private_and_family_life_meets_none() -> None:
    assert "label_of_the_permit" not in _shown({"stay_label": "family"})


def test_a_label_that_is_not_known_keeps_the_habit_in_sight() -> None:
    assert "label_of_the_permit" in _shown({"stay_label": "unknown"})


def test_an_american_act_brings_the_habits_about_languages_and_a_german_one_does_not() -> None:
    assert {"twenty_languages", "english_american_acts", "apostille_by_country"} <= _shown({})
    assert _shown({"born_in": "DE"}).isdisjoint({"twenty_languages", "english_american_acts", "apostille_by_country"})


def test_a_country_that_is_not_known_keeps_the_habits_about_languages_in_sight() -> None:
    assert "twenty_languages" in _shown({"born_in": "unknown"})


def test_a_habit_that_touches_nothing_shown_is_left_out() -> None:
    assert "first_payslip" not in _shown({})


def _shown(changes: dict[str, object]) -> set[str]:
    return {habit.name for habit in checklist_of(AMERICAN_SPOUSE | changes).local_habits}
