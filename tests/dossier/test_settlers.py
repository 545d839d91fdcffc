"""Every duty names the acts that settle it; in rehearsed years, those acts do."""

from collections import defaultdict
from functools import cache
from typing import Any

from ouverture.dossier.duty import duties
from ouverture.dossier.kernel import COMMANDS
from ouverture.dossier.obligations import obligations
from ouverture.rehearsal.history import rehearse
from ouverture.rehearsal.office import InMemory

SEEDS = range(900100, 900110)
MET_OFTEN = 3


class Watching(InMemory):
    """An office that notes which order made which obligation go."""

    def __init__(self) -> None:
        super().__init__(frozenset())
        self.gone: dict[str, list[str]] = defaultdict(list)

    def send(self, order: Any) -> Any:
        before = self.file(order.stream)
        answer = super().send(order)
        left = {(one.act, one.about): one.due for one in obligations(self.file(order.stream), order.at.on)}
        for act, due, about in obligations(before, order.at.on):
            now, kind = left.get((act.act, about)), order.command.kind
            if now is None or (now > due and kind in act.settled_by):
                self.gone[act.act].append(kind)
        return answer


@cache
def gone() -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for seed in SEEDS:
        office = Watching()
        rehearse(seed, years=2, office=office)
        for act, kinds in office.gone.items():
            found[act] += kinds
    return found


def test_every_duty_names_settlers_that_are_commands() -> None:
    unknown = {act: duty.settled_by for act, duty in duties().items() if not set(duty.settled_by) <= set(COMMANDS)}
    assert unknown == {}
    assert [act for act, duty in duties().items() if not duty.settled_by] == []


DONE_BY_ANOTHER_HAND = {
    "repay_overpayment",  # the money is given back outside this system; whoever receives it says so
    "prove_residence",  # the person answers by any means; the caisse says whether the proof is good
}


def test_whoever_holds_a_duty_may_do_one_of_its_settlers() -> None:
    doers = {"person": "person", "caisse": "caisse", "other_caisse": "caisse", "agent": "caisse", "cnav": "cnav",
             "doctor": "doctor", "post": "post", "third_party": "person"}  # fmt: skip
    cannot = {act for act, duty in duties().items()
              if not any(doers[duty.holder] in COMMANDS[kind].may for kind in duty.settled_by)}  # fmt: skip
    assert cannot == DONE_BY_ANOTHER_HAND


def test_in_rehearsed_years_what_is_settled_is_settled_by_its_settlers() -> None:
    """A duty that often goes by an act of somebody goes by one of those it names."""
    print(f"seeds {SEEDS}")
    often = {act: set(kinds) - {"look_again"} for act, kinds in gone().items() if len(kinds) >= MET_OFTEN}
    assert len(often) > 20
    # What the machine does by itself goes with the day, or as soon as anything else is owed.
    of_somebody = {act: kinds for act, kinds in often.items() if kinds and not duties()[act].automatic}
    assert {act: kinds for act, kinds in of_somebody.items() if not kinds & set(duties()[act].settled_by)} == {}
