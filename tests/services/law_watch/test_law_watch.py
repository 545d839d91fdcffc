"""The law watch: what changed, what stands on it, which answers may change; and nothing is altered."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

import ouverture
from ouverture.cli import main
from ouverture.law.rulebook import rulebook
from ouverture.law.texts import Held, held
from ouverture.services.law_watch.changed import changes
from ouverture.services.law_watch.crowd import drawn, shifts
from ouverture.services.law_watch.export import Export, ExportError, read_export
from ouverture.services.law_watch.watch import watch

TODAY = date(2026, 11, 28)
ARTICLES = Path(ouverture.__file__).parent / "law" / "texts" / "articles.jsonl"
SIX_MONTHS = ("depuis plus de trois mois", "depuis plus de six mois")


def newer(article: str, **changed: object) -> list[dict[str, object]]:
    """The articles held, one of them changed."""
    rows = [json.loads(line) for line in ARTICLES.read_text(encoding="utf-8").splitlines()]
    return [row | changed if row["article"] == article else row for row in rows]


def written(rows: list[dict[str, object]], folder: Path) -> Path:
    path = folder / "new.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def six_months(tmp_path: Path) -> Path:
    """An export in which D160-2 asks for six months from 2027."""
    row = next(row for row in newer("D160-2") if row["article"] == "D160-2")
    text = str(row["text"]).replace(*SIX_MONTHS)
    return written(newer("D160-2", text=text, legiarti="LEGIARTI999", **{"from": "2027-01-01"}), tmp_path)


def test_the_same_export_changes_nothing() -> None:
    assert changes(read_export(ARTICLES)) == ()


def test_a_new_wording_is_told_with_its_day_its_words_and_what_stands_on_it(six_months: Path) -> None:
    (one,) = watch(read_export(six_months), {}, TODAY, 0).standing
    assert (one.changed.name, one.changed.kind, one.changed.on) == ("CSS D160-2", "new_words", date(2027, 1, 1))
    assert one.changed.passages == (("trois", "six"),)
    assert "three_months" in {rule.name for rule in one.lost}
    assert "family_at_once" not in {rule.name for rule in one.lost}
    assert {"resident", "resident_waits"} <= set(one.named["grounds"])
    assert "residence_three_months" in one.named["deadlines"]
    assert "no_wait_for_family" in one.named["notices"]
    assert "wording/data/refusals.toml" in one.named["sentences"]
    assert one.named["papers"]


def test_the_answers_of_a_crowd_are_counted_at_both_ends(six_months: Path) -> None:
    report = watch(read_export(six_months), {}, TODAY, 40_000)
    fell, held_for_all = report.shifts
    assert report.on == date(2027, 1, 1)
    assert fell.persons > 0
    assert ("resident", "resident_waits") in fell.moves
    assert ("resident_waits", "resident") in held_for_all.moves
    assert watch(read_export(six_months), {}, TODAY, 40_000).shifts == report.shifts


def test_a_real_change_of_the_past_is_found() -> None:
    """What a watch of 2020 would have said of the D160-2 of 1 May 2021."""
    before: Mapping[str, Held] = {
        name: text for name, text in held().items() if text.article == "D160-2" and text.since < date(2021, 5, 1)
    }
    texts = tuple(text for text in held().values() if text.article == "D160-2")
    (one,) = changes(Export({("CSS", "D160-2"): texts}), before)
    assert (one.kind, one.on, one.ours.since) == ("new_words", date(2021, 5, 1), date(2020, 1, 1))


def test_a_new_version_with_the_same_words_loses_no_quote(tmp_path: Path) -> None:
    rows = newer("R111-4", legiarti="LEGIARTI998", **{"from": "2027-01-01"})
    (one,) = watch(read_export(written(rows, tmp_path)), {}, TODAY, 0).standing
    assert one.changed.kind == "same_words"
    assert one.lost == ()


def test_an_end_of_force_and_an_absence_are_told(tmp_path: Path) -> None:
    ended = read_export(written(newer("R111-4", to="2027-03-01"), tmp_path))
    assert [(one.name, one.kind, one.on) for one in changes(ended)] == [("CSS R111-4", "ends", date(2027, 3, 1))]
    gone = [row for row in newer("R111-4") if row["article"] != "R111-4"]
    assert [(one.name, one.kind) for one in changes(read_export(written(gone, tmp_path)))] == [("CSS R111-4", "gone")]


def test_an_export_of_a_few_articles_says_nothing_of_the_others(tmp_path: Path) -> None:
    few = [row for row in newer("R111-4") if row["article"] == "R111-4"]
    assert changes(read_export(written(few, tmp_path))) == ()


NO_DAY = '{"code": "CSS", "article": "A", "legiarti": "x", "from": "soon", "text": ""}'


@pytest.mark.parametrize("line", ["{", "[]", "[" * 100_000, '{"code": "CSS"}', NO_DAY])
def test_a_line_that_cannot_be_read_is_named(line: str, tmp_path: Path) -> None:
    (tmp_path / "new.jsonl").write_text(line, encoding="utf-8")
    with pytest.raises(ExportError, match=r"new\.jsonl, line 1"):
        read_export(tmp_path)


def test_a_folder_without_an_export_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no \.jsonl file"):
        read_export(tmp_path)
    (tmp_path / "new.jsonl").write_text("\n", encoding="utf-8")
    with pytest.raises(ExportError, match="no article in that export"):
        read_export(tmp_path)


def test_a_crowd_is_the_same_each_time_and_details_go_with_their_question() -> None:
    law = rulebook().on(TODAY)
    crowd = drawn(law, TODAY, 2_000)
    activity, kind = crowd["activity"], crowd["work_kind"]
    working = list(next(fact for fact in law.facts if fact.name == "activity").values()).index("working")
    assert set(activity[kind >= 0]) == {working}
    assert shifts(["no_rule_of_that_name"], TODAY, 10) == ()


def test_the_command_answers_alters_nothing_and_refuses_in_one_sentence(
    six_months: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _digest()
    assert main(["law-watch", str(six_months), "--crowd", "2000", "--json", "--examples", "examples"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["altered"] == []
    assert "american_visitor_alone" in report["changed"][0]["examples"]
    assert main(["law-watch", str(six_months), "--crowd", "0", "--language", "fr"]) == 0
    said = capsys.readouterr().out
    assert "CSS D160-2 : nouvelle" in said or "CSS D160-2: nouvelle" in said
    assert "Rien n'a été modifié" in said
    assert _digest() == before
    assert main(["law-watch", str(tmp_path / "nowhere.jsonl")]) == 2
    assert main(["law-watch", "/dev/zero"]) == 2
    assert main(["law-watch", str(six_months), "--crowd", "-1"]) == 2


def _digest() -> str:
    folder = Path(ouverture.__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".toml", ".jsonl", ".csv"))
    return sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
