"""What the documents say one can type, exists; what they link to, too."""

import re
import shlex
from pathlib import Path

import pytest

from ouverture.cli import main
from tests.conventions.source_code import ROOT

DOCUMENTS = [ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")]
BLOCK = re.compile(r"^```\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)\)")
SCRIPT = re.compile(r"\b(?:script|\.ci)/\w+")
MODULE = re.compile(r"python -m ([\w.]+)")
STAYS_OPEN = {"serve", "demo"}
NEEDS_A_JOURNAL = {"verify", "rebuild", "backup"}


def typed() -> list[str]:
    """Every line of a block of commands, in every document."""
    return [
        line
        for document in DOCUMENTS
        for block in BLOCK.findall(document.read_text(encoding="utf-8"))
        for line in block.splitlines()
        if line.startswith(("ouverture ", "script/"))
    ]


def test_the_readme_shows_commands() -> None:
    assert sum(line.startswith("ouverture ") for line in typed()) >= 6
    assert {"script/demo", "script/test"} <= set(typed())


@pytest.mark.parametrize("line", [line for line in typed() if line.startswith("ouverture ")])
def test_a_documented_command_answers(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = shlex.split(line)[1:]
    # What a command writes stays out of the checkout.
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "house"))
    if arguments[0] in NEEDS_A_JOURNAL:
        assert main(["worker", "--once"]) == 0
    if arguments[0] in STAYS_OPEN:
        with pytest.raises(SystemExit) as end:
            main([*arguments, "--help"])
        assert end.value.code == 0
    else:
        assert main(arguments) == 0
    assert capsys.readouterr().out.strip()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_scripts_named_in_a_document_can_be_run(document: Path) -> None:
    for script in SCRIPT.findall(document.read_text(encoding="utf-8")):
        assert (ROOT / script).is_file(), script
        assert (ROOT / script).stat().st_mode & 0o111, script


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_modules_named_in_a_document_can_be_run(document: Path) -> None:
    for module in MODULE.findall(document.read_text(encoding="utf-8")):
        path = ROOT / "src" / Path(*module.split("."))
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file(), module


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    assert [link for link in links if not (ROOT / link).exists()] == []
