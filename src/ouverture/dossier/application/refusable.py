"""When a claim cannot be refused yet: what was asked for lies here unjudged, or the person has time to give it."""

from __future__ import annotations

import re
from datetime import date

from ouverture.dossier.application.awaited import asked_until, awaited_papers
from ouverture.dossier.application.pieces import named
from ouverture.dossier.application.silence import silence_on, silence_runs
from ouverture.dossier.envelope.on_the_desk import unsorted_sheets
from ouverture.dossier.file import File
from ouverture.dossier.refusals import Refusal, refuse

MISSING_PAPERS = "L114-5"
"""The article on papers that are missing (CRPA), however it is typed."""


def decide_by(file: File) -> date | None:
    """The last day to decide before silence does; None while no time runs."""
    return silence_on(file) if silence_runs(file) else None


def over_papers_that_are_here(file: File, article: str, day: date) -> Refusal | None:
    """No refusal for missing papers while all that was missing lies on the office's desk, not yet judged."""
    state = file.application
    if not file.connected or not state.asked_ground or MISSING_PAPERS not in re.sub(r"[ .]", "", article):
        return None
    sheets = unsorted_sheets(file)
    here = [*named(state.pieces, "received"), *sorted(sheets.intersection(state.missing))]
    if not here or not sheets.union(here).issuperset(awaited_papers(file, day)):
        return None
    return refuse("papers_not_judged", piece=here[0], by=decide_by(file))


def before_the_time_given(file: File, day: date) -> Refusal | None:
    """No refusal while the person has still time to give a paper that was asked for, and has not given it."""
    last = asked_until(file, day) if file.connected else None
    return refuse("papers_time_runs", piece=file.application.missing[0], by=last) if last else None
