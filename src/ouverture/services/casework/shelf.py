"""The tables of this room: what its use cases say and count, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def data_of(name: str) -> dict[str, Any]:
    """``data/<name>.toml``, read once."""
    return tomllib.loads(files(__package__).joinpath(f"data/{name}.toml").read_text(encoding="utf-8"))
