"""Third reading: a million persons at once. Planes of bits, 64 persons a machine word, run over chunks of persons.

Persons are packed once, for any law and any day; then a law decides. The only module of the engine that needs NumPy.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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

    ``choices``: by fact, the bits of the place of its value, lowest first, then the chunks of ``share`` persons, then
    the words; unknown has every bit. ``size``: how many persons.
    """

    size: int
    share: int
    choices: Mapping[str, Plane]
    numbers: Mapping[str, Column]

    @property
    def chunks(self) -> list[slice]:
        """The persons of each chunk."""
        return [slice(start, min(start + self.share, self.size)) for start in range(0, self.size, self.share)]


def pack(columns: Mapping[str, Column], facts: Iterable[Fact]) -> Packed:
    """The columns of these facts, packed. A code that stands for no value is not looked for.

    Raises ValueError when there is no column, or when they are not all of one length.
    """
    sizes = {len(column) for column in columns.values()}
    if len(sizes) != 1:
        raise ValueError(f"columns: give one or more, all of one length; these have {sorted(sizes) or 'none'}")
    (size,) = sizes
    given = [fact for fact in facts if fact.name in columns]
    packed = Packed(size, _share(size), {}, {fact.name: columns[fact.name] for fact in given if not fact.values()})
    choices = {fact.name: _planes(_codes(columns[fact.name], fact), fact, packed) for fact in given if fact.values()}
    return replace(packed, choices=choices)


def _planes(codes: Column, fact: Fact, packed: Packed) -> Plane:
    chunks = packed.chunks
    planes = np.zeros((bits_of(fact), len(chunks), packed.share // 64), np.uint64)
    octets, marks = planes.view(np.uint8), np.empty(packed.share, codes.dtype)
    for at, chunk in enumerate(chunks):
        marked = marks[: len(codes[chunk])]
        for bit, plane in enumerate(octets[:, at]):
            np.bitwise_and(codes[chunk], 1 << bit, marked)
            bits = np.packbits(marked if marked.itemsize == 1 else marked != 0, bitorder=_ORDER)
            plane[: len(bits)] = bits
    return planes


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
        planes = list(np.empty((self._wiring.slots, packed.share // 64), np.uint64))
        planes[NOBODY][:], planes[EVERYBODY][:] = 0, ~np.uint64(0)
        missing = np.broadcast_to(np.int32(UNKNOWN), packed.size)
        gates = [(_ACTS[gate.act], gate.one, gate.other, slot) for gate, slot in self._wiring.gates]
        for at, chunk in enumerate(packed.chunks):
            for slot, (act, fact, number) in enumerate(self._wiring.readings, EVERYBODY + 1):
                if act == "from":
                    _from(packed.numbers.get(fact, missing)[chunk], number, planes[slot])
                else:
                    planes[slot] = packed.choices[fact][number, at] if fact in packed.choices else planes[EVERYBODY]
            for combine, one, other, slot in gates:
                combine(planes[one], planes[other], planes[slot])
            self._write(answers[chunk], planes)
        return answers

    def _write(self, answers: Column, planes: Sequence[Plane]) -> None:
        for slot in reversed(self._wiring.answer):
            answers += answers
            answers |= np.unpackbits(planes[slot].view(np.uint8), count=len(answers), bitorder=_ORDER).view(np.int8)
        answers += UNKNOWN


def _from(column: Column, number: int, plane: Plane) -> None:
    """Those whose number is ``number`` or more."""
    bits = np.packbits(column >= number, bitorder=_ORDER)
    plane.view(np.uint8)[: len(bits)] = bits


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
