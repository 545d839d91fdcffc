"""What a decision on a claim stands on: the answers, what the law of the day reads in them, the papers, the days."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from ouverture.dossier.application.awaited import asked_until
from ouverture.dossier.application.events import Sense
from ouverture.dossier.application.pieces import named
from ouverture.dossier.application.silence import silence_if_held, silence_runs
from ouverture.law.answers import AnswerError
from ouverture.services.answer.assess import Answer, assess
from ouverture.services.answer.because import Because
from ouverture.services.casework.look import FileView
from ouverture.services.casework.review import desk_of
from ouverture.services.casework.situation import asked
from ouverture.text import Text


class FactUsed(NamedTuple):
    """One answer of the person: the question, and what was answered."""

    question: Text
    answer: Text


class DecidedOn(NamedTuple):
    """All that a decision of this day would stand on.

    ``reads``: what the law reads in the answers, None when the file holds none; ``rules``: the rules it rests on, each
    with its article and the day of its version; ``problem``: why the answers cannot be read. ``silence_on``: the day on
    which silence decides, in which ``sense``; ``asked_until``: until when the person may still give a paper.
    """

    claimed_on: date | None
    facts: tuple[FactUsed, ...]
    reads: Text | None
    rules: tuple[Because, ...]
    problem: Text | None
    rules_day: date
    accepted: int
    to_judge: int
    awaited: tuple[Text, ...]
    asked_until: date | None
    silence_on: date | None
    sense: Sense


def decided_on(view: FileView) -> DecidedOn:
    """The same, for the claim of this file on the day of the view."""
    state = view.file.application
    read = _read(view)
    return DecidedOn(
        state.first_received_on if state.received_on != date.min else None,
        tuple(_facts(view)),
        read.headline if isinstance(read, Answer) else None,
        read.because if isinstance(read, Answer) else (),
        read if isinstance(read, Text) else None,
        view.day,
        len(named(state.pieces, "accepted")),
        len(named(state.pieces, "received")),
        tuple(one.label for one in desk_of(view).papers if one.state in ("requested", "refused")),
        asked_until(view.file, view.day),
        silence_if_held(view.file) if silence_runs(view.file) else None,
        view.file.attachment.silence,
    )


def _facts(view: FileView) -> list[FactUsed]:
    answers = dict(view.file.application.facts)
    told = (asked(name, answers) for name in answers)
    return [FactUsed(one.label, one.says) for one in told if one]


def _read(view: FileView) -> Answer | Text | None:
    facts = dict(view.file.application.facts)
    if not facts:
        return None
    try:
        return assess(facts, view.day)
    except AnswerError as problem:
        return problem.text
