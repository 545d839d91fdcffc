"""A journal that is put in the place of another is never missing from there."""

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from ouverture.adapters.journal.moving import put_in_place


def written(path: Path, word: str) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE said (word)")
        connection.execute("INSERT INTO said VALUES (?)", (word,))
    return path


def read(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        word: str = connection.execute("SELECT word FROM said").fetchone()[0]
    return word


@pytest.mark.parametrize("killed_at", ["link", "unlink", "replace", "never"])
def test_whenever_it_is_killed_a_whole_journal_is_in_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_at: str
) -> None:
    place, made, old = written(tmp_path / "a", "old"), written(tmp_path / "b", "new"), tmp_path / "c"

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as meanwhile:
        if killed_at == "unlink":
            meanwhile.setattr(Path, "unlink", killed)
        elif killed_at != "never":
            meanwhile.setattr(os, killed_at, killed)
        with suppress(KeyboardInterrupt):
            put_in_place(made, place, old)
    assert read(place) == ("new" if killed_at == "never" else "old")
    assert killed_at == "link" or read(old) == "old"
