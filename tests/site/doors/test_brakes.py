"""Ways of asking that no page answers, programs that come in the clear, and too many passwords at once."""

import pytest
from django.test import Client, override_settings

from ouverture.adapters.accounts import hashing
from ouverture.adapters.accounts.models import Account

PASSWORD = "a long password for tests"


@pytest.mark.parametrize("path", ["/en/", "/api/me", "/health", "/nothing", "/en/desks/price/"])
@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND"])
def test_a_way_of_asking_that_nothing_answers_is_refused_by_name(path: str, method: str) -> None:
    page = Client().generic(method, path)
    assert page.status_code == 405
    assert "GET" in page["Allow"]
    assert not page.content


def test_a_program_in_the_clear_is_refused_and_not_led() -> None:
    with override_settings(BEHIND_PROXY=True):
        answer = Client().get("/api/me", headers={"Authorization": "Bearer x"})
        assert (answer.status_code, answer.json()["title"]) == (403, "https_only")
        assert Client().get("/api/me", secure=True).status_code == 401


def test_when_too_many_passwords_are_checked_at_once_one_more_is_asked_to_come_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Account.objects.filter(login="agent-busy").delete()
    Account.objects.open("agent-busy", PASSWORD, "agent", "751")
    monkeypatch.setattr(hashing, "PATIENCE", 0.01)
    typed = {"login": "agent-busy", "password": PASSWORD}
    with hashing._turn(), hashing._turn():
        page = Client().post("/en/sign-in/", typed)
    assert page.status_code == 429
    assert "Your password was not checked" in page.content.decode()
    assert PASSWORD not in page.content.decode()
    assert Client().post("/en/sign-in/", typed).status_code == 302
