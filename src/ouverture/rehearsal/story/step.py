"""One step of the story: a day, who asserts it, what is done, what the article says, and its row."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ouverture.dossier.kernel import Asserter, Command

FIRST_AGENT = "agent-7"


class Step(NamedTuple):
    """What is done on a day, each command its own append. ``refused``: the code with which the last one is refused.

    ``ours``: the sentence is not the article's; it says what our run supposes. ``agent``: who is signed in.
    """

    on: date
    by: Asserter
    does: tuple[Command, ...]
    article: str
    row: str
    refused: str = ""
    ours: bool = False
    agent: str = FIRST_AGENT


Scenario = tuple[Step, ...]
