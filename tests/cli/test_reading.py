"""What comes in is a text of a reasonable length, or one sentence names the field."""

import io
import os
import sys
from pathlib import Path
from threading import Thread

import pytest

from ouverture.cli import reading
from ouverture.cli.door import BadInput
from ouverture.cli.reading import read_beginning, read_text


def test_a_file_and_standard_input_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "é.toml"
    file.write_text("activity = 'none' # é", encoding="utf-8")
    assert read_text(str(file), 100) == "activity = 'none' # é"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("é".encode())))
    assert read_text("-", 100) == "é"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere.toml", "cannot be read"),
        ("/", "directory"),
        ("/dev/zero", "too large"),
        ("a\0b", "NUL"),
        ("x" * 5000, "long"),
    ],
)
def test_what_is_no_text_file_is_refused_naming_the_field(name: str, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_text(name, 1000)
    assert refused.value.text.en.startswith("file: ")
    assert said in refused.value.text.en


def test_of_what_has_no_end_the_beginning_is_read_and_no_more() -> None:
    assert read_beginning("/dev/zero", 70_000) == bytes(70_000)


def test_a_file_or_an_input_that_is_too_large_or_not_utf_8_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "large"
    file.write_bytes(b"a" * 1001)
    with pytest.raises(BadInput, match="too large"):
        read_text(str(file), 1000)
    file.write_bytes(b"\xff")
    with pytest.raises(BadInput, match="UTF-8"):
        read_text(str(file), 1000)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a" * 2000)))
    with pytest.raises(BadInput, match="too large"):
        read_text("-", 1000)


@pytest.mark.parametrize("closed", [None, io.TextIOWrapper(io.BytesIO())])
def test_a_closed_standard_input_is_said(monkeypatch: pytest.MonkeyPatch, closed: io.TextIOWrapper | None) -> None:
    if closed is not None:
        closed.close()
    monkeypatch.setattr(sys, "stdin", closed)
    with pytest.raises(BadInput, match="closed"):
        read_text("-", 1000)


def test_a_pipe_nobody_writes_to_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(BadInput, match="nothing comes out"):
        read_text(str(pipe), 1000)
    monkeypatch.setattr(reading, "SECONDS_TO_WAIT", 0.01)
    kept_open = os.open(pipe, os.O_RDWR)
    with pytest.raises(BadInput, match="nothing comes out"):
        read_text(str(pipe), 1000)
    os.close(kept_open)


def test_a_pipe_somebody_writes_to_is_read(tmp_path: Path) -> None:
    there, here = os.pipe()

    def write() -> None:
        os.write(here, b"some words")
        os.close(here)

    writer = Thread(target=write)
    writer.start()
    assert read_text(f"/dev/fd/{there}", 1000) == "some words"
    writer.join()
    os.close(there)
