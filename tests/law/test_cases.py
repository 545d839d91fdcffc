"""Every case a lawyer could sign comes out as signed."""

import pytest

from ouverture.law.consistency import check
from ouverture.law.texts import held, version_of_row
from ouverture.rules.rulebook import Verdict
from tests.law.case_files import Case, answered, cases, differs, truths_differ

SITUATIONS = [row for row in (f"S{number}" for number in range(1, 79)) if f"affiliation:{row}" in held()]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file}: {case.name}")
def test_the_case_comes_out_as_signed(case: Case) -> None:
    told, _ = answered(case)
    assert differs(told, case) == {}
    assert told["verdict"] not in case.never


@pytest.mark.parametrize("case", [case for case in cases() if case.holds or case.fails], ids=lambda case: case.name)
def test_the_rules_named_beside_the_verdict_hold_or_fail(case: Case) -> None:
    assert truths_differ(case.law, case.on, case) == set()


@pytest.mark.parametrize("case", [case for case in cases() if case.matters], ids=lambda case: case.name)
def test_the_case_names_what_is_missing(case: Case) -> None:
    assert set(case.matters) <= answered(case)[1]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.file}: {case.name}")
def test_the_person_of_the_case_could_exist(case: Case) -> None:
    check(case.values, case.on)


def test_no_two_cases_share_a_sentence() -> None:
    names = [case.name for case in cases()]
    assert sorted(names) == sorted(set(names))


def test_every_row_of_a_case_is_a_row_of_the_facts_files() -> None:
    unknown = {row for case in cases() for row in case.rows if version_of_row(row) not in held()}
    assert unknown == set()


def test_verdicts_that_would_be_wrong_are_verdicts() -> None:
    words = {word for case in cases() for word in case.never}
    assert words <= {str(verdict) for verdict in Verdict}


def test_every_situation_has_a_case() -> None:
    told = {row for case in cases() for row in case.rows}
    assert [row for row in SITUATIONS if row not in told] == []
    assert len(SITUATIONS) == 72
