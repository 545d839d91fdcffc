"""A law on a day as operations on bit planes, for ``columns`` to run.

A plane holds one bit a person. A truth is two of them, "known true" and "known false": "all" is the *and* of the first
and the *or* of the second, "any" the other way round, "not" swaps the two. Equal planes are made once.

Of persons in columns a choice is read by the codes that the law tells from the one before, where these are few; of
persons packed, always by its bits, which are planes already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import reduce
from itertools import chain, pairwise, repeat
from typing import Literal, NamedTuple

from ouverture.rules.conditions import Among, AtLeast
from ouverture.rules.exclusions import Given
from ouverture.rules.facts import Fact
from ouverture.rules.program import Atom, Step
from ouverture.rules.rulebook import Law

NOBODY, EVERYBODY = 0, 1
Truth = tuple[int, int]


class Reading(NamedTuple):
    """Those whose code has bit ``number`` (0 the lowest), or whose code, number or date is ``number`` or more.

    "known": those who have a number or a date.
    """

    act: Literal["bit", "from", "known"]
    fact: str
    number: int


class Gate(NamedTuple):
    """A plane made of two earlier ones."""

    act: Literal["and", "or", "xor"]
    one: int
    other: int


@dataclass(frozen=True)
class Wiring:
    """What to read and what to make of it, in order, each with its slot; the answer, a number in bits, lowest first.

    Slots 0 and 1 hold nobody and everybody; a gate names the slots it reads. A plane is read just before its first
    use, so that few are held at a time. The answer of a person is one more than the place of the deciding
    ground, or 0.
    """

    steps: tuple[tuple[Reading | Gate, int], ...]
    slots: int
    answer: tuple[int, ...]


def wiring(law: Law, day: date, *, packed: bool = False) -> Wiring:
    """The operations that decide as ``Evaluator.prove`` does, each slot free again after the last use of its plane."""
    planes = Planes(law.program.steps, day, packed=packed)
    answer = _numbered(planes, _deciding(planes, law), len(law.grounds))
    return _in_slots(planes.made, answer)


class Planes:
    """The planes made so far. The first two hold nobody and everybody."""

    def __init__(self, steps: Sequence[Step], day: date, *, packed: bool = False) -> None:
        self.made: list[Reading | Gate] = [Gate("and", constant, constant) for constant in (NOBODY, EVERYBODY)]
        self._steps, self._day, self._packed = steps, day, packed
        self._place: dict[Reading | Gate, int] = {}
        self._truths: dict[int, Truth] = {}
        self._edges_of: dict[str, set[int]] = {}

    def both(self, one: int, other: int) -> int:
        """Those in the one and in the other."""
        low, high = sorted((one, other))
        if low in (NOBODY, high):
            return low
        return high if low == EVERYBODY else self._make(Gate("and", low, high))

    def either(self, one: int, other: int) -> int:
        """Those in the one or in the other."""
        low, high = sorted((one, other))
        if low in (EVERYBODY, high):
            return low
        return high if low == NOBODY else self._make(Gate("or", low, high))

    def apart(self, one: int, other: int) -> int:
        """Those in just one of the two: of a whole and a part of it, those of the whole who are not in the part."""
        low, high = sorted((one, other))
        if low in (NOBODY, high):
            return NOBODY if low == high else high
        return self._make(Gate("xor", low, high))

    def truth(self, place: int) -> Truth:
        """Those of whom a step of the program is known to be true, and those of whom it is known to be false."""
        if place not in self._truths:
            self._truths[place] = self._truth(self._steps[place])
        return self._truths[place]

    def _truth(self, step: Step) -> Truth:
        if step.atom is not None:
            return self._atom(step.atom)
        truths = [self.truth(part) for part in step.parts]
        if step.kind == "not":
            return _negation(truths[0])
        return self._all(truths) if step.kind == "all" else _negation(self._all(map(_negation, truths)))

    def _all(self, truths: Iterable[Truth]) -> Truth:
        true, false = EVERYBODY, NOBODY
        for part_true, part_false in truths:
            true, false = self.both(true, part_true), self.either(false, part_false)
        return true, false

    def _atom(self, atom: Atom) -> Truth:
        if isinstance(atom, AtLeast):
            known = self._make(Reading("known", atom.fact.name, 0))
            cut = atom.cut.value(self._day)
            true = self._from(atom.fact, cut) if cut > 0 else known
            return true, self.apart(known, true)
        member = [value in atom.values for value in atom.fact.values()]
        if not self._packed and len(self._edges(atom.fact)) <= bits_of(atom.fact):
            return self._alternating(atom.fact, member), self._alternating(atom.fact, [not mark for mark in member])
        bits = [self._make(Reading("bit", atom.fact.name, bit)) for bit in range(bits_of(atom.fact))]
        nothing = ((1 << len(bits)) - 1 - len(member)) * (None,)
        known = self._marked(bits, (*(True for _ in member), *nothing, False))
        true = self._marked(bits, (*member, *nothing, False))
        return true, self.apart(known, true)

    def _edges(self, fact: Fact) -> set[int]:
        """The codes that some condition tells from the one before; unknown, the highest code, is one of them."""
        if fact.name not in self._edges_of:
            atoms = [step.atom for step in self._steps if step.atom is not None and step.atom.fact is fact]
            marks = [[v in atom.values for v in fact.values()] for atom in atoms if isinstance(atom, Among)]
            self._edges_of[fact.name] = {len(fact.values())}.union(*map(_changes, marks))
        return self._edges_of[fact.name]

    def _alternating(self, fact: Fact, marks: Sequence[bool]) -> int:
        """Those whose code is marked, told by each code from which it is so or no longer so."""
        first = EVERYBODY if marks[0] else NOBODY
        return reduce(self.apart, (self._from(fact, code) for code in _changes(marks)), first)

    def _from(self, fact: Fact, number: int) -> int:
        return self._make(Reading("from", fact.name, number))

    def _marked(self, bits: Sequence[int], marks: Sequence[bool | None]) -> int:
        """Those whose code is marked: split by the highest bit, then by the next, until a half is all alike.

        A mark of None is of a code that no one has: it is taken as whatever makes fewer planes.
        """
        alike = set(marks) - {None}
        if len(alike) < 2:
            return EVERYBODY if True in alike else NOBODY
        *lower, highest = bits
        halves = marks[: len(marks) // 2], marks[len(marks) // 2 :]
        if all(None in pair or pair[0] is pair[1] for pair in zip(*halves, strict=True)):
            return self._marked(lower, [low if high is None else high for low, high in zip(*halves, strict=True)])
        low, high = (self._marked(lower, half) for half in halves)
        return self._by_bit(highest, low, high)

    def _by_bit(self, bit: int, low: int, high: int) -> int:
        """Those of ``high`` who have the bit, and those of ``low`` who do not."""
        if low == high:
            return low
        if high == EVERYBODY:
            return self.either(bit, low)
        have_not = self.apart(EVERYBODY, bit)
        if low == EVERYBODY:
            return self.either(have_not, high)
        return self.either(self.both(bit, high), self.both(have_not, low))

    def _make(self, plane: Reading | Gate) -> int:
        if plane not in self._place:
            self._place[plane] = len(self.made)
            self.made.append(plane)
        return self._place[plane]


def _negation(truth: Truth) -> Truth:
    true, false = truth
    return false, true


def _changes(marks: Sequence[bool]) -> list[int]:
    """The places of the marks that are not as the one before, an unmarked one being after the last."""
    return [place for place, (mark, after) in enumerate(pairwise((*marks, False)), 1) if mark is not after]


def bits_of(fact: Fact) -> int:
    """How many bits tell apart the places of the values and, with all of them set, unknown."""
    return len(fact.values()).bit_length()


def _deciding(planes: Planes, law: Law) -> Iterator[int]:
    """For each ground those it decides: it is true, and the earlier grounds not known to be false have its outcome.

    An earlier ground that cannot be true beside it is known to be false where it is true: nothing is left to ask of it.
    """
    goals = list(law.program.goals.values())
    outcomes = [ground.outcome for ground in law.grounds]
    for rank, step in enumerate(goals):
        given = Given(law.program.steps, step)
        earlier = [place for place in range(rank) if not given.excludes(goals[place])]
        allies = {place for place in earlier if outcomes[place] == outcomes[rank]}
        plane = planes.truth(step)[0]
        for place in sorted(allies):
            plane = planes.apart(plane, planes.both(plane, planes.truth(goals[place])[0]))
        false = _all_false(planes, goals, set(earlier) - allies, allies, range(1 << rank.bit_length()))
        yield planes.both(plane, false)


def _all_false(planes: Planes, goals: Sequence[int], wanted: Set[int], left_out: Set[int], span: range) -> int:
    """Those of whom each wanted ground of a span is known to be false, and maybe others of it, none of them left out.

    Halved each time: a span of which most is wanted is taken whole, so that it is made once for many grounds.
    """
    inside = [rank for rank in span if rank in wanted]
    if len(inside) < 2:
        return planes.truth(goals[inside[0]])[1] if inside else EVERYBODY
    if len(inside) > len(span) // 2 and span.stop <= max(wanted) + 1 and left_out.isdisjoint(span):
        wanted = frozenset(span)
    half = len(span) // 2
    halves = (_all_false(planes, goals, wanted, left_out, part) for part in (span[:half], span[half:]))
    return planes.both(*halves)


def _numbered(planes: Planes, deciding: Iterable[int], count: int) -> list[int]:
    """The bits of a number, lowest first: one more than the place of the plane a person is in, 0 for those in none.

    Those of odd number have the lowest bit, the others are told apart by half their number: each plane is met with the
    one before it, and the two go up as one as soon as both are there.
    """
    bits, before = [NOBODY] * count.bit_length(), [NOBODY] * count.bit_length()
    for number, plane in enumerate(chain(deciding, repeat(NOBODY, (1 << len(bits)) - 1 - count)), 1):
        level = 0
        while number >> level & 1:
            bits[level] = planes.either(bits[level], plane)
            plane = planes.either(before[level], plane)
            level += 1
        if level < len(bits):
            before[level] = plane
    return bits


def _in_slots(made: Sequence[Reading | Gate], answer: Sequence[int]) -> Wiring:
    last_use = dict.fromkeys((NOBODY, EVERYBODY, *answer), len(made))
    for place in reversed(range(len(made))):
        if place in last_use:
            for part in _parts(made[place]):
                last_use.setdefault(part, place)
    slot, steps, free = {NOBODY: NOBODY, EVERYBODY: EVERYBODY}, list[tuple[Reading | Gate, int]](), list[int]()
    slots = len(slot)
    for place, plane in enumerate(made):
        if place in slot or place not in last_use:
            continue
        free += [slot[part] for part in set(_parts(plane)) if last_use[part] == place]
        slots += not free
        slot[place] = free.pop() if free else slots - 1
        steps.append((_between(plane, slot), slot[place]))
    return Wiring(tuple(steps), slots, tuple(slot[place] for place in answer))


def _between(plane: Reading | Gate, slot: Mapping[int, int]) -> Reading | Gate:
    """The same operation, on the slots that hold the planes it reads."""
    return Gate(plane.act, slot[plane.one], slot[plane.other]) if isinstance(plane, Gate) else plane


def _parts(plane: Reading | Gate) -> tuple[int, ...]:
    return (plane.one, plane.other) if isinstance(plane, Gate) else ()
