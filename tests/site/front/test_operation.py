"""Health, figures and the address for weaknesses."""

from datetime import datetime

import django.db
import pytest
from django.conf import settings
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

from ouverture.services.casework.house import House
from ouverture.site.front import operation
from tests.site.desk.conftest import house  # noqa: F401

TOKEN = "a token of the one who watches"
BEARER = {"authorization": f"Bearer {TOKEN}"}


def test_health_says_nothing_but_that_the_program_runs(client: Client) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.content) == (200, b"alive\n")
    assert "sessionid" not in answer.cookies
    assert not answer.cookies


def test_ready_when_the_journal_can_be_read(client: Client, house: House) -> None:  # noqa: F811
    answer = client.get("/ready")
    assert (answer.status_code, answer.content) == (200, b"ready\n")


def test_not_ready_without_a_word_of_why(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> House:
        raise OSError("/var/lib/ouverture/ouverture.sqlite3: disk I/O error")

    monkeypatch.setattr(operation, "house", broken)
    answer = client.get("/ready")
    assert (answer.status_code, answer.content) == (503, b"not ready\n")


@pytest.mark.parametrize("borne", [{}, {"authorization": "Bearer "}, {"authorization": "Bearer wrong"}])
def test_figures_do_not_exist_for_who_has_no_token(
    client: Client, monkeypatch: pytest.MonkeyPatch, borne: dict[str, str]
) -> None:
    assert client.get("/metrics", headers=borne).status_code == 404
    monkeypatch.setenv("OUVERTURE_METRICS_TOKEN", TOKEN)
    assert client.get("/metrics", headers=borne).status_code == 404


def test_figures_are_read_by_the_library_of_prometheus(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    house: House,  # noqa: F811
) -> None:
    monkeypatch.setenv("OUVERTURE_METRICS_TOKEN", TOKEN)
    answer = client.get("/metrics", headers=BEARER)
    found = {family.name: family for family in text_string_to_metric_families(answer.content.decode())}
    assert found["ouverture_journal_events"].samples[0].value > 0
    assert found["ouverture_journal_bytes"].samples[0].value > 4096
    assert {one.labels["stage"] for one in found["ouverture_overdue_acts"].samples} >= {"number", "papers", "decision"}
    assert "ouverture_oldest_unsent_message_seconds" in found


def test_security_txt_names_a_contact_and_its_end(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert client.get("/.well-known/security.txt").status_code == 404
    monkeypatch.setenv("OUVERTURE_SECURITY_CONTACT", "mailto:security@example.org")
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    assert lines[0] == "Contact: mailto:security@example.org"
    assert datetime.fromisoformat(lines[1].removeprefix("Expires: ")).tzinfo


@pytest.mark.parametrize("contact", ["security@example.org", "mailto:a@b\nContact: mailto:evil@example.org"])
def test_a_contact_that_is_no_address_is_not_shown(
    client: Client, monkeypatch: pytest.MonkeyPatch, contact: str
) -> None:
    monkeypatch.setenv("OUVERTURE_SECURITY_CONTACT", contact)
    assert client.get("/.well-known/security.txt").status_code == 404


def test_accounts_that_cannot_be_reached_are_said_to_be_away_and_not_called_our_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def away(_: object) -> dict[str, object]:
        raise django.db.OperationalError("terminating connection due to administrator command")

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    browser = Client(raise_request_exception=False)
    browser.cookies[settings.SESSION_COOKIE_NAME] = "k" * 32
    answered = browser.get("/en/begin/")
    assert answered.status_code == 503
    assert "administrator" not in answered.content.decode()


def test_a_visit_that_cannot_be_written_down_is_no_bad_request(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object, **__: object) -> None:
        raise django.db.OperationalError("terminating connection due to administrator command")

    browser = Client(raise_request_exception=False)
    browser.get("/en/begin/")
    monkeypatch.setattr("django.contrib.sessions.models.Session.save", away)
    assert browser.post("/en/begin/", {"caisse": "751"}).status_code == 503
