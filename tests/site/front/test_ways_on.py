"""A page that is not there, or not theirs: whoever came in by a door is shown their own ways on, not a visitor's."""

import pytest
from django.test import Client

from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401

NOWHERE = "/en/no-such-page/"
VISITORS = ("/en/questions/", "/en/desks/message/")


def main_of(page: str) -> str:
    return page.partition('id="content"')[2].partition("<footer")[0]


@pytest.mark.parametrize(
    ("who", "own"),
    [("agent@751", "/en/queue/"), ("she", f"/en/file/{FILE}/"), ("doctor", "/en/doctor/"), ("kiosk", "/en/kiosk/")],
)
@pytest.mark.parametrize("path", [NOWHERE, "/en/queue/take/"])
def test_whoever_came_in_goes_on_from_their_own_page(come_in: ComeIn, who: str, own: str, path: str) -> None:  # noqa: F811
    page = come_in(who).get(path)
    assert page.status_code in (404, 405)
    body = main_of(page.content.decode())
    assert f'href="{own}"' in body
    assert not any(f'href="{one}"' in body for one in VISITORS)


def test_an_agent_keeps_the_rail_on_a_page_that_is_not_there(come_in: ComeIn) -> None:  # noqa: F811
    assert "staff-bar" in come_in("agent@751").get(NOWHERE).content.decode()


def test_a_file_that_is_not_theirs_leads_an_agent_back_to_their_day(come_in: ComeIn) -> None:  # noqa: F811
    page = come_in("agent@691").get(f"/en/file/{FILE}/").content.decode()
    assert 'href="/en/queue/"' in main_of(page)
    assert 'href="/en/"' not in main_of(page)


def test_a_visitor_keeps_theirs(client: Client) -> None:
    body = main_of(client.get(NOWHERE).content.decode())
    assert all(f'href="{one}"' in body for one in VISITORS)


def test_whoever_is_not_in_yet_is_shown_the_way_of_a_person_as_well_as_that_of_staff(client: Client) -> None:
    body = main_of(client.get(f"/en/file/{FILE}/").content.decode())
    assert 'href="/en/back/"' in body
    assert 'href="/en/sign-in/"' in body


def test_whose_visit_ended_in_the_middle_of_a_form_is_told_how_to_come_back_and_keeps_what_was_written() -> None:
    late = Client(enforce_csrf_checks=True)
    page = late.post(f"/en/file/{FILE}/do/tell_address/", {"street": "12 rue des Lilas", "postcode": "75011"})
    assert page.status_code == 403
    body = main_of(page.content.decode())
    assert "Your visit has ended" in body
    assert "12 rue des Lilas" in body
    assert 'href="/en/back/"' in body
    assert not any(f'href="{one}"' in body for one in VISITORS)
