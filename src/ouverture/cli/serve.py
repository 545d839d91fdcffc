"""`ouverture serve` and `ouverture demo`: the site."""

from __future__ import annotations

import argparse
from typing import Any

from ouverture.cli.door import add_door


def register(commands: Any) -> None:
    """Add these doors to the command."""
    for name, run, about in (
        ("serve", _serve, "the site, on this machine"),
        ("demo", _serve, "the site, opened for a first look"),
    ):
        site = add_door(commands, name, run, about)
        site.add_argument("--host", default="127.0.0.1")
        site.add_argument("--port", type=int, default=8000)


def _serve(options: argparse.Namespace) -> int:
    from ouverture.site.server import run

    run(options.host, options.port)
    return 0
