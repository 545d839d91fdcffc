"""Third reading: a million persons at once. Planes of bits, 64 persons a machine word, run over chunks of persons.

The only module of the engine that needs NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ouverture.rules.assessment import Person
from ouverture.rules.facts import Fact
from ouverture.rules.planes import EVERYBODY, Gate, wiring
from ouverture.rules.rulebook import Law

Column = NDArray[np.integer[Any]]
"""One fact of all persons: the place of the answer in ``fact.values()``, or the number itself (a date: its ordinal)."""
UNKNOWN = -1
"""What stands in a column where the fact is unknown, and in an answer where a missing fact may matter."""
CHUNK = 1 << 18
"""Persons at a time: a plane is then 32 KiB, so that what is being worked on stays in the processor's cache."""
_SMALL = np.iinfo(np.int8).max
_ACTS: Mapping[str, np.ufunc] = {
    "bit": np.bitwise_and,
    "from": np.greater_equal,
    "and": np.bitwise_and,
    "or": np.bitwise_or,
    "xor": np.bitwise_xor,
}


class Columns:
    """A law on a day, ready to answer for any number of persons at once as ``Evaluator.prove`` does for one."""

    def __init__(self, law: Law, day: date) -> None:
        self._facts = law.program.facts
        self._answer = np.dtype(np.int8 if len(law.grounds) <= _SMALL else np.int16)
        self._wiring = wiring(law, day)

    def decide(self, columns: Mapping[str, Column]) -> Column:
        """For each person the place of the deciding ground in ``law.grounds``, or -1 where a missing fact may matter.

        A fact without a column is unknown of everybody; a code that stands for no value is not looked for. Raises
        ValueError when there is no column, or when they are not all of one length.
        """
        sizes = {len(column) for column in columns.values()}
        if len(sizes) != 1:
            raise ValueError(f"columns: give one or more, all of one length; these have {sorted(sizes) or 'none'}")
        (size,) = sizes
        missing = np.broadcast_to(np.int32(UNKNOWN), size)
        answers = np.zeros(size, self._answer)
        planes = np.zeros((self._wiring.slots, -(-min(size, CHUNK) // 64)), np.uint64)
        planes[EVERYBODY] = ~np.uint64(0)
        work = self._work(planes)
        for start in range(0, size, CHUNK):
            chunk = slice(start, start + CHUNK)
            codes = {fact.name: _octets(columns.get(fact.name, missing)[chunk], fact) for fact in self._facts}
            _run(work, codes)
            self._write(answers[chunk], planes)
        return answers

    def _work(self, planes: NDArray[np.uint64]) -> list[tuple[np.ufunc, Any, Any, NDArray[np.uint64]]]:
        """Each operation with the planes it reads and the one it writes, looked up once for all chunks."""
        rows = list(planes)
        return [
            (_ACTS[plane.act], rows[plane.one], rows[plane.other], rows[slot])
            if isinstance(plane, Gate)
            else (_ACTS[plane.act], plane.fact, plane.number, rows[slot])
            for plane, slot in self._wiring.work
        ]

    def _write(self, answers: Column, planes: NDArray[np.uint64]) -> None:
        for slot in reversed(self._wiring.answer):
            answers += answers
            answers |= np.unpackbits(planes[slot].view(np.uint8), count=len(answers)).view(np.int8)
        answers += UNKNOWN


def _run(work: Iterable[tuple[np.ufunc, Any, Any, NDArray[np.uint64]]], codes: Mapping[str, Column]) -> None:
    for act, one, other, out in work:
        if isinstance(one, str):
            packed = np.packbits(act(codes[one], other))
            out.view(np.uint8)[: len(packed)] = packed
        else:
            act(one, other, out)


def encode(persons: Sequence[Person], facts: Iterable[Fact]) -> dict[str, Column]:
    """Persons given one by one as one column a fact, free text left out. Raises KeyError for a value that is none."""
    typed = [fact for fact in facts if fact.kind != "text"]
    return {fact.name: _encoded([person.get(fact.name) for person in persons], fact) for fact in typed}


def _encoded(answers: Sequence[Any], fact: Fact) -> Column:
    if not fact.values():
        return np.array([UNKNOWN if answer is None else answer for answer in answers], np.int32)
    code = {None: UNKNOWN} | {value: place for place, value in enumerate(fact.values())}
    return np.array([code[answer] for answer in answers], np.int8 if len(fact.values()) <= _SMALL else np.int16)


def _octets(column: Column, fact: Fact) -> Column:
    """Codes as bytes, in which unknown has every bit set; numbers and the codes of very long lists as they are."""
    if not 0 < len(fact.values()) < 1 << 8:
        return column
    return column.view(np.uint8) if column.itemsize == 1 else column.astype(np.uint8)
