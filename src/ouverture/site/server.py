"""Serving the site from this machine, by default to this machine only."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from ouverture.site import trust
from ouverture.text import Text

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler

    from ouverture.site.listening import Door

THREADS = 4
EVERYWHERE = ("0.0.0.0", "::")


class CannotServe(Exception):
    """The address cannot be served from; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def run(host: str = "127.0.0.1", port: int = 8000, demo: bool = False, proxy: str = "") -> None:
    """Serve until stopped, after saying where; raises CannotServe when it cannot, or should not.

    ``demo``: a town of invented people stands behind every page, in a home of its own. ``proxy``: the address of the
    server in front, which speaks HTTPS to the world.
    """
    from ouverture.site.renewing import begin_anew, renew_when_erased

    _settle_trust(host, proxy)
    if demo:
        _move_to_the_demonstration()
    from ouverture.adapters.accounts.database import make_ready
    from ouverture.site.wsgi import application

    make_ready()
    if demo:
        from ouverture.site.demo.opening import open_demonstration
        from ouverture.site.page.clock import today

        open_demonstration(os.environ, today())
    warm_up()
    door = _door(application, host, port)
    door.stop_when_told()
    first = "en/demo/" if demo else ""
    print(f"Ouverture: http://{_shown(host)}:{door.port}/{first}  (Ctrl+C stops it)", file=sys.stderr, flush=True)
    if not demo:
        renew_when_erased(door)
    door.run()
    if door.handed_on:
        begin_anew(door.handed_on)


def _door(application: WSGIHandler, host: str, port: int) -> Door:
    from ouverture.site.listening import Door
    from ouverture.site.renewing import handed_sockets

    try:
        return Door(application, host, port, THREADS, os.environ.get(trust.PROXY, ""), handed_sockets())
    except (OSError, ValueError) as problem:
        raise CannotServe(
            Text(
                f"Impossible d'ouvrir le site sur {host}:{port} ({problem}). Essayez un autre port.",
                f"The site cannot be opened on {host}:{port} ({problem}). Try another port.",
            )
        ) from None


def _settle_trust(host: str, proxy: str) -> None:
    """Before Django reads its settings: who is believed, and by which names the site is known."""
    if proxy:
        os.environ[trust.PROXY] = proxy
    try:
        if host in EVERYWHERE and trust.HOSTS not in os.environ:
            os.environ[trust.HOSTS] = ""  # refused: which names are ours cannot be known
        if not os.environ.get(trust.PROXY):
            os.environ.setdefault(trust.HOSTS, _hosts(host))
        trust.check(os.environ)
    except trust.NotTrusted as problem:
        raise CannotServe(problem.text) from None


def _move_to_the_demonstration() -> None:
    """Before Django reads its settings: no real file, account or key is touched."""
    from ouverture.site.demo.opening import demonstration_settings

    os.environ.pop("OUVERTURE_JOURNAL", None)
    os.environ.update(demonstration_settings(os.environ))


def warm_up() -> None:
    """Think the first screen out before the first visitor comes, so that no page waits for it."""
    from ouverture.services.answer.interview import next_screen, questions_range
    from ouverture.site.page.clock import today

    next_screen({}, today())
    questions_range({}, today())


def _hosts(host: str) -> str:
    return ",".join(dict.fromkeys(("127.0.0.1", "localhost", "[::1]", _shown(host))))


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
