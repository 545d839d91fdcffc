import os
import stat
from pathlib import Path

import pytest

from ouverture.cli.writing import write_whole


def test_a_file_is_written_with_the_rights_any_new_file_has(tmp_path: Path) -> None:
    out = tmp_path / "plan.pdf"
    write_whole(out, b"whole")
    beside = tmp_path / "other"
    beside.touch()
    assert out.read_bytes() == b"whole"
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE(beside.stat().st_mode)


def test_what_cannot_be_written_whole_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "plan.pdf"
    out.write_bytes(b"before")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(out, b"after")
    assert out.read_bytes() == b"before"
    assert os.listdir(tmp_path) == ["plan.pdf"]


def test_a_device_is_written_to_as_it_stands() -> None:
    write_whole(Path("/dev/null"), b"gone")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
