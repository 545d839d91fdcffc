"""The words of the remedies, from ``data/ladder.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.text import Text
from ouverture.wording.filling import Filling


@cache
def data() -> dict[str, Any]:
    """The file as it stands."""
    return tomllib.loads(files("ouverture.wording").joinpath("data/ladder.toml").read_text(encoding="utf-8"))


def nudge_after_days() -> int:
    """Days of silence before a nudge: our own advice, no text sets them."""
    return int(data()["nudge_after_days"])


def said(section: str, name: str, filling: Filling) -> Text:
    """The sentence ``name`` of a section, filled; a section may share those of another."""
    return Text(**_row(section, name)).filled(**filling)


def entry(section: str, name: str, filling: Filling) -> tuple[Text, Text] | None:
    """Title and text of a calendar entry, or None when the section has none."""
    row = data()[section].get(name)
    return (Text(**row["title"]).filled(**filling), Text(**row["text"]).filled(**filling)) if row else None


def _row(section: str, name: str) -> dict[str, str]:
    rows = data()[section]
    row: dict[str, str] = rows[name] if name in rows else data()[rows["same_as"]][name]
    return row
