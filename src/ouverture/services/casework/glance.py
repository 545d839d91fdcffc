"""How much of each kind waits in one file: what stands beside the ways to its pages."""

from __future__ import annotations

from typing import NamedTuple

from ouverture.dossier.application.duties import to_judge
from ouverture.services.casework.look import FileView


class Glance(NamedTuple):
    """How many papers wait for an answer, and how many holds are live."""

    to_judge: int
    holds: int


def at_a_glance(view: FileView) -> Glance:
    """The same, for a file as it was looked at."""
    return Glance(len(to_judge(view.file)), len(view.file.hold.live))
