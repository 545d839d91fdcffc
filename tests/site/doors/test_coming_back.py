"""The page for who comes back: the ways this installation has, a link pasted as people paste, and a lost one."""

import pytest
from django.test import Client

from ouverture.site.doors import coming_back
from ouverture.site.doors.links import make_link
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of


@pytest.mark.usefixtures("house")
@pytest.mark.parametrize("written", [
    "{}", "http://127.0.0.1:8000/en/link/{}/", "Mon lien : https://example.org/fr/link/{}/\nà garder", "<https://example.org/en/link/{}>",
    "  https://example.org/en/li\nnk/{}/ ",
])  # fmt: skip
def test_a_link_pasted_as_people_paste_it_leads_to_the_file(written: str) -> None:
    secret, browser = make_link(FILE), Client()
    there = browser.post("/en/back/", {"link": written.format(secret)})
    assert there["Location"] == f"/en/link/{secret}/"
    assert browser.post(there["Location"])["Location"] == f"/en/file/{FILE}/"


@pytest.mark.parametrize("written", ["", "   ", "my file", "https://example.org/en/", "é" * 5000, "١٢٣"])
def test_what_is_no_link_is_said_and_nothing_typed_stands_in_an_address(written: str) -> None:
    page = Client().post("/en/back/", {"link": written})
    assert page.status_code == 422
    assert "contains /link/ and a row of letters" in text_of(page)


def test_by_e_mail_is_offered_only_where_e_mail_leaves(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "/en/mail/" not in text_of(Client().get("/en/back/"))
    assert "nobody can send you the link again" in text_of(Client().get("/en/back/"))
    monkeypatch.setattr(coming_back, "mail_leaves_here", lambda: True)
    assert "/en/mail/" in text_of(Client().get("/en/back/"))


def test_the_start_page_leads_here_and_to_no_office(come_in: ComeIn) -> None:  # noqa: F811
    start = text_of(Client().get("/en/"))
    assert "/en/back/" in start
    assert "/en/queue/" not in start
    assert "/en/mail/" not in start
    assert f"/en/file/{FILE}/" in text_of(come_in("she").get("/en/back/"))
    assert f"/en/file/{FILE}/" not in text_of(come_in("agent@751").get("/en/back/"))
