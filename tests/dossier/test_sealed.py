"""Every field of every event is sealed at rest, or declared harmless with a reason."""

from __future__ import annotations

from datetime import date
from types import UnionType
from typing import Any, Literal, Union, cast, get_args, get_origin

import pytest

import ouverture.dossier.machine  # noqa: F401 - declares every event
from ouverture.dossier.kernel import EVENTS, Event
from ouverture.dossier.records import _hints, from_record, sealed_fields
from ouverture.dossier.words import table

HARMLESS = table("in_clear")
OURS = {kind: declared for kind, declared in EVENTS.items() if declared.__module__.startswith("ouverture.")}


def says_text(hint: Any) -> bool:
    """Whether a field may hold words: anything but a day, a number, yes or no, or a choice out of a closed list."""
    if get_origin(hint) is Literal or hint in (bool, int, date, type(None), Ellipsis):
        return False
    if get_origin(hint) in (tuple, Union, UnionType):
        return any(map(says_text, get_args(hint)))
    return True


def in_clear(kind: str, declared: type[Event]) -> set[str]:
    hints: dict[str, Any] = _hints(cast(Any, declared))
    return {name for name, hint in hints.items() if says_text(hint)} - sealed_fields(kind)


@pytest.mark.parametrize("kind", sorted(OURS))
def test_what_an_event_says_in_text_is_sealed_or_declared_harmless(kind: str) -> None:
    declared = HARMLESS["fields"].keys() | {
        name.partition(".")[2] for name in HARMLESS["of_a_kind"] if name.partition(".")[0] == kind
    }
    assert in_clear(kind, OURS[kind]) <= declared


def test_nothing_is_declared_harmless_that_no_event_says_in_clear() -> None:
    said = {(kind, name) for kind, declared in OURS.items() for name in in_clear(kind, declared)}
    assert HARMLESS["fields"].keys() <= {name for _, name in said}
    assert {tuple(name.split(".")) for name in HARMLESS["of_a_kind"]} <= said
    assert all(len(reason) > 10 for part in HARMLESS.values() for reason in part.values())


@pytest.mark.parametrize("kind", sorted(kind for kind in OURS if sealed_fields(kind)))
def test_an_event_whose_key_is_gone_is_still_an_event(kind: str) -> None:
    hints: dict[str, Any] = _hints(cast(Any, OURS[kind]))
    record = {name: "" if name in sealed_fields(kind) else _anything(hint) for name, hint in hints.items()}
    assert from_record(kind, {**record, "on": "2026-11-23", "by": "caisse"}).kind == kind


def _anything(hint: Any) -> Any:
    """A value in its plain form, of any kind."""
    if get_origin(hint) is tuple:
        return []
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    return {bool: False, int: 0, date: "2026-11-23"}.get(hint, "" if hint is str else None)
