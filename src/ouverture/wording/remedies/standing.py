"""Where each remedy stands on a day: its dates come from the clock's rules, by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ouverture.clock.counting import Counting
from ouverture.clock.deadlines import count
from ouverture.clock.suspension import Spans
from ouverture.wording.remedies.rung import Kind, RungName, State, StepTaken
from ouverture.wording.remedies.words import nudge_after_days

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """A rung's state, the sentence that says why, and its days; ``answer``: the last day somebody else may answer."""

    name: RungName
    state: State
    why: str
    opens_on: date | None = None
    closes_on: date | None = None
    live_by: date | None = None
    answer: date | None = None
    done_on: date | None = None
    countings: tuple[Counting, ...] = field(default=())


@dataclass(frozen=True)
class Case:
    """What happened, when, what was done since, and the day looked at."""

    kind: Kind
    happened_on: date
    on: date
    remedies_told: bool
    taken: tuple[StepTaken, ...]
    pieces_asked: Spans

    def step(self, *names: RungName) -> StepTaken | None:
        """The first step of these names already taken by the day looked at."""
        steps = sorted((step for step in self.taken if step.on <= self.on), key=lambda step: step.on)
        return next((step for step in steps if step.name in names), None)

    @property
    def board(self) -> RungName:
        """The board that comes before the court."""
        return "cmra" if self.kind == "medical_refusal" else "cra"

    @property
    def nudge_on(self) -> date:
        """From when to nudge a silent caisse: our own advice."""
        return self.happened_on + timedelta(days=nudge_after_days())

    @property
    def silent(self) -> Counting:
        """When silence decides on the claim."""
        return count("implied_decision", self.happened_on, suspended=self.pieces_asked)

    @property
    def mediation(self) -> Spans:
        """While an admissible mediation stops the appeal clocks; going to court ends it (L217-7-1 II)."""
        step, court = self.step("mediator"), self.step("court")
        if step is None or step.admissible_on is None or step.admissible_on > self.on:
            return ()
        ends = [day for day in (step.answered_on, court.on if court else None) if day and day <= self.on]
        return ((step.admissible_on, max(min(ends), step.admissible_on) if ends else None),)


def standings(case: Case) -> Iterator[Standing]:
    """Every rung in the order in which it is climbed."""
    yield _nudge(case)
    yield _complaint(case)
    yield _mediator(case)
    board = _board(case)
    yield board
    yield _court(case, board)
    yield _always(case, "rights_defender", case.happened_on)


def _nudge(case: Case) -> Standing:
    if case.kind != "silence":
        return Standing("nudge", "not_available", "not_available")
    counting = case.silent
    if counting.due and case.on > counting.due:
        return Standing("nudge", "closed", "closed", case.nudge_on, counting.due)
    state: State = "open" if case.on >= case.nudge_on else "not_yet"
    return _done(case, Standing("nudge", state, state, case.nudge_on, counting.due))


def _complaint(case: Case) -> Standing:
    return _always(case, "complaint", case.nudge_on if case.kind == "silence" else case.happened_on)


def _always(case: Case, name: RungName, opens_on: date) -> Standing:
    state: State = "open" if case.on >= opens_on else "not_yet"
    return _done(case, Standing(name, state, state, opens_on))


def _mediator(case: Case) -> Standing:
    if case.step("court"):
        return Standing("mediator", "not_available", "not_available")
    approach = case.step("nudge", "complaint")
    if approach is None:
        return _done(case, Standing("mediator", "not_yet", "not_yet"))
    return _done(case, Standing("mediator", "open", "open", approach.on))


def _board(case: Case) -> Standing:
    if case.step("court") and not case.step(case.board):
        return Standing(case.board, "not_available", "not_available_court")
    before: tuple[Counting, ...] = ()
    if case.kind != "silence":
        opens_on, start = case.happened_on, case.happened_on
    else:
        silent = case.silent
        if silent.due is None:
            return Standing(case.board, "not_yet", "not_yet_still", countings=(silent,))
        opens_on, start, before = silent.due + _ONE_DAY, silent.due, (silent,)
        if case.on < opens_on:
            return Standing(case.board, "not_yet", "not_yet", opens_on, answer=silent.due, countings=before)
    rule = f"{case.board}_appeal"
    return _done(case, _appeal(case, case.board, rule, opens_on, start, case.remedies_told, before))


def _court(case: Case, board: Standing) -> Standing:
    step = case.step(case.board)
    if step is None:
        state: State = "not_available" if board.state in ("closed", "not_available") else "not_yet"
        return _done(case, Standing("court", state, "not_yet_board"))
    if step.answered_on and step.answered_on <= case.on:
        return _done(case, _after_an_answer(case, step, step.answered_on))
    silent = count(f"{case.board}_silence", step.on)
    if silent.due is None or case.on <= silent.due:
        opens_on = silent.due + _ONE_DAY if silent.due else None
        return _done(case, Standing("court", "not_yet", "not_yet", opens_on, answer=silent.due, countings=(silent,)))
    opens_on = silent.due + _ONE_DAY
    return _done(case, _appeal(case, "court", "court_appeal", opens_on, silent.due, step.remedies_told, (silent,)))


def _after_an_answer(case: Case, step: StepTaken, answered_on: date) -> Standing:
    """The court after an answer. One that came after the board's time: the day counted from its silence is safer."""
    found = _appeal(case, "court", "court_appeal", answered_on, answered_on, step.remedies_told, ())
    silent = count(f"{case.board}_silence", step.on)
    if found.state != "open" or silent.due is None or answered_on <= silent.due:
        return found
    safe = count("court_appeal", silent.due, suspended=case.mediation).due
    if safe is None or case.on > safe:
        return found
    return replace(found, why="open_after_a_late_answer", live_by=safe)


def _appeal(
    case: Case, name: RungName, rule: str, opens_on: date, start: date, told: bool, before: tuple[Counting, ...]
) -> Standing:
    """An appeal with a clock: open until its last day, open without a last day, or closed."""
    counting = count(rule, start, suspended=case.mediation, notified_with_remedies=told)
    countings = (*before, counting)
    if counting.due is None and told:
        return Standing(name, "open", "open_still", opens_on, countings=countings)
    if counting.due is None:
        safe = count(rule, start, suspended=case.mediation).due
        why = "open_still" if safe is None else "open_not_running_past" if case.on > safe else "open_not_running"
        return Standing(name, "open", why, opens_on, live_by=safe, countings=countings)
    if counting.due < case.on <= (counting.later_possible or counting.due):
        return Standing(name, "open", "open_arguable", opens_on, counting.due, countings=countings)
    state: State = "open" if case.on <= counting.due else "closed"
    return Standing(name, state, state, opens_on, counting.due, countings=countings)


def _done(case: Case, standing: Standing) -> Standing:
    step = case.step(standing.name)
    if step is None:
        return standing
    last = standing.closes_on
    why = _mediation_stage(case, step) if step.name == "mediator" else "done"
    if last and step.on > last:
        why = "done_late"
    return Standing(
        standing.name, "not_available", why, standing.opens_on, last, done_on=step.on, countings=standing.countings
    )


def _mediation_stage(case: Case, step: StepTaken) -> str:
    """How far a mediation is: only one that was said to be admissible stops the clocks (L217-7-1 II)."""
    if step.admissible_on is None or step.admissible_on > case.on:
        return "done_not_yet_admissible"
    return "done_answered" if step.answered_on and step.answered_on <= case.on else "done_admissible"
