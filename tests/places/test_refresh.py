import shutil
from pathlib import Path

import pytest

from ouverture.places.refresh import RefreshError, main, refresh

SOURCE = Path(__file__).parent / "data" / "source"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    copy = tmp_path / "source"
    shutil.copytree(SOURCE, copy)
    return copy


@pytest.fixture
def into(tmp_path: Path) -> Path:
    folder = tmp_path / "into"
    folder.mkdir()
    return folder


def replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_a_refresh_packs_the_postcodes_with_the_caisse_and_the_reason(source: Path, into: Path) -> None:
    assert refresh(source, into) == []
    lines = (into / "postcodes.txt").read_text(encoding="utf-8").splitlines()
    assert lines == [
        "01000\t011,,w,L:01053 Bourg-en-Bresse;01344 Saint-Denis-lès-Bourg",
        "59134\t594,595,l,L:59056 Beaucamps-Ligny;59371 Le Maisnil"
        "\t595,594,l,L:59250 Fournes-en-Weppes;59303 Herlies;59658 Wicres",
        "75016\t751,,w,L:75116 Paris 16e Arrondissement\t921,,w,D:92012 Boulogne-Billancourt",
        "97133\tSBH,,b,L:97701 Saint-Barthélemy",
        "98799\t,,x,L:98901 Île de Clipperton",
    ]


def test_a_refresh_packs_the_names_of_merged_communes(source: Path, into: Path) -> None:
    refresh(source, into)
    assert "01138\tBéon" in (into / "former_communes.txt").read_text(encoding="utf-8")


def test_a_refresh_copies_the_small_files_as_they_are(source: Path, into: Path) -> None:
    refresh(source, into)
    assert (into / "caisses.csv").read_bytes() == (source / "caisses.csv").read_bytes()


def test_a_missing_file_is_named_and_nothing_is_written(source: Path, into: Path) -> None:
    (source / "caisses.csv").unlink()
    with pytest.raises(RefreshError, match=r"caisses\.csv is missing"):
        refresh(source, into)
    assert list(into.iterdir()) == []


def test_a_missing_column_is_named(source: Path, into: Path) -> None:
    replace(source / "postcodes.csv", "caisse_key", "caisse")
    with pytest.raises(RefreshError, match=r"postcodes\.csv has no rows, or lacks the column caisse_key"):
        refresh(source, into)


def test_two_files_that_disagree_on_the_certainty_are_refused(source: Path, into: Path) -> None:
    replace(source / "postcodes.csv", ",594,595,low,", ",594,595,high,")
    with pytest.raises(RefreshError, match="says high for commune 59056, but its rule is low"):
        refresh(source, into)


def test_a_rule_without_words_is_named(source: Path, into: Path) -> None:
    replace(source / "caisse_by_department.csv", "01,Ain,011,whole department", "01,Ain,011,half of it")
    with pytest.raises(RefreshError, match='no row for the rule "half of it"'):
        refresh(source, into)


def test_a_new_phrase_is_listed_for_wording(source: Path, into: Path) -> None:
    replace(source / "civil_documents_by_country.csv", "EU regulation 2016/1191 + CIEC 1957", "Treaty of Nowhere 2031")
    assert refresh(source, into) == ["Treaty of Nowhere 2031"]


def test_the_command_says_what_is_wrong_in_one_line(
    source: Path, into: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(source), "--into", str(into)]) == 0
    (source / "postcodes.csv").unlink()
    assert main([str(source), "--into", str(into)]) == 2
    assert capsys.readouterr().err == "postcodes.csv is missing from the source folder, or cannot be read.\n"
