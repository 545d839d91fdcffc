"""The measures of the checks and their words, from ``data``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def measures(check: str) -> dict[str, Any]:
    """What one check measures against, with its source and the day it was seen."""
    raw = files("ouverture.evidence").joinpath("data", "checks.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(raw)[check]
    return found
