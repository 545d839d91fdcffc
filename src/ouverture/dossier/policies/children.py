"""What follows for children: their attachment ends on the birthday the law names (L160-2)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ouverture.dossier.ages import reaches
from ouverture.dossier.file import File
from ouverture.dossier.household.decisions import DetachMember
from ouverture.dossier.kernel import Command
from ouverture.dossier.policies.registry import on_its_day


@on_its_day(by_law=True)
def detach_a_child_of_age(file: File, _: date) -> Iterator[tuple[date, Command]]:
    """On that birthday the child is insured in person: no new claim, no gap."""
    for one in file.household.members:
        if one.stage == "attached":
            grown = reaches("child_cover_ends", one.born_on)
            yield grown, DetachMember(one.member, "majority", grown - timedelta(days=1))
