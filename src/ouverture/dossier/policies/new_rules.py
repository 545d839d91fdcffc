"""What follows when the law changes: cover granted under the old rules is read again under the new ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import on_its_day
from ouverture.dossier.rights.decisions import ReEvaluateRights
from ouverture.dossier.rights.events import OPEN
from ouverture.dossier.rights.new_rules import ground_on, next_change


@on_its_day(connected_only=True, by_law=True)
def re_evaluate_on_new_rules(file: File, _: date) -> Iterator[tuple[date, Command]]:
    """The same facts under the rules of the day they change: nobody is left under a law that is no more (G5)."""
    state = file.rights
    if state.stage in OPEN and state.rules_day and state.periods:
        ground = state.periods[-1].ground
        if day := next_change(ground, state.rules_day):
            yield day, ReEvaluateRights(ground_on(ground, file.application.facts, day), day)
