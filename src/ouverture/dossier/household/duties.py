"""Who must act next for the household, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.file import File


def duties(file: File, _: date) -> Iterator[Obligation]:
    """The caisse answers each request and records each change. A child of age needs nobody: no claim, no gap."""
    for one in file.household.members:
        if one.stage == "asked":
            yield owed("attach_child", one.on, one.member)
    for change in file.household.changes:
        yield owed("record_change", change.told_on, change.what)
