"""What the live holds of a file block, said with the reason, the owner, the review date and the way out of each."""

from __future__ import annotations

from ouverture.dossier.file import File
from ouverture.dossier.hold.events import Hold
from ouverture.dossier.hold.reasons import reasons
from ouverture.dossier.kernel import Command
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.dossier.words import caisse_name, filled, table
from ouverture.text import Text


def blocked(file: File, command: Command) -> Refusal | None:
    """The refusal "held" naming every live hold that blocks this command, the first to be reviewed first; else None."""
    holds = sorted(file.hold.blocking(command.kind), key=lambda one: one.review_on)
    if not holds:
        return None
    said = [_said(one) for one in holds]
    every = Text(" ".join(one.fr for one in said), " ".join(one.en for one in said))
    refusal = refuse("held", by=holds[0].review_on, holds=every)
    return refusal._replace(holds=tuple(one.hold for one in holds))


def _said(one: Hold) -> Text:
    reason = reasons()[one.reason]
    row = table("refusals")["hold_said"]
    return filled(
        Text(row["fr"], row["en"]),
        says=reason.says,
        owner=caisse_name(one.owner),
        by=one.review_on,
        way_out=reason.way_out,
    )
