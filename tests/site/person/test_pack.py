"""The papers to print: a list of them, each alone, all in one, and what left with its proof."""

import re

import pytest
from django.test import Client

from tests.adapters.pdf_checked import faults_of
from tests.services.casework.wired import FILE
from tests.site.desk.conftest import ComeIn, come_in, house  # noqa: F401
from tests.site.desk.test_desk import text_of

HERS = f"/en/file/{FILE}"


@pytest.fixture
def she(come_in: ComeIn) -> Client:  # noqa: F811
    return come_in("she")


def test_every_paper_of_the_list_is_a_pdf_that_can_be_read_aloud_and_kept(she: Client) -> None:
    page = text_of(she.get(f"{HERS}/pack/"))
    links = [f"{HERS}/pack/{name}/pdf/" for name in ("cover", "cover_sheet", "S1106", "no_other_cover_statement")]
    for link in (*links, f"{HERS}/pack/pdf/", f"{HERS}/evidence/"):
        assert link in page
        made = she.get(link)
        assert made.headers["Content-Type"] == "application/pdf"
        assert faults_of(made.content, "fr") == []


def test_a_letter_of_the_caisse_is_a_pdf_for_the_person_and_for_the_agent(come_in: ComeIn) -> None:  # noqa: F811
    for who in ("she", "agent@751"):
        browser = come_in(who)
        page = text_of(browser.get(f"{HERS}/letters/"))
        link = next(re.finditer(rf"{HERS}/letters/\d+/pdf/", page))[0]
        made = browser.get(link)
        assert made.headers["Content-Type"] == "application/pdf"
        assert faults_of(made.content, "fr") == []
        assert browser.get(f"{HERS}/letters/999/pdf/").status_code == 404


def test_a_paper_that_does_not_leave_this_file_is_not_found_and_a_stranger_sees_none(
    come_in: ComeIn,  # noqa: F811
    she: Client,
) -> None:
    assert she.get(f"{HERS}/pack/nothing/pdf/").status_code == 404
    assert come_in("record").get(f"{HERS}/pack/pdf/").status_code == 404
    assert come_in("agent@751").get(f"{HERS}/evidence/").status_code == 403
