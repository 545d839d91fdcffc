import json
from pathlib import Path

import pytest
import typst

from ouverture.cli import main

SLIP = """
RELEVÉ D'IDENTITÉ BANCAIRE \\
Titulaire du compte : M. JULIEN MARCHAND \\
IBAN : FR76 3000 6000 0112 3456 7890 189
"""


@pytest.fixture(scope="module")
def slip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "rib.pdf"
    path.write_bytes(typst.compile(SLIP.encode()))
    return path


def test_a_paper_is_read_and_checked_on_the_command_line(slip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = ["--family-name", "Whitfield", "--given-names", "Hannah"]
    assert main(["read-paper", str(slip), "--as", "bank_details", *names, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [kind["name"] for kind in told["kinds"]] == ["bank_slip"]
    assert told["pages"][0]["source"] == "text"
    outcomes = {one["check"]: one["outcome"] for one in told["findings"]}
    assert outcomes == {"legible": "passed", "right_kind": "passed", "whose": "failed", "account": "passed"}
    assert main(["read-paper", str(slip), "--as", "bank_details", *names, "--language", "fr"]) == 0
    said = capsys.readouterr().out
    assert "Page 1 : 3 lignes lues." in said
    assert "à revoir" in said


def test_a_paper_nobody_knows_is_refused_in_one_sentence(slip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-paper", str(slip), "--as", "letter_of_love", "--language", "en"]) == 2
    assert capsys.readouterr().err.startswith('--as: "letter_of_love" is not a known paper')
    assert main(["read-paper", str(slip), "--born-on", "03/04/85"]) == 2
    assert capsys.readouterr().err.startswith("--born-on")


def test_a_file_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-paper", str(tmp_path / "none.pdf")]) == 2
    assert "none.pdf" in capsys.readouterr().err
    assert main(["read-paper", "/dev/zero", "--language", "en"]) == 2
    assert "over 50 MB" in capsys.readouterr().err
