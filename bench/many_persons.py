"""A million persons in columns, against the same core rules in OpenFisca-Core and written by hand in NumPy.

All three must give the same ground for every person before anything is timed.
"""

import statistics
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from core_rules import core_law, crowd
from numpy.typing import NDArray
from peers import numpy_by_hand, openfisca_twin
from timing import MILLI, Figure, Section, cpu, extra_bytes

from ouverture.law.rulebook import rulebook
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.rules.columns import UNKNOWN, Column, Columns, pack
from ouverture.rules.cuts import Ago
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Law

MILLION = 1_000_000
PACKED_RATIO, OPENFISCA_RATIO, NUMPY_RATIO, BYTES_A_PERSON = 50.0, 30.0, 3.0, 100
CHUNK = 1 << 16
"""Persons at a time for the chunked twin: the fastest of those tried for it."""
OPENFISCA_ROUNDS = 15

ABOUT = """{size:,} invented persons, each of {facts} facts drawn by how likely it is and missing for one person in
twelve. The core rules are the {grounds} grounds of the two doors, work and residence, with every rule they stand on.
The twins are written as well as we can and answer in three values too; all answers were equal on every person before
anything was timed. Least CPU time of the process over several rounds. OpenFisca decides in a fresh simulation each
round. Both are timed twice: from the same columns of codes, and with the persons each in its own form before the clock
starts: packed here as bit planes, for any law and day, and there set as arrays of its Enums and days (`calculate`
alone). OpenFisca's least is met where the memory it needs is already the process's; where it must be asked of the
system, the usual case, it takes several times as long."""


class AnswersDiffer(Exception):
    """A twin does not give the same ground: the rules have changed and the twin has not."""


@dataclass(frozen=True)
class Peers:
    """What the twins need to know of the law that they do not write down themselves."""

    law: Law
    day: date

    @property
    def europe(self) -> list[str]:
        return sorted(EU_EEA_SWITZERLAND - {"FR"})

    @property
    def outcomes(self) -> list[int]:
        return [self.law.outcomes.index(ground.outcome) for ground in self.law.grounds]

    @property
    def codes(self) -> dict[str, dict[object, int]]:
        facts = [fact for fact in self.law.program.facts if fact.values()]
        return {fact.name: {value: code for code, value in enumerate(fact.values())} for fact in facts}

    @property
    def three_months_ago(self) -> int:
        return Ago(3).value(self.day)

    def by_hand(self) -> Callable[[Mapping[str, Column]], NDArray[np.int8]]:
        """The rules in plain NumPy, ready for columns."""
        codes, outcomes, europe, ago = self.codes, self.outcomes, self.europe, self.three_months_ago

        def decide(columns: Mapping[str, Column]) -> NDArray[np.int8]:
            held = numpy_by_hand.grounds(columns, codes, self.day.toordinal(), ago, europe)
            return numpy_by_hand.decide([held[ground.name] for ground in self.law.grounds], outcomes)

        return decide

    def openfisca(self, columns: Mapping[str, Column]) -> Callable[[], Callable[[], NDArray[Any]]]:
        """A function that takes the columns into a fresh simulation, and gives back its calculation."""
        names, outcomes = [ground.name for ground in self.law.grounds], self.outcomes

        def decision(persons: Any, period: Any) -> Any:
            return numpy_by_hand.decide([persons(name, period) for name in names], outcomes)

        options = {name: [str(value) for value in codes] for name, codes in self.codes.items()}
        dates = [fact.name for fact in self.law.program.facts if not fact.values()]
        ago = date.fromordinal(self.three_months_ago)
        rules = openfisca_twin.system(options, dates, self.europe, ago, decision)

        def fresh() -> Callable[[], NDArray[Any]]:
            simulation = openfisca_twin.simulation(rules, openfisca_twin.inputs(rules, columns), self.day)
            return lambda: simulation.calculate("decision", self.day.isoformat())  # type: ignore[no-any-return]

        return fresh


def measure(day: date, seed: int) -> Section:
    """Columns against both twins, and the whole law in columns; raises AnswersDiffer."""
    law = core_law(day)
    columns, peers, ready = crowd(law, day, MILLION, seed), Peers(law, day), Columns(law, day)
    by_hand, openfisca = peers.by_hand(), peers.openfisca(columns)
    answers = ready.decide(columns)
    _compare(law, answers, {"NumPy by hand": by_hand(columns), "OpenFisca-Core": openfisca()()})
    figures = (
        Figure("persons whose ground is decided", f"{np.mean(answers != UNKNOWN):.1%}"),
        *_times(ready, columns, by_hand),
        *_beside_openfisca(ready, law.program.facts, columns, openfisca),
        *_memory(ready, columns, by_hand, openfisca),
        *_whole_law(day, seed),
    )
    about = ABOUT.format(size=MILLION, facts=len(law.program.facts), grounds=len(law.grounds))
    return Section("A million persons", about, figures)


def _compare(law: Law, answers: Column, others: Mapping[str, NDArray[Any]]) -> None:
    for name, other in others.items():
        apart = np.flatnonzero(answers != other)
        if len(apart):
            ours, theirs = (_ground(law, int(found[apart[0]])) for found in (answers, other))
            raise AnswersDiffer(
                f"{name}: {len(apart)} of {len(answers)} persons differ; person {apart[0]} has {ours}, there {theirs}. "
                "Bring bench/peers up to date with the law."
            )


def _ground(law: Law, place: int) -> str:
    return "no ground" if place == UNKNOWN else f'"{law.grounds[place].name}"'


def _times(ready: Columns, columns: Mapping[str, Column], by_hand: Any) -> Iterator[Figure]:
    ours, _ = cpu(lambda: ready.decide(columns), 15)
    numpy, _ = cpu(lambda: by_hand(columns), 5)
    chunked, _ = cpu(lambda: _in_chunks(by_hand, columns), 5)
    yield Figure("columns", f"{ours * MILLI:.1f} ms ({MILLION / ours / 1e6:.0f} million persons a second)")
    yield Figure("NumPy by hand", f"{numpy * MILLI:.1f} ms")
    yield _ratio("columns, times NumPy by hand", numpy / ours, NUMPY_RATIO)
    yield Figure(f"NumPy by hand, in chunks of {CHUNK:,}", f"{chunked * MILLI:.1f} ms")
    yield _ratio("columns, times NumPy by hand in chunks", chunked / ours, NUMPY_RATIO)


def _beside_openfisca(
    ready: Columns, facts: Sequence[Fact], columns: Mapping[str, Column], openfisca: Any
) -> Iterator[Figure]:
    packing, packed = cpu(lambda: pack(columns, facts), 15)
    ours, _ = cpu(lambda: ready.decide(columns), 15)
    decided, _ = cpu(lambda: ready.decide(packed), 15)
    theirs, _ = cpu(lambda: openfisca()(), OPENFISCA_ROUNDS)
    calculated = [cpu(openfisca(), 1)[0] for _ in range(OPENFISCA_ROUNDS)]
    least, usual = min(calculated), statistics.median(calculated)
    yield Figure("columns, packed", f"{decided * MILLI:.1f} ms")
    yield Figure("packing them, once", f"{packing * MILLI:.1f} ms")
    yield Figure("OpenFisca-Core, `calculate` alone", f"{least * MILLI:.1f} ms (median: {usual * MILLI:.0f})")
    yield _ratio("columns packed, times `calculate` alone", least / decided, PACKED_RATIO)
    yield Figure("OpenFisca-Core, from the same columns", f"{theirs * MILLI:.1f} ms")
    yield _ratio("columns, times OpenFisca-Core from the same columns", theirs / ours, OPENFISCA_RATIO)
    yield Figure("columns, their reading counted, times `calculate` alone", f"{least / ours:.1f} times as fast")


def _memory(ready: Columns, columns: Mapping[str, Column], by_hand: Any, openfisca: Any) -> Iterator[Figure]:
    ours = extra_bytes(lambda: ready.decide(columns)) / MILLION
    kept = ours <= BYTES_A_PERSON
    yield Figure("extra memory a person, columns", f"{ours:.1f} bytes", f"{BYTES_A_PERSON} bytes", kept)
    yield Figure("extra memory a person, NumPy by hand", f"{extra_bytes(lambda: by_hand(columns)) / MILLION:.1f} bytes")
    yield Figure("extra memory a person, OpenFisca-Core", f"{extra_bytes(openfisca()) / MILLION:.1f} bytes")


def _whole_law(day: date, seed: int) -> Iterator[Figure]:
    law = rulebook().on(day)
    columns, ready = crowd(law, day, MILLION, seed), Columns(law, day)
    whole, _ = cpu(lambda: ready.decide(columns), 15)
    compiling, _ = cpu(lambda: Columns(law, day), 5)
    named = f"the whole law ({len(law.grounds)} grounds, {len(law.program.facts)} facts)"
    yield Figure(named, f"{whole * MILLI:.1f} ms ({MILLION / whole / 1e6:.0f} million persons a second)")
    yield Figure("making it ready for columns, once a day asked", f"{compiling * MILLI:.1f} ms")


def _in_chunks(decide: Any, columns: Mapping[str, Column]) -> NDArray[np.int8]:
    answers = np.empty(MILLION, np.int8)
    for start in range(0, MILLION, CHUNK):
        part = slice(start, start + CHUNK)
        answers[part] = decide({name: column[part] for name, column in columns.items()})
    return answers


def _ratio(what: str, ratio: float, limit: float) -> Figure:
    return Figure(what, f"{ratio:.1f} times as fast", f"{limit:.0f} times", ratio >= limit)
