"""Journals as earlier releases wrote them, with what those releases read in them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCHEMA_1_KEY = bytes.fromhex((HERE / "schema1.key").read_text("ascii"))
"""The key of the journal of invented people that commit 7efedb5 wrote."""


def schema_1(into: Path) -> Path:
    """The journal written by commit 7efedb5, tables of schema 1, put in a folder."""
    path = into / "schema1.sqlite3"
    path.write_bytes(gzip.decompress((HERE / "schema1.sqlite3.gz").read_bytes()))
    return path


def read_by_7efedb5() -> dict[str, dict[str, Any]]:
    """By file: how many events it has, the hash of the last, and what that release read in it."""
    found: dict[str, dict[str, Any]] = json.loads((HERE / "schema1.json").read_text("utf-8"))
    return found
