"""Reminders by e-mail: whether they go, and stopping them in one act."""

from __future__ import annotations

from datetime import datetime

from ouverture.dossier.person.decisions import EndWay
from ouverture.dossier.refusals import Refusal
from ouverture.services.casework.acting import Wanted, carry_out
from ouverture.services.casework.actors import Actor
from ouverture.services.casework.carry_out import Changed, Done
from ouverture.services.casework.house import House
from ouverture.services.casework.look import FileView


def mailed(view: FileView) -> bool:
    """Whether the file has an e-mail address to write to."""
    return bool(view.file.person.way("email"))


def stop_mails(house: House, actor: Actor, view: FileView, at: datetime) -> Done | Changed | Refusal:
    """No e-mail goes out for this file any more: its messages take the next way that is known."""
    key = f"stop-mails/{view.stream}/{view.version}"
    return carry_out(house, actor, Wanted(view.stream, EndWay("email"), view.day, key, at))
