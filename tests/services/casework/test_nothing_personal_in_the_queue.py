"""What an act is about may be a child's or a doctor's name: no table holds it in clear, no address says it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ouverture.dossier.doctor.decisions import ProposeDoctor
from ouverture.dossier.household.decisions import AskToAttach, TellChange
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.carry_out import Done
from ouverture.services.casework.look import FileView, Look, look_at
from ouverture.services.casework.work import WorkAsked, take, task_of, work_of
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE, act, house_in, opened

CHILD, DOCTOR, CHANGE = "Wilhelmina", "Dr Quennevilliers", "a new home in Plougastel"


def filled(folder: Path) -> None:
    house = opened(house_in(folder))
    for wanted in (
        AskToAttach(CHILD, "child", date(2026, 3, 2), True),
        ProposeDoctor(DOCTOR, "paper"),
        TellChange(CHANGE, DAY),
    ):
        assert isinstance(act(house, SHE, FILE, wanted), Done), wanted


def test_no_byte_of_the_journal_is_a_name_that_an_act_is_about(tmp_path: Path) -> None:
    filled(tmp_path)
    for path in tmp_path.iterdir():
        written = path.read_bytes()
        for name in (CHILD, DOCTOR, CHANGE):
            assert name.encode() not in written, (path, name)


def test_the_queue_still_says_it_and_the_act_is_taken_by_its_key_or_by_its_name(tmp_path: Path) -> None:
    filled(tmp_path)
    house = house_in(tmp_path)
    found = work_of(house, AGENT, WorkAsked(), DAY)
    assert not isinstance(found, Refusal)
    child = next(one for one in found if one.task.act == "attach_child")
    assert CHILD in child.says.en
    assert CHILD not in child.task.about
    assert task_of(house, AGENT, FILE, "attach_child", child.task.about) == child.task
    assert task_of(house, AGENT, FILE, "attach_child", CHILD) == child.task
    assert take(house, AGENT, child.task, NOON) is None


def test_two_children_are_two_rows(tmp_path: Path) -> None:
    filled(tmp_path)
    house = house_in(tmp_path)
    assert isinstance(act(house, SHE, FILE, AskToAttach("Theophile", "child", date(2025, 3, 2), True)), Done)
    found = work_of(house, AGENT, WorkAsked(), DAY)
    assert not isinstance(found, Refusal)
    assert sum(one.task.act == "attach_child" for one in found) == 2


def test_no_address_may_say_it(tmp_path: Path) -> None:
    filled(tmp_path)
    view = look_at(house_in(tmp_path), AGENT, Look(FILE, "casework", DAY, NOON))
    assert isinstance(view, FileView)
    linked = {one.act: one.linked for one in (view.headline, *view.also) if one}
    assert {linked[act] for act in ("attach_child", "doctor_answers", "record_change")} == {""}
    assert not any(name in said for name in (CHILD, DOCTOR, CHANGE) for said in linked.values())
