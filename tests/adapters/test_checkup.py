"""What is wrong with an installation, in sentences."""

import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from ouverture.adapters.checkup import checkup
from ouverture.adapters.journal.installation import open_record
from ouverture.adapters.journal.kept_seals import keep_seal
from ouverture.adapters.journal.seals import seal
from ouverture.services.casework.carry_out import handle
from tests.adapters.small_file import NOON, SMALL, OpenSmallFile, order


class Disk(NamedTuple):
    """What is left on a disk."""

    total: int
    used: int
    free: int


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """An installation as it should be."""
    found = {
        "OUVERTURE_HOME": str(tmp_path / "home"),
        "OUVERTURE_SMTP_HOST": "localhost",
        "OUVERTURE_SMTP_FROM": "caisse@example.org",
    }
    record = open_record(found)
    handle(record, SMALL, order("ana", OpenSmallFile("Ana"), "k1"))
    record.store.write(lambda connection: connection.execute("UPDATE outbox SET sent_at = 'then'"))
    keep_seal(found, record, seal(record.store, record.signing, NOON))
    record.store.close()
    return found


def test_an_installation_as_it_should_be_has_nothing_to_be_told(settings: dict[str, str]) -> None:
    assert checkup(settings, NOON + timedelta(days=2)) == ()


def _open_home(home: Path) -> None:
    home.chmod(0o755)


def _open_key(home: Path) -> None:
    (home / "ouverture.key").chmod(0o640)


def _open_journal(home: Path) -> None:
    (home / "ouverture.sqlite3").chmod(0o644)


def _lose_key(home: Path) -> None:
    (home / "ouverture.key").unlink()


def _lose_journal(home: Path) -> None:
    (home / "ouverture.sqlite3").unlink()


def _lose_seals(home: Path) -> None:
    shutil.rmtree(home / "seals")


def _damage(home: Path) -> None:
    for left in home.glob("ouverture.sqlite3-*"):
        left.unlink()
    (home / "ouverture.sqlite3").write_bytes(b"SQLite format 3\0" + bytes(5000))


def _other_key(home: Path) -> None:
    (home / "ouverture.key").write_text("ab" * 32)


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (_open_home, "chmod 700"),
        (_open_key, "chmod 600"),
        (_open_journal, "chmod 600"),
        (_lose_key, "its key is not here"),
        (_lose_journal, "there is no journal there"),
        (_lose_seals, "No seal is kept outside"),
        (_other_key, "key"),
        (_damage, "Journal: "),
    ],
)
def test_what_is_wrong_is_named(settings: dict[str, str], spoil: Callable[[Path], None], named: str) -> None:
    spoil(Path(settings["OUVERTURE_HOME"]))
    found = checkup(settings, NOON)
    assert any(named in each.en for each in found), found
    assert all(each.fr and each.fr != each.en for each in found)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"OUVERTURE_SMTP_HOST": ""}, "OUVERTURE_SMTP_HOST"),
        ({"OUVERTURE_SMTP_FROM": "nobody"}, "OUVERTURE_SMTP_FROM"),
        ({"OUVERTURE_SMTP_PORT": "many"}, "OUVERTURE_SMTP_PORT"),
        ({"OUVERTURE_HOME": "/nowhere/at/all"}, "does not exist"),
        ({"OUVERTURE_JOURNAL": "mysql://somewhere"}, "OUVERTURE_JOURNAL"),
    ],
)
def test_a_setting_that_is_wrong_is_named(settings: dict[str, str], change: dict[str, str], named: str) -> None:
    assert any(named in each.en for each in checkup({**settings, **change}, NOON))


def test_a_full_disk_is_told_before_it_is_full(settings: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _: Disk(10**9, 10**9 - 10**7, 10**7))
    assert [each.en[:21] for each in checkup(settings, NOON)] == ["Only 10 MB are left o"]


def test_a_worker_that_does_not_run_shows_by_what_waits(settings: dict[str, str]) -> None:
    record = open_record(settings)
    handle(record, SMALL, order("ben", OpenSmallFile("Ben"), "k2"))
    record.store.close()
    said = [each.en for each in checkup(settings, NOON + timedelta(hours=5))]
    assert said == [
        "A message waits for 5 h: ouverture worker is not running.",
        "An event waits to be sealed for 5 h: ouverture worker is not running.",
    ]
