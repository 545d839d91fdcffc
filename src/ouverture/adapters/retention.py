"""How long each kind of thing is kept, and what is past its term. No term is ours: whoever serves the site chooses."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from ouverture.adapters.home import home
from ouverture.adapters.journal.chain import moment
from ouverture.adapters.journal.store import Connection, Store
from ouverture.adapters.post.folder import DONE
from ouverture.dossier.file import File
from ouverture.text import Text

CHOSEN = "retention.toml"
"""The operator's file, in the folder of the installation."""
FEWEST_DAYS, MOST_DAYS = 1, 36_525
"""A term of less than a day is a mistake, and so is one of more than a hundred years."""
SILENT_SINCE = (
    "SELECT stream FROM events GROUP BY stream HAVING max(recorded_at) < ?"
    " AND stream NOT IN (SELECT stream FROM keys WHERE erased_at <> '') ORDER BY stream"
)


class BadTerm(Exception):
    """The operator's file cannot be used; ``text`` names the field and says what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Term(NamedTuple):
    """How many days one kind is kept, by whose word; None: nobody chose, and it is kept."""

    kind: str
    says: Text
    days: int | None
    source: str


class Due(NamedTuple):
    """A term, and what is past it: names of files, or paths of letters."""

    term: Term
    things: tuple[str, ...]


def terms(environment: Mapping[str, str]) -> tuple[Term, ...]:
    """Every kind with the term that was chosen for it. Raises BadTerm."""
    ours = tomllib.loads(files("ouverture.adapters").joinpath("retention.toml").read_text("utf-8"))
    chosen = _chosen(home(environment) / CHOSEN)
    for kind in chosen:
        if kind not in ours:
            raise BadTerm(
                Text(f"{CHOSEN} : « {kind} » n'est pas connu ; donnez {', '.join(ours)}.",
                     f'{CHOSEN}: "{kind}" is not known; give {", ".join(ours)}.')
            )  # fmt: skip
    return tuple(_term(kind, Text(row["fr"], row["en"]), row["source"], chosen.get(kind)) for kind, row in ours.items())


def _chosen(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError) as problem:
        raise BadTerm(
            Text(
                f"{CHOSEN} : ce n'est pas du TOML lisible ({problem}).",
                f"{CHOSEN}: it is not readable TOML ({problem}).",
            )
        ) from None


def _term(kind: str, says: Text, source: str, chosen: Any) -> Term:
    if chosen is None:
        return Term(kind, says, None, source)
    days, by = (chosen.get("days"), chosen.get("source")) if isinstance(chosen, dict) else (None, None)
    if type(days) is not int or not FEWEST_DAYS <= days <= MOST_DAYS:
        raise BadTerm(
            Text(f"{CHOSEN}, {kind} : days est un nombre de jours, de {FEWEST_DAYS} à {MOST_DAYS}.",
                 f"{CHOSEN}, {kind}: days is a number of days, from {FEWEST_DAYS} to {MOST_DAYS}.")
        )  # fmt: skip
    if not isinstance(by, str) or not by.strip():
        raise BadTerm(
            Text(f"{CHOSEN}, {kind} : source dit d'où vient ce terme, et de quel jour.",
                 f"{CHOSEN}, {kind}: source says where this term comes from, and of which day.")
        )  # fmt: skip
    return Term(kind, says, days, by)


def due(
    every: Iterable[Term], store: Store, state_of: Callable[[str], File], letters: Path, now: datetime
) -> tuple[Due, ...]:
    """What is past its term on this day, kind by kind; nothing where nobody chose a term."""
    found = []
    for term in every:
        past = () if term.days is None else _past(term, store, state_of, letters, now - timedelta(days=term.days))
        found.append(Due(term, past))
    return tuple(found)


def _past(
    term: Term, store: Store, state_of: Callable[[str], File], letters: Path, before: datetime
) -> tuple[str, ...]:
    if term.kind == "posted_letter":
        every = sorted((letters / DONE).glob("*"))
        return tuple(str(path) for path in every if path.stat().st_mtime < before.timestamp())
    return tuple(stream for stream in _silent(store, before) if _is_of(term.kind, state_of(stream)))


def _silent(store: Store, before: datetime) -> list[str]:
    """The files in which nothing was written since, erased ones left out."""

    def ask(connection: Connection) -> list[str]:
        return [stream for (stream,) in connection.execute(SILENT_SINCE, (moment(before),)).fetchall()]

    return store.read(ask)


def _is_of(kind: str, file: File) -> bool:
    if kind == "closed_file":
        return file.attachment.stage == "closed"
    return file.attachment.stage != "closed" and not file.connected
