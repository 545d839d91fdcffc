"""Who must act next for the rights, and by which day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ouverture.dossier.duty import Obligation, owed
from ouverture.dossier.duty import duties as duty_table
from ouverture.dossier.file import File
from ouverture.dossier.rights.closing import answer_by, answer_term_end, earliest_closing, title_floor


def duties(file: File, day: date) -> Iterator[Obligation]:
    """The obligations of the rights."""
    state = file.rights
    if state.stage == "open" and (floor := title_floor(file)):
        yield Obligation(duty_table()["show_new_title"], floor)
    if state.stage in ("questioned", "second_notice") and (shown := answer_by(file)):
        over = answer_term_end(file)
        if over is not None and day > over:
            yield owed("decide_on_residence", over)
        else:
            yield Obligation(duty_table()["prove_residence"], shown)
    if state.stage == "closing" and state.closing_notice_on and state.lost and state.lost_on:
        closes = earliest_closing(file, state.lost, state.lost_on, state.closing_notice_on)
        yield Obligation(duty_table()["appeal_closing"], max(closes, state.closing_notice_on))
