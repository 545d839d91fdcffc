"""The papers of one person: what the law wants in their case, where each stands, and what may not be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Literal, NamedTuple

from ouverture.dossier.application.pieces import Piece
from ouverture.dossier.told_values import said_as
from ouverture.dossier.words import in_words
from ouverture.evidence.checklist import Checklist
from ouverture.evidence.habits import Habit
from ouverture.evidence.listed import Listed, NotAsked
from ouverture.evidence.papers import PAPERS
from ouverture.law.answers import AnswerError
from ouverture.rules.facts import Value
from ouverture.services.answer.assess import assess
from ouverture.services.answer.plan import papers_for
from ouverture.services.casework.look import FileView
from ouverture.services.casework.situation import kept_answers
from ouverture.text import Text

State = Literal["to_get", "requested", "received", "accepted", "refused"]
"""Where a paper stands. "requested": the caisse asked for it by name."""
FIRST: tuple[State, ...] = ("refused", "requested")
"""The states that need the person now."""


class OwnPaper(NamedTuple):
    """One paper of this person. ``listed`` is what the law says of it, None for one that only the caisse named.

    ``others`` would do as well. ``reason`` is why it was refused, ``basis`` the text on which it was asked for.
    """

    name: str
    label: Text
    state: State
    since: date | None
    reason: Text | None
    basis: str
    listed: Listed | None
    others: tuple[Listed, ...] = ()


class OwnPapers(NamedTuple):
    """Every paper, those that need the person first. ``known``: the answers say which papers the law wants."""

    papers: tuple[OwnPaper, ...]
    not_to_be_asked: tuple[NotAsked, ...]
    habits: tuple[Habit, ...]
    known: bool
    nothing: Text | None = None

    @property
    def ready(self) -> int:
        """How many are with the caisse and not sent back."""
        return sum(one.state in ("received", "accepted") for one in self.papers)

    @property
    def first(self) -> tuple[OwnPaper, ...]:
        """Those the person must act on."""
        return tuple(one for one in self.papers if one.state in FIRST)

    @property
    def others(self) -> tuple[OwnPaper, ...]:
        """The rest of the list."""
        return tuple(one for one in self.papers if one.state not in FIRST)


def own_papers(view: FileView, answers: Mapping[str, Value], also: Iterable[str] = ()) -> OwnPapers:
    """The checklist of the person. ``answers``: those given in this visit, used while the file holds none.

    ``also``: papers that are shown whether or not the law wants them, by name: their pages are here.
    """
    state = view.file.application
    facts: Mapping[str, Value] = kept_answers(view) or answers
    wanted = _checklist(facts, view.day)
    pieces = {piece.name: piece for piece in state.pieces}
    papers = tuple(_listed(wanted, pieces)) if wanted else ()
    named = {name for one in papers for name in (one.name, *(each.paper.name for each in one.others))}
    beside = dict.fromkeys((*pieces, *also))
    strangers = tuple(_own(name, None, (), pieces.get(name)) for name in beside if name not in named)
    every = sorted((*papers, *strangers), key=lambda one: one.state not in FIRST)
    limits, habits = (wanted.not_to_be_asked, wanted.local_habits) if wanted else ((), ())
    return OwnPapers(tuple(every), limits, habits, wanted is not None, wanted.nothing if wanted else None)


def every_paper(papers: OwnPapers) -> tuple[tuple[str, Text], ...]:
    """Every paper that can be given, by its name and label: those of the person first, then all others."""
    first = {one.name: one.label for one in papers.papers}
    return tuple({**first, **{name: paper.label for name, paper in PAPERS.items() if name not in first}}.items())


def _checklist(facts: Mapping[str, Value], day: date) -> Checklist | None:
    """The papers that the answers call for; None without answers, or with answers that cannot be true together."""
    if not facts:
        return None
    try:
        return papers_for(assess(facts, day))
    except AnswerError:
        return None


def _listed(wanted: Checklist, pieces: Mapping[str, Piece]) -> Iterator[OwnPaper]:
    for _, group in groupby(wanted.papers, key=lambda one: one.one_of or one.paper.name):
        every = list(group)
        known = next((one for one in every if one.paper.name in pieces), every[0])
        others = tuple(one for one in every if one is not known)
        yield _own(known.paper.name, known, others, pieces.get(known.paper.name))


def _own(name: str, listed: Listed | None, others: tuple[Listed, ...], piece: Piece | None) -> OwnPaper:
    label = listed.paper.label if listed else in_words(name)
    if piece is None:
        return OwnPaper(name, label, "to_get", None, None, "", listed, others)
    # One sent back and asked for again in the same step is to be replaced: that is what the person must know.
    state: State = "refused" if piece.status == "requested" and piece.reason else piece.status
    reason = said_as("reason", piece.reason) if piece.reason else None
    return OwnPaper(name, label, state, piece.since, reason, piece.basis, listed, others)
