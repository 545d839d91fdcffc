"""Records of earlier releases are read as records of today."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

import ouverture.dossier.machine  # noqa: F401 - declares every event
from ouverture.dossier.kernel import EVENTS
from ouverture.dossier.older import SCHEMA, kind_of_today, of_today
from ouverture.dossier.records import from_record
from tests.adapters.journal.released.journals import schema_1


@pytest.fixture
def written(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    with sqlite3.connect(schema_1(tmp_path)) as connection:
        yield connection
    connection.close()


def test_every_record_of_schema_1_is_an_event_of_today(written: sqlite3.Connection) -> None:
    kinds = set()
    for kind, body in written.execute("SELECT kind, body FROM events"):
        now, said = of_today(1, kind, json.loads(body))
        assert now == kind_of_today(1, kind)
        assert type(from_record(now, said)) is EVENTS[now]
        kinds.add(kind)
    assert {"claim_refused", "sheet_received", "appeal_lodged", "message_queued"} <= kinds
    assert len(kinds) > 80


def test_what_a_message_told_is_named_as_today(written: sqlite3.Connection) -> None:
    told = set()
    for kind, body in written.execute("SELECT kind, body FROM events WHERE kind LIKE 'message_%'"):
        told.update(of_today(1, kind, json.loads(body))[1].get("about", ()))
    assert "application_refused" in told
    assert told <= EVENTS.keys()


def test_a_record_of_today_is_left_as_it_is() -> None:
    said = {"on": "2026-11-23", "by": "caisse", "about": ["claim_refused"]}
    assert of_today(SCHEMA, "claim_received", said) == ("claim_received", said)


def test_a_record_of_a_later_release_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match=f"this release reads up to schema {SCHEMA}"):
        of_today(SCHEMA + 1, "claim_received", {})


def test_whoever_was_typed_is_who_acted() -> None:
    said = {"on": "2026-11-23", "by": "caisse", "other_file": "f2", "proposed_by": "agent 1", "approved_by": "agent 2"}
    kind, now = of_today(1, "merged", said)
    assert from_record(kind, now).at.who == "agent 2"
