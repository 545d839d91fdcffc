"""One condition read alone says what the engine says of it, and names what it waits for."""

from datetime import date
from itertools import islice
from random import Random

import pytest

from ouverture.law.facts.person import lives_in, nationality
from ouverture.law.facts.stay import in_france_since
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, TRUE, evaluator
from ouverture.rules.conditions import Condition, Either, Every, Holds
from ouverture.rules.reading import Reading
from tests.law.persons import persons

DAY = date(2026, 11, 23)
LAW = rulebook().on(DAY)
SAID = {TRUE: True, FALSE: False, 0: None}


@pytest.mark.parametrize("seed", range(6))
def test_the_two_readings_agree_on_every_rule_and_ground(seed: int) -> None:
    engine = evaluator(LAW, DAY)
    for person in islice(persons(LAW, DAY, Random(seed), known=0.7), 30):
        truths, reading = engine.truths(person), Reading(person, LAW, DAY)
        for name, step in LAW.program.rules.items():
            assert reading.truth(Holds(name)) is SAID[truths[step]], (seed, name)
        for ground in LAW.grounds:
            assert reading.truth(ground.when) is SAID[truths[LAW.program.goals[ground.name]]], (seed, ground.name)


@pytest.mark.parametrize("seed", range(3))
def test_what_is_undecided_is_decided_once_the_facts_it_waits_for_are_known(seed: int) -> None:
    random = Random(seed)
    some, every = persons(LAW, DAY, random, known=0.4), persons(LAW, DAY, random)
    for person, answers in islice(zip(some, every, strict=False), 20):
        for ground in LAW.grounds:
            person_now = dict(person)
            while waits := Reading(person_now, LAW, DAY).waits_for(ground.when):
                assert all(fact.name not in person_now for fact in waits)
                person_now.update({fact.name: answers[fact.name] for fact in waits})
            assert Reading(person_now, LAW, DAY).truth(ground.when) is not None


def test_a_rule_that_is_not_in_force_holds_for_nobody() -> None:
    before = rulebook().on(date(2019, 6, 1))
    assert Reading({}, before, date(2019, 6, 1)).truth(Holds("participation_due")) is False


def test_nothing_at_all_is_true_of_everybody_and_one_of_nothing_of_nobody() -> None:
    reading = Reading({}, LAW, DAY)
    assert reading.truth(Every(())) is True
    assert reading.truth(Either(())) is False


def test_each_missing_fact_is_named_once() -> None:
    condition = (lives_in.among("france") & nationality.among("FR")) | lives_in.among("mayotte")
    assert Reading({}, LAW, DAY).waits_for(condition) == (lives_in, nationality)
    assert Reading({"lives_in": "mayotte"}, LAW, DAY).waits_for(condition) == ()


def test_a_date_is_compared_with_the_day_asked() -> None:
    condition = in_france_since.more_than_ago(months=3)
    arrived = {"in_france_since": date(2026, 8, 23).toordinal()}
    assert Reading(arrived, LAW, date(2026, 11, 23)).truth(condition) is False
    assert Reading(arrived, LAW, date(2026, 11, 24)).truth(condition) is True
    assert Reading({}, LAW, DAY).waits_for(~condition) == (in_france_since,)


def test_something_that_is_no_condition_is_refused() -> None:
    class Odd(Condition):
        pass

    with pytest.raises(TypeError, match="not a condition"):
        Reading({}, LAW, DAY).truth(Odd())
