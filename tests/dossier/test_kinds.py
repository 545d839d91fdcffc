"""The kinds that the journal stores for ever: a class renamed by chance would rename history."""

from typing import Any

import pytest

import ouverture.dossier.machine  # noqa: F401 - declares every event and command
from ouverture.dossier.kernel import COMMANDS, EVENTS
from ouverture.dossier.words import table

KINDS: dict[str, Any] = table("kinds")
DECLARED: dict[str, dict[str, Any]] = {"events": dict(EVENTS), "commands": dict(COMMANDS)}


@pytest.mark.parametrize("sort", DECLARED)
def test_the_kinds_declared_are_the_kinds_written_down_by_aggregate(sort: str) -> None:
    declared: dict[str, set[str]] = {}
    for kind, cls in DECLARED[sort].items():
        if cls.__module__.startswith("ouverture."):
            declared.setdefault(cls.__module__.split(".")[2], set()).add(kind)
    assert {aggregate: set(kinds) for aggregate, kinds in KINDS[sort].items()} == declared


@pytest.mark.parametrize("schema", KINDS["older"])
def test_an_older_kind_leads_to_one_of_today_and_is_none_itself(schema: str) -> None:
    today = EVENTS.keys() | COMMANDS.keys()
    for older, now in KINDS["older"][schema].items():
        assert older not in today
        assert now in today
    assert int(schema) < KINDS["schema"]


@pytest.mark.parametrize("schema", KINDS["older_fields"])
def test_an_older_field_leads_to_a_field_of_today(schema: str) -> None:
    every: dict[str, Any] = {**EVENTS, **COMMANDS}
    for kind, fields in KINDS["older_fields"][schema].items():
        assert all(now in ("who", "") or now in every[kind].__dataclass_fields__ for now in fields.values()), kind
        assert all(older not in every[kind].__dataclass_fields__ for older in fields), kind
