"""An office's work: each act once, in its stage and band; shared out and handed over by whoever may."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import pytest

from ouverture.dossier.refusals import Refusal
from ouverture.services.casework import flow_seen
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.ports import Asked, Journal, Passed
from ouverture.services.casework.team import (
    DAYS_SHOWN,
    Shared,
    TeamPicture,
    hand_over,
    picture_of,
    rows_of,
    share_out,
    working_days,
)
from ouverture.services.casework.work import WorkAsked, work_of
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE, SUPERVISOR

SECOND = Actor("agent-12", "agent", "751")


def picture(house: House, after: int = 0) -> TeamPicture:
    found = picture_of(house, SUPERVISOR, DAY + timedelta(days=after))
    assert isinstance(found, TeamPicture)
    return found


def test_every_act_stands_in_one_stage_and_one_band(house: House) -> None:
    owed = house.journal.owed(Asked(office="751", holder="caisse"))
    found = picture(house)
    assert found.total == len(owed) == sum(one.total for one in found.loads)
    assert all(sum(one.bands) == one.total for one in found.stages)


def test_what_is_past_its_day_is_late_in_its_stage_and_with_its_agent(house: House) -> None:
    found = picture(house, 400)
    assert sum(one.late for one in found.stages) == found.total
    assert found.loads[0].late == found.loads[0].total


def test_only_whoever_sees_the_office_has_the_picture(house: House) -> None:
    for one in (AGENT, SHE, Actor("cnav", "cnav")):
        assert isinstance(picture_of(house, one, DAY), Refusal)
        assert isinstance(rows_of(house, one, DAY, NOON), Refusal)
    assert picture_of(house, Actor("head", "supervisor", "691"), DAY) != picture(house)


def test_what_came_is_counted_on_the_next_working_day(house: House) -> None:
    later = picture(house, 1)
    assert sum(one.entered for one in later.behind) == 1
    assert len(later.behind) == DAYS_SHOWN


def test_what_was_counted_once_is_not_read_again_and_no_file_is(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    first, read = picture(house, 1), list[int]()
    passed = type(house.journal).passed

    def noted(self: Journal, kinds: Collection[str], after: int, most: int) -> tuple[Passed, ...]:
        read.append(after)
        return passed(self, kinds, after, most)

    monkeypatch.setattr(type(house.journal), "passed", noted)
    monkeypatch.setattr(flow_seen, "NEAR", 0)
    monkeypatch.setattr(type(house), "met", None)
    assert picture(house, 1).behind == first.behind
    assert read == [house.flow.upto]
    assert read[0] > 0


def test_a_stage_is_shared_out_and_an_absence_handed_over(house: House) -> None:
    given = share_out(house, SUPERVISOR, "papers", AGENT.id, 10, NOON)
    assert given == Shared(1)
    assert hand_over(house, SUPERVISOR, AGENT.id, (SECOND.id,), NOON) == Shared(1)
    mine = work_of(house, SECOND, WorkAsked("caisse", "", "mine"), DAY)
    assert not isinstance(mine, Refusal)
    assert [one.task.stream for one in mine] == [FILE]


def test_an_agent_takes_for_themselves_and_gives_back_but_hands_nothing_to_a_colleague(house: House) -> None:
    assert share_out(house, AGENT, "papers", AGENT.id, 10, NOON) == Shared(1)
    assert isinstance(share_out(house, AGENT, "papers", SECOND.id, 10, NOON), Refusal)
    assert isinstance(hand_over(house, AGENT, AGENT.id, (SECOND.id,), NOON), Refusal)
    assert isinstance(hand_over(house, SECOND, AGENT.id, (), NOON), Refusal)
    assert hand_over(house, AGENT, AGENT.id, (), NOON) == Shared(1)
    assert share_out(house, AGENT, "no such stage", AGENT.id, -3, NOON) == Shared(0)


def test_the_rows_carry_no_name(house: House) -> None:
    rows = rows_of(house, SUPERVISOR, DAY, NOON)
    assert not isinstance(rows, Refusal)
    assert all(len(row) == 8 and row[0] == FILE for row in rows)


def test_days_without_work_are_left_out() -> None:
    assert all(one.weekday() < 5 for one in (*working_days(DAY, 10, 1), *working_days(DAY, 10, -1)))
