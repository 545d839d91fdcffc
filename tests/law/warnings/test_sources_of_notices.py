"""A notice stands on texts held, names real rows, grounds and clocks, and speaks two languages plainly."""

from datetime import date

import pytest

from ouverture.clock.registry import rules as deadlines
from ouverture.law.after import STATEMENTS
from ouverture.law.bodies import ROUTES
from ouverture.law.grounds import GROUNDS
from ouverture.law.rulebook import rulebook
from ouverture.law.texts import held
from ouverture.law.texts import version_of_row as version
from ouverture.law.warnings import NOTICES
from ouverture.law.warnings.notice import Notice

BY_NAME = pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.name)
CONFLICTS = [f"C{number}" for number in range(1, 17)]
LONGEST = 420


@BY_NAME
def test_its_words_stand_in_the_texts_it_cites(notice: Notice) -> None:
    assert notice.cites
    for cited in notice.cites:
        text = held()[cited.source.version]
        assert text.digest == cited.source.digest
        assert text.official == cited.source.official
        assert cited.quote in text.text


@BY_NAME
def test_its_rows_grounds_routes_and_clocks_exist(notice: Notice) -> None:
    assert notice.rows
    assert {version(row) for row in notice.rows} <= held().keys()
    assert notice.grounds <= {ground.name for ground in GROUNDS}
    assert notice.routes <= ROUTES.keys()
    assert set(notice.deadlines) <= deadlines().keys()


@BY_NAME
def test_it_goes_with_some_answer(notice: Notice) -> None:
    day = max(notice.since, date(2026, 11, 23))
    assert any(notice.goes_with(ground) for ground in rulebook().on(day).grounds)


@BY_NAME
def test_it_is_short_and_plain(notice: Notice) -> None:
    for text in (notice.says.fr, notice.says.en):
        assert len(text) <= LONGEST
        assert text[0].isupper()
        assert text.endswith(".")
        assert "!" not in text
    assert notice.says.fr != notice.says.en


@BY_NAME
def test_a_disagreement_has_both_sides_named(notice: Notice) -> None:
    assert len(notice.sides) != 1
    assert all(side.source and side.says.fr and side.says.en for side in notice.sides)


def test_names_are_not_shared() -> None:
    names = [notice.name for notice in NOTICES]
    assert len(names) == len(set(names))


def test_every_conflict_on_record_has_its_sides_somewhere() -> None:
    with_sides = {row for notice in NOTICES if notice.sides for row in notice.rows}
    with_sides |= {row for topic in STATEMENTS.values() for s in topic if s.sides for row in s.rule.rows}
    assert [row for row in CONFLICTS if row not in with_sides] == []
