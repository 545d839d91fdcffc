"""Every module that can be run tells what it does with --help, and writes nothing then."""

import runpy
import sys
from pathlib import Path

import pytest

from tests.conventions.source_code import PACKAGE, ROOT

NEED_A_PEER = {"rules"}
"""Benches that load a program we measure ourselves against; it is installed for them alone."""
RUN = 'if __name__ == "__main__":'


def runnable() -> list[str]:
    """The modules of the package and of the bench that do something when they are run."""
    package = [(path, PACKAGE.parent) for path in sorted(PACKAGE.rglob("*.py"))]
    bench = [(path, ROOT / "bench") for path in sorted((ROOT / "bench").glob("*.py"))]
    return [
        ".".join(path.relative_to(top).with_suffix("").parts)
        for path, top in [*package, *bench]
        if RUN in path.read_text(encoding="utf-8") or path.name == "__main__.py"
    ]


def test_there_are_such_modules() -> None:
    assert len(runnable()) >= 10


@pytest.mark.parametrize("name", sorted(set(runnable()) - NEED_A_PEER))
def test_help_tells_and_writes_nothing(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(ROOT / "bench"))
    monkeypatch.setattr(sys, "argv", [name, "--help"])
    monkeypatch.delitem(sys.modules, name, raising=False)  # another test may have loaded it
    page = ROOT / "docs" / "bench.md"
    before = page.read_bytes()
    with pytest.raises(SystemExit) as end:
        runpy.run_module(name, run_name="__main__", alter_sys=True)
    assert end.value.code == 0
    assert "--help" in capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert page.read_bytes() == before
