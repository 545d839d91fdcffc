"""The site served for real, and Debian's chromium in front of it: for the journeys, the tour and the long tests."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from urllib.request import urlopen

import django
from playwright.sync_api import Browser, ViewportSize, sync_playwright
from waitress.server import create_server

os.environ["DJANGO_SETTINGS_MODULE"] = "ouverture.site.settings"
os.environ["OUVERTURE_TODAY"] = "2026-11-23"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver has a loop of its own in the thread of the test
django.setup()

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)
THE_OTHER_WIDTH = "JOURNEYS_AT_THE_OTHER_WIDTH"
"""Set by the long tests, which walk each journey on both screens; the suite walks it on one."""


def screen(usual: ViewportSize) -> ViewportSize:
    """The screen of a journey: its usual one, or the other of the two."""
    if THE_OTHER_WIDTH not in os.environ:
        return usual
    return DESK if usual["width"] == PHONE["width"] else PHONE


@contextmanager
def served() -> Iterator[str]:
    """The address of the site."""
    from ouverture.adapters.accounts.database import make_ready
    from ouverture.site.wsgi import application

    make_ready()
    server = create_server(application, host="127.0.0.1", port=0, threads=2)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    # The first page reads the whole law: no journey waits for that.
    urlopen(f"http://127.0.0.1:{server.effective_port}/en/verdict/", timeout=120).close()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.close()
    thread.join(timeout=5)


@contextmanager
def chromium_opened() -> Iterator[Browser]:
    """A browser; to be opened after the site, whose tables cannot be made once playwright's loop runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(ARGUMENTS))
        yield browser
        browser.close()
