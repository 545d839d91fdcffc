"""Reminders: a calendar with ids that stay, an address that is revoked at once, e-mails stopped in one click."""

import re
from datetime import date

import pytest
from django.test import Client

from ouverture.dossier.person.decisions import TellNames, TellWay
from ouverture.services.casework.house import House
from tests.services.casework.wired import FILE, SHE, act
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of


def address(browser: Client) -> str:
    page = text_of(browser.get(browser.post(f"/en/file/{FILE}/reminders/", {"what": "new"})["Location"]))
    found = re.search(r'value="http://[^/]+(/en/calendar/[^"]+\.ics)"', page)
    assert found
    return found[1]


def ids(calendar: str) -> list[str]:
    return sorted(re.findall(r"UID:(\S+)", calendar))


def test_an_agenda_reads_the_days_under_ids_that_stay_and_no_personal_word(
    come_in: ComeIn,  # noqa: F811
    house: House,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    act(house, SHE, FILE, TellNames("Martin", "", ("Ada",)))
    feed = address(come_in("she"))
    first = Client().get(feed).content.decode()
    assert first.startswith("BEGIN:VCALENDAR")
    assert ids(first)
    for word in ("Martin", "Ada", "751", FILE):
        assert word not in first
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2026, 11, 25)])
    assert ids(Client().get(feed).content.decode()) == ids(first)


def test_an_address_opens_the_days_alone_and_nothing_once_it_is_stopped_or_replaced(come_in: ComeIn) -> None:  # noqa: F811
    she = come_in("she")
    first = address(she)
    second = address(she)
    assert Client().get(first).status_code == 404
    reader = Client()
    assert reader.get(second).status_code == 200
    assert reader.get(f"/en/file/{FILE}/").status_code == 403
    she.post(f"/en/file/{FILE}/reminders/", {"what": "stop"})
    assert Client().get(second).status_code == 404
    assert Client().get("/en/calendar/guessed.ics").status_code == 404


def test_every_reading_by_an_agenda_is_among_those_who_looked(come_in: ComeIn) -> None:  # noqa: F811
    she = come_in("she")
    Client().get(address(she))
    assert "calendar" in text_of(she.get(f"/en/file/{FILE}/looked/"))


def test_one_click_stops_the_e_mails(come_in: ComeIn, house: House) -> None:  # noqa: F811
    act(house, SHE, FILE, TellWay("email", "name@example.org"))
    she = come_in("she")
    assert "Stop the e-mails" in text_of(she.get(f"/en/file/{FILE}/reminders/"))
    she.post(f"/en/file/{FILE}/reminders/", {"what": "stop_mails"})
    page = text_of(she.get(f"/en/file/{FILE}/reminders/"))
    assert "The e-mails are stopped" in page
    assert "No e-mail goes out" in page


@pytest.mark.parametrize("who", ["record", "agent@751", "helper@"])
def test_nobody_else_has_her_reminders(come_in: ComeIn, who: str) -> None:  # noqa: F811
    browser = come_in(who)
    assert browser.get(f"/en/file/{FILE}/reminders/").status_code == 404
    assert browser.post(f"/en/file/{FILE}/reminders/", {"what": "new"}).status_code == 404
