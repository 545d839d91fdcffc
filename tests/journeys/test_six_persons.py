"""Six persons from their answers to a file they can follow, each on a phone or at a desk, as a person would."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from ouverture.dossier.application.decisions import Deposit
from ouverture.site.doors.links import make_link
from ouverture.site.page.house import use
from tests.journeys.serving import DESK
from tests.services.casework.wired import FILE, RECORD, SHE, act, house_in, opened

pytestmark = pytest.mark.browser

EXAMPLES = Path(__file__).parents[2] / "examples"
ON_A_DESK = pytest.mark.parametrize("page", [{"viewport": DESK}], ids=["desk"], indirect=True)
EU_PENSIONER = """
activity = "pension"
pension_from = "eu_eea_switzerland_uk"
nationality = "ES"
postcode = "24000"
other_cover = "s1"
born_in = "ES"
"""


@pytest.fixture(autouse=True)
def _house(tmp_path: Path) -> None:
    use(opened(house_in(tmp_path)))


def begin(page: Page, answers: str, verdict: str) -> None:
    """The answers kept at home taken back, the verdict read, then a file in one act, with its link shown once."""
    page.goto("/en/answers/reload/")
    page.set_input_files("#file", FilePayload(name="mine.toml", mimeType="text/plain", buffer=answers.encode()))
    page.click("main form button")
    page.wait_for_url("**/answers/")
    page.goto("/en/verdict/")
    expect(page.locator("main")).to_contain_text(verdict)
    page.goto("/en/begin/")
    page.get_by_role("button", name="Open the file").click()
    page.get_by_role("link", name="Go to the file").click()
    page.wait_for_url("**/file/*/")


def example(name: str) -> str:
    return (EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")


def at(page: Page, place: str) -> None:
    """Another page of the same file."""
    page.goto(f"{page.url.split('/file/')[0]}/file/{page.url.split('/file/')[1].split('/')[0]}/{place}")


def test_a_student_sends_online_and_needs_no_three_months(page: Page) -> None:
    begin(page, example("brazilian_student"), "Your enrolment in France covers you")
    at(page, "sending/")
    expect(page.locator("main")).to_contain_text("etudiant-etranger.ameli.fr")
    at(page, "papers/")
    expect(page.locator(".rows")).to_contain_text("Enrolment certificate")
    expect(page.locator(".rows h3", has_text="Three months in a row")).to_have_count(0)


@ON_A_DESK
def test_a_refugee_without_a_birth_act_is_asked_for_what_ofpra_writes_and_not_for_the_act(page: Page) -> None:
    begin(page, example("recognised_refugee"), "Your recognised protection covers you at once")
    at(page, "papers/")
    expect(page.locator(".rows")).to_contain_text("drawn up by OFPRA")
    expect(page.locator(".rows h3", has_text="Birth certificate")).to_have_count(0)


def test_an_eu_pensioner_registers_the_s1_and_is_served_for_another_state(page: Page) -> None:
    begin(page, EU_PENSIONER, "S1")
    at(page, "papers/")
    expect(page.locator("main")).to_contain_text("S1")
    at(page, "situation/")
    expect(page.locator("main")).to_contain_text("Spain")


@ON_A_DESK
def test_a_family_of_four_has_two_files_side_by_side_and_two_children_in_one_of_them(page: Page) -> None:
    for stream in (FILE, RECORD):
        page.goto(f"/en/link/{make_link(stream)}/")
        page.get_by_role("button", name="Open my file").click()
        page.wait_for_url("**/file/**")
    for child, year in (("Bo", "2019"), ("Io", "2021")):
        page.goto(f"/en/file/{FILE}/do/ask_to_attach/")
        page.fill("[name=member]", child)
        page.select_option("select[name=relation]", "child")
        page.fill("[name=born_on]", f"{year}-06-01")
        page.locator("main form button").first.click()
        page.wait_for_url("**/check/")
        page.locator("main form button").first.click()
        page.wait_for_url(f"**/file/{FILE}/")
    page.goto(f"/en/file/{FILE}/household/")
    for shown in ("Bo", "Io"):
        expect(page.get_by_role("heading", name=shown)).to_be_visible()
    expect(page.locator(f"main a[href='/en/file/{RECORD}/']")).to_be_visible()


def test_an_undocumented_person_is_told_of_state_aid_and_of_the_papers_it_takes(page: Page) -> None:
    begin(page, example("undocumented_adult"), "with low resources: State medical aid")
    at(page, "papers/")
    expect(page.locator("main")).to_contain_text("State medical aid")
    at(page, "situation/")
    expect(page.locator("main")).to_contain_text("State medical aid")


def test_after_eight_months_of_silence_the_link_still_opens_and_says_what_to_do_with_its_letter(
    page: Page, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (folder := tmp_path / "silent").mkdir()
    house = opened(house_in(folder))
    act(house, SHE, RECORD, Deposit(("identity_document",), "post"))
    use(house)
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2027, 7, 23)])
    page.goto(f"/en/link/{make_link(RECORD)}/")
    page.get_by_role("button", name="Open my file").click()
    page.wait_for_url(f"**/file/{RECORD}/")
    expect(page.locator("main")).to_contain_text("Abnormal since")
    page.get_by_role("link", name="Nobody answers, or they say no").click()
    page.wait_for_url("**/remedies/")
    page.get_by_role("link", name="The letter, ready to print Rights defender").click()
    page.wait_for_url("**/write/**")
    expect(page.locator("article.letter")).to_contain_text("23 juillet 2027")
