"""`ouverture batch`, as a person types it."""

import csv
import json
import sys
from pathlib import Path

import polars as pl
import pytest

from ouverture.cli import main

ON = ("--on", "2026-11-23")
CROWD = """\
id,activity,nationality,lives_in,in_france_since,family_tie,relative_insured,other_cover,rights_open,stay_document,postcode
a,none,US,france,2026-10-05,spouse,yes,none,no,residence_card,75011
b,none,USA,La Réunion,5 octobre 2026,none,,,,,97400
c,none,FR,,03/04/2026,none,,,,,75011
d,nonsense,FR,,2026-04-03,none,,,,,75011
e,working,FR,france,,,,,,,13001
f,none,FR,mayotte,,,,,,,75011
g,,,,,,,,,,
"""


@pytest.fixture
def crowd(tmp_path: Path) -> Path:
    file = tmp_path / "crowd.csv"
    file.write_text(CROWD, encoding="utf-8")
    return file


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_one_verdict_a_row_and_faults_named_by_row(
    crowd: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.csv"
    assert main(["batch", str(crowd), str(out), *ON, "--json"]) == 0
    shown = capsys.readouterr()
    document = json.loads(shown.out)
    assert (document["rows"], document["faults"]) == (7, 3)
    assert "7 of 7 rows" in shown.err
    told = rows(out)
    assert [row["id"] for row in told] == list("abcdefg")
    assert [row["row"] for row in told] == [str(number) for number in range(1, 8)]
    assert {row["id"]: row["fault"] for row in told if row["fault"]} == {
        "c": "in_france_since", "d": "activity", "f": "postcode",
    }  # fmt: skip
    assert "3 April 2026 or 4 March 2026" in told[2]["why"]
    assert all(bool(row["verdict"]) != bool(row["fault"]) for row in told)
    assert "activity" in told[6]["missing"]


def test_parquet_in_and_out_says_the_same_as_csv(crowd: Path, tmp_path: Path) -> None:
    parquet, out, csv_out = tmp_path / "crowd.parquet", tmp_path / "out.parquet", tmp_path / "out.csv"
    pl.read_csv(crowd, infer_schema=False).write_parquet(parquet)
    assert main(["batch", str(parquet), str(out), *ON]) == 0
    assert main(["batch", str(crowd), str(csv_out), *ON]) == 0
    assert [
        {name: "" if cell is None else str(cell) for name, cell in row.items()}
        for row in pl.read_parquet(out).iter_rows(named=True)
    ] == rows(csv_out)


@pytest.mark.parametrize(
    ("content", "arguments", "said"),
    [
        ("id,nationalty\n1,FR\n", (), 'Did you mean "nationality"'),
        ("id,reference\n1,x\n", ("--keep", "nothing"), "--keep"),
        ("id,activity\n1,none,3\n", (), "crowd.csv"),
        ("", (), "crowd.csv"),
    ],
)
def test_a_table_that_cannot_be_used_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, arguments: tuple[str, ...], said: str
) -> None:
    file, out = tmp_path / "crowd.csv", tmp_path / "out.csv"
    file.write_text(content, encoding="utf-8")
    assert main(["batch", str(file), str(out), *ON, *arguments]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert len(err.strip().splitlines()) == 1
    assert not out.exists()


@pytest.mark.parametrize(
    ("source", "out", "said"),
    [
        ("crowd.csv", "out.txt2", "OUT"),
        ("crowd.toml", "out.csv", "IN"),
        ("crowd.csv", "crowd.csv", "another file"),
        ("crowd.csv", "nowhere/out.csv", "does not exist"),
        ("nothing.csv", "out.csv", "nothing.csv"),
    ],
)
def test_names_that_cannot_serve_are_said(
    crowd: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], source: str, out: str, said: str
) -> None:
    assert main(["batch", str(tmp_path / source), str(tmp_path / out), *ON]) == 2
    assert said in capsys.readouterr().err


def test_other_columns_are_handed_back_where_asked(tmp_path: Path) -> None:
    file, out = tmp_path / "crowd.csv", tmp_path / "out.csv"
    file.write_text("reference,activity\nx1,detained\n", encoding="utf-8")
    assert main(["batch", str(file), str(out), *ON, "--keep", "reference"]) == 0
    assert rows(out)[0]["reference"] == "x1"
    assert rows(out)[0]["ground"] == "prison"


def test_without_the_optional_library_the_command_says_which_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("polars", "polars.exceptions"):
        monkeypatch.setitem(sys.modules, name, None)
    (tmp_path / "in.csv").write_text("activity\nnone\n")
    assert main(["batch", str(tmp_path / "in.csv"), str(tmp_path / "out.csv"), "--language", "en"]) == 2
    assert "the Polars library is missing" in capsys.readouterr().err
