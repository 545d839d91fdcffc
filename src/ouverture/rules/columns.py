"""Third reading: a million persons at once. Planes of bits, 64 persons a machine word, run over chunks of persons.

Persons are packed once, for any law and any day; then a law decides. The only module of the engine that needs NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from ouverture.rules.assessment import Person
from ouverture.rules.facts import Fact
from ouverture.rules.planes import EVERYBODY, NOBODY, Gate, Reading, Wiring, bits_of, wiring
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
Plane = NDArray[np.uint64]
Octets = NDArray[np.uint8]


@dataclass(frozen=True)
class Packed:
    """Persons of whom each choice is planes of bits, and each date or number a column as it was given.

    ``planes``: by fact, the bits of the place of its value, lowest first (unknown has every bit), or of a number those
    of whom it is known; then the chunks of ``share`` persons, then the words. ``size``: how many persons.
    """

    size: int
    share: int
    planes: Mapping[str, Plane]
    numbers: Mapping[str, Column]

    def read(self, reading: Reading, start: int, plane: Plane, marks: Octets) -> Plane:
        """The plane of a reading of the persons from ``start`` on: their own, not to be written in, or ``plane``.

        ``marks``: a byte a person, to write in.
        """
        act, fact, number = reading
        if fact not in self.planes:
            plane[:] = ~np.uint64(0) if act == "bit" else 0
        elif act == "from":
            _mark_from(self.numbers[fact][start : start + self.share], number, plane, marks)
        else:
            own: Plane = self.planes[fact][number, start // self.share]
            return own
        return plane


@dataclass(frozen=True)
class _Given:
    """Persons in columns, read as they were given. ``share``: how many a chunk."""

    size: int
    share: int
    columns: Mapping[str, Column]

    def read(self, reading: Reading, start: int, plane: Plane, marks: Octets) -> Plane:
        """The same as of packed persons, always written in ``plane``."""
        act, fact, number = reading
        codes = self.columns[fact][start : start + self.share]
        if act == "bit":
            _mark_bit(codes, number, plane, marks)
        else:
            _mark_from(codes, number, plane, marks)
        return plane


def pack(columns: Mapping[str, Column], facts: Iterable[Fact]) -> Packed:
    """The columns of these facts, packed. A code that stands for no value is not looked for.

    Raises ValueError when there is no column, or when they are not all of one length.
    """
    known = [fact for fact in facts if fact.name in columns]
    given = _given(columns, known)
    starts = range(0, given.size, given.share)
    # One piece of memory for all: many small ones are given back to the system and asked of it again.
    room = np.empty((sum(map(_planes_of, known)), len(starts), given.share // 64), np.uint64)
    planes, marks = dict[str, Plane](), np.empty(given.share, np.uint8)
    for fact in known:
        first = sum(map(len, planes.values()))
        planes[fact.name] = room[first : first + _planes_of(fact)]
        for bit, at in product(range(_planes_of(fact)), range(len(starts))):
            reading = Reading("bit" if fact.values() else "known", fact.name, bit)
            given.read(reading, starts[at], planes[fact.name][bit, at], marks)
    numbers = {fact.name: given.columns[fact.name] for fact in known if not fact.values()}
    return Packed(given.size, given.share, planes, numbers)


class Columns:
    """A law on a day, ready to answer for any number of persons at once as ``Evaluator.prove`` does for one."""

    def __init__(self, law: Law, day: date) -> None:
        self._law, self._day = law, day
        self._answer = np.dtype(np.int8 if len(law.grounds) <= _SMALL else np.int16)
        self._of_columns = wiring(law, day)

    @cached_property
    def _of_packed(self) -> Wiring:
        return wiring(self._law, self._day, packed=True)

    def decide(self, persons: Packed | Mapping[str, Column]) -> Column:
        """For each person the place of the deciding ground in ``law.grounds``, or -1 where a missing fact may matter.

        A fact without a column is unknown of everybody; a code that stands for no value is not looked for. Raises
        ValueError when there is no column, or when they are not all of one length.
        """
        if isinstance(persons, Packed):
            return self._decided(persons, self._of_packed)
        return self._decided(_given(persons, self._law.program.facts), self._of_columns)

    def _decided(self, persons: Packed | _Given, wired: Wiring) -> Column:
        answers, marks = np.zeros(persons.size, self._answer), np.empty(persons.share, np.uint8)
        room = list(np.empty((wired.slots, persons.share // 64), np.uint64))
        room[NOBODY][:], room[EVERYBODY][:] = 0, ~np.uint64(0)
        planes = room.copy()
        for start in range(0, persons.size, persons.share):
            for step, slot in wired.steps:
                if isinstance(step, Gate):
                    act, one, other = step
                    planes[slot] = _ACTS[act](planes[one], planes[other], room[slot])
                else:
                    planes[slot] = persons.read(step, start, room[slot], marks)
            self._write(answers[start : start + persons.share], [planes[slot] for slot in wired.answer])
        return answers

    def _write(self, answers: Column, bits: Sequence[Plane]) -> None:
        for plane in reversed(bits):
            answers += answers
            answers |= np.unpackbits(plane.view(np.uint8), count=len(answers), bitorder=_ORDER).view(np.int8)
        answers += UNKNOWN


def _mark_bit(codes: Column, bit: int, plane: Plane, marks: Octets) -> None:
    if codes.dtype != np.uint8:
        _put(plane, codes & (1 << bit) != 0)
    else:
        _put(plane, np.bitwise_and(codes, 1 << bit, marks[: len(codes)]))


def _mark_from(codes: Column, number: int, plane: Plane, marks: Octets) -> None:
    if number == 1 and codes.dtype == np.uint8:
        _put(plane, codes)  # one or more is any byte but zero, which is what packing tells apart
    else:
        _put(plane, np.greater_equal(codes, number, marks[: len(codes)].view(bool)))


def _put(plane: Plane, marked: NDArray[Any]) -> None:
    """Put those marked by a byte other than zero into the plane."""
    bits = np.packbits(marked, bitorder=_ORDER)
    plane.view(np.uint8)[: len(bits)] = bits


def _given(columns: Mapping[str, Column], facts: Iterable[Fact]) -> _Given:
    sizes = {len(column) for column in columns.values()}
    if len(sizes) != 1:
        raise ValueError(f"columns: give one or more, all of one length; these have {sorted(sizes) or 'none'}")
    (size,) = sizes
    missing = np.broadcast_to(np.int32(UNKNOWN), size)
    codes = {fact.name: _codes(columns.get(fact.name, missing), fact) for fact in facts}
    return _Given(size, _share(size), codes)


def _planes_of(fact: Fact) -> int:
    return bits_of(fact) if fact.values() else 1


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
