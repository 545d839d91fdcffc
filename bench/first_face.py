"""What a newcomer waits for: server time beside a bare Django page, weight, and paint on a slow processor.

    python bench/first_face.py            server time, weight and paint
    python bench/first_face.py --quick    server time alone, without a browser

The person is examples/american_spouse_paris.toml. Server times are CPU times of this process, all in one run, so that
only their ratio to the bare page matters. Paint needs Debian's chromium and playwright.
"""

import argparse
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

import django
from page import table, write_part
from timing import MILLI, Figure, Section, load, machine

ROOT = Path(__file__).resolve().parent.parent

EXAMPLE = ROOT / "examples" / "american_spouse_paris.toml"
PAGES = {
    "start": "",
    "a question (family tie)": "questions/family_tie/",
    "a question of 200 countries": "questions/nationality/",
    "the residence document": "questions/stay_document/",
    "the answer and its plan": "verdict/",
    "the sheet to print": "verdict/print/",
    "what stands behind the answer": "verdict/behind/",
    "a small desk (number)": "desks/number/",
    "the call sheets": "desks/call/",
    "an article": "law/css-d160-2/",
}
PLANS = ("the answer and its plan", "the sheet to print", "what stands behind the answer")
SEEN_FIRST = ("start", "a question (family tie)", "a question of 200 countries", "the residence document", PLANS[0])
ROUNDS, BARE_ROUNDS = 40, 200
TIMES_BARE, AND_MS, AND_MS_FOR_A_PLAN = 2.5, 5, 15
WEIGHT_LIMIT, PAINT_LIMIT, SLOWER, PAINTS, FONTS_LATE = 60_000, 1_000, 4, 5, 0.4

BARE = """<!doctype html><html lang="en"><title>{{ title }}</title><body>
{% for line in lines %}<p>{{ line }}</p>{% endfor %}
<form method="post">{% csrf_token %}<button>Go</button></form></body></html>"""
"""A page as a Django project has it on its first day: one template, one form, its session read."""

ABOUT_SERVER = """CPU time of one page in the process that serves it, the least of {rounds}. The bare page has
Django's own middleware, one template, one form, and reads its session."""
ABOUT_WEIGHT = """Bytes over the wire, all told: page, style, fonts, pictures; nothing kept from before."""
ABOUT_PAINT = """The largest paint in chromium with a processor {slower} times slower, 390 px wide, nothing kept from
before, the best of {paints}; and how much of the page moved when the fonts came {late} seconds late
(layout shift; 0 is none)."""

WATCH = """() => {
  window.seen = {paint: 0, moved: 0};
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.seen.paint = entry.startTime; }))
    .observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(list => list.getEntries().forEach(entry => { window.seen.moved += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
}"""


def main(quick: bool) -> int:
    """Measure, print, write the page; 1 when a limit is missed."""
    logging.disable(logging.CRITICAL)
    os.environ["OUVERTURE_TODAY"] = "2026-11-23"
    os.environ["OUVERTURE_HOME"] = tempfile.mkdtemp(prefix="ouverture-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "ouverture.site.settings"
    django.setup()
    from ouverture.adapters.accounts.database import make_ready

    make_ready()
    sections = [server_times()]
    if not quick:
        sections += in_a_browser()
    for section in sections:
        print(f"\n{section.title}")
        for figure in section.figures:
            print("  " + " | ".join(figure.cells))
    head = "# The first face\n\nWritten by `python bench/first_face.py`; do not edit.\n\n"
    head += f"- Machine: {machine()}. Load: {load()}.\n"
    if not quick:
        write_part("first_face", head + "".join(table(section) for section in sections))
    return int(any(figure.kept is False for section in sections for figure in section.figures))


def server_times() -> Section:
    """Each page beside the bare one, rounds of all of them in turn, so that a busy machine is busy for all."""
    client = visitor()
    asked: dict[str, Callable[[], object]] = {name: _getting(client, path) for name, path in PAGES.items()}
    least = dict.fromkeys(asked, float("inf"))
    bare = float("inf")
    with bare_site() as get:
        bare = min(spent_in(get) for _ in range(BARE_ROUNDS))
    for _ in range(ROUNDS):
        for name, get_page in asked.items():
            least[name] = min(least[name], spent_in(get_page))
    with bare_site() as get:
        bare = min(bare, *(spent_in(get) for _ in range(BARE_ROUNDS)))
    figures = [Figure("a bare Django page", f"{bare * MILLI:.1f} ms")]
    for name, spent in least.items():
        limit = TIMES_BARE * bare + (AND_MS_FOR_A_PLAN if name in PLANS else AND_MS) / MILLI
        figures.append(
            Figure(
                name, f"{spent * MILLI:.1f} ms ({spent / bare:.1f} times)", f"{limit * MILLI:.1f} ms", spent <= limit
            )
        )
    return Section("Server time", ABOUT_SERVER.format(rounds=ROUNDS), tuple(figures))


def visitor() -> Any:
    """A visitor who has given the answers of the example."""
    from django.core.files.uploadedfile import SimpleUploadedFile
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.post("/en/answers/reload/", {"file": SimpleUploadedFile("mine.toml", EXAMPLE.read_bytes())})
    return client


def _getting(client: Any, path: str) -> Callable[[], object]:
    def get() -> object:
        answer = client.get(f"/en/{path}")
        assert answer.status_code == 200, (path, answer.status_code)
        return answer

    return get


def spent_in(act: Callable[[], object]) -> float:
    """CPU seconds of this process."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


@contextmanager
def bare_site() -> Iterator[Callable[[], object]]:
    """Django with its own middleware and one page: a call that gets it."""
    from django.http import HttpRequest, HttpResponse
    from django.middleware.csrf import get_token
    from django.template import Context, Engine
    from django.test import Client, override_settings
    from django.urls import path

    template = Engine().from_string(BARE)

    def page(request: HttpRequest) -> HttpResponse:
        request.session.get("anything")
        told = {"title": "Bare", "lines": range(10), "csrf_token": get_token(request)}
        return HttpResponse(template.render(Context(told)))

    with override_settings(ROOT_URLCONF=(path("", page),), MIDDLEWARE=MIDDLEWARE):
        client = Client(SERVER_NAME="localhost")
        client.cookies["sessionid"] = "0" * 32
        yield lambda: client.get("/")


MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
"""What `django-admin startproject` gives, without the messages that this site does not have."""


def in_a_browser() -> list[Section]:
    """Weight and paint, on this machine's own server."""
    from playwright.sync_api import sync_playwright
    from waitress.server import create_server

    from ouverture.site.wsgi import application

    server = create_server(application, host="127.0.0.1", port=0, threads=2)
    Thread(target=server.run, daemon=True).start()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        options = {"base_url": f"http://127.0.0.1:{server.effective_port}", "viewport": {"width": 390, "height": 844}}
        options["storage_state"] = _answered(browser, options)
        weights, paints = zip(*(_page_in(browser, options, name) for name in SEEN_FIRST), strict=True)
        browser.close()
    moved = tuple(figure for pair in paints for figure in pair)
    return [
        Section("Weight", ABOUT_WEIGHT, tuple(weights)),
        Section("Paint", ABOUT_PAINT.format(slower=SLOWER, paints=PAINTS, late=FONTS_LATE), moved),
    ]


def _answered(browser: Any, options: dict[str, Any]) -> Any:
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto("/en/answers/reload/")
    page.set_input_files("#file", EXAMPLE)
    page.click("main form button")
    page.wait_for_url("**/answers/")
    state = context.storage_state()
    context.close()
    return state


def _page_in(browser: Any, options: dict[str, Any], name: str) -> tuple[Figure, tuple[Figure, Figure]]:
    path = f"/en/{PAGES[name]}"
    runs = [_visit(browser, options, path) for _ in range(PAINTS)]
    weight, paint = max(run[0] for run in runs), min(run[1] for run in runs)
    middle = statistics.median(run[1] for run in runs)
    moved = max(_visit(browser, options, path, late=True)[2], *(run[2] for run in runs))
    return (
        Figure(name, f"{weight / 1000:.1f} kB", f"{WEIGHT_LIMIT / 1000:.0f} kB", weight < WEIGHT_LIMIT),
        (
            Figure(
                f"{name}: largest paint",
                f"{paint:.0f} ms (middle: {middle:.0f})",
                f"{PAINT_LIMIT} ms",
                paint < PAINT_LIMIT,
            ),
            Figure(f"{name}: moved", f"{moved:.4f}", "0.01", moved < 0.01),
        ),
    )


def _late(route: Any) -> None:
    time.sleep(FONTS_LATE)
    route.continue_()


def _visit(browser: Any, options: dict[str, Any], path: str, late: bool = False) -> tuple[int, float, float]:
    """Bytes, milliseconds to the largest paint, layout shift of one visit with nothing kept."""
    context = browser.new_context(**options)
    page = context.new_page()
    page.add_init_script(f"({WATCH})()")
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    loaded: list[int] = []
    wire.on("Network.loadingFinished", lambda told: loaded.append(int(told["encodedDataLength"])))
    if late:
        page.route("**/fonts/**", _late)
    page.goto(path, wait_until="load")
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    seen = page.evaluate("window.seen")
    context.close()
    return sum(loaded), seen["paint"], seen["moved"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="server time alone")
    sys.exit(main(parser.parse_args().quick))
