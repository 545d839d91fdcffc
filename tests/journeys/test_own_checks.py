"""What axe does not see: one solid button, the first act first, nothing small, thin or wide."""

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys.serving import PHONE
from tests.journeys.walking import interviewed

pytestmark = pytest.mark.browser

NARROW = ViewportSize(width=320, height=700)
FINGER = {"viewport": PHONE, "has_touch": True}
PAGES = (
    "", "questions/activity/", "questions/in_france_since/", "questions/stay_standing/", "questions/stay_document/",
    "answers/", "verdict/", "verdict/behind/", "verdict/print/", "desks/", "desks/number/",
    "desks/caisse/?postcode=75011", "desks/deadline/?rule=cra_appeal&start=2026-05-29&place=metropole", 
    "desks/papers/?country=Maroc", "desks/price/",
    "desks/message/", "desks/call/", "desks/call/account_code/", "desks/remedies/", "desks/care-sheet/",
    "law/css-d160-2/", "nowhere/", "about/",
)  # fmt: skip
SEEN = """const seen = element => {
  const box = element.getBoundingClientRect();
  return box.width > 1 && box.height > 1 && !element.closest('.unseen, .skip');
};"""
SOLID = f"""() => {{ {SEEN}
  const solid = 'main button:not(.second, .as-link), main .button:not(.second)';
  return [...document.querySelectorAll(solid)].filter(seen).length;
}}"""
SMALL = f"""() => {{ {SEEN}
  const written = element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  return [...document.querySelectorAll('body *')].filter(seen).filter(written)
    .filter(element => parseFloat(getComputedStyle(element).fontSize) < 13)
    .map(element => element.outerHTML.slice(0, 90));
}}"""
THIN = f"""() => {{ {SEEN}
  const aimed = 'main button, main .button, main select, main textarea, main summary, main .choices label, '
    + 'main input:not([type=hidden], [type=radio], [type=checkbox]), header a, header summary';
  return [...document.querySelectorAll(aimed)].filter(seen)
    .filter(element => element.getBoundingClientRect().height < 43.5).map(element => element.outerHTML.slice(0, 90));
}}"""

HIDDEN = """() => {
  const focused = document.activeElement, button = document.querySelector('.go-on button');
  const bar = [button, button.parentElement].find(part => getComputedStyle(part).position === 'sticky');
  if (!focused || focused === document.body || focused.closest('.go-on, .skip')) return '';
  const shown = document.querySelector(`label[for="${focused.id}"]`) || focused;
  const box = shown.getBoundingClientRect(), under = bar.getBoundingClientRect();
  const covered = Math.min(box.bottom, under.bottom) - Math.max(box.top, under.top);
  const outside = Math.max(box.bottom - innerHeight, -box.top);
  return Math.max(covered, outside) > 2 ? `${focused.id || focused.textContent}: ${covered}, ${outside}` : '';
}"""
"""What has the focus, when some of it (its label included) is under the button or outside the window; "" otherwise."""


@pytest.mark.parametrize("page", [FINGER], ids=["phone"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_page_has_one_solid_button_at_most_nothing_small_thin_or_wide(page: Page, language: str) -> None:
    """The last at 320 px, in the longer language, with all folds open."""
    interviewed(page, language)
    for path in PAGES:
        page.goto(f"/{language}/{path}")
        assert page.evaluate(SOLID) <= 1, path
        assert page.evaluate(SMALL) == [], path
        assert page.evaluate(THIN) == [], path
        if language == "fr":
            page.set_viewport_size(NARROW)
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], path
            page.set_viewport_size(PHONE)


@pytest.mark.parametrize("page", [FINGER], ids=["phone"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_answer_is_short_and_its_first_act_with_its_date_comes_first_and_is_in_sight(
    page: Page, language: str
) -> None:
    """Under four thousand pixels, folded, for the article's person."""
    interviewed(page, language)
    assert page.evaluate("document.documentElement.scrollHeight") < 4000
    assert "next-act" in (page.locator("main section").first.get_attribute("class") or "")
    for part in ("#next-act", ".date-leaf"):
        box = page.locator(part).bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"], part
    tops = page.evaluate(
        "() => [...document.querySelectorAll('.next-act h2, .next-act .date-leaf, .next-act .how')]"
        ".map(part => part.getBoundingClientRect().top)"
    )
    assert tops == sorted(tops), "what is seen first is read first"


def test_start_question_and_answer_weigh_under_sixty_kilobytes_all_told(chromium: Browser, page: Page) -> None:
    interviewed(page)
    visit = page.context.storage_state()
    for path in ("", "questions/nationality/", "questions/stay_document/", "verdict/"):
        context = chromium.new_context(base_url=page.url.partition("/en/")[0], viewport=PHONE, storage_state=visit)
        fresh = context.new_page()
        loaded: list[int] = []
        wire = context.new_cdp_session(fresh)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda told, loaded=loaded: loaded.append(told["encodedDataLength"]))
        fresh.goto(f"/en/{path}")
        fresh.wait_for_load_state("networkidle")
        assert sum(loaded) < 60_000, path
        context.close()


@pytest.mark.parametrize("page", [FINGER], ids=["phone"], indirect=True)
def test_the_way_on_is_in_sight_on_every_question(page: Page) -> None:
    for name in ("activity", "stay_document", "work_kind", "nationality", "in_france_since"):
        page.goto(f"/en/questions/{name}/")
        box = page.locator("form .go-on button").bounding_box()
        assert box
        assert box["y"] + box["height"] <= PHONE["height"], name


@pytest.mark.parametrize("page", [FINGER], ids=["phone"], indirect=True)
def test_what_has_the_focus_is_whole_in_sight_and_never_under_the_way_on(page: Page) -> None:
    for width, height in ((390, 844), (320, 568)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto("/en/questions/stay_document/")
        page.locator("input[type=radio]").first.focus()
        for key in ("ArrowDown",) * 9 + ("Tab",) * 9 + ("Shift+Tab",) * 12:
            page.keyboard.press(key)
            assert page.evaluate(HIDDEN) == "", (width, key)


def test_letters_do_not_move_when_ours_arrive(page: Page) -> None:
    page.goto("/en/questions/activity/")
    with_ours = page.locator("main").bounding_box()
    page.route("**/fonts/**", lambda route: route.abort())
    page.goto("/en/questions/activity/")
    without = page.locator("main").bounding_box()
    assert with_ours
    assert without
    assert abs(with_ours["height"] - without["height"]) < 0.06 * with_ours["height"]


@pytest.mark.parametrize("page", [{"viewport": PHONE, "color_scheme": "dark"}], ids=["dark"], indirect=True)
def test_dark_follows_the_system_and_a_choice_here_goes_before_it(page: Page) -> None:
    page.goto("/en/")
    expect(page.locator("html")).to_have_css("background-color", "rgb(23, 21, 18)")
    page.goto("/en/colour/")
    page.check("#colour-light")
    page.click("main form button")
    expect(page.locator("html")).to_have_css("background-color", "rgb(250, 246, 238)")


def test_back_to_a_result_never_asks_to_send_again(page: Page) -> None:
    page.goto("/en/desks/number/")
    told = page.locator("#told")
    for number, birth in (("2 91 07 99 404 123 37", "born in 1991"), ("1 85 03 99 404 017 35", "born in 1985")):
        page.fill("#number", number)
        page.click("main form button")
        expect(told).to_contain_text(birth)
    page.go_back()
    expect(told).to_contain_text("born in 1991")
    page.click(".language")
    expect(told).to_contain_text("naissance en 1991")
    assert page.input_value("#number") == "2 91 07 99 404 123 37"
