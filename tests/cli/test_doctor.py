"""`ouverture doctor`."""

import json
from pathlib import Path
from zoneinfo import ZoneInfoNotFoundError

import pytest

from ouverture.cli import doctor, main


def test_what_is_wrong_is_said_and_the_exit_code_tells(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("OUVERTURE_HOME", str(tmp_path / "nowhere"))
    monkeypatch.delenv("OUVERTURE_JOURNAL", raising=False)
    assert main(["doctor", "--language", "en"]) == 2
    assert "does not exist" in capsys.readouterr().out
    assert main(["doctor", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["wrong"][0].keys() == {"fr", "en"}
    assert not (tmp_path / "nowhere").exists()


def test_an_installation_as_it_should_be_ends_with_zero(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ouverture.adapters.checkup.checkup", lambda *_: ())
    assert main(["doctor", "--language", "fr"]) == 0
    assert capsys.readouterr().out == "Tout est comme il faut.\n"


def test_a_machine_without_time_zones_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_time() -> None:
        raise ZoneInfoNotFoundError("Europe/Paris")

    monkeypatch.setattr(doctor, "now", no_time)
    assert main(["doctor", "--language", "en"]) == 2
    assert "tzdata" in capsys.readouterr().out
