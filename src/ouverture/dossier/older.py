"""Records written by earlier releases, read as records of today: kinds, fields and values renamed since.

What was renamed stands in ``data/kinds.toml``, by the schema that used the older name. Nothing is written again: the
journal keeps every record as it was, with the number of its schema.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from ouverture.dossier.words import table

SCHEMA: int = table("kinds")["schema"]  # type: ignore[assignment]
"""The schema of the records this release writes."""

NAMES_OF_KINDS = ("about",)
"""Fields that list kinds of events: what a message told."""


def of_today(schema: int, kind: str, said: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The kind and the values of a record as this release names them; ``schema`` is the one it was written under.

    Raises ValueError for a schema of a later release.
    """
    if schema > SCHEMA:
        raise ValueError(f"a record of schema {schema}: this release reads up to schema {SCHEMA}")
    now, values = kind, dict(said)
    for each in range(schema, SCHEMA):
        now, values = _next(each, now, values)
    return now, values


def kind_of_today(schema: int, kind: str) -> str:
    """The name of a kind as this release gives it."""
    for each in range(schema, SCHEMA):
        kind = _renamed("older", each).get(kind, kind)
    return kind


def _next(schema: int, kind: str, said: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    kinds = _renamed("older", schema)
    now = kinds.get(kind, kind)
    fields = _renamed("older_fields", schema).get(now, {})
    values = _renamed("older_values", schema).get(now, {})
    written = {called: value for name, value in said.items() if (called := fields.get(name, name))}
    for name, renamed in values.items():
        if name in written:
            written[name] = renamed.get(written[name], written[name])
    for name in _renamed("typed_names", schema).get(now, ()):
        if typed := written.pop(name, ""):
            written.setdefault("who", typed)
    for name in NAMES_OF_KINDS:
        if isinstance(listed := written.get(name), list):
            written[name] = [kinds.get(one, one) for one in listed]
    return now, written


@cache
def _renamed(which: str, schema: int) -> dict[str, Any]:
    found: dict[str, Any] = table("kinds").get(which, {}).get(str(schema), {})
    return found
