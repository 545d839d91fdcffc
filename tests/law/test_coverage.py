"""Every row of the facts files stands somewhere, and the document says where."""

import json
import re
from importlib.resources import files
from pathlib import Path

from ouverture.evidence.citation import Citation
from ouverture.evidence.citations import crpa, css, sources
from ouverture.law import coverage
from tests.law.case_files import cases

DOCUMENT = Path(__file__).parents[2] / "docs" / "law-coverage.md"
ROW = re.compile(r"\b(?:after/)?(?:[A-Z]\d+|RIB)\b")


def test_no_row_is_nowhere() -> None:
    assert coverage.nowhere() == []


def test_the_document_is_what_the_rules_say() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == coverage.document(), "run the command in its first lines"


def test_every_row_stands_in_the_document_once() -> None:
    lines = [line for line in DOCUMENT.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    for row in coverage.rows().values():
        assert sum(line.startswith(f"| {row.name} |") for line in lines) in (1, 2), row.name


def test_no_two_rows_share_a_name() -> None:
    lines = files("ouverture.law.texts").joinpath("statements.jsonl").read_text(encoding="utf-8").splitlines()
    names = [(row["file"], row["row"]) for row in map(json.loads, lines)]
    assert len(set(names)) == len(names) == len(coverage.rows())


def test_what_stands_elsewhere_is_a_row_with_a_place_and_a_reason() -> None:
    known = coverage.rows()
    for row, reason in coverage.elsewhere()["rows"].items():
        assert coverage.row_name(row) in known, row
        assert reason["where"] in coverage.elsewhere()["places"], row
        assert reason["why"], row


def test_every_place_is_used() -> None:
    used = {reason["where"] for reason in coverage.elsewhere()["rows"].values()}
    assert used == set(coverage.elsewhere()["places"])


def test_a_row_that_is_said_to_stand_in_another_row_names_one_that_stands() -> None:
    known = coverage.rows()
    for row, reason in _placed("row").items():
        named = ROW.findall(reason) or [name for name in known if coverage.row_name(reason).startswith(name)]
        assert named, row
        assert {coverage.row_name(name) for name in named} <= known.keys(), row


def test_a_row_that_is_said_to_stand_in_the_evidence_is_cited_there() -> None:
    citations = [value for room in (crpa, css, sources) for value in vars(room).values() if isinstance(value, Citation)]
    cited = {coverage.row_name(row) for citation in citations for row in citation.rows}
    for row in _placed("evidence"):
        assert coverage.row_name(row) in cited or (row.startswith("4c") and "4c" in cited), row


def test_a_row_that_is_said_to_stand_in_the_cases_has_one() -> None:
    told = {coverage.row_name(row) for case in cases() for row in case.rows}
    assert {coverage.row_name(row) for row in _placed("cases")} <= told


def test_every_way_of_writing_a_row_is_one_name() -> None:
    written = ("after/trap-6", "after/trap_6", "after/trap 6", "after_admission trap 6")
    assert {coverage.row_name(row) for row in written} == {"after/trap 6"}
    assert coverage.row_name("affiliation A6") == coverage.row_name("A6") == "A6"


def _placed(where: str) -> dict[str, str]:
    rows = coverage.elsewhere()["rows"]
    return {row: reason["why"] for row, reason in rows.items() if reason["where"] == where}
