"""Every act that an office can owe stands in one stage of its work, and in one only."""

from pathlib import Path

from ouverture.dossier.duty import duties
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.work import WorkAsked, stages_of, stages_of_work, work_of
from tests.services.casework.wired import AGENT, DAY, SHE, house_in, opened

OFFICE = {"caisse", "cnav", "agent", "other_caisse"}


def test_every_act_of_an_office_is_in_one_stage() -> None:
    staged = [act for acts in stages_of_work().values() for act in acts]
    assert len(staged) == len(set(staged))
    assert {act for act, duty in duties().items() if duty.holder in OFFICE} - set(staged) == set()
    assert set(staged) <= set(duties())


def test_the_counts_of_the_stages_are_those_of_the_rows(tmp_path: Path) -> None:
    house = opened(house_in(tmp_path))
    stages = stages_of(house, AGENT, "caisse", DAY)
    assert not isinstance(stages, Refusal)
    for stage in stages:
        rows = work_of(house, AGENT, WorkAsked(stage=stage.name), DAY)
        assert not isinstance(rows, Refusal)
        assert len(rows) == stage.total
    assert isinstance(stages_of(house, SHE, "caisse", DAY), Refusal)
