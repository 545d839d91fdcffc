"""A newer export of the codes, read: lines as in ``law/texts/articles.jsonl``, in one file or a folder of files."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import Any

from ouverture.law.texts import Held
from ouverture.text import Text

Article = tuple[str, str]
"""A code and the name of an article in it: ("CSS", "D160-2")."""

LONGEST_LINE = 10_000_000
"""In characters: the longest article of our codes has a fiftieth."""
_NEEDED = ("code", "article", "legiarti", "from", "text")


class ExportError(ValueError):
    """The export cannot be read: ``text`` says which line and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


@dataclass(frozen=True)
class Export:
    """Every text of the export, by article, oldest first."""

    texts: Mapping[Article, tuple[Held, ...]]


def read_export(path: Path) -> Export:
    """The export at ``path``: a JSON Lines file, or a folder of them. Raises ExportError; OSError for no such file."""
    lines = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not lines:
        raise ExportError(
            Text(f"{path.name} : aucun fichier .jsonl dans ce dossier.", f"{path.name}: no .jsonl file in that folder.")
        )
    found: dict[Article, list[Held]] = {}
    for file in lines:
        for text in _texts(file):
            found.setdefault((text.code, text.article), []).append(text)
    if not found:
        raise ExportError(
            Text(f"{path.name} : aucun article dans cet export.", f"{path.name}: no article in that export.")
        )
    return Export({name: tuple(sorted(texts, key=lambda one: one.since)) for name, texts in found.items()})


def _texts(file: Path) -> Iterator[Held]:
    if not S_ISREG(file.stat().st_mode):
        raise ExportError(Text(f"{file.name} : ce n'est pas un fichier.", f"{file.name}: it is not a file."))
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(iter(lambda: lines.readline(LONGEST_LINE), ""), start=1):
            if line.strip():
                yield _text(_row(line, file.name, number), file.name, number)


def _row(line: str, name: str, number: int) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or any(key not in row for key in _NEEDED):
        raise _wrong(name, number, Text("un objet JSON avec ", "a JSON object with "), ", ".join(_NEEDED))
    return row


def _text(row: Mapping[str, Any], name: str, number: int) -> Held:
    try:
        since = date.fromisoformat(row["from"]) if row["from"] else date.min
        until = date.fromisoformat(row["to"]) if row.get("to") else None
    except (TypeError, ValueError):
        raise _wrong(name, number, Text("des dates ", "dates "), "AAAA-MM-JJ / YYYY-MM-DD") from None
    version = row["legiarti"] or f"{row['code']}-{row['article']}-{row['from'] or row.get('state', '')}"
    return Held(str(row["code"]), str(row["article"]), str(version), since, until, str(row["text"]), official=True)


def _wrong(name: str, number: int, wanted: Text, what: str) -> ExportError:
    return ExportError(
        Text(f"{name}, ligne {number} : il faut {wanted.fr}{what}.", f"{name}, line {number}: write {wanted.en}{what}.")
    )
