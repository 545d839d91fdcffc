"""How a decider is declared: it answers one command, and the type checker holds it to that command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ouverture.dossier.file import File
from ouverture.dossier.kernel import Command, Decision, Moment

Asked = TypeVar("Asked", bound=Command)
Decider = Callable[[File, Asked, Moment], Decision]

DECIDERS: dict[type[Command], Callable[[File, Any, Moment], Decision]] = {}
"""The decider of each command."""


def decides(wanted: type[Asked]) -> Callable[[Decider[Asked]], Decider[Asked]]:
    """Declare the function that decides on commands of this class; raises ValueError for a second one."""

    def declare(decider: Decider[Asked]) -> Decider[Asked]:
        if wanted in DECIDERS:
            raise ValueError(f"{wanted.kind} is decided on twice")
        DECIDERS[wanted] = decider
        return decider

    return declare
