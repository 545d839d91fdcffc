"""Tables in files: what is read is what was written, in CSV and in Parquet."""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from ouverture.adapters.tables import Coded, NoTable, Results, Table, is_table
from ouverture.services.answer.read_columns import Given, Numbers

FRAME = pl.DataFrame(
    {
        "id": ["a", "b", None],
        "activity": pl.Series(["none", None, "working"], dtype=pl.Categorical),
        "nationality": pl.Series(["US", "FR", "US"], dtype=pl.Enum(["DE", "FR", "US"])),
        "in_france_since": [date(2026, 10, 5), None, date(2020, 2, 29)],
        "relative_insured": [True, None, False],
        "household_size": [3, None, -1],
        "commune": ["Paris", "", "L’Haÿ"],
        "born_on": pl.Series([None, None, None], dtype=pl.Null),
        "listed_benefit": [1.5, None, 2.0],
    }
)


def cells(given: Given) -> list[object]:
    if isinstance(given, Numbers):
        return [int(value) for value in given.values]
    return [given.words[place] if place >= 0 else None for place in given.places.tolist()]


@pytest.fixture(params=[".parquet", ".csv"])
def path(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    file = tmp_path / f"crowd{request.param}"
    FRAME.write_parquet(file) if request.param == ".parquet" else FRAME.write_csv(file)
    return file


@pytest.mark.parametrize("size", [1, 2, 100])
def test_words_are_read_once_and_rows_point_at_them(path: Path, size: int) -> None:
    table = Table(path)
    assert (table.columns, table.rows) == (tuple(FRAME.columns), 3)
    blocks = [table.block(start, size, ["activity", "nationality", "commune"], ["id"]) for start in range(0, 3, size)]
    assert [block.start for block in blocks] == list(range(0, 3, size))
    read = {name: [c for b in blocks for c in cells(b.given[name])] for name in ("activity", "nationality")}
    assert read == {"activity": ["none", None, "working"], "nationality": ["US", "FR", "US"]}


def test_dates_and_numbers_of_parquet_stay_what_they_are(tmp_path: Path) -> None:
    file = tmp_path / "crowd.parquet"
    FRAME.write_parquet(file)
    facts = ["in_france_since", "relative_insured", "household_size", "born_on", "listed_benefit"]
    block = Table(file).block(0, 100, facts, [])
    assert cells(block.given["in_france_since"]) == [date(2026, 10, 5).toordinal(), -1, date(2020, 2, 29).toordinal()]
    assert cells(block.given["relative_insured"]) == [True, None, False]
    assert cells(block.given["household_size"]) == [3, -1, -2]
    assert cells(block.given["born_on"]) == [None, None, None]
    assert cells(block.given["listed_benefit"]) == ["1.5", None, "2.0"]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_is_read_whatever_its_separator_with_leading_zeros(tmp_path: Path, separator: str) -> None:
    file = tmp_path / "crowd.csv"
    file.write_text(f"\ufeffid{separator}postcode\n1{separator}01000\n", encoding="utf-8")
    block = Table(file).block(0, 10, ["postcode"], ["id"])
    assert cells(block.given["postcode"]) == ["01000"]


@pytest.mark.parametrize("name", ["out.csv", "out.tsv", "out.parquet"])
def test_answers_are_written_beside_what_was_kept(path: Path, tmp_path: Path, name: str) -> None:
    results = Results()
    for block in (Table(path).block(start, 2, [], ["id"]) for start in (0, 2)):
        ordinals = np.array([date(2026, 1, 1).toordinal(), -1][: block.rows], np.int32)
        verdicts = Coded(["covered", "unknown"], np.array([1, -1][: block.rows]))
        results.add(block, {"verdict": verdicts, "from": ordinals, "fault": Coded([], np.full(block.rows, -1))})
    out = tmp_path / name
    results.write(out)
    read = (
        pl.read_parquet(out) if name.endswith("parquet") else pl.read_csv(out, separator="\t" if "tsv" in name else ",")
    )
    assert read.columns == ["row", "id", "verdict", "from", "fault"]
    assert read["row"].to_list() == [1, 2, 3]
    assert read["verdict"].cast(pl.String).to_list() == ["unknown", None, "unknown"]
    assert [str(day) if day else None for day in read["from"].to_list()] == ["2026-01-01", None, "2026-01-01"]
    assert sorted(p.name for p in tmp_path.iterdir() if p.name.startswith(".")) == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("no.parquet", None),
        ("bad.parquet", b"not parquet"),
        ("bad.csv", b"\xff\xfe\x00"),
        ("ragged.csv", b"a,b\n1,2,3\n"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_a_sentence(tmp_path: Path, name: str, content: bytes | None) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(NoTable) as refused:
        Table(file).block(0, 10, [], [])
    assert name in refused.value.text.en
    assert "\n" not in refused.value.text.fr


def test_a_column_of_lists_is_refused_naming_it(tmp_path: Path) -> None:
    file = tmp_path / "lists.parquet"
    pl.DataFrame({"activity": [["none"]]}).write_parquet(file)
    with pytest.raises(NoTable, match="column activity"):
        Table(file).block(0, 10, ["activity"], [])


def test_a_table_is_known_by_its_name() -> None:
    assert is_table(Path("a.CSV"))
    assert not is_table(Path("a.toml"))


def test_a_column_that_stands_twice_is_named_as_it_is_written(tmp_path: Path) -> None:
    file = tmp_path / "twice.csv"
    file.write_text('\ufeff"activity";nationality;activity\nnone;FR;working\n', encoding="utf-8")
    with pytest.raises(NoTable, match="activity: this column stands twice"):
        Table(file)
