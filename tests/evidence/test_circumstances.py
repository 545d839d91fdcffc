"""Conditions on papers are read as the law reads its own: in three values, to the same answer."""

from datetime import date
from random import Random

import pytest

from ouverture.evidence.circumstances import ANSWER, Circumstances, answered_by, circumstances, sent_by
from ouverture.law.css.d160_2 import three_months
from ouverture.law.facts.person import nationality
from ouverture.law.facts.stay import in_france_since
from ouverture.law.rulebook import rulebook
from ouverture.rules.assessment import FALSE, TRUE, evaluator
from ouverture.rules.conditions import Among, Condition, Every, Holds
from ouverture.rules.rulebook import Verdict
from tests.evidence.invented import AMERICAN_SPOUSE, TODAY, ground_of, person_of
from tests.law.persons import persons

LAW = rulebook().on(TODAY)
SEED = 20261123


def test_every_rule_is_read_as_the_engine_reads_it() -> None:
    chance = Random(SEED)
    reader = evaluator(LAW, TODAY)
    for _, person in zip(range(300), persons(LAW, TODAY, chance, known=0.6), strict=False):
        truths = reader.truths(person)
        where = circumstances(person, None, LAW, TODAY)
        for name, place in reader.program.rules.items():
            expected = {TRUE: True, FALSE: False}.get(truths[place])
            assert where.truth(Holds(name)) is expected, f"{name} with {person} (seed {SEED})"


def test_a_ground_that_is_found_settles_what_depends_on_it() -> None:
    where = circumstances({}, LAW.ground["resident"], LAW, TODAY)
    assert where.truth(answered_by("resident", "refugee")) is True
    assert where.truth(answered_by("refugee")) is False


def test_without_a_ground_only_those_still_possible_count() -> None:
    where = circumstances(person_of({"activity": "detained"}), None, LAW, TODAY)
    assert where.grounds == {"prison"}
    assert circumstances({}, None, LAW, TODAY).truth(answered_by("prison")) is None


def test_a_ground_ruled_out_by_the_facts_is_false_before_any_ground_is_found() -> None:
    facts = {name: value for name, value in AMERICAN_SPOUSE.items() if name != "relative_insured"}
    assert ground_of(facts) is None
    where = circumstances(person_of(facts), None, LAW, TODAY)
    assert where.truth(answered_by("prison", "employee")) is False
    assert where.truth(answered_by("joins_insured_family")) is None


def test_the_facts_that_would_settle_a_condition_are_named() -> None:
    where = circumstances({}, None, LAW, TODAY)
    condition = three_months.holds & nationality.among("FR") & answered_by("resident")
    assert where.missing(condition) == ("in_france_since", "nationality", "ground")


def test_a_settled_condition_misses_nothing() -> None:
    where = circumstances({"nationality": "US"}, None, LAW, TODAY)
    assert where.missing(nationality.among("FR") & in_france_since.more_than_ago(months=3)) == ()


def test_grounds_are_chosen_by_their_route_and_verdict() -> None:
    where = circumstances({}, LAW.ground["swiss_worker_choice"], LAW, TODAY)
    assert where.truth(sent_by("swiss_form")) is False
    assert where.truth(sent_by("swiss_form", verdicts=(Verdict.CHOICE,))) is True


def test_one_ground_of_a_route_may_be_left_out() -> None:
    disputed = sent_by("argue", apart_from="working_holiday")
    assert isinstance(disputed, Among)
    assert "working_holiday" not in disputed.values
    assert "first_receipt_disputed" in disputed.values


def test_a_ground_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no_such_ground"):
        answered_by("no_such_ground")


def test_a_rule_not_in_force_holds_for_nobody() -> None:
    where = Circumstances({}, rulebook().on(date(2019, 6, 1)), date(2019, 6, 1), frozenset())
    assert where.truth(rulebook().on(TODAY).rules["eu_national"].holds) is None
    assert where.truth(LAW.rules["temporary_protection"].holds) is False


def test_what_is_not_a_condition_is_refused() -> None:
    with pytest.raises(TypeError, match="not a condition"):
        circumstances({}, None, LAW, TODAY).truth(Condition())


def test_no_part_at_all_is_always_true() -> None:
    assert circumstances({}, None, LAW, TODAY).truth(Every(())) is True
    assert ANSWER.options.keys() == {ground.name for ground in rulebook().grounds}
