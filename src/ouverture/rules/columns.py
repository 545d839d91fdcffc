"""Third reading: a million persons at once. Planes of bits, 64 persons a machine word, run over chunks of persons.

Persons are packed once, for any law and any day; then a law decides. The only module of the engine that needs NumPy.
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
from ouverture.rules.planes import EVERYBODY, NOBODY, bits_of, wiring
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

    @property
    def chunks(self) -> list[slice]:
        """The persons of each chunk."""
        return _chunks(self.size, self.share)


def pack(columns: Mapping[str, Column], facts: Iterable[Fact]) -> Packed:
    """The columns of these facts, packed. A code that stands for no value is not looked for.

    Raises ValueError when there is no column, or when they are not all of one length.
    """
    sizes = {len(column) for column in columns.values()}
    if len(sizes) != 1:
        raise ValueError(f"columns: give one or more, all of one length; these have {sorted(sizes) or 'none'}")
    (size,) = sizes
    given = [fact for fact in facts if fact.name in columns]
    share = _share(size)
    chunks = _chunks(size, share)
    # One piece of memory for all: many small ones are given back to the system and asked of it again.
    planes = np.zeros((sum(map(_planes_of, given)), len(chunks), share // 64), np.uint64)
    own, marks = dict[str, Plane](), np.empty(share, np.uint16)
    for fact in given:
        start = sum(map(len, own.values()))
        own[fact.name] = planes[start : start + _planes_of(fact)]
        column = _codes(columns[fact.name], fact)
        for at, chunk in enumerate(chunks):
            for bit, plane in enumerate(own[fact.name][:, at]):
                _put(plane, _marked(column[chunk], fact, bit, marks))
    return Packed(size, share, own, {fact.name: columns[fact.name] for fact in given if not fact.values()})


def _planes_of(fact: Fact) -> int:
    return bits_of(fact) if fact.values() else 1


def _marked(codes: Column, fact: Fact, bit: int, marks: NDArray[np.uint16]) -> NDArray[Any]:
    """A byte a person, other than zero for those whose choice has the bit, or whose number is known."""
    if not fact.values():
        return np.asarray(np.greater_equal(codes, 0, marks.view(bool)[: len(codes)]))
    marked = np.bitwise_and(codes, 1 << bit, marks.view(codes.dtype)[: len(codes)])
    return np.asarray(marked if marked.itemsize == 1 else marked != 0)


def _put(plane: Plane, marked: NDArray[Any]) -> None:
    """Put those marked by a byte other than zero into the plane."""
    bits = np.packbits(marked, bitorder=_ORDER)
    plane.view(np.uint8)[: len(bits)] = bits


class Columns:
    """A law on a day, ready to answer for any number of persons at once as ``Evaluator.prove`` does for one."""

    def __init__(self, law: Law, day: date) -> None:
        self._facts = law.program.facts
        self._answer = np.dtype(np.int8 if len(law.grounds) <= _SMALL else np.int16)
        self._wiring = wiring(law, day)

    def decide(self, persons: Packed | Mapping[str, Column]) -> Column:
        """For each person the place of the deciding ground in ``law.grounds``, or -1 where a missing fact may matter.

        A fact without a column is unknown of everybody. Columns are packed first: ``pack`` says when it raises.
        """
        packed = persons if isinstance(persons, Packed) else pack(persons, self._facts)
        answers = np.zeros(packed.size, self._answer)
        planes = self._room(packed.share // 64)
        marks = np.empty(packed.share, bool)
        gates = [(_ACTS[gate.act], gate.one, gate.other, slot) for gate, slot in self._wiring.gates]
        for at, chunk in enumerate(packed.chunks):
            marked = marks[: chunk.stop - chunk.start]
            for slot, (act, fact, number) in enumerate(self._wiring.readings, EVERYBODY + 1):
                if fact not in packed.planes:
                    planes[slot] = planes[EVERYBODY if act == "bit" else NOBODY]
                elif act == "from":
                    _put(planes[slot], np.greater_equal(packed.numbers[fact][chunk], number, marked))
                else:
                    planes[slot] = packed.planes[fact][number, at]
            for combine, one, other, slot in gates:
                combine(planes[one], planes[other], planes[slot])
            self._write(answers[chunk], planes)
        return answers

    def _room(self, words: int) -> list[Plane]:
        """A plane for each slot; none yet where the persons' own planes are lent, chunk by chunk."""
        lent = {slot for slot, reading in enumerate(self._wiring.readings, EVERYBODY + 1) if reading.act != "from"}
        room = iter(np.empty((self._wiring.slots - len(lent), words), np.uint64))
        nothing = np.empty(0, np.uint64)
        planes = [nothing if slot in lent else next(room) for slot in range(self._wiring.slots)]
        planes[NOBODY][:], planes[EVERYBODY][:] = 0, ~np.uint64(0)
        return planes

    def _write(self, answers: Column, planes: Sequence[Plane]) -> None:
        for slot in reversed(self._wiring.answer):
            answers += answers
            answers |= np.unpackbits(planes[slot].view(np.uint8), count=len(answers), bitorder=_ORDER).view(np.int8)
        answers += UNKNOWN


def _chunks(size: int, share: int) -> list[slice]:
    return [slice(start, min(start + share, size)) for start in range(0, size, share)]


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
