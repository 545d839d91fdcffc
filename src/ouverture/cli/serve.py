"""`ouverture serve` and `ouverture demo`: the site."""

from __future__ import annotations

import argparse
import os
from datetime import date
from typing import Any

from ouverture.cli.door import BadInput, add_door
from ouverture.text import Text

LAST_PORT = 65535


def register(commands: Any) -> None:
    """Add these doors to the command."""
    for name, demo, about in (
        ("serve", False, "the site, on this machine"),
        ("demo", True, "the site with a caisse, its people and files in every state, all invented"),
    ):
        site = add_door(commands, name, _serve, about)
        site.set_defaults(demo=demo)
        site.add_argument("--host", default="127.0.0.1")
        site.add_argument("--port", type=_port, default=8000)
        site.add_argument(
            "--behind-proxy",
            nargs="?",
            const="127.0.0.1",
            default="",
            metavar="ADDRESS",
            help="another server stands in front and speaks HTTPS; its IP address (127.0.0.1), and no other, is "
            "believed on who comes. OUVERTURE_HOSTS must name the site (docs/serving.md)",
        )


def _serve(options: argparse.Namespace) -> int:
    from ouverture.site.server import CannotServe, run

    _check_today(os.environ.get("OUVERTURE_TODAY"))
    _check_offices()
    try:
        run(options.host, options.port, options.demo, options.behind_proxy)
    except CannotServe as problem:
        raise BadInput(problem.text) from None
    return 0


def _check_offices() -> None:
    """The setting that names the caisses of the house; raises BadInput before a page would stumble on it."""
    from ouverture.adapters.journal.opening import NoJournal
    from ouverture.wiring import offices_named

    try:
        offices_named(os.environ)
    except NoJournal as problem:
        raise BadInput(Text(f"{problem}.", f"{problem}.")) from None


def _check_today(fixed: str | None) -> None:
    """The setting that fixes the day of every page; raises BadInput before the site reads it."""
    try:
        date.fromisoformat(fixed or "2026-01-01")
    except ValueError:
        raise BadInput(
            Text(
                f"OUVERTURE_TODAY : « {fixed} » n'est pas un jour ; écrivez année-mois-jour, par exemple 2026-05-31.",
                f'OUVERTURE_TODAY: "{fixed}" is not a day; write year-month-day, for example 2026-05-31.',
            )
        ) from None


def _port(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal() and 1 <= int(typed[:9]) <= LAST_PORT):
        raise argparse.ArgumentTypeError(f'"{typed}" is not a port; give a number from 1 to {LAST_PORT}')
    return int(typed)
