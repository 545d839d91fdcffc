"""What the site writes down of itself."""

import io
import json
import logging
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from ouverture.adapters.accounts.models import Account
from ouverture.documents.roles import ANYBODY, addresses
from ouverture.services.casework.house import House
from ouverture.site.front.log import LOGGING, OneLine
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401

NAME, NUMBER = "Jeanne Invented", "291079940412337"
TYPED = f"{NAME} {NUMBER}"
FIELDS = ("answer", "value", "message", "text", "number", "postcode", "date", "day", "q", "query", "login", "password",
          "name", "sent", "started", "amount", "country", "purpose")  # fmt: skip


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What would be written, from every logger there is, at every level."""
    found = io.StringIO()
    handler = logging.StreamHandler(found)
    handler.setFormatter(OneLine())
    loggers = [logging.getLogger(name) for name in ("", "django", "axes", "waitress", "ouverture")]
    before = [(one, one.level, one.propagate) for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
    logging.getLogger().addHandler(handler)
    yield found
    logging.getLogger().removeHandler(handler)
    for one, level, propagate in before:
        one.setLevel(level)
        one.propagate = propagate


def lines_in(log: io.StringIO) -> list[dict[str, Any]]:
    """Every line, read."""
    return [json.loads(line) for line in log.getvalue().splitlines()]


def _paths() -> list[str]:
    filled = []
    for name, address in addresses():
        if name in ANYBODY or name in ("sign_in", "follow_link", "file", "api:file"):
            path = address.replace("<language:language>", "en")
            for blank in ("<slug:name>", "<str:secret>", "<slug:stream>", "<slug:article>", "<stream>"):
                path = path.replace(blank, NUMBER)
            filled.append(path)
    return filled


PATHS = _paths()


def test_a_name_and_a_number_put_in_every_page_are_in_no_line(log: io.StringIO) -> None:
    visitor = Client(raise_request_exception=False)
    for path in PATHS:
        visitor.get(path, dict.fromkeys(FIELDS, TYPED))
        visitor.post(path, dict.fromkeys(FIELDS, TYPED))
    assert len(lines_in(log)) >= 2 * len(PATHS)
    assert "Jeanne" not in log.getvalue()
    assert NUMBER not in log.getvalue()


@pytest.mark.parametrize("breaks", ["ouverture.site.visitor.answer_file.read_file", "the page itself"])
def test_a_fault_is_told_by_its_kinds_and_its_lines_never_by_what_was_typed(
    log: io.StringIO, monkeypatch: pytest.MonkeyPatch, breaks: str
) -> None:
    def broken(*_: object, **__: object) -> None:
        try:
            int(TYPED)
        except ValueError as problem:
            raise RuntimeError(f"cannot use {TYPED}") from problem

    target = "ouverture.site.visitor.answers.read_file" if "read" in breaks else "ouverture.site.visitor.answers.keep"
    monkeypatch.setattr(target, broken)
    sent = SimpleUploadedFile("answers.json", b'{"activity": "none"}')
    visitor = Client(raise_request_exception=False)
    assert visitor.post("/en/answers/reload/", {"file": sent}).status_code == 500
    assert NAME not in log.getvalue()
    assert NUMBER not in log.getvalue()
    fault = next(line for line in lines_in(log) if "fault" in line)
    assert fault["fault"] == ["builtins.RuntimeError", "builtins.ValueError"]
    assert any("broken" in frame for frame in fault["where"])
    request = next(line for line in lines_in(log) if line.get("status") == 500)
    assert request["request"] == fault["request"] != ""
    assert request["view"] == "reload"


def test_who_is_at_the_desk_is_told_by_an_opaque_identity(
    log: io.StringIO,
    come_in: ComeIn,  # noqa: F811
    house: House,  # noqa: F811
) -> None:
    assert come_in("agent@751").get(reverse("work", args=["en"])).status_code == 200
    line = next(line for line in lines_in(log) if line.get("view") == "work")
    assert line["actor"] == Account.objects.get(login="agent@751").identity
    assert "agent@751" not in log.getvalue()


def test_another_program_s_words_are_not_repeated(log: io.StringIO) -> None:
    logging.getLogger("waitress").error("Exception while serving /fr/link/%s" % TYPED)  # noqa: UP031 (as waitress does)
    logging.getLogger("some.library").warning("odd value: %s", TYPED)
    assert [line["logger"] for line in lines_in(log)] == ["waitress", "some.library"]
    assert "Jeanne" not in log.getvalue()


def test_a_fault_that_came_from_itself_is_told_once() -> None:
    one, other = ValueError(TYPED), KeyError(TYPED)
    one.__context__, other.__context__ = other, one
    record = logging.LogRecord("x", logging.ERROR, "", 1, "", None, (ValueError, one, None))
    assert json.loads(OneLine().format(record))["fault"] == ["builtins.ValueError", "builtins.KeyError"]


def test_an_unknown_host_has_its_line_and_no_traceback(capfd: pytest.CaptureFixture[str]) -> None:
    import logging.config

    logging.config.dictConfig(LOGGING)
    for handler in logging.getLogger().handlers:
        if type(handler) is logging.StreamHandler:
            handler.setStream(sys.stderr)
    Client().get("/en/", headers={"host": "evil.example"})
    written = capfd.readouterr().err.splitlines()
    assert [json.loads(line)["status"] for line in written] == [400]
