"""docs/tour.md: the main screens photographed one after another, beside their drawings. See script/tour."""

import os
import shutil
import sys
import tempfile
from base64 import b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ouverture.site.settings")

from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys import tour_papers
from tests.journeys.serving import ARGUMENTS, CHROMIUM
from tests.journeys.walking import fill, go_on
from tests.spouse import SPOUSE

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = DOCS / "images" / "tour"
TODAY = date(2026, 1, 8)
PERSON = {**SPOUSE, "in_france_since": "2025-12-20", "stay_document_until": "2026-12-19"}
WIDTHS = (1280, 390)
QUALITY, SCALE, TALLEST = 55, 0.6, 4300


def asked(path: str, **typed: str) -> Callable[[Page], None]:
    """A visit to a desk that fills its fields and sends them."""

    def visit(page: Page) -> None:
        page.goto(path)
        for field, value in typed.items():
            (page.select_option if page.locator(f"select#{field}").count() else page.fill)(f"#{field}", value)
        go_on(page)

    return visit


def at_question(name: str) -> Callable[[Page], None]:
    """A walk through the interview up to one question."""

    def visit(page: Page) -> None:
        page.goto("/en/questions/")
        while "/questions/" in page.url and f"/{name}/" not in page.url:
            fill(page, PERSON)
            go_on(page)

    return visit


def in_her_file(place: str) -> Callable[[Page], None]:
    """A page of the file of the article's person, on the day her claim came to her caisse."""

    def visit(page: Page) -> None:
        from django.conf import settings

        from ouverture.site.doors.links import make_link
        from ouverture.site.page.house import use
        from tests.services.casework.wired import DAY, FILE, house_in, opened

        day, settings.OUVERTURE_TODAY = settings.OUVERTURE_TODAY, DAY
        use(opened(house_in(Path(tempfile.mkdtemp()))))
        page.goto(f"/en/link/{make_link(FILE)}/")
        page.get_by_role("button", name="Open my file").click()
        page.wait_for_url("**/file/**")
        page.goto(f"/en/file/{FILE}/{place}")
        settings.OUVERTURE_TODAY = day

    return visit


def in_the_dark(visit: Callable[[Page], None]) -> Callable[[Page], None]:
    """The same visit by a browser set to dark; the next page asks for light again."""

    def dark(page: Page) -> None:
        page.emulate_media(color_scheme="dark")
        visit(page)

    return dark


def at_the_caisse(role: str, path: str) -> Callable[[Page], None]:
    """A screen of the caisse or a counter, on the day the claim of the article's person came to it."""

    def visit(page: Page) -> None:
        from django.conf import settings
        from django.contrib.sessions.backends.db import SessionStore

        from ouverture.adapters.accounts.models import Account
        from ouverture.dossier.person.decisions import TellBirth, TellNames
        from ouverture.site.page.house import use
        from tests.services.casework.wired import DAY, FILE, SHE, act, house_in, opened

        day, settings.OUVERTURE_TODAY = settings.OUVERTURE_TODAY, DAY
        house = opened(house_in(Path(tempfile.mkdtemp())))
        act(house, SHE, FILE, TellNames("Mercer", "", ("Alice", "Jane")))
        act(house, SHE, FILE, TellBirth("1991-07-14", "Portland", "US", "woman"))
        use(house)
        values = {"role": role, "office": "" if role == "kiosk" else "751", "label": role, "password": "!"}
        account, _ = Account.objects.get_or_create(login=f"tour-{role}", defaults=values)
        session = SessionStore()
        session["door_account"] = account.pk
        session["door_seen"] = session["door_opened"] = "2999-01-01T00:00:00+00:00"
        session["door_presented"] = [FILE]
        session.create()
        page.goto("/en/")
        page.context.clear_cookies(name="ouverture")
        root = page.url.removesuffix("en/")
        page.context.add_cookies([{"name": "ouverture", "value": session.session_key or "", "url": root}])
        page.goto(path.format(file=FILE))
        settings.OUVERTURE_TODAY = day
        page.context.clear_cookies(name="ouverture")

    return visit


def money_of_a_file(page: Page) -> None:
    """Her file while her number is a waiting one: three sheets, one paid short, on the day of that file."""
    from django.conf import settings

    from ouverture.site.doors.links import make_link
    from ouverture.site.page.house import use
    from tests.services.casework import test_care_money as sheets
    from tests.services.casework.wired import DAY, FILE, house_in, opened

    day, settings.OUVERTURE_TODAY = settings.OUVERTURE_TODAY, DAY
    house = sheets.with_a_waiting_number(opened(house_in(Path(tempfile.mkdtemp()))))
    use(house)
    for claim, line in {"a": ("gp", 3000), "b": ("dentist", 2300), "c": ("auxiliary", 1613)}.items():
        sheets.send(house, FILE, claim, line)
    sheets.pay(house, FILE, "a", 3000, 700)
    sheets.pay(house, FILE, "b", 2300, 1000)
    page.goto(f"/en/link/{make_link(FILE)}/")
    page.get_by_role("button", name="Open my file").click()
    page.wait_for_url("**/file/**")
    page.goto(f"/en/file/{FILE}/money/")
    settings.OUVERTURE_TODAY = day


def card_of_a_file(page: Page) -> None:
    """The page of her card: rights and number are there, and a drawn photo before a wall that is too white."""
    from django.conf import settings

    from ouverture.adapters.ocr.reader import ProcessReader
    from ouverture.services.papers.card_photo import keep_photo
    from ouverture.services.papers.reading import read_waiting
    from ouverture.site.doors.links import make_link
    from ouverture.site.page.house import use
    from tests.papers_drawn.face import WHITE_WALL, identity_photo
    from tests.services.casework.wired import DAY, FILE, NOON, SHE, house_in, opened
    from tests.services.papers.with_pages import seen

    day, settings.OUVERTURE_TODAY = settings.OUVERTURE_TODAY, DAY
    house = opened(house_in(Path(tempfile.mkdtemp())))
    assert house.papers is not None
    house = replace(house, papers=house.papers._replace(reader=ProcessReader()))
    use(house)
    assert keep_photo(house, SHE, seen(house), identity_photo(WHITE_WALL), NOON) is None
    read_waiting(house, FILE)
    page.goto(f"/en/link/{make_link(FILE)}/")
    page.get_by_role("button", name="Open my file").click()
    page.wait_for_url("**/file/**")
    page.goto(f"/en/file/{FILE}/card/")
    settings.OUVERTURE_TODAY = day


STEPS: tuple[tuple[str, str, str, Callable[[Page], None]], ...] = (
    ("start", "The start page", "01-start", lambda page: void(page.goto("/en/"))),
    ("question", "A question", "02-question", at_question("family_tie")),
    ("answer", "The answer and its plan", "03-answer", at_question("nothing")),
    ("document", "Which residence document, drawn", "", lambda page: void(page.goto("/en/questions/stay_document/"))),
    ("sheet", "The sheet to print", "16-print-a4", lambda page: void(page.goto("/en/verdict/print/"))),
    ("number", "Read a number", "", asked("/en/desks/number/", number="2 91 07 99 404 123 37")),
    ("caisse", "Find my caisse", "", asked("/en/desks/caisse/", postcode="75011")),
    ("papers", "Papers for my country", "", asked("/en/desks/papers/", country="United States")),
    ("limit", "Count a time limit", "",
     lambda page: void(page.goto("/en/desks/deadline/?rule=cra_appeal&start=2026-05-29&place=metropole"))),
    ("told", "Someone told me…", "",
     asked("/en/desks/message/",
           message="Votre situation actuelle ne vous permet pas de créer immédiatement votre compte ameli.")),
    ("remedies", "Contest or wait", "",
     asked("/en/desks/remedies/", **{"kind": "refusal", "happened_on-day": "20", "happened_on-month": "12",
                                     "happened_on-year": "2025"})),
    ("call", "Prepare a call", "", lambda page: void(page.goto("/en/desks/call/account_code/"))),
    ("care-sheet", "The paper care sheet", "", lambda page: void(page.goto("/en/desks/care-sheet/"))),
    ("price", "What will be paid back", "",
     asked("/en/desks/price/", act="gp", fee="30", pathway="out", sector="1", **{"on-day": "2026-01-05"})),
    ("resources", "Resources and ceilings", "", asked("/en/desks/resources/", household="2", income="15000")),
    ("contribution", "The subsidiary contribution", "",
     asked("/en/desks/contribution/", year="2024", capital="60000", replacement="foreign")),
    ("my-file", "Her file, and how much longer", "04-my-file", in_her_file("")),
    ("my-file-dark", "Her file, in the dark", "13-my-file-dark", in_the_dark(in_her_file(""))),
    ("my-papers", "Her papers", "05-papers", in_her_file("papers/")),
    ("card", "Her card, and what was measured on its photo", "06-card-photo", card_of_a_file),
    ("waits", "How much longer, and who says otherwise", "", in_her_file("waits/")),
    ("situation", "Her situation, and what if", "", in_her_file("situation/")),
    ("sending", "The ways to send, and what left", "", in_her_file("sending/")),
    ("letter", "A letter filled in from her file", "", in_her_file("write/cover/")),
    ("my-remedies", "Nobody answers", "", in_her_file("remedies/")),
    ("household", "The household in one place", "", in_her_file("household/")),
    ("money", "In her file: expected, received, and why less", "", lambda page: money_of_a_file(page)),
    ("queue", "An agent's day", "07-queue", at_the_caisse("agent", "/en/queue/")),
    ("review", "A paper to look at", "08-review", at_the_caisse("agent", "/en/file/{file}/review/")),
    ("decide", "The decision and its letter", "",
     at_the_caisse("agent", "/en/file/{file}/decide/?act=grant_application")),
    ("holds", "The holds of a file", "", at_the_caisse("agent", "/en/file/{file}/holds/?act=place_hold")),
    ("arrives", "What arrives", "", at_the_caisse("agent", "/en/file/{file}/intake/")),
    ("caller", "A call: who is calling", "09-caller", at_the_caisse("agent", "/en/file/{file}/call/")),
    ("team", "The team's work", "10-supervisor", at_the_caisse("supervisor", "/en/team/")),
    ("law-changes", "When the law changes", "", at_the_caisse("supervisor", "/en/law-changes/2026-04-01/")),
    ("demands", "What the caisse asks beyond the law", "", at_the_caisse("manager", "/en/demands/")),
    ("kiosk", "The kiosk", "11-kiosk", at_the_caisse("kiosk", "/en/kiosk/")),
    ("parts", "The parts", "14-components", lambda page: void(page.goto("/en/style/"))),
    ("right-to-left", "The parts, from right to left", "15-question-rtl",
     lambda page: void(page.goto("/en/style/?direction=rtl"))),
    ("staff", "The parts for staff", "07-queue", lambda page: void(page.goto("/fr/style/staff/"))),
)  # fmt: skip
"""Name of the picture, title, drawing it was built from, and how to get there."""


def void(_: object) -> None:
    """A visit returns nothing."""


def main(drawings: Path | None) -> None:
    """Photograph every step and write the page."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    home = tempfile.mkdtemp()
    address = serve(home)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        for width in WIDTHS:
            walk(browser, address, width)
        if drawings:
            copy_drawings(browser, drawings)
        browser.close()
    shutil.rmtree(home)
    papers = tour_papers.drawn(PICTURES)
    (DOCS / "tour.md").write_text(written() + tour_papers.written(papers), encoding="utf-8")


def serve(home: str) -> str:
    """The site on a free port, its accounts in a folder that goes away."""
    from threading import Thread

    os.environ["OUVERTURE_HOME"] = home
    from django.conf import settings
    from django.core.management import call_command
    from waitress.server import create_server

    from ouverture.site.wsgi import application

    settings.OUVERTURE_TODAY = TODAY
    call_command("migrate", verbosity=0)
    server = create_server(application, host="127.0.0.1", port=0, threads=2)
    Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"


def walk(browser: Browser, address: str, width: int) -> None:
    """Every step at one width, one visitor."""
    context = browser.new_context(
        base_url=address, viewport={"width": width, "height": 844}, device_scale_factor=SCALE if width > 800 else 1
    )
    page = context.new_page()
    for name, _, _, visit in STEPS:
        page.emulate_media(color_scheme="light")
        visit(page)
        page.wait_for_load_state()
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=PICTURES / f"{name}-{width}.jpg", type="jpeg", quality=QUALITY)
        page.set_viewport_size({"width": width, "height": 844})
        if name == "answer" and width > 800:
            page.set_viewport_size({"width": width, "height": 1000})
            page.screenshot(path=DOCS / "images" / "answer.png")
    context.close()


def copy_drawings(browser: Browser, drawings: Path) -> None:
    """The drawings, made as small as the screens."""
    page = browser.new_page(device_scale_factor=1)
    for _, _, drawing, _ in STEPS:
        for width in WIDTHS if drawing else ():
            source = drawings / (f"{drawing}.png" if drawing.endswith("a4") else f"{drawing}-{width}.png")
            shown = round(width * SCALE) if width > 800 else width
            data = b64encode(source.read_bytes()).decode()
            page.set_content(f'<body style="margin:0"><img width="{shown}" src="data:image/png;base64,{data}">')
            page.locator("img").screenshot(path=PICTURES / f"drawn-{drawing}-{width}.jpg", type="jpeg", quality=QUALITY)
            if drawing.endswith("a4"):
                break
    page.close()


def written() -> str:
    """The page: for each step, the screen at both widths and the drawing."""
    lines = [
        "# The first face, beside its drawings",
        "",
        "Made by `script/tour`; nothing here is drawn by hand. The person is invented: the American wife of an insured",
        "Frenchman, in Paris, on 8 January 2026. Left: the screen today. Right: the drawing it was built from, if any.",
        "People, offices and dates in the drawings are invented.",
    ]
    for name, title, drawing, _ in STEPS:
        lines += ["", f"## {title}", ""]
        for width in WIDTHS:
            pictures = [(f"{name}-{width}", f"{title}, {width} px wide")]
            if drawing and (PICTURES / f"drawn-{drawing}-{width}.jpg").exists():
                pictures.append((f"drawn-{drawing}-{width}", f"drawing of: {title}, {width} px"))
            lines.append(
                " ".join(f'<img src="images/tour/{file}.jpg" width="48%" alt="{alt}">' for file, alt in pictures)
            )
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
