from datetime import date, timedelta

import pytest

from ouverture.forecast.table import read_on, settings, stages
from ouverture.forecast.waiting import Forecast, Waited, estimate, forecast
from tests.forecast.synthetic import START, known_on, waits

DAY = date(2026, 6, 1)


def answer(stage: str, waited: int, route: str = "", law_sets: date | None = None, on: date = DAY) -> Forecast:
    wait = Waited(stage, on - timedelta(days=waited), route, "751", law_sets)
    return forecast(wait, estimate((), route, "751", on), on)


@pytest.mark.parametrize("waited", [0, 1, 9, 40, 90, 400, 5000])
@pytest.mark.parametrize("stage", sorted(stages()))
def test_no_day_lies_before_today_and_the_three_stand_in_their_order(stage: str, waited: int) -> None:
    for route in (*stages()[stage].models, "", "unheard-of"):
        found = answer(stage, waited, route).range
        if found is None:
            assert stages()[stage].model(route) is None
        else:
            assert found.first
            assert found.half
            assert found.nine
            assert DAY <= found.first <= found.half <= found.nine


def test_a_model_says_that_it_is_one_and_how_many_waits_it_would_take() -> None:
    found = answer("waiting_number", 0)
    assert found.basis == "model"
    assert (found.ended, found.needed) == (0, settings()["least_ended"])
    assert found.range
    assert found.range.half == DAY + timedelta(days=40)
    assert found.range.nine == DAY + timedelta(days=90)


def test_a_stage_without_figures_gets_no_range_and_invents_none() -> None:
    found = answer("decision", 10)
    assert (found.basis, found.range, found.limit) == ("nothing", None, "none")


def test_a_mean_is_shown_and_never_read_as_half_of_people() -> None:
    found = answer("decision", 10, "state_aid")
    assert found.range is None
    assert {one.statement.kind for one in found.statements} == {"range", "mean"}
    assert not any(one.otherwise for one in found.statements)


def test_the_day_from_which_it_is_abnormal_does_not_move_because_one_waits() -> None:
    start = date(2026, 1, 1)
    wait = Waited("card", start, "account", "751")
    days = {forecast(wait, estimate((), "account", "751", on), on).abnormal_from
            for on in (start, start + timedelta(days=30), start + timedelta(days=200))}  # fmt: skip
    assert days == {start + timedelta(days=36)}
    assert not forecast(wait, estimate((), "account", "751", start), start + timedelta(days=35)).abnormal
    assert forecast(wait, estimate((), "account", "751", start), start + timedelta(days=36)).abnormal


def test_the_last_day_of_the_law_comes_before_any_model() -> None:
    last = DAY + timedelta(days=20)
    found = answer("permanent_number", 40, law_sets=last)
    assert (found.limit, found.abnormal_from) == ("law", last + timedelta(days=1))


def test_what_is_said_in_public_stands_beside_with_whether_it_holds() -> None:
    found = {one.statement.says.en: one.otherwise for one in answer("waiting_number", 100).statements}
    assert found["One to two months."] == "longer"
    assert answer("card", 0, "account").statements
    assert all(one.statement.route in ("", "account") for one in answer("card", 0, "account").statements)


def test_a_statement_of_one_caisse_is_shown_to_that_caisse_alone() -> None:
    said = stages()["care_sheet"]
    assert len(said.said("paper", "781")) == len(said.said("paper", "751")) + 1


@pytest.mark.parametrize(("how_many", "basis"), [(29, "model"), (30, "seen_at_caisse")])
def test_below_the_stated_number_of_ended_waits_it_says_so(how_many: int, basis: str) -> None:
    day = START + timedelta(days=300)
    ended = [one for one in known_on(day, waits(3)) if one.ended and one.ended > day - timedelta(days=60)]
    found = forecast(Waited("waiting_number", day, "", "751"), estimate(ended[:how_many], "", "751", day), day)
    assert (found.basis, found.ended) == (basis, how_many)


def test_too_few_at_the_caisse_the_waits_of_every_caisse_are_taken_and_said_to_be() -> None:
    day = START + timedelta(days=300)
    found = forecast(Waited("waiting_number", day, "", "691"), estimate(known_on(day, waits(4)), "", "691", day), day)
    assert found.basis == "seen_here"
    assert found.ended >= settings()["least_ended"]


def test_every_statement_has_its_source_its_date_and_its_certainty() -> None:
    date.fromisoformat(read_on())
    for stage in stages().values():
        assert stage.statements
        assert bool(stage.models) == (stage.rests_on is not None)
        for one in stage.statements:
            assert one.source
            assert one.dated
            assert one.certainty in ("H", "M", "L")
            assert one.low is None or one.high is None or one.low <= one.high


def test_no_word_of_the_table_stands_in_both_languages_at_once() -> None:
    for stage in stages().values():
        for one in stage.statements:
            assert not any(" / " in each for each in (*one.dated, *one.source)), one.says.en
            assert "sans date" not in one.dated.en
