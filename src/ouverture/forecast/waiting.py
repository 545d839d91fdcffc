"""How long whoever has already waited so long will still wait: a range, what it rests on, when it is abnormal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ouverture.forecast.pace import pace
from ouverture.forecast.survival import Curve, Span, survival
from ouverture.forecast.table import Stage, Statement, settings, stages

Basis = Literal["seen_at_caisse", "seen_here", "model", "nothing"]
"""Waits seen at this caisse, at every caisse of this installation, a model from public statements, or no figure."""
Limit = Literal["law", "nine_in_ten", "none"]
FIRST, HALF, NINE = 0.1, 0.5, 0.9


class Waited(NamedTuple):
    """One wait of one person: the stage, since when, by which route, at which caisse; the last day a law sets."""

    stage: str
    since: date
    route: str = ""
    caisse: str = ""
    law_sets: date | None = None


class Range(NamedTuple):
    """The days by which one in ten, half, and nine in ten of those who have waited as long will have been served.

    None: so many were never seen to be served. Never before the day of the forecast.
    """

    first: date | None
    half: date | None
    nine: date | None


class Contradicted(NamedTuple):
    """A public statement, and whether the range says otherwise: "longer", "shorter", or "" where they agree."""

    statement: Statement
    otherwise: Literal["longer", "shorter", ""]


class Forecast(NamedTuple):
    """The answer of one day. ``ended`` and ``running``: the waits it rests on; ``needed``: the ended ones it takes.

    ``abnormal_from`` never moves because time passes: it is the day the law sets, or that by which nine in ten are
    served counted from the start.
    """

    wait: Waited
    stage: Stage
    on: date
    basis: Basis
    range: Range | None
    ended: int
    running: int
    needed: int
    abnormal_from: date | None
    limit: Limit
    statements: tuple[Contradicted, ...]

    @property
    def waited(self) -> int:
        """Days waited so far."""
        return max((self.on - self.wait.since).days, 0)

    @property
    def abnormal(self) -> bool:
        """Whether the wait is abnormal today."""
        return self.abnormal_from is not None and self.on >= self.abnormal_from


class Estimate(NamedTuple):
    """What was seen of one stage by one route: over the whole window and over its last part, at this caisse or here.

    ``pace``: how many times as long as usual the waits begun lately take.
    """

    whole: Curve
    lately: Curve
    basis: Basis
    pace: float = 1.0


class _Ages(NamedTuple):
    """The same as Range in days since the start, and the age by which nine in ten are served counted from the start."""

    first: int | None
    half: int | None
    nine: int | None
    nine_from_start: int | None


def estimate(seen: Iterable[Span], route: str, caisse: str, on: date) -> Estimate:
    """What the waits ``seen`` of one stage say on the day ``on``: those of the caisse when they are enough, else all.

    Its basis is "model" when even all of them are too few.
    """
    alike = [one for one in seen if one.route == route]
    here = [one for one in alike if one.caisse == caisse]
    tried: tuple[tuple[Basis, list[Span]], ...] = (("seen_at_caisse", here), ("seen_here", alike), ("model", alike))
    window, lately = (timedelta(days=settings()[name]) for name in ("window_days", "lately_days"))
    for basis, spans in tried:
        whole = survival(spans, on, window)
        if basis == "model" or whole.ended >= settings()["least_ended"]:
            break
    return Estimate(whole, survival(spans, on, lately), basis, _pace(spans, whole, on))


def _pace(spans: Sequence[Span], whole: Curve, on: date) -> float:
    """The slowest that any of them shows, else the fastest."""
    said = settings()
    sure, most = said["pace_sure"], said["pace_most"]
    found = [pace(spans, whole, on, timedelta(days=days), sure, most) for days in said["begun_days"]]
    return max(found) if max(found) > 1 else min(found)


def forecast(wait: Waited, seen: Estimate, on: date) -> Forecast:
    """The forecast of ``wait`` on the day ``on``. Raises KeyError for a stage that the table does not hold."""
    stage, waited = stages()[wait.stage], max((on - wait.since).days, 0)
    basis, ages = _ages(stage, wait.route, seen, waited)
    abnormal, limit = _limit(wait, ages)
    return Forecast(
        wait, stage, on, basis, _dates(wait.since, on, ages) if ages else None, seen.whole.ended, seen.whole.running,
        settings()["least_ended"], abnormal, limit,
        tuple(_beside(one, ages) for one in stage.said(wait.route, wait.caisse)),
    )  # fmt: skip


def _ages(stage: Stage, route: str, seen: Estimate, waited: int) -> tuple[Basis, _Ages | None]:
    """Out of what was seen; else out of the model; else nothing."""
    if seen.basis != "model":
        return seen.basis, _seen(seen, waited)
    model = stage.model(route)
    if model is None:
        return "nothing", None
    first, half, nine = (model.when(share, waited) for share in (FIRST, HALF, NINE))
    return "model", _Ages(first, half, nine, model.when(NINE))


def _seen(seen: Estimate, waited: int) -> _Ages:
    """The widest of the whole window, its last part, and the pace of those begun lately: a surge shows in them."""
    whole = seen.whole
    first, nine = (_each(seen, share, waited) for share in (FIRST, NINE))
    return _Ages(min(first, default=None), whole.when(HALF, waited), max(nine, default=None), whole.when(NINE))


def _each(seen: Estimate, share: float, waited: int) -> list[int]:
    """The ages by which that share will have ended, by each of the three that can tell."""
    found = [seen.whole.when(share, waited), seen.lately.when(share, waited)]
    if seen.pace != 1:
        usual = seen.whole.when(share, int(waited / seen.pace))
        found.append(None if usual is None else max(round(usual * seen.pace), waited))
    return [age for age in found if age is not None]


def _dates(since: date, on: date, ages: _Ages) -> Range:
    days = (None if age is None else max(since + timedelta(days=age), on) for age in ages[:3])
    return Range(*days)


def _limit(wait: Waited, ages: _Ages | None) -> tuple[date | None, Limit]:
    if wait.law_sets:
        # On its last day the law still waits: the day after, nobody may.
        return wait.law_sets + timedelta(days=1), "law"
    if ages is None or ages.nine_from_start is None:
        return None, "none"
    return wait.since + timedelta(days=ages.nine_from_start + 1), "nine_in_ten"


def _beside(said: Statement, ages: _Ages | None) -> Contradicted:
    """What was said against the range: half wait longer than its end, or nine in ten are served before it begins."""
    if ages is None or said.kind == "mean":
        return Contradicted(said, "")
    if said.high is not None and ages.half is not None and ages.half > said.high:
        return Contradicted(said, "longer")
    if said.low is not None and ages.nine is not None and ages.nine < said.low:
        return Contradicted(said, "shorter")
    return Contradicted(said, "")
