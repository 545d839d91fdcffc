from dataclasses import replace
from datetime import date

from ouverture.clock.calendar import place_named
from ouverture.clock.last_day import LastDay, moved, reached
from ouverture.clock.registry import Move, rule_named
from ouverture.text import Text

LYON, STRASBOURG = place_named("metropole"), place_named("alsace_moselle")
SATURDAY = date(2026, 2, 28)
GOOD_FRIDAY = date(2026, 4, 3)


def move(rule: str) -> Move:
    return rule_named(rule).move


def found(day: date) -> LastDay:
    return LastDay(day, day, ())


def test_the_court_s_last_day_moves_and_the_safer_day_is_said() -> None:
    last = moved(found(SATURDAY), move("court_appeal"), LYON)
    assert (last.due, last.later) == (date(2026, 3, 2), date(2026, 3, 2))
    assert last.certainty == "M"
    assert last.steps[-1].en == "It is safer not to rely on the move: act by Saturday 28 February 2026."


def test_a_day_no_text_moves_stays_and_the_later_one_is_mentioned() -> None:
    last = moved(found(SATURDAY), move("cra_appeal"), LYON)
    assert (last.due, last.later) == (SATURDAY, date(2026, 3, 2))
    assert last.steps[-1].en.startswith("Not verified: no text in our files moves this date")
    assert "2 mars 2026" in last.steps[-1].fr


def test_a_day_nobody_has_to_act_on_stays_without_a_word() -> None:
    assert moved(found(SATURDAY), move("title_expiry_six_months"), LYON) == found(SATURDAY)


def test_a_working_day_stays() -> None:
    monday = found(date(2026, 3, 2))
    assert moved(monday, move("court_appeal"), LYON) == monday
    assert moved(monday, move("cra_appeal"), LYON) == monday


def test_a_day_off_in_some_communes_only_keeps_the_earlier_date() -> None:
    last = moved(found(GOOD_FRIDAY), move("court_appeal"), STRASBOURG)
    assert (last.due, last.later) == (GOOD_FRIDAY, date(2026, 4, 7))
    assert "Protestant" in last.steps[-2].en


def test_a_period_counted_backwards_gains_no_day() -> None:
    last = moved(found(SATURDAY), move("c2s_renewal_window_close"), LYON)
    assert (last.due, last.later) == (SATURDAY, SATURDAY)
    assert "backwards" in last.steps[-1].en


def test_both_dates_shift_together() -> None:
    shifted = replace(found(SATURDAY), later=date(2026, 3, 2)).shifted(3)
    assert (shifted.due, shifted.later) == (date(2026, 3, 3), date(2026, 3, 5))


def test_two_sources_give_the_earlier_date_and_mention_the_later() -> None:
    last = reached(rule_named("duplicate_sheet_until").versions[-1], date(2026, 7, 1), "metropole")
    assert (last.due, last.later) == (date(2026, 9, 29), date(2026, 10, 1))
    assert any("Sources disagree" in step.en for step in last.steps)


def test_steps_are_bilingual() -> None:
    for step in reached(rule_named("claim_two_years").versions[-1], date(2026, 2, 10), "metropole").steps:
        assert isinstance(step, Text)
        assert step.fr
        assert step.en
