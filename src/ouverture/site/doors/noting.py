"""One line in the log for each try at a door, the right ones too: which door, what came of it, whose, opaquely."""

from __future__ import annotations

import logging
from typing import Literal

LOG = logging.getLogger("ouverture.doors")
Door = Literal["password", "code", "link", "mail", "mandate", "sign_out"]
Outcome = Literal["right", "wrong", "locked", "unknown", "left", "ended", "changed"]


def note(door: Door, outcome: Outcome, identity: str = "") -> None:
    """Write the line (OWASP ASVS 5, 16.3.1). ``identity`` is that of the account or the link, never what was typed."""
    LOG.info("door", extra={"told": {"door": door, "outcome": outcome, "actor": identity}})
