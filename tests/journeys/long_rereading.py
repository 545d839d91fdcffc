"""The demonstration's supervisor follows an amount, then a rule, that changes: by click, in both languages.

The list, what changes for each person and each letter are read before anything leaves; the work is left in the middle
and taken up by another browser. Walked by ``script/campaign --part journeys``, for the town takes its time to be built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from ouverture.clock.day_words import plain_day
from ouverture.dossier.invariants.every import broken_state
from ouverture.rehearsal.demonstration import Demonstration
from ouverture.rehearsal.through_the_door import ThroughTheDoor
from ouverture.site.demo import town as towns
from ouverture.site.demo.opening import demonstration_settings, open_demonstration
from ouverture.site.page import clock
from tests.journeys.serving import DESK, PHONE
from tests.journeys.test_accessibility import faults

pytestmark = pytest.mark.browser
PEOPLE = 130
"""So many that the caisse of Paris has more files than one page reads, and the work can be left in the middle."""
BEGINS = date(2026, 11, 23)
AMOUNT, RULE = "c2s-ceiling-rises", "family-waiver-ends"


@pytest.fixture(scope="module")
def town(site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demonstration]:
    home = tmp_path_factory.mktemp("home")
    yield open_demonstration(demonstration_settings({"OUVERTURE_HOME": str(home)}), BEGINS, PEOPLE)
    towns._towns.clear()
    clock._chosen.clear()


def comes_in(chromium: Browser, site: str, language: str, width: int = DESK["width"]) -> Page:
    """A supervisor of the demonstration, by the click of its first page, before the days on which the law changes."""
    context = chromium.new_context(base_url=site, viewport={"width": width, "height": 900})
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(f"/{language}/demo/")
    page.locator("button[name=part][value=supervisor]").click()
    page.wait_for_url("**/queue/")
    if width == PHONE["width"]:
        page.locator("details.rail-menu summary").click()
    page.locator("a[href$='/law-changes/']:visible").click()
    page.wait_for_url("**/law-changes/")
    return page


def brings_in(page: Page, text: str, on: date) -> None:
    """The announced text is brought in from a day on, and its files are opened."""
    form = page.locator("form", has=page.locator(f"input[value='{text}']"))
    form.locator("[name=on]").fill("31/02/2027")
    form.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(form.locator("[name=on]")).to_have_value("31/02/2027")
    form.locator("[name=on]").fill(on.isoformat())
    form.get_by_role("button").click()
    expect(page.get_by_role("status")).to_be_visible()
    page.locator(f"a[href$='/law-changes/{on.isoformat()}/']").first.click()
    page.wait_for_url(f"**/law-changes/{on.isoformat()}/")


def in_the_language(page: Page, language: str) -> None:
    if f"/{language}/" not in page.url:
        page.locator("header a.language").first.click()
        page.wait_for_url(f"**/{language}/**")


def letters(page: Page) -> list[str]:
    """Each touched file's letter, opened and read: a file that is touched and gets none says so by its tag."""
    for fold in page.locator("main article.card details").all():
        fold.locator("summary").click()
    return [re.sub(r"\s+", " ", one.inner_text()) for one in page.locator("main blockquote.letter-words").all()]


def counted(page: Page) -> tuple[int, int, int]:
    """What the head of the page says: files read, touched, decisions sent."""
    read, touched, sent = map(int, re.findall(r": (\d+)", page.locator(".page-head p").inner_text()))
    return read, touched, sent


def sends(page: Page) -> None:
    """The page that was read is carried out."""
    before = page.locator(".page-head p").inner_text()
    page.locator("button[name=do][value=page]").click()
    expect(page.locator(".page-head p")).not_to_have_text(before)


def touched(page: Page) -> Locator:
    return page.locator("main article.card[aria-labelledby^=file-]")


def looked_at(page: Page, says: tuple[str, str], of_the_other: tuple[str, str]) -> None:
    """The same page in French, then in English: nothing of the one language in the letters of the other."""
    for language, words, foreign in (("fr", says[0], of_the_other[1]), ("en", says[1], of_the_other[0])):
        in_the_language(page, language)
        read = letters(page)
        assert read
        assert len(read) == touched(page).count()
        assert all(words in one and foreign not in one and ".." not in one for one in read), read
        assert faults(page) == []


def left_and_taken_up(page: Page, chromium: Browser, site: str, on: date) -> tuple[Page, str]:
    """The first page is sent, the work is left; another browser goes on. Also: the first file that was told."""
    told = touched(page).first.locator("h2 a").get_attribute("href") or ""
    sends(page)
    read, found, sent = counted(page)
    assert read > 0
    assert found == sent > 0
    page.locator("main form a[href$='/law-changes/']").click()
    page.wait_for_url("**/law-changes/")
    page.context.close()
    other = comes_in(chromium, site, "fr", PHONE["width"])
    go_on = other.locator(f"a[href$='/law-changes/{on.isoformat()}/']", has_text=f"Reprendre ({read} dossiers")
    expect(go_on).to_have_count(1)
    go_on.click()
    other.wait_for_url(f"**/law-changes/{on.isoformat()}/")
    assert counted(other) == (read, found, sent)
    return other, told


def to_the_end(page: Page) -> None:
    while page.locator("button[name=do][value=page]").count():
        sends(page)
    expect(page.get_by_text("Tous les dossiers sont relus.")).to_be_visible()
    read, found, sent = counted(page)
    assert read > sent > 0
    assert found >= sent
    assert faults(page) == []


def the_letter_left(page: Page, told: str, says: str, how_often: int = 1) -> None:
    """The person's letters hold it, once."""
    page.goto(f"{told.replace('/en/', '/fr/')}letters/")
    expect(page.get_by_text(says)).to_have_count(how_often)


def nothing_is_broken(town: Demonstration) -> None:
    assert isinstance(town.world.office, ThroughTheDoor)
    town.world.office.look_again()
    assert not [said for who in town.people for said in broken_state(town.world.file(who), town.day)]


def test_an_amount_that_changes_is_listed_told_with_its_law_left_in_the_middle_and_taken_up(
    chromium: Browser, site: str, town: Demonstration
) -> None:
    page, on = comes_in(chromium, site, "en"), town.day
    brings_in(page, AMOUNT, on)
    assert counted(page) == (0, 0, 0)
    expect(touched(page).first).to_contain_text("€10,421")
    expect(touched(page).first).to_contain_text("€11,000")
    looked_at(page, ("Plafond annuel", "Yearly ceiling"), ("Plafond annuel", "Yearly ceiling"))
    other, told = left_and_taken_up(page, chromium, site, on)
    to_the_end(other)
    the_letter_left(other, told, "Ce qui change pour vous")
    nothing_is_broken(town)
    other.context.close()


def test_a_rule_that_changes_gives_each_person_another_ground_by_a_decision_left_and_taken_up(
    chromium: Browser, site: str, town: Demonstration
) -> None:
    page, on = comes_in(chromium, site, "fr"), town.day + timedelta(days=1)
    brings_in(page, RULE, on)
    page.locator("button[name=do][value=page]").click()
    expect(page.get_by_role("status").first).to_contain_text("Ce texte commence le")
    assert counted(page) == (0, 0, 0)
    looked_at(page, ("Les règles ont changé", "The rules changed"), ("Les règles ont changé", "The rules changed"))
    page.goto("/en/demo/")
    page.locator("button[name=days][value='1']").click()
    expect(page.locator(".demo-clock")).to_contain_text(plain_day(on).en)
    page.goto(f"/en/law-changes/{on.isoformat()}/")
    other, told = left_and_taken_up(page, chromium, site, on)
    to_the_end(other)
    the_letter_left(other, told, "Démonstration, article 1")
    nothing_is_broken(town)
    other.context.close()
