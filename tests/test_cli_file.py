"""`ouverture file` and `account`: the same door at a terminal, one sentence for whatever is refused."""

import io
import json
import os
from pathlib import Path

import pytest

from ouverture.cli import main
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.papers.pages import add
from ouverture.wiring import close_helpers, open_house
from tests.adapters.vault.files import photograph
from tests.services.casework.wired import DAY, NOON


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OUVERTURE_JOURNAL", str(tmp_path / "journal.sqlite3"))
    monkeypatch.setenv("OUVERTURE_KEY_FILE", str(tmp_path / "journal.key"))
    monkeypatch.setenv("OUVERTURE_OFFICES", "751")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code, and what was said on either way out."""
    code = main([*arguments, "--language", "en"])
    said = capsys.readouterr()
    return code, (said.out or said.err).strip()


def opened(capsys: pytest.CaptureFixture[str], caisse: str = "751") -> str:
    code, stream = run(capsys, "file", "open", "--caisse", caisse)
    assert code == 0
    return stream


def test_a_file_is_opened_shown_and_acted_on(capsys: pytest.CaptureFixture[str]) -> None:
    stream = opened(capsys)
    _, before = run(capsys, "file", "show", stream, "--json")
    assert json.loads(before)["headline"]["act"] == "deposit_application"
    names = ("file", "do", stream, "tell_names", "birth_name=Martin", "given_names=Ada")
    assert run(capsys, *names, "--preview")[1] == "The person's name was told."
    assert json.loads(run(capsys, "file", "show", stream, "--json")[1])["version"] == json.loads(before)["version"]
    assert run(capsys, *names, "--key", "once")[0] == 0
    assert json.loads(run(capsys, *names, "--key", "once", "--json")[1])["repeated"]
    assert stream in run(capsys, "file", "find", "Martin", "--as", "agent:751")[1]


def test_in_a_record_of_a_caisse_outside_an_act_bears_the_day_it_happened(capsys: pytest.CaptureFixture[str]) -> None:
    stream = opened(capsys, "691")
    call = ("file", "do", stream, "record_exchange", "way=call", "with_whom=the line", "said=complete")
    assert run(capsys, *call, "exchange=x1", "--happened-on", "20 novembre 2026")[0] == 0
    assert '"since": "2026-11-20"' in run(capsys, "file", "show", stream, "--json")[1]
    for typed, says in (("2035-01-01", "has not come yet"), ("zz", "is not a date")):
        code, said = run(capsys, *call, "exchange=x2", "--happened-on", typed)
        assert (code, said.startswith("--happened-on"), says in said) == (2, True, True)
    names = ("file", "do", stream, "tell_names", "birth_name=Martin", "given_names=Ada")
    assert "give no day" in run(capsys, *names, "--happened-on", "2026-11-20")[1]
    here = ("file", "do", opened(capsys), *call[3:], "exchange=x3", "--happened-on", "2026-11-20")
    assert "give no day" in run(capsys, *here)[1]


def test_an_agent_sees_the_work_of_their_office_only(capsys: pytest.CaptureFixture[str]) -> None:
    stream = opened(capsys)
    assert stream in run(capsys, "file", "work", "--holder", "person", "--as", "agent:751")[1]
    assert run(capsys, "file", "work", "--holder", "person", "--as", "agent:691")[1] == "No act waits."
    assert run(capsys, "file", "find", "Nobody", "--as", "agent:691")[1].startswith("No file under this number or name")


def test_a_caisse_that_is_none_is_no_office_of_an_agent_nor_of_the_house(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code, said = run(capsys, "file", "work", "--as", "agent:Paris")
    assert (code, said) == (
        2,
        '--as: No caisse bears the code "Paris": a caisse code has three digits, for example 751.',
    )
    monkeypatch.setenv("OUVERTURE_OFFICES", "751,Paris")
    code, said = run(capsys, "file", "work", "--as", "agent:751")
    assert (code, 'OUVERTURE_OFFICES: No caisse bears the code "Paris"' in said) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("show", "nothing-here"), "does not exist"),
        (("show", "x", "--as", "king"), "is no role"),
        (("open", "--caisse", "000"), "000"),
        (("find", "x"), "not open to your role"),
        (("do", "nothing-here", "deposit"), "does not exist"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    code, said = run(capsys, "file", *arguments)
    assert code == 2
    assert says in said


def test_an_answer_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    stream = opened(capsys)
    for answers in (["birth_name"], ["nothing=x", "birth_name=A"], []):
        assert run(capsys, "file", "do", stream, "tell_names", *answers)[0] == 2


def test_an_account_is_opened_with_a_password_of_chance_reset_and_switched_off(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def account(*more: str) -> tuple[int, str]:
        return run(capsys, "account", "agent-of-the-line", *more)

    assert account()[0] == 2
    assert account("--role", "agent")[0] == 2
    code, said = account("--role", "agent", "--office", "Paris")
    assert (code, 'No caisse bears the code "Paris"' in said) == (2, True)
    code, said = account("--role", "agent", "--office", "751", "--json")
    first = json.loads(said)["first_password"]
    assert (code, len(first)) == (0, 24)
    assert account("--role", "agent", "--office", "751")[0] == 2
    assert json.loads(account("--reset", "--json")[1])["first_password"] != first
    assert "comes in no more" in account("--off")[1]
    assert "may come in" in account("--on")[1]
    for instead in ("--off", "--on", "--reset"):
        code, said = run(capsys, "account", "nobody-of-the-line", instead)
        assert (code, "no such account" in said) == (2, True)


def test_a_file_is_carried_and_reopened_under_its_passphrase(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stream, kept = opened(capsys), str(tmp_path / "mine.ouverture")
    her = Actor("she", "person", "", (stream,))
    house = open_house(os.environ)
    view = look_at(house, her, Look(stream, "own_file", DAY, NOON))
    assert isinstance(view, FileView)
    add(house, her, view, "bank_details", (photograph(),), NOON)
    close_helpers(house)
    for words, code in (("short", 2), ("four words of mine", 0)):
        monkeypatch.setattr("sys.stdin", io.StringIO(f"{words}\n"))
        assert run(capsys, "file", "carry", stream, kept)[0] == code
    monkeypatch.setattr("sys.stdin", io.StringIO("four words of mine\n"))
    assert "cannot be written" in run(capsys, "file", "carry", stream, f"{tmp_path}/no/such/folder")[1]
    monkeypatch.setattr("sys.stdin", io.StringIO("other words of mine\n"))
    assert "the passphrase is another one" in run(capsys, "file", "reopen", kept)[1]
    monkeypatch.setattr("sys.stdin", io.StringIO("four words of mine\n"))
    code, again = run(capsys, "file", "reopen", kept, "--json")
    assert (code, json.loads(again)["pages"]) == (0, 1)
    assert run(capsys, "file", "show", json.loads(again)["file"])[0] == 0
