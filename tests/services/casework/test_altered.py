"""A file in which a hand put an event: told to whoever may open it, no file to others, and left out of what is many."""

from __future__ import annotations

from pathlib import Path

import pytest

from ouverture.adapters.journal.record import Record
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.access import NO_SUCH_FILE
from ouverture.services.casework.acting import carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.altered import ALTERED, met_by, met_in_a_list
from ouverture.services.casework.house import House
from ouverture.services.casework.look import Look, look_at
from ouverture.services.casework.not_as_written import NotAsWritten
from ouverture.services.casework.team import Shared, share_out
from ouverture.services.casework.together_sent import SentTogether, send_together
from ouverture.services.casework.work import WorkAsked, work_of
from tests.services.casework.wired import (
    AGENT,
    AGENT_ELSEWHERE,
    DAY,
    FILE,
    NOON,
    RECORD,
    SHE,
    STRANGER,
    SUPERVISOR,
    claim,
    house_in,
    opened,
    wanted,
)

COPIED = "stream, kind, body, day, recorded_at, said_by, who, cause, schema, hash, mark"
PUT_IN = (
    f"INSERT INTO events (version, key, {COPIED})"
    f" SELECT version + 1, 'x', {COPIED} FROM events WHERE stream = ? ORDER BY version DESC LIMIT 1"
)

A_RECEIPT = (
    "INSERT INTO owed (stream, act, about, first, holder, office, due, basis)"
    " SELECT stream, 'issue_receipt', 'x', 0, 'caisse', office, due, basis FROM owed WHERE office = '751' LIMIT 1"
)


@pytest.fixture
def house(tmp_path: Path) -> House:
    made = opened(house_in(tmp_path))
    assert isinstance(made.journal, Record)
    made.journal.store.write(lambda connection: connection.execute(PUT_IN, (FILE,)))
    return made


@pytest.mark.parametrize("actor", [SHE, AGENT])
def test_whoever_may_open_it_is_told(house: House, actor: Actor) -> None:
    with pytest.raises(NotAsWritten):
        look_at(house, actor, Look(FILE, "casework", DAY, NOON))


@pytest.mark.parametrize("actor", [STRANGER, AGENT_ELSEWHERE])
def test_for_others_it_does_not_exist(house: House, actor: Actor) -> None:
    assert met_by(house, actor, FILE).last is None
    assert look_at(house, actor, Look(FILE, "casework", DAY, NOON)) == NO_SUCH_FILE
    assert carry_out(house, actor, wanted(FILE, claim())) == NO_SUCH_FILE


def test_what_is_done_for_many_files_goes_on_without_it(house: House) -> None:
    rows = work_of(house, AGENT, WorkAsked(), DAY)
    assert not isinstance(rows, Refusal)
    assert {(one.altered, one.person.name, one.says) for one in rows} == {(True, FILE, ALTERED.says)}
    assert share_out(house, SUPERVISOR, "", AGENT.id, 9, NOON) == Shared(0)
    assert isinstance(house.journal, Record)
    house.journal.store.write(lambda connection: connection.execute(A_RECEIPT))
    assert send_together(house, AGENT, "", DAY, NOON) == SentTogether(0, (ALTERED,))
    assert met_in_a_list(house, FILE) is None
    assert met_in_a_list(house, RECORD) is not None
