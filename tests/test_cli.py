"""The command, as a person types it."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ouverture.cli import main

EXAMPLES = Path(__file__).parents[1] / "examples"
SPOUSE = str(EXAMPLES / "american_spouse_paris.toml")
ON = ("--on", "2026-11-23")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, standard error."""
    code = main(arguments)
    shown = capsys.readouterr()
    return code, shown.out, shown.err


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """The one JSON document a command prints."""
    code, out, err = run(capsys, *arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_assess_answers_the_article_s_person(capsys: pytest.CaptureFixture[str]) -> None:
    answer = as_json(capsys, "assess", SPOUSE, *ON)
    assert answer["verdict"] == "covered"
    assert "CSS D160-2" in answer["articles"]
    assert answer["number"] == "reactivated"
    assert any("L160-1-1" in json.dumps(warning) for warning in answer["warnings"])
    assert any("D160-2" in json.dumps(item) for item in answer["may_not_be_asked"])


def test_plan_gives_steps_in_order_with_dates_and_the_address(capsys: pytest.CaptureFixture[str]) -> None:
    plan = as_json(capsys, "plan", SPOUSE, *ON)
    names = [step["name"] for step in plan["steps"]]
    assert names.index("gather_papers") < names.index("send_by_post_or_hand") < names.index("silence")
    assert "fill_s1106_with_old_number" in names
    silence = next(step for step in plan["steps"] if step["name"] == "silence")
    assert silence["on"] == "2027-01-23"
    assert "75948" in json.dumps(plan["where"])


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_example_is_assessed_and_planned(capsys: pytest.CaptureFixture[str], path: Path, language: str) -> None:
    for command in ("assess", "plan"):
        code, out, err = run(capsys, command, str(path), *ON, "--language", language)
        assert (code, err) == (0, "")
        assert out.strip()
        assert "None" not in out


def test_a_household_is_answered_member_by_member(capsys: pytest.CaptureFixture[str]) -> None:
    answers = as_json(capsys, "assess", str(EXAMPLES / "couple_arriving_together.toml"), *ON)
    assert set(answers) == {"person", "partner", "child 1"}


def test_the_same_words_on_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"activity": "detained"}')))
    assert as_json(capsys, "assess", "-", *ON)["ground"] == "prison"


def test_facts_lists_the_vocabulary(capsys: pytest.CaptureFixture[str]) -> None:
    names = {fact["name"] for fact in as_json(capsys, "facts")}
    assert {"activity", "nationality", "in_france_since"} <= names
    assert [fact["name"] for fact in as_json(capsys, "facts", "activity")] == ["activity"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("assess", "nowhere.toml"), "nowhere.toml"),
        (("facts", "activty"), "activity"),
        (("caisse", "75"), "75"),
        (("papers", "Atlantis"), "Atlantis"),
        (("deadline", "cra_apeal", "--from", "2026-05-31"), "cra_appeal"),
        (("deadline", "cra_appeal"), "--from"),
        (("deadline", "cra_appeal", "--from", "31/06/2026"), "31/06/2026"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_2(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert said in err
    assert len(err.strip().splitlines()) == 1


def test_number_caisse_papers_and_deadline_explain_themselves(capsys: pytest.CaptureFixture[str]) -> None:
    assert as_json(capsys, "caisse", "75011")["candidates"]
    assert as_json(capsys, "papers", "United", "States")["regime"] == "apostille"
    assert as_json(capsys, "deadline", "cra_appeal", "--from", "2026-05-31")["due"]
    assert "cra_appeal" in as_json(capsys, "deadline")
    assert as_json(capsys, "number", "1 85 03 99 404 017 35")["candidates"]


def test_a_plan_can_be_written_as_a_pdf(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    assert run(capsys, "plan", SPOUSE, *ON, "--pdf", str(out))[0] == 0
    assert out.read_bytes().startswith(b"%PDF-")
    code, _, said = run(capsys, "plan", SPOUSE, *ON, "--pdf", str(tmp_path / "no" / "plan.pdf"))
    assert code == 2
    assert said.startswith("--pdf")
    code, _, said = run(capsys, "plan", str(EXAMPLES / "couple_arriving_together.toml"), *ON, "--pdf", str(out))
    assert code == 2
    assert "household" in said


def test_a_wrong_file_never_shows_a_traceback(tmp_path: Path) -> None:
    file = tmp_path / "person.toml"
    file.write_bytes(b"\xff\xfe\x00")
    done = subprocess.run(
        [sys.executable, "-m", "ouverture", "assess", str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
