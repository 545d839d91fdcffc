"""The closed list of reasons for which a hold may be placed, and what each may block at most: ``data/holds.toml``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ouverture.dossier.words import table
from ouverture.text import Text


class Reason(NamedTuple):
    """One reason. ``longest_days`` is our promise: how long a hold may live before it is looked at.

    ``may_block``: the only kinds of commands it can block. ``seen_only``: never ours, only seen from outside.
    """

    code: str
    says: Text
    way_out: Text
    longest_days: int
    may_block: frozenset[str]
    source: str
    seen_only: bool


@cache
def reasons() -> dict[str, Reason]:
    """Every reason by its code."""
    return {code: _reason(code) for code in table("holds")}


def _reason(code: str) -> Reason:
    row = table("holds")[code]
    return Reason(code, Text(row["fr"], row["en"]), Text(**row["way_out"]), row["longest_days"],
                  frozenset(row["may_block"]), row["source"], row.get("seen_only", False))  # fmt: skip
