"""Household: each file with its own link, side by side; a child's attachment; papers given once serve for all."""

from django.test import Client

from ouverture.dossier.household.decisions import AskToAttach
from ouverture.services.casework.house import House
from ouverture.site.doors.links import make_link
from tests.services.casework.wired import DAY, FILE, RECORD, SHE, act
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of
from tests.spouse import SPOUSE


def test_two_files_of_one_household_stand_in_one_place_with_what_serves_for_both(house: House) -> None:  # noqa: F811
    both = Client()
    for stream in (FILE, RECORD):
        both.post(f"/en/link/{make_link(stream)}/")
    session = both.session
    session["answers"] = dict(SPOUSE)
    session.save()
    page = text_of(both.get(f"/en/file/{RECORD}/household/"))
    assert f'href="/en/file/{FILE}/"' in page
    assert "Marriage certificate" in page
    assert "Identity document" not in page


def test_a_child_stands_in_the_file_with_where_the_attachment_is(come_in: ComeIn, house: House) -> None:  # noqa: F811
    act(house, SHE, FILE, AskToAttach("Bo", "child", DAY.replace(year=2024)))
    page = text_of(come_in("she").get(f"/en/file/{FILE}/household/"))
    assert "Bo" in page
    assert "No other file is open" in page


def test_nobody_reads_the_household_of_another(come_in: ComeIn) -> None:  # noqa: F811
    assert come_in("record").get(f"/en/file/{FILE}/household/").status_code == 404
    assert Client().get(f"/en/file/{FILE}/household/").status_code == 403
