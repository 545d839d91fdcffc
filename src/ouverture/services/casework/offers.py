"""What can be done in a file now: each act that ``decide`` accepts in a dry run, and why the others are refused."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import islice, product
from typing import Any, NamedTuple

from ouverture.dossier.command_words import CommandWords, FieldWords, help_for, kinds, label_for, words_of
from ouverture.dossier.duty import Obligation
from ouverture.dossier.file import File
from ouverture.dossier.kernel import COMMANDS, SEEN_FROM_OUTSIDE, Asserter, Command, OfClock
from ouverture.dossier.machine import decide
from ouverture.dossier.obligations import headline, obligations
from ouverture.dossier.one_look import in_one_look
from ouverture.dossier.refusals import Refusal, refuse
from ouverture.services.casework.choices import OF_THE_FILE
from ouverture.services.casework.drawn import Drawn, why_empty
from ouverture.services.casework.forms import Form, form_from
from ouverture.services.casework.stand_ins import stand_ins
from ouverture.text import Text

MOST_TRIED = 12
"""Combinations of answers tried for one act: more than the items of a kind that files hold at once."""

_WHATEVER_IS_CHOSEN = frozenset({
    "held", "file_closed", "not_yours", "nobody_signed_in", "caisse_is_here", "caisse_is_outside",
    "needs_permanent_number", "card_needs_rights", "no_doctor_recorded",
})  # fmt: skip
"""Refusals that no other answer changes."""


class Offer(NamedTuple):
    """One act: its words, its form, what it settles now, and either the command accepted in a dry run or the refusal.

    ``command`` holds stand-ins where only the person can answer: it shows that the act is possible, no more.
    """

    kind: str
    label: Text
    help: Text
    form: Form
    settles: tuple[Obligation, ...]
    command: Command | None
    refusal: Refusal | None

    @property
    def possible(self) -> bool:
        """Whether it can be done now."""
        return self.refusal is None


class _Wanted(NamedTuple):
    """What would settle what is owed: the items it is about, and answers of fields by name."""

    about: frozenset[str]
    answers: dict[str, str]


@in_one_look
def offers(file: File, by: Asserter, day: date, who: str = "") -> tuple[Offer, ...]:
    """Every act of ``by`` in this file on that day: those that settle what is owed, in order of its day, then others.

    ``who`` is the actor signed in, by opaque id: some acts are refused to whoever did the one before. Where
    two stand alike, the possible one comes first. A caisse outside this system is seen by letter, call or screen.
    """
    owed = _by_settler(obligations(file, day))
    drawn = Drawn(file, day)
    every = [_offer(words, drawn, by, who, owed.get(words.kind, ())) for words in _acts_of(by)]
    ranks = {each: rank for rank, each in enumerate(obligations(file, day))}
    every.sort(key=lambda one: (ranks[one.settles[0]] if one.settles else len(ranks), not one.possible))
    return tuple(every)


def _by_settler(owed: tuple[Obligation, ...]) -> dict[str, tuple[Obligation, ...]]:
    found: dict[str, tuple[Obligation, ...]] = {}
    for each in owed:
        for kind in each.duty.settled_by:
            found[kind] = (*found.get(kind, ()), each)
    return found


@cache
def _acts_of(by: Asserter) -> tuple[CommandWords, ...]:
    """The acts that are buttons for whoever asserts them; what the law does by itself is only seen, or the clock's."""
    every = map(words_of, kinds())
    return tuple(words for words in every if words.button and _is_theirs(words, by))


def _is_theirs(words: CommandWords, by: Asserter) -> bool:
    declared = COMMANDS[words.kind]
    if by not in declared.may:
        return False
    if by in SEEN_FROM_OUTSIDE:
        return words.outside is not None
    return by == "clock" or not issubclass(declared, OfClock)


def _offer(words: CommandWords, drawn: Drawn, by: Asserter, who: str, settles: tuple[Obligation, ...]) -> Offer:
    wanted = _Wanted(frozenset(each.about for each in settles), dict(settles[0].duty.settled_with) if settles else {})
    answer = _tried(words, drawn, by, who, wanted)
    label, help_ = label_for(words, by), help_for(words, drawn.file.connected, by)
    refusal = answer if isinstance(answer, Refusal) else None
    command = None if isinstance(answer, Refusal) else answer
    form = _form(words, drawn, command, wanted)._replace(label=label, help=help_)
    return Offer(words.kind, label, help_, form, settles, command, refusal)


def _form(words: CommandWords, drawn: Drawn, command: Command | None, wanted: _Wanted) -> Form:
    """The form of the act, starting with the item of the file for which it is possible."""
    form = form_from(words.kind, drawn)
    named = [field.name for field in words.fields if _starts_with_its_item(field, wanted)]
    if command is None or not named:
        return form
    answers = {name: getattr(command, name) for name in named}
    fields = (one._replace(value=_chosen(answers[one.name])) if one.name in answers else one for one in form.fields)
    return form._replace(fields=tuple(fields))


def _starts_with_its_item(field: FieldWords, wanted: _Wanted) -> bool:
    """Where several may be ticked, none is ticked for whoever answers, unless one of them is what is owed."""
    if field.type.many and not any(wanted.about):
        return field.name in wanted.answers
    return field.name in wanted.answers or (field.choose in OF_THE_FILE and not field.type.secret)


def _chosen(value: Any) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(map(str, value))
    return () if value in (None, "") else (str(value),)


def _tried(words: CommandWords, drawn: Drawn, by: Asserter, who: str, wanted: _Wanted) -> Command | Refusal:
    """The first command that ``decide`` accepts, or why it refuses the first one tried."""
    given: dict[str, tuple[Any, ...]] = {}
    for field in words.fields:
        values = _values(field, drawn, wanted)
        if values == () and _is_wanted(field, drawn.file):
            return _nothing_to_choose(field, drawn)
        if values:
            given[field.name] = values
    first: Refusal | None = None
    names_an_item = any(field.choose in OF_THE_FILE for field in words.fields)
    for answers in islice(product(*given.values()), MOST_TRIED):
        command = COMMANDS[words.kind](**dict(zip(given, answers, strict=True)))
        decision = decide(drawn.file, command, drawn.day, by, who)
        if decision and not isinstance(decision, Refusal):
            return command
        # An act that would change nothing is no button.
        refusal = decision if isinstance(decision, Refusal) else refuse("nothing_to_do")
        first = first or refusal
        if refusal.code in _WHATEVER_IS_CHOSEN or (refusal.code == "not_now" and not names_an_item):
            break
    assert first is not None
    return first


def _is_wanted(field: FieldWords, file: File) -> bool:
    return field.type.required or (field.wanted and file.connected)


def _nothing_to_choose(field: FieldWords, drawn: Drawn) -> Refusal:
    """Nothing in the file to choose from: said with who acts next, so that it is no dead end."""
    first = headline(drawn.file, drawn.day)
    holder = first.holder if first else "caisse"
    return Refusal("nothing_to_choose", why_empty(field.choose), holder, first.due if first else None)


def _values(field: FieldWords, drawn: Drawn, wanted: _Wanted) -> tuple[Any, ...]:
    """What to try in a field, the likeliest first; nothing where it can be left out."""
    of = field.type
    if field.name in wanted.answers:
        return (wanted.answers[field.name],)
    if of.options and not field.choose:
        return (of.usual, *(one for one in of.options if one != of.usual)) if of.usual else of.options
    if field.tried:
        return tuple((one,) if of.many else one for one in field.tried)
    names = _names(field, drawn, wanted.about)
    if not (_is_wanted(field, drawn.file) or of.options or (names and names[0] in wanted.about)):
        return ()
    if not field.choose:
        return stand_ins(field, drawn)
    values = (_meant(field, drawn.file, name) for name in names)
    return tuple((one,) if of.many else one for one in values)


def _names(field: FieldWords, drawn: Drawn, about: frozenset[str]) -> list[str]:
    """What to try of the field's list: each item of the file, first those that what is owed is about.

    A list that is the same for every file is not gone through: it comes with the likeliest first.
    """
    if not field.choose:
        return []
    every = [one.value for one in drawn.choices(field.choose)]
    if field.choose in OF_THE_FILE:
        return sorted(every, key=lambda name: name not in about)[:MOST_TRIED]
    return every if field.type.options else every[:1]


def _meant(field: FieldWords, file: File, name: str) -> Any:
    if field.choose == "numbers_found":
        return file.identity.candidates[int(name) - 1]
    return int(name) if field.type.ask == "whole" else name
