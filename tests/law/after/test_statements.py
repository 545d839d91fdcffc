"""Statements quote their texts, name real rows, clocks and amounts, and reach those they concern."""

from dataclasses import replace
from datetime import date

import pytest

from ouverture.clock.registry import rules as deadlines
from ouverture.law import amounts
from ouverture.law.after import STATEMENTS, Topic, statements
from ouverture.law.after.statement import Statement
from ouverture.law.rulebook import rulebook, rules
from ouverture.law.texts import held
from ouverture.law.texts import version_of_row as version

EVERY = [statement for topic in STATEMENTS.values() for statement in topic]
EACH = pytest.mark.parametrize("statement", EVERY, ids=lambda statement: statement.rule.name)
DAY = date(2026, 11, 23)
LAW = rulebook().on(DAY)
SECTIONS = [
    *(f"M{n}" for n in range(1, 9)),
    *(f"X{n}" for n in range(1, 9)),
    *(f"Q{n}" for n in range(1, 6)),
    *(f"V{n}" for n in range(1, 8)),
    *(f"K{n}" for n in range(1, 6)),
    *(f"C{n}" for n in range(1, 15)),
    *(f"E{n}" for n in range(1, 14)),
    *(f"F{n}" for n in range(1, 10)),
]


def names(topic: Topic, person: dict[str, str | int | bool], on: date = DAY) -> dict[str, bool]:
    return {told.statement.rule.name: told.sure for told in statements(topic, person, rulebook().on(on), on)}


@EACH
def test_its_words_stand_in_the_text_it_quotes(statement: Statement) -> None:
    text = held()[statement.rule.source.version]
    assert text.digest == statement.rule.source.digest
    assert text.official == statement.rule.source.official
    assert statement.rule.quote
    assert statement.rule.quote in text.text


@EACH
def test_its_rows_clocks_and_amounts_exist(statement: Statement) -> None:
    assert statement.rule.rows
    assert {version(row) for row in statement.rule.rows} <= held().keys()
    assert set(statement.deadlines) <= deadlines().keys()
    assert [amount.name for amount in statement.figures(DAY)] == list(statement.amounts)
    assert set(statement.amounts) <= set(amounts.names())


@EACH
def test_it_is_short_and_plain(statement: Statement) -> None:
    for text in (statement.rule.says.fr, statement.rule.says.en):
        assert text[0].isupper()
        assert text.endswith((".", "?"))
        assert len(text) <= 320
        assert "!" not in text


def test_names_are_not_shared_among_statements_nor_with_rules() -> None:
    told = [statement.rule.name for statement in EVERY]
    assert len(told) == len(set(told))
    assert set(told) & {rule.name for rule in rules()} == set()


@pytest.mark.parametrize("row", SECTIONS)
def test_every_row_of_the_sections_after_admission_is_stated(row: str) -> None:
    assert any(f"after/{row}" in statement.rule.rows for statement in EVERY)


def test_a_statement_reaches_those_it_concerns() -> None:
    american = names("keeping", {"nationality": "US", "activity": "none"})
    french = names("keeping", {"nationality": "FR", "activity": "none"})
    assert american["six_months_after_an_expired_document"]
    assert "six_months_after_an_expired_document" not in french
    assert "general_scheme_after_prison" not in american


def test_a_statement_that_may_concern_names_what_it_depends_on() -> None:
    told = {each.statement.rule.name: each for each in statements("control", {}, LAW, DAY)}
    doubtful = told["regular_stay_is_checked_again"]
    assert not doubtful.sure
    assert [fact.name for fact in doubtful.depends_on] == ["nationality"]
    assert doubtful.says.en.startswith("May concern you; it depends on: your nationality. ")
    assert told["one_month_to_answer"].says == told["one_month_to_answer"].statement.rule.says


@pytest.mark.parametrize("topic", STATEMENTS)
def test_every_topic_says_something_to_everybody(topic: Topic) -> None:
    assert names(topic, {})


def test_everything_said_to_everybody_comes_without_asking_anything() -> None:
    assert all(names("moving", {"activity": "none"}).values())


def test_what_the_law_did_not_say_yet_is_not_told() -> None:
    assert "papers_since_february_2026" in names("state_aid", {}, date(2026, 2, 8))
    assert "papers_since_february_2026" not in names("state_aid", {}, date(2026, 2, 7))
    assert "participation_may_be_asked" not in names("contributions", {}, date(2025, 12, 30))


def test_a_statement_ends_when_its_rule_ends() -> None:
    rule = replace(EVERY[0].rule, since=date(2020, 1, 1), until=date(2021, 1, 1))
    ended = replace(EVERY[0], rule=rule)
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [ended.in_force(day) for day in days] == [False, True, True, False]


def test_only_duties_and_acts_are_marked_to_do() -> None:
    by_name = {statement.rule.name: statement.to_do for statement in EVERY}
    assert by_name["declare_any_change"]
    assert by_name["one_month_to_answer"]
    assert not by_name["no_gap_between_bodies"]
    assert not by_name["the_number_stays"]


def test_silence_means_opposite_things_for_c2s_and_for_state_aid() -> None:
    by_name = {statement.rule.name: statement for statement in EVERY}
    assert by_name["c2s_silence_is_acceptance"].deadlines == ("c2s_decision",)
    assert by_name["ame_silence_is_refusal"].deadlines == ("ame_decision",)


def test_what_rests_on_sources_alone_is_not_called_a_text_read() -> None:
    """Only a few facts are sure without their article held; the others say M or L."""
    sure = {s.rule.name for s in EVERY if not s.rule.source.official and s.rule.certainty == "H"}
    assert sure == {
        "three_months_without_a_permit",
        "minors_at_once",
        "one_year_then_renew",
        "papers_since_february_2026",
        "no_ame_in_mayotte",
        "leaving_for_the_rest_of_the_world",
        "most_people_owe_nothing_more",
        "no_time_limit_for_the_number",
    }
