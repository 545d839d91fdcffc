"""Reading the package's own data files, from the folder ``data/`` beside this module."""

import csv
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "data"


def text_of(name: str) -> str:
    """The whole text of the data file ``name`` (UTF-8)."""
    return (FOLDER / name).read_text(encoding="utf-8")


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of the CSV file ``name``, one dictionary per row, keyed by the header."""
    return rows_in(text_of(name).splitlines())


def rows_in(lines: Iterable[str]) -> list[dict[str, str]]:
    """The rows of CSV ``lines`` with a header row."""
    return list(csv.DictReader(lines))


def table_of(name: str) -> dict[str, Any]:
    """The TOML file ``name``."""
    return tomllib.loads(text_of(name))


def day(iso: str) -> date | None:
    """The date written ``iso`` (YYYY-MM-DD), or None when the cell is empty."""
    return date.fromisoformat(iso) if iso else None
