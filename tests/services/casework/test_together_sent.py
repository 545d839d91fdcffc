"""What is done for many files at once: receipts alone, each as its own file would; a decision never is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.house import House
from ouverture.services.casework.standing import dossiers
from ouverture.services.casework.together_sent import SentTogether, safe_acts, safe_waiting, send_together
from ouverture.services.casework.work import stages_of_work
from tests.services.casework.wired import AGENT, DAY, FILE, NOON, SHE, house_in, opened


def test_the_receipts_that_wait_leave_together_and_only_once(tmp_path: Path) -> None:
    house = house_in(tmp_path)
    silent = replace(house, machine=dossiers(frozenset({"receipt_on_deposit"})))
    opened(silent)
    assert house.met(FILE).state.application.receipt_on is None
    assert safe_waiting(house, AGENT, "reception", DAY) == 1
    assert send_together(house, AGENT, "reception", DAY, NOON) == SentTogether(1, ())
    assert house.met(FILE).state.application.receipt_on == DAY
    assert safe_waiting(house, AGENT, "reception", DAY) == 0
    assert send_together(house, AGENT, "reception", DAY, NOON) == SentTogether(0, ())


def test_nothing_that_decides_is_ever_among_them() -> None:
    decides = {*stages_of_work()["decision"], *stages_of_work()["papers"], *stages_of_work()["care"], "answer_appeal"}
    assert decides.isdisjoint(safe_acts(""))
    assert safe_acts("decision") == ()


def test_it_is_the_work_of_a_caisse_alone(house: House) -> None:
    for one in (SHE, Actor("cnav", "cnav"), Actor("kiosk", "kiosk")):
        assert isinstance(send_together(house, one, "", DAY, NOON), Refusal)
        assert safe_waiting(house, one, "", DAY) == 0
