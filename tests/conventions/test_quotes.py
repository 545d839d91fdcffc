"""Every rule stands on words that are held, in a text whose digest is pinned, within that text's dates."""

import re
from datetime import date

import pytest

from ouverture.law.after import STATEMENTS
from ouverture.law.rulebook import rulebook
from ouverture.law.texts import held
from ouverture.law.warnings import NOTICES
from ouverture.law.warnings.notice import Cited
from ouverture.rules.rulebook import Rule

STATED = [statement.rule for topic in STATEMENTS.values() for statement in topic]
RULES = [*rulebook().rules, *STATED]
SOURCES = {id(source): source for source in (rule.source for rule in RULES)}
CITED = [(notice.name, cited) for notice in NOTICES for cited in notice.cites]


def title(rule: Rule) -> str:
    return f"{rule.name} {rule.since}"


@pytest.mark.parametrize("rule", RULES, ids=title)
def test_the_quote_stands_in_its_text(rule: Rule) -> None:
    assert len(rule.quote) > 2
    assert _plain(rule.quote) in _plain(held()[rule.source.version].text)


@pytest.mark.parametrize("rule", RULES, ids=title)
def test_the_text_is_held_and_its_digest_pinned(rule: Rule) -> None:
    text = held()[rule.source.version]
    assert rule.source.digest == text.digest
    assert rule.source.official == text.official


@pytest.mark.parametrize("rule", RULES, ids=title)
def test_an_official_source_has_the_name_and_the_dates_of_its_text(rule: Rule) -> None:
    source, text = rule.source, held()[rule.source.version]
    if source.official:
        assert (source.code, source.article) == (text.code, text.article)
        assert source.since == text.since
        assert source.until in (None, text.until)
        assert source.until is not None or text.until is None or text.until > date(2026, 11, 23)


@pytest.mark.parametrize("rule", RULES, ids=title)
def test_a_rule_older_than_its_text_has_rows_that_say_so(rule: Rule) -> None:
    if rule.source.official and rule.since < rule.source.since:
        assert rule.rows, "no row of the facts files gives the older start"


@pytest.mark.parametrize("rule", RULES, ids=title)
def test_a_rule_ends_no_later_than_its_text(rule: Rule) -> None:
    if rule.source.until is not None:
        assert rule.until is not None
        assert rule.until <= rule.source.until
    assert rule.until is None or rule.since < rule.until


def test_versions_of_one_rule_do_not_overlap() -> None:
    for rules in (rulebook().rules, STATED):
        for one in rules:
            others = [rule for rule in rules if rule is not one and rule.name == one.name and rule.since >= one.since]
            assert all(one.until is not None and one.until <= rule.since for rule in others), one.name


def test_versions_of_one_ground_do_not_overlap() -> None:
    names = [ground.name for ground in rulebook().grounds]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(("name", "cited"), CITED, ids=[name for name, _ in CITED])
def test_a_notice_stands_on_words_that_are_held(name: str, cited: Cited) -> None:
    text = held()[cited.source.version]
    assert cited.source.digest == text.digest, name
    assert _plain(cited.quote) in _plain(text.text)


def test_the_same_text_is_pinned_the_same_way_everywhere() -> None:
    pins = {(source.version, source.digest, source.since, source.official) for source in SOURCES.values()}
    assert len(pins) == len({source.version for source in SOURCES.values()})


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)
