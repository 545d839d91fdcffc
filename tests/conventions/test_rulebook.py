"""Every rule and ground has sentences, a certainty, rows that exist and a name; every module says its limits."""

import pytest

from ouverture.law.after import STATEMENTS
from ouverture.law.coverage import row_name, rows
from ouverture.law.rulebook import modules, rulebook
from ouverture.law.warnings import NOTICES
from ouverture.rules.rulebook import Ground, Rule

RULES, GROUNDS = rulebook().rules, rulebook().grounds
STATED = [statement.rule for topic in STATEMENTS.values() for statement in topic]
EVERY: list[Rule | Ground] = [*RULES, *STATED, *GROUNDS]
LONGEST = 250


@pytest.mark.parametrize("item", EVERY, ids=lambda item: f"{type(item).__name__} {item.name} {item.since}")
def test_it_says_itself_in_french_and_english(item: Rule | Ground) -> None:
    assert item.says.fr.endswith((".", "?"))
    assert item.says.en.endswith((".", "?"))
    assert item.says.fr != item.says.en
    assert max(map(len, item.says)) <= LONGEST


@pytest.mark.parametrize("item", EVERY, ids=lambda item: f"{type(item).__name__} {item.name} {item.since}")
def test_it_says_how_sure_it_is_and_where_it_comes_from(item: Rule | Ground) -> None:
    assert item.certainty in ("H", "M", "L")
    assert item.rows
    assert {row_name(row) for row in item.rows} <= rows().keys()


def test_rows_of_notices_exist() -> None:
    wrong = {(notice.name, row) for notice in NOTICES for row in notice.rows if row_name(row) not in rows()}
    assert wrong == set()


def test_names_are_unique() -> None:
    for items in (GROUNDS, NOTICES, STATED):
        names = [item.name for item in items]
        assert [name for name in names if names.count(name) > 1] == []


def test_a_rule_and_a_statement_never_share_a_name() -> None:
    assert {rule.name for rule in RULES} & {rule.name for rule in STATED} == set()


def test_every_rule_that_another_one_rests_on_exists() -> None:
    for day in (*rulebook().changes,):
        law = rulebook().on(day)
        assert set(law.program.rules) <= {rule.name for rule in RULES}


def test_a_rule_of_another_source_than_a_text_is_not_sure_unless_the_row_is() -> None:
    """Where no article is held, "H" is written only when a row quoted says H itself."""
    doubtful = [
        rule.name
        for rule in RULES
        if not rule.source.official and rule.certainty == "H" and not _row_is_sure(rule.source.version)
    ]
    assert doubtful == []


@pytest.mark.parametrize("module", list(modules()), ids=lambda module: module.__name__)
def test_every_module_of_the_law_says_what_it_cannot_see(module: object) -> None:
    spots = getattr(module, "BLIND_SPOTS", None)
    assert isinstance(spots, tuple)
    assert all(isinstance(spot, str) and spot.endswith(".") for spot in spots)


def test_tiers_are_not_interleaved() -> None:
    tiers = [ground.tier for ground in GROUNDS]
    starts = [tier for place, tier in enumerate(tiers) if place == 0 or tiers[place - 1] != tier]
    assert len(starts) == len(set(starts))


def _row_is_sure(version: str) -> bool:
    file, _, row = version.partition(":")
    text = rows()[row_name(f"{file} {row}")].text
    return "H" in text.rsplit(" · ", 1)[-1]
