"""What the ceilings settle in a person's answers, and what they leave open."""

from datetime import date

import pytest

from ouverture.law.after.derived import derived
from ouverture.law.answers import AnswerError
from ouverture.rules.facts import Value

DAY = date(2025, 6, 1)
ALONE_IN_PARIS: dict[str, Value] = {"lives_in": "france", "postcode": "75011", "household_size": 1}


@pytest.mark.parametrize(("resources", "under"), [(9000, True), (12000, False), (20000, False)])
def test_resources_settle_the_question_of_the_free_c2s(resources: int, under: bool) -> None:
    assert derived({**ALONE_IN_PARIS, "annual_resources": resources}, DAY)["resources_under_c2s"] is under


def test_it_stays_open_when_the_ceiling_of_the_day_is_not_known() -> None:
    person = {**ALONE_IN_PARIS, "annual_resources": 9000}
    assert derived(person, date(2027, 4, 1)) == person


def test_it_stays_open_when_a_figure_is_missing_or_too_near() -> None:
    assert derived(ALONE_IN_PARIS, DAY) == ALONE_IN_PARIS
    near = {**ALONE_IN_PARIS, "household_size": 3, "annual_resources": 18610}
    assert derived(near, DAY) == near


def test_the_persons_own_answer_is_kept_when_it_fits() -> None:
    person = {**ALONE_IN_PARIS, "annual_resources": 9000, "resources_under_c2s": True}
    assert derived(person, DAY) == person


@pytest.mark.parametrize(("resources", "said"), [(9000, False), (12000, True)])
def test_an_answer_that_contradicts_the_figures_is_refused(resources: int, said: bool) -> None:
    with pytest.raises(AnswerError) as refused:
        derived({**ALONE_IN_PARIS, "annual_resources": resources, "resources_under_c2s": said}, DAY)
    assert refused.value.field == "resources_under_c2s"
    assert "annual_resources" in refused.value.text.fr


def test_the_answers_given_are_not_changed() -> None:
    person = {**ALONE_IN_PARIS, "annual_resources": 9000}
    derived(person, DAY)
    assert "resources_under_c2s" not in person
