"""What is not known is asked, and only if it can change a cent; the range stands meanwhile."""

import random
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from ouverture.pricing.acts import acts
from ouverture.pricing.formula import price
from ouverture.services.answer.price.answering import LineAnswer, price_file
from ouverture.services.answer.price.shown import to_json
from ouverture.services.answer.price.spread import Spread

TODAY = date(2026, 11, 28)
WHO = {"age": 40, "situations": [], "place": "mainland"}
BESIDE = {"in_hospital": False, "already_participations": 0, "already_franchises": 0}
GP = {"act": "gp", "on": "2026-02-01", "fee": 30, "sector": 1, "pathway": "in"}


def line_of(**given: Any) -> LineAnswer:
    return price_file(given, TODAY).lines[0]


def asked(**given: Any) -> list[str]:
    return [one.field for one in line_of(**given).spread().asks]


def answers(field: str, **given: Any) -> dict[str, int | None]:
    (one,) = (each for each in line_of(**given).spread().asks if each.field == field)
    return {each.value: each.repaid for each in one.answers}


def test_with_everything_known_nothing_is_asked_and_there_is_no_range() -> None:
    assert line_of(**GP, **WHO, **BESIDE).spread() == Spread()


@pytest.mark.parametrize(
    ("field", "others"),
    [
        ("sector", {"2": 1410, "none": 0}),
        ("pathway", {"out": 700}),
        ("age", {"0": 2100, "6": 2100, "16": 2100}),
        ("place", {"overseas": None}),
        ("in_hospital", {"yes": 2400}),
        ("already_participations", {"full": 2100}),
    ],
)
def test_each_fact_left_out_is_asked_with_the_price_under_every_other_answer(
    field: str, others: dict[str, int | None]
) -> None:
    given = {name: value for name, value in {**GP, **WHO, **BESIDE}.items() if name != field}
    assert asked(**given) == [field]
    assert answers(field, **given) == others


def test_a_situation_is_asked_by_name_and_one_that_was_denied_is_not() -> None:
    given = {**GP, **BESIDE, "age": 40, "place": "mainland"}
    found = answers("situations", **given)
    assert (found["long_illness"], found["maternity"], found["work_accident"]) == (2800, 3000, None)
    assert "c2s" not in answers("situations", **given, c2s=False)
    assert "situations" not in asked(**given, situations="none")


def test_what_cannot_change_a_cent_is_not_asked() -> None:
    assert asked(act="dentist", on="2026-02-01", fee=23, **WHO, in_hospital=False) == []
    assert asked(**{**GP, "age": 10, "fee": 20}, situations="none", place="mainland", in_hospital="no") == []
    assert not {"sector", "pathway"} & set(asked(act="blood test", on="2026-02-01", fee=20))
    assert "pathway" not in asked(act="gp", on="2026-02-01", fee=30, sector=1, situations=["maternity"])


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({**GP, "age": 18}, "born_on"),
        ({**GP, "sector": "2", "fee": 50}, "optam"),
        ({**GP, "situations": ["long_illness"]}, "protocol"),
        ({"act": "box at 65", "on": "2026-02-01", "fee": 10}, "quantity"),
        ({"act": "box at 65", "on": "2026-02-01", "fee": 10}, "already_franchises"),
        ({"act": "hospital stay", "on": "2026-03-02", "fee": 100}, "days"),
        ({"act": "technical act", "on": "2026-03-02", "fee": 100, "tariff": 100}, "heavy"),
        ({"act": "gp", "sector": 1, "pathway": "in"}, "third_party"),
        ({"act": "hospital", "days": 3}, "on"),
        ({"act": "hearing aid", "fee": 900, "on": "2026-03-02"}, "place"),
    ],
)
def test_every_other_fact_has_its_question(given: dict[str, Any], field: str) -> None:
    assert field in asked(**given)


def test_the_document_gives_each_answer_and_the_range_meanwhile() -> None:
    found = to_json(price_file({**GP, **BESIDE, **WHO, "pathway": ""}, TODAY))
    assert found["asks"] == [
        {
            "field": "pathway",
            "question": found["asks"][0]["question"],
            "repaid_otherwise": 7.0,
            "answers": [{"value": "out", "says": found["asks"][0]["answers"][0]["says"],
                         "repaid": 7.0, "left_to_pay": 23.0}],
        }
    ]  # fmt: skip
    assert found["range"] == {"repaid": [7.0, 19.0], "left_to_pay": [11.0, 23.0]}


def every_price(one: LineAnswer, chance: random.Random) -> set[int]:
    """What is left under every answer with every other, or two hundred of them by chance."""
    choices = [(None, *fact.others) for fact in one.asked.open]
    few = product(*choices) if len(choices) < 5 else ([chance.choice(each) for each in choices] for _ in range(200))
    found = set()
    for chosen in few:
        line, counters = one.asked.line, one.before.copy()
        for other in filter(None, chosen):
            line = other.suppose(line, counters)
        found.add(price(line, counters).left)
    return {left for left in found if left is not None}


@pytest.mark.parametrize("seed", [5, 6])
def test_no_answer_leads_outside_the_range_and_nothing_asked_means_one_price(seed: int) -> None:
    chance, outside = random.Random(seed), []
    for _ in range(40):
        given = {"act": chance.choice(list(acts())), "on": date(2020, 1, 1) + timedelta(chance.randrange(2400)),
                 "fee": chance.choice((1, 20, 45, 130, 400))}  # fmt: skip
        beside = {"sector": "2", "pathway": "out", "situations": ["long_illness"], "place": "mainland", "age": 3}
        given |= {name: value for name, value in beside.items() if chance.random() < 0.5}
        one = line_of(**given)
        found, left = one.spread(), every_price(one, chance)
        if found.left is None:
            assert len(left) < 2, (seed, given)
        elif left and (min(left) < found.left.least or max(left) > found.left.most):
            outside.append(given)
    assert len(outside) <= 1, (seed, outside)
