"""One question as fields of a form: what is shown, what was typed, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Literal

from ouverture.clock.refusal import DeadlineError
from ouverture.law.answers import AnswerError, read_one
from ouverture.places.place_error import PlaceError
from ouverture.places.postcode_reading import read_postcode
from ouverture.rules.facts import YES_NO, Fact, Value
from ouverture.services.answer.interview import as_typed
from ouverture.site.page.day_boxes import PARTS, boxes_for, read_boxes
from ouverture.site.page.parts import LONG_LIST, by_alphabet
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

Widget = Literal["choice", "list", "date", "number", "text"]
NOT_KNOWN = "unknown"
SHOWN_AT_ONCE = 7
"""Of a long list of buttons: the rest stands behind a fold, so that the way on stays in sight."""

LONGEST = 100
"""In characters: the longest name of a commune fits twice."""


@dataclass(frozen=True)
class Field:
    """A fact as asked. ``typed`` is what the fields hold; ``opened_by`` the answers above it that make it worth one.

    ``amounts`` are those that the answer is compared with, with their date. ``offered``: the answers that go with what
    was given before, None for all of them.
    """

    fact: Fact
    typed: Mapping[str, str] = field(default_factory=dict)
    error: Text | None = None
    opened_by: tuple[str, ...] = ()
    amounts: tuple[Text, ...] = ()
    offered: Mapping[str, Text] | None = None

    @property
    def widget(self) -> Widget:
        """How it is asked."""
        match self.fact.kind:
            case "one_of" if self.offered is None and len(self.fact.options) > LONG_LIST:
                return "list"
            case "yes_no" | "one_of":
                return "choice"
            case "date":
                return "date"
            case "text":
                return "text"
        return "number"

    @property
    def first_id(self) -> str:
        """The element that an error leads to."""
        if self.widget == "choice":
            return f"{self.fact.name}-{self.commonest[0][0]}"
        return f"{self.fact.name}-day" if self.widget == "date" else self.fact.name

    @property
    def options(self) -> Mapping[str, Text]:
        """The answers to choose from, by the value sent."""
        if self.fact.kind == "yes_no":
            return YES_NO
        return self.fact.options if self.offered is None else self.offered

    @cached_property
    def chosen(self) -> str:
        """The value that is chosen or written, "unknown" for "I don't know", empty for nothing yet."""
        return NOT_KNOWN if self.typed.get(NOT_KNOWN) else self.typed.get("value", "")

    @cached_property
    def commonest(self) -> list[tuple[str, Text]]:
        """The answers shown at once: all of a short list; of a long one those most people give, and the chosen one."""
        return [option for option in self.options.items() if option[0] in self._at_once]

    @cached_property
    def rarer(self) -> list[tuple[str, Text]]:
        """The answers behind a fold, in their order."""
        return [option for option in self.options.items() if option[0] not in self._at_once]

    @cached_property
    def _at_once(self) -> frozenset[str]:
        names = list(self.options)
        if len(names) <= SHOWN_AT_ONCE + 1:
            return frozenset(names)
        likely = [name for name in names if name in self.fact.priors]
        others = [name for name in names if name not in likely]
        return frozenset({*(likely + others)[:SHOWN_AT_ONCE], *([self.chosen] if self.chosen in names else [])})

    def sorted_options(self, language: Language) -> list[tuple[str, str]]:
        """The options of a long list in the order of the alphabet; the first (France) stays first."""
        return [(value, label.to(language)) for value, label in by_alphabet(self.options.items(), language)]

    def wrong(self, error: Text) -> Field:
        """The same field with what is wrong."""
        return replace(self, error=error)

    def read(self) -> Value | None:
        """The answer, None for "I don't know"; raises AnswerError when there is none or it cannot be used."""
        written = self._written()
        if self.typed.get(NOT_KNOWN):
            if written:
                raise AnswerError(self.fact.name, sentence("error.both"))
            return None
        if not written:
            raise AnswerError(self.fact.name, sentence(f"error.nothing_{self.widget}"))
        if self.widget == "date":
            return _date(self.fact, self.typed)
        return _postcode(self.fact, written) if self.fact.name == "postcode" else _other(self.fact, written)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was given, not even "I don't know"."""
        return not self._written() and not self.typed.get(NOT_KNOWN)

    def _written(self) -> str:
        return "".join(self.typed.get(part, "") for part in ("value", *PARTS))


def posted(fact: Fact, form: Mapping[str, str], opened_by: tuple[str, ...] = ()) -> Field:
    """The field as the visitor sent it."""
    typed = dict(_posted(fact.name, form))
    if typed.get("value") == NOT_KNOWN:
        typed = {NOT_KNOWN: "1"}
    return Field(fact, typed, opened_by=opened_by)


def remembered(fact: Fact, given: Mapping[str, Value | None], opened_by: tuple[str, ...] = ()) -> Field:
    """The field with the answer of before, if there is one."""
    return Field(fact, _typed(fact, given[fact.name]) if fact.name in given else {}, opened_by=opened_by)


def _posted(name: str, form: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for part in ("value", NOT_KNOWN, *PARTS):
        sent = form.get(name if part == "value" else f"{name}-{part}", "").strip()[: LONGEST + 1]
        if sent:
            yield part, sent


def _typed(fact: Fact, value: Value | None) -> dict[str, str]:
    if value is None:
        return {NOT_KNOWN: "1"}
    if fact.kind == "date":
        return boxes_for(date.fromordinal(int(value)))
    return {"value": as_typed(value)}


def _date(fact: Fact, typed: Mapping[str, str]) -> Value:
    try:
        return read_boxes({part: typed[part] for part in PARTS if part in typed}).toordinal()
    except DeadlineError as problem:
        raise AnswerError(fact.name, problem.text) from None


def _postcode(fact: Fact, written: str) -> Value:
    try:
        return read_postcode(written).postcode
    except PlaceError as problem:
        raise AnswerError(fact.name, problem.text) from None


def _other(fact: Fact, written: str) -> Value | None:
    if len(written) > LONGEST:
        raise AnswerError(fact.name, sentence("error.too_long", longest=LONGEST))
    try:
        return read_one(fact, written)
    except AnswerError:
        raise AnswerError(fact.name, sentence(f"error.unreadable_{fact.kind}")) from None
