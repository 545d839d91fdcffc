"""Third reading: a million persons at once. Planes of bits, 64 persons a machine word, run over chunks of persons.

The only module of the engine that needs NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ouverture.rules.assessment import Person
from ouverture.rules.facts import Fact
from ouverture.rules.planes import EVERYBODY, NOBODY, Gate, Reading, wiring
from ouverture.rules.rulebook import Law

Column = NDArray[np.integer[Any]]
"""One fact of all persons: the place of the answer in ``fact.values()``, or the number itself (a date: its ordinal)."""
UNKNOWN = -1
"""What stands in a column where the fact is unknown, and in an answer where a missing fact may matter."""
CHUNK = 1 << 19
"""Persons at a time, at most: a plane is then 64 KiB, so that those being worked on stay in the processor's cache."""
_ORDER: Literal["little"] = "little"  # of the bits in a byte: the faster of the two to pack
_SMALL = np.iinfo(np.int8).max
_ACTS: Mapping[str, np.ufunc] = {"and": np.bitwise_and, "or": np.bitwise_or, "xor": np.bitwise_xor}
_Operation = tuple[np.ufunc, NDArray[np.uint64], NDArray[np.uint64], NDArray[np.uint64]]
"""A gate: what it does, the two planes it reads, the one it writes."""


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
        share = _share(size)
        planes = np.empty((self._wiring.slots, share // 64), np.uint64)
        planes[NOBODY], planes[EVERYBODY] = 0, ~np.uint64(0)
        marks, run = np.empty(share, np.uint8), self._run(planes)
        for start in range(0, size, share):
            chunk = slice(start, start + share)
            codes = {fact.name: _codes(columns.get(fact.name, missing)[chunk], fact) for fact in self._facts}
            for operation in run:
                if isinstance(operation, _Read):
                    operation.plane_from(codes[operation.reading.fact], marks)
                else:
                    act, one, other, out = operation
                    act(one, other, out)
            self._write(answers[chunk], planes.view(np.uint8))
        return answers

    def _run(self, planes: NDArray[np.uint64]) -> list[_Read | _Operation]:
        """Each step with the planes it reads and the one it writes, looked up once for all chunks."""
        rows, octets = list(planes), list(planes.view(np.uint8))
        return [
            (_ACTS[step.act], rows[step.one], rows[step.other], rows[slot])
            if isinstance(step, Gate)
            else _Read(step, octets[slot])
            for step, slot in self._wiring.steps
        ]

    def _write(self, answers: Column, planes: NDArray[np.uint8]) -> None:
        for slot in reversed(self._wiring.answer):
            answers += answers
            answers |= np.unpackbits(planes[slot], count=len(answers), bitorder=_ORDER).view(np.int8)
        answers += UNKNOWN


@dataclass(frozen=True, slots=True)
class _Read:
    """A reading, and the bytes of the plane it goes to."""

    reading: Reading
    plane: NDArray[np.uint8]

    def plane_from(self, codes: Column, marks: NDArray[np.uint8]) -> None:
        """Read a chunk of the fact's codes. ``marks``: a byte a person, to write in."""
        packed = np.packbits(self._marked(codes, marks[: len(codes)]), bitorder=_ORDER)
        self.plane[: len(packed)] = packed

    def _marked(self, codes: Column, marks: NDArray[np.uint8]) -> NDArray[Any]:
        """A byte a person, any but zero for those in the plane."""
        act, number = self.reading.act, self.reading.number
        if codes.dtype != np.uint8:
            return np.asarray(codes >= number if act == "from" else codes & number != 0)
        if (act, number) == ("from", 1):
            return codes
        if act == "bit":
            np.bitwise_and(codes, number, marks)
        else:
            np.greater_equal(codes, number, marks.view(bool))
        return marks


def _share(size: int) -> int:
    """Persons a chunk: shares as equal as whole machine words allow."""
    chunks = max(1, -(-size // CHUNK))
    return 64 * max(1, -(-size // (64 * chunks)))


def encode(persons: Sequence[Person], facts: Iterable[Fact]) -> dict[str, Column]:
    """Persons given one by one as one column a fact, free text left out. Raises KeyError for a value that is none."""
    typed = [fact for fact in facts if fact.kind != "text"]
    return {fact.name: _encoded([person.get(fact.name) for person in persons], fact) for fact in typed}


def _encoded(answers: Sequence[Any], fact: Fact) -> Column:
    if not fact.values():
        return np.array([UNKNOWN if answer is None else answer for answer in answers], np.int32)
    code = {None: UNKNOWN} | {value: place for place, value in enumerate(fact.values())}
    return np.array([code[answer] for answer in answers], np.int8 if len(fact.values()) <= _SMALL else np.int16)


def _codes(column: Column, fact: Fact) -> Column:
    """Codes without a sign, in a byte where they fit, so that unknown is the highest; numbers as they are."""
    if not fact.values():
        return column
    unsigned = np.dtype(np.uint8 if len(fact.values()) <= np.iinfo(np.uint8).max else np.uint16)
    return column.view(unsigned) if column.itemsize == unsigned.itemsize else column.astype(unsigned)
