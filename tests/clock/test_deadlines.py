from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ouverture.clock.calendar import is_working_day, places
from ouverture.clock.deadlines import DeadlineError, HolidayPlaceError, count, rules

# Every version in force, so that no start is refused; births are of those who turn 16 to 24 now.
STARTS = st.dates(date(2023, 12, 29), date(2040, 12, 31))
BIRTHS = st.dates(date(2004, 1, 1), date(2020, 12, 31))
PLACES = st.sampled_from(sorted(places()))
# Backwards, or from any day of a quarter: the answer may come before the start.
BACKWARD = {
    rule.name for rule in rules().values() if rule.versions[-1].counting in {"before", "last_working_day_of_quarter"}
}
FORWARD = sorted(set(rules()) - BACKWARD)
SUSPENDED = sorted(rule.name for rule in rules().values() if rule.suspension)


def a_start(name: str, drawn: date, born: date) -> date:
    return born if rules()[name].dated_by_due else drawn


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(FORWARD), STARTS, BIRTHS, PLACES)
def test_a_deadline_never_falls_before_its_start(name: str, drawn: date, born: date, place: str) -> None:
    start = a_start(name, drawn, born)
    due = count(name, start, place=place).due
    assert due is not None
    assert due >= start


@settings(derandomize=True, max_examples=500, deadline=None)
@given(st.sampled_from(sorted(rules())), STARTS, BIRTHS, st.integers(0, 40), PLACES)
def test_a_later_start_never_gives_an_earlier_deadline(
    name: str, drawn: date, born: date, gap: int, place: str
) -> None:
    first = a_start(name, drawn, born)
    earlier, later = count(name, first, place=place), count(name, first + timedelta(days=gap), place=place)
    assert earlier.due is not None
    assert later.due is not None
    assert earlier.due <= later.due


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(SUSPENDED), STARTS, st.integers(1, 50), st.integers(0, 50), PLACES)
def test_a_suspension_of_n_days_moves_the_count_by_n_days(
    name: str, start: date, after: int, days: int, place: str
) -> None:
    first = start + timedelta(days=after)
    plain = count(name, start, place=place).unmoved
    paused = count(name, start, place=place, suspended=[(first, first + timedelta(days=days))]).unmoved
    assert plain is not None
    assert paused == plain + timedelta(days=days)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(sorted(rules())), STARTS, BIRTHS, PLACES)
def test_the_dates_of_an_answer_are_in_order(name: str, drawn: date, born: date, place: str) -> None:
    counted = count(name, a_start(name, drawn, born), place=place)
    assert counted.due is not None
    assert counted.unmoved is not None
    assert counted.unmoved <= counted.due
    last = counted.later_possible or counted.due
    assert counted.due <= last
    assert counted.first_day_after == last + timedelta(days=1)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(STARTS, PLACES)
def test_the_last_day_for_the_court_is_worked_or_has_a_later_one_that_is(start: date, place: str) -> None:
    counted = count("court_appeal", start, place=place)
    assert counted.due is not None
    assert is_working_day(counted.later_possible or counted.due, place)


def test_sixty_days_is_not_two_months() -> None:
    starts = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    due = [count("court_appeal", start).due or start for start in starts]
    sixty = [start + timedelta(days=60) for start in starts]
    right = sum(day == other for day, other in zip(due, sixty, strict=True))
    too_late = sum(day < other for day, other in zip(due, sixty, strict=True))
    assert (right, too_late) == (10, 41)


def test_an_appeal_clock_does_not_run_until_a_notice_says_how_to_appeal() -> None:
    for name in ("cra_appeal", "court_appeal", "cmra_appeal"):
        counted = count(name, date(2026, 1, 5), notified_with_remedies=False)
        assert counted.due is None
        assert "R142-1-A III" in counted.steps[-1].fr


def test_a_clock_that_is_not_an_appeal_runs_whatever_the_notice_says() -> None:
    assert count("birth_act_first_term", date(2026, 1, 5), notified_with_remedies=False).due == date(2026, 4, 5)


def test_the_first_receipt_starts_an_implied_refusal_and_not_an_implied_acceptance() -> None:
    refusal = count("implied_decision", date(2026, 1, 20), first_received=date(2026, 1, 9))
    assert (refusal.start, refusal.due) == (date(2026, 1, 9), date(2026, 3, 9))
    acceptance = count("c2s_decision", date(2026, 1, 20), first_received=date(2026, 1, 9))
    assert (acceptance.start, acceptance.due) == (date(2026, 1, 20), date(2026, 3, 20))
    assert "does not count" in acceptance.steps[1].en


def test_the_first_receipt_cannot_follow_the_right_one() -> None:
    with pytest.raises(DeadlineError) as refused:
        count("implied_decision", date(2026, 1, 9), first_received=date(2026, 1, 20))
    assert "20 janvier 2026" in refused.value.text.fr


def test_the_first_receipt_of_what_is_not_a_claim_changes_nothing() -> None:
    counted = count("cra_appeal", date(2026, 1, 20), first_received=date(2026, 1, 9))
    assert counted.start == date(2026, 1, 20)
    assert "changes nothing" in counted.steps[1].en


def test_a_suspension_no_text_allows_is_not_counted_and_it_is_said() -> None:
    counted = count("birth_act_first_term", date(2026, 1, 5), suspended=[(date(2026, 2, 1), date(2026, 3, 1))])
    assert counted.due == date(2026, 4, 5)
    assert any("no text in our files suspends this clock" in step.en for step in counted.steps)


def test_a_suspension_outside_the_period_is_said_to_change_nothing() -> None:
    counted = count("cra_appeal", date(2026, 1, 5), suspended=[(date(2026, 6, 1), date(2026, 7, 1))])
    assert counted.due == date(2026, 3, 5)
    assert any("changes nothing" in step.en for step in counted.steps)


def test_a_suspension_adds_its_articles_to_the_ground() -> None:
    counted = count("cra_appeal", date(2026, 1, 5), suspended=[(date(2026, 2, 1), date(2026, 2, 10))])
    assert "CSS L217-7-1" in counted.articles


def test_the_certainty_falls_when_the_day_rests_on_a_move() -> None:
    assert count("court_appeal", date(2026, 1, 9)).certainty == "H"
    assert count("court_appeal", date(2025, 12, 30)).certainty == "M"
    assert count("cra_appeal", date(2025, 12, 30)).certainty == "M"


def test_a_title_of_before_any_text_is_refused_and_the_texts_we_hold_are_named() -> None:
    with pytest.raises(DeadlineError) as refused:
        count("title_expiry_six_months", date(2016, 5, 1))
    assert "we hold: from 27 February 2017 to 31 December 2019; from 1 January 2020" in refused.value.text.en


def test_a_title_that_ended_in_2020_had_six_months_under_the_text_of_december_2019() -> None:
    counted = count("title_expiry_six_months", date(2020, 5, 1))
    assert counted.due == date(2020, 11, 30)
    assert any("no shorter time" in note.en for note in counted.notes)


@pytest.mark.parametrize(
    ("rule", "born", "days"),
    [
        ("own_cover_at_18", date(2008, 2, 29), (date(2026, 2, 28), date(2026, 3, 1))),
        ("parents_scheme_until_24", date(2076, 2, 29), (date(2100, 2, 28), date(2100, 3, 31))),
    ],
)
def test_a_birthday_of_29_february_gives_both_days_and_is_not_sure(
    rule: str, born: date, days: tuple[date, date]
) -> None:
    counted = count(rule, born)
    assert (counted.due, counted.later_possible) == days
    assert counted.certainty == "M"
    assert any("29 February" in step.en for step in counted.steps)


def test_every_deadline_from_a_birth_knows_the_birthdays_of_29_february() -> None:
    for name, rule in rules().items():
        for terms in rule.versions:
            age = terms.period.years
            if terms.counting in ("birthday", "birthday_month") and age % 4 and terms.until is None:
                counted = count(name, date(2008, 2, 29))
                assert counted.certainty == "M", name
                assert counted.later_possible is not None


def test_a_birthday_of_29_february_in_a_leap_year_and_any_other_birthday_are_sure() -> None:
    assert count("personal_cover_from_16", date(2008, 2, 29)).due == date(2024, 2, 29)
    assert count("own_cover_at_18", date(2008, 3, 1)).certainty == "H"
    assert count("own_cover_at_18", date(2008, 2, 28)).later_possible is None


def test_an_old_title_had_twelve_months_and_the_doubt_is_said() -> None:
    counted = count("title_expiry_six_months", date(2018, 3, 10))
    assert (counted.due, counted.certainty) == (date(2019, 3, 10), "M")
    assert any("was not read" in note.en for note in counted.notes)


def test_an_age_is_judged_by_the_law_of_the_day_it_is_reached() -> None:
    assert count("own_cover_at_18", date(2001, 1, 1)).due == date(2019, 1, 1)
    with pytest.raises(DeadlineError):
        count("own_cover_at_18", date(2000, 12, 31))


def test_a_start_after_our_texts_is_warned() -> None:
    assert any("check that the article" in note.en for note in count("cra_appeal", date(2026, 4, 1)).notes)
    assert count("cra_appeal", date(2026, 3, 31)).notes == ()


def test_the_new_litigation_article_of_november_2026_is_warned() -> None:
    assert any("L142-1" in note.fr for note in count("cra_appeal", date(2026, 11, 1)).notes)
    assert not any("L142-1" in note.fr for note in count("cra_appeal", date(2026, 10, 31)).notes)


def test_regular_stay_is_closed_after_the_later_of_two_dates() -> None:
    kept = count("title_expiry_six_months", date(2026, 1, 10)).due
    assert kept is not None
    after_title = count("closing_45_days_after_title", kept).due
    after_notice = count("closing_45_days", date(2026, 6, 1)).due
    assert (after_title, after_notice) == (date(2026, 9, 14), date(2026, 7, 16))


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1899, 12, 31), date(2200, 1, 1), date(9999, 12, 31)])
def test_a_day_out_of_reach_is_refused(day: date) -> None:
    with pytest.raises(DeadlineError):
        count("cra_appeal", day)
    with pytest.raises(DeadlineError):
        count("cra_appeal", date(2026, 1, 1), suspended=[(date(2026, 2, 1), day)])


def test_an_unknown_place_is_refused_even_when_no_day_is_moved() -> None:
    with pytest.raises(HolidayPlaceError):
        count("title_expiry_six_months", date(2026, 1, 10), place="strasbourg")


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text(max_size=40), st.dates(), st.text(max_size=10))
def test_anything_asked_gets_a_reason_and_never_another_error(rule: str, start: date, place: str) -> None:
    with pytest.raises(DeadlineError) as refused:
        count(rule, start, place=place)
    assert refused.value.text.fr
    assert refused.value.text.en
