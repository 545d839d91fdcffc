import json

import pytest

from ouverture.cli import main


def test_a_number_is_held_against_a_declared_birth(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["number", "2 60 07 20 033 011 90", "--born-on", "14 mars 1985", "--sex", "femme", "--born-at", "Paris"]
    assert main([*arguments, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["agreement"]
    assert told["contradicts"] is True
    assert {one["about"]: one["standing"] for one in told["compared"]} == {
        "sex": "agrees", "year": "differs", "month": "differs", "place": "differs",
    }  # fmt: skip
    assert main(arguments) == 0
    assert "carries year 60" in capsys.readouterr().out


def test_without_a_declared_birth_nothing_is_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["number", "1 85 03 99 404 017 35", "--json"]) == 0
    assert "agreement" not in json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("option", "value"), [("--born-on", "03/04/85"), ("--sex", "perhaps")])
def test_what_cannot_be_read_of_the_birth_is_said_by_the_name_of_its_option(
    capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    assert main(["number", "1 85 03 99 404 017 35", option, value]) == 2
    assert capsys.readouterr().err.startswith(f"{option}: ")


def test_nothing_where_a_number_belongs_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    for nothing in ("", " \t"):
        assert main(["number", nothing, "--language", "en"]) == 2
        assert capsys.readouterr().err == "number: there is nothing to read, give a number.\n"
