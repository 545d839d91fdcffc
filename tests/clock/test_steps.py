from datetime import date

import pytest

from ouverture.clock import steps
from ouverture.clock.deadlines import count
from ouverture.clock.reckoning import RECKONINGS
from ouverture.clock.registry import rule_named, rules

COUNTINGS = {version.counting: rule.name for rule in rules().values() for version in rule.versions}


def test_every_way_of_counting_is_used_by_a_rule() -> None:
    assert set(COUNTINGS) == set(RECKONINGS)


@pytest.mark.parametrize("counting", sorted(RECKONINGS))
def test_every_way_of_counting_is_told_in_both_languages(counting: str) -> None:
    terms = rule_named(COUNTINGS[counting]).versions[-1]
    told = steps.reaches(terms, date(2026, 1, 15), date(2026, 3, 16))
    assert "lundi 16 mars 2026" in told.fr
    assert "Monday 16 March 2026" in told.en
    assert "{" not in told.fr + told.en


def test_the_start_says_whether_its_own_day_counts() -> None:
    assert count("cra_appeal", date(2026, 1, 15)).steps[0].en == (
        "Start: the decision is notified, Thursday 15 January 2026. That day is not counted."
    )
    assert count("c2s_one_year", date(2026, 3, 1)).steps[0].fr == (
        "Départ : premier jour de la C2S, dimanche 1er mars 2026. Ce jour est le premier jour compté."
    )


def test_a_short_month_is_explained() -> None:
    told = [step.fr for step in count("cra_appeal", date(2025, 12, 31)).steps]
    assert "Il n'y a pas de jour 31 en février 2026 : le dernier jour du mois compte." in told


def test_a_move_names_the_feast_the_place_and_the_ground() -> None:
    told = " ".join(step.en for step in count("court_appeal", date(2026, 2, 27), place="mayotte").steps)
    assert "Abolition of Slavery" in told
    assert "Mayotte" in told
    assert "CSS art. R142-1-A II" in told
    assert "the text of that article is not in our files" in told


def test_a_suspension_names_its_text_and_its_limit() -> None:
    told = " ".join(
        step.fr for step in count("implied_decision", date(2026, 1, 15), suspended=[(date(2026, 2, 10), None)]).steps
    )
    assert "CSS D161-1-3" in told
    assert "2 mois au plus" in told
    assert "59 jours de plus" in told
