"""Six persons from their answers to a file they can follow, each on a phone or at a desk, as a person would."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ouverture.law.consistency import STANDING_OF
from ouverture.site.page.house import use
from tests.journeys.newcomer_walk import know_nothing_of_the_rest
from tests.journeys.serving import DESK
from tests.journeys.walking import do_act, fill, interviewed, open_a_file
from tests.newcomers import NOBODY_ELSE
from tests.services.casework.wired import house_in, opened

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
    """The questions answered one by one, the verdict read, then a file in one act, with its link shown once."""
    person = {name: as_clicked(value) for name, value in tomllib.loads(answers).items()}
    standing = {"stay_standing": STANDING_OF[person["stay_document"]]} if "stay_document" in person else {}
    since = {"in_france_since": "2025-10-05"}
    interviewed(page, person={**NOBODY_ELSE, **since, **standing, **person}, answer=as_far_as_known)
    expect(page.locator("main")).to_contain_text(verdict)
    open_a_file(page)


def as_far_as_known(page: Page, person: Mapping[str, str]) -> None:
    """What the person knows is answered, and the rest is said not to be known."""
    page.evaluate("document.querySelectorAll('main details').forEach(fold => fold.open = true)")
    fill(page, person)
    know_nothing_of_the_rest(page)


def as_clicked(value: object) -> str:
    """An answer of a kept file as a screen asks for it."""
    return {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)


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
    expect(page.locator("main")).to_contain_text("S1")


@ON_A_DESK
def test_a_family_of_four_has_two_files_side_by_side_and_two_children_in_one_of_them(page: Page) -> None:
    interviewed(page)
    hers = open_a_file(page, "751")
    his = open_a_file(page, "691")
    for child, year in (("Bo", "2019"), ("Io", "2021")):
        page.goto(f"/en/file/{hers}/do/ask_to_attach/")
        page.fill("[name=member]", child)
        page.select_option("select[name=relation]", "child")
        page.fill("[name=born_on]", f"{year}-06-01")
        page.locator("main form button").first.click()
        page.wait_for_url("**/check/")
        page.locator("main form button").first.click()
        page.wait_for_url(f"**/file/{hers}/")
    page.goto(f"/en/file/{hers}/household/")
    for shown in ("Bo", "Io"):
        expect(page.get_by_role("heading", name=shown)).to_be_visible()
    expect(page.locator(f"main a[href='/en/file/{his}/']")).to_be_visible()


def test_an_undocumented_person_is_told_of_state_aid_and_of_the_papers_it_takes(page: Page) -> None:
    begin(page, example("undocumented_adult"), "with low resources: State medical aid")
    at(page, "papers/")
    expect(page.locator("main")).to_contain_text("State medical aid")
    at(page, "situation/")
    expect(page.locator("main")).to_contain_text("State medical aid")


def test_after_eight_months_of_silence_the_link_still_opens_and_says_what_to_do_with_its_letter(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    interviewed(page)
    page.goto("/en/begin/")
    page.select_option("#caisse", "691")
    page.get_by_role("button", name="Open the file").click()
    link = page.locator("#link").input_value()
    page.get_by_role("link", name="Go to the file").click()
    page.wait_for_url("**/file/*/")
    stream = page.url.split("/file/")[1].strip("/")
    do_act(page, stream, "deposit", {"pieces": ("identity_document",), "channel": ("post",)})
    page.context.clear_cookies()
    monkeypatch.setattr("ouverture.site.page.clock._chosen", [date(2027, 7, 23)])
    page.goto(link)
    page.get_by_role("button", name="Open my file").click()
    page.wait_for_url("**/file/*/")
    expect(page.locator("main")).to_contain_text("Abnormal since")
    page.get_by_role("link", name="Nobody answers, or they say no").click()
    page.wait_for_url("**/remedies/")
    page.get_by_role("link", name="The letter, ready to print Rights defender").click()
    page.wait_for_url("**/write/**")
    expect(page.locator("article.letter")).to_contain_text("23 juillet 2027")
