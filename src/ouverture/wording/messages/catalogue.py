"""The catalogue: one file a message in ``data/messages``, checked when it is read."""

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_args

from ouverture.rules.rulebook import Certainty
from ouverture.text import LANGUAGES, Text
from ouverture.wording.messages.entry import ACTORS, KINDS, KNOWABLE, SEEN, Cause, Condition, Entry, Pattern
from ouverture.wording.messages.folding import fold
from ouverture.wording.messages.letter_words import is_phrase, written_out

_ALLOWED = frozenset(entry_field.name for entry_field in fields(Entry))
Made = TypeVar("Made")


class CatalogueError(ValueError):
    """A file of the catalogue is wrong; the message names the file, the field, and what would be right."""

    def __init__(self, file: str, field: str, wanted: str) -> None:
        super().__init__(f"{file}: {field}: {wanted}")


@cache
def all_messages() -> tuple[Entry, ...]:
    """Every entry, by name of file. Raises CatalogueError naming the file and field that is wrong."""
    folder = files("ouverture.wording").joinpath("data/messages")
    found = sorted((item.name, item.read_text(encoding="utf-8")) for item in folder.iterdir())
    return tuple(read_entry(name, text) for name, text in found if name.endswith(".toml"))


@cache
def path_steps() -> dict[str, Text]:
    """The steps of the path, in order, by name (``data/path.toml``)."""
    return _words("path.toml")


@cache
def sides() -> dict[str, str]:
    """The side of each message that opposes others, by name of message (``data/opposed.toml``)."""
    data = tomllib.loads(files("ouverture.wording").joinpath("data/opposed.toml").read_text(encoding="utf-8"))
    return {name: side for side, names in data.items() for name in names}


@cache
def seen_words() -> dict[str, Text]:
    """What each way of knowing the words of a message means (``data/seen.toml``)."""
    return _words("seen.toml")


def read_entry(file: str, text: str) -> Entry:
    """The entry written in ``text``; ``file`` is its name, "<id>.toml". Raises CatalogueError."""
    try:
        row = tomllib.loads(text)
    except (ValueError, RecursionError) as problem:
        raise CatalogueError(file, "TOML", str(problem)) from None
    return _Reader(file, row).entry()


class _Reader:
    """Reads the fields of one table and complains with the name of the file and of the field."""

    def __init__(self, file: str, row: dict[str, Any], inside: str = "") -> None:
        self.file, self.row, self.inside = file, row, inside

    def entry(self) -> Entry:
        """The whole file."""
        for name in self.row.keys() - _ALLOWED:
            self._complain(name, f"is not a field; the fields are {', '.join(sorted(_ALLOWED))}")
        if self.row.get("id") != self.file.removesuffix(".toml"):
            self._complain("id", f'must be "{self.file.removesuffix(".toml")}", the name of the file')
        return Entry(
            id=self.row["id"],
            kind=self.choice("kind", KINDS),
            step=self.choice("step", tuple(path_steps())),
            texts=self.tables("texts", _Reader.pattern),
            means=self.text("means"),
            causes=self.tables("causes", _Reader.cause),
            act=self.text("act"),
            who=self.choice("who", ACTORS),
            say=self.text("say"),
            seen=self.choice("seen", SEEN),
            certainty=self.choice("certainty", get_args(Certainty)),
            rows=self.strings("rows"),
            examples=self.strings("examples"),
            records=self.row.get("records", ""),
            letter_words=self.groups("letter_words", self.row.get("letter_words", [])),
            said_words=self.ways("said_words"),
            unless=self.phrases("unless", self.row.get("unless", [])),
        )

    def pattern(self) -> Pattern:
        """One text to recognise."""
        words, must, may = (
            self.row.get("words"),
            self.strings("must", optional=True),
            self.strings("may", optional=True),
        )
        if not isinstance(words, str) or not fold(words):
            self._complain("words", "must be the words of the message")
        folded = fold(str(words))
        for word in (*must, *may):
            if fold(word) != word:
                self._complain("must", f'"{word}" must be written "{fold(word)}", without accents or capitals')
        if must and not any(word in folded for word in must):
            self._complain("must", "one of these must stand in words")
        return Pattern(self.choice("language", LANGUAGES), folded, must, may)

    def cause(self) -> Cause:
        """One cause."""
        return Cause(self.text("says"), self.conditions("likelier_if"), self.conditions("less_if"))

    def conditions(self, name: str) -> tuple[Condition, ...]:
        """Conditions written "card=refused"."""
        return tuple(self._condition(name, said) for said in self.strings(name, optional=True))

    def _condition(self, name: str, said: str) -> Condition:
        what, _, value = said.partition("=")
        if value not in KNOWABLE.get(what, ()):
            self._complain(name, f'"{said}": write one of {", ".join(KNOWABLE)}, then = and one of its values')
        return Condition(what, value)

    def text(self, name: str) -> Text:
        """A sentence in both languages."""
        said = self.row.get(name)
        if not isinstance(said, dict) or set(said) != set(LANGUAGES) or not all(_is_said(said[one]) for one in said):
            self._complain(name, "must have fr and en, neither empty")
        return Text(**self.row[name])

    def choice(self, name: str, allowed: Sequence[str]) -> Any:
        """One of some words."""
        if self.row.get(name) not in allowed:
            self._complain(name, f'"{self.row.get(name, "")}" is not one of {", ".join(allowed)}')
        return self.row[name]

    def strings(self, name: str, *, optional: bool = False) -> tuple[str, ...]:
        """A list of sentences or words."""
        said = self.row.get(name, [] if optional else None)
        if not isinstance(said, list) or not all(map(_is_said, said)) or not (said or optional):
            self._complain(name, "must be a list of texts, none empty")
        return tuple(self.row.get(name, ()))

    def ways(self, name: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """A list of lists of groups, each written like ``letter_words``."""
        said = self.row.get(name, [])
        if not isinstance(said, list) or not all(said):
            self._complain(name, "must be a list of ways to tell it, each a list of lists of phrases, none empty")
        return tuple(self.groups(name, way) for way in said)

    def groups(self, name: str, said: object) -> tuple[tuple[str, ...], ...]:
        """A list of lists of phrases."""
        if not isinstance(said, list) or not all(said):
            self._complain(name, "must be a list of lists of phrases, none empty")
        return tuple(self.phrases(name, group) for group in said)  # type: ignore[attr-defined]

    def phrases(self, name: str, said: object) -> tuple[str, ...]:
        """Phrases as they are once folded, with "*" and "+"; "@" and a name stands for a list of letter_words.toml."""
        if not isinstance(said, list) or not all(map(is_phrase, said)):
            self._complain(name, "must be a list of phrases, without accents or capitals")
        try:
            return written_out(said)  # type: ignore[arg-type]
        except KeyError as unknown:
            self._complain(name, f"{unknown} is not a list of letter_words.toml")
            raise

    def tables(self, name: str, read: Callable[["_Reader"], Made]) -> tuple[Made, ...]:
        """A list of tables, each read the same way; at least one."""
        said = self.row.get(name)
        if not isinstance(said, list) or not said or not all(isinstance(one, dict) for one in said):
            self._complain(name, f"write at least one [[{name}]]")
        return tuple(read(_Reader(self.file, row, f"{name}[{place}].")) for place, row in _counted(self.row[name]))

    def _complain(self, field: str, wanted: str) -> None:
        raise CatalogueError(self.file, self.inside + field, wanted)


def _is_said(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _counted(rows: Iterable[dict[str, Any]]) -> Iterable[tuple[int, dict[str, Any]]]:
    return enumerate(rows, start=1)


def _words(file: str) -> dict[str, Text]:
    data = tomllib.loads(files("ouverture.wording").joinpath("data", file).read_text(encoding="utf-8"))
    return {name: Text(**said) for name, said in data.items()}
