"""The reasons for which a hold can be placed, as whoever places one reads them before choosing."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ouverture.dossier.command_words import words_of
from ouverture.dossier.deadline import days_after
from ouverture.dossier.hold.reasons import reasons
from ouverture.services.casework.look import FileView
from ouverture.text import Text


class ReasonToHold(NamedTuple):
    """One reason: what the person reads, what ends it, the last day it could have today, and all it may stop."""

    code: str
    says: Text
    way_out: Text
    longest: date
    stops: tuple[Text, ...]


def reasons_to_hold(view: FileView) -> tuple[ReasonToHold, ...]:
    """Every reason that may be given here; those that are only seen from outside are none."""
    return tuple(
        ReasonToHold(
            one.code, one.says, one.way_out, days_after(view.day, one.longest_days),
            tuple(words_of(kind).label for kind in sorted(one.may_block)),
        )
        for one in reasons().values()
        if not one.seen_only
    )  # fmt: skip
