"""A person or a household written in a TOML or JSON file."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

from ouverture.law.answers import AnswerError, as_given
from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.text import Text

LONGEST_FILE = 100_000
"""In characters: a person takes about a thousand."""
MOST_DOTS = 20
"""On one line. The time and memory that reading a dotted key takes grow with the square of its parts."""


def parse(text: str) -> dict[str, Any]:
    """The table written in ``text``, TOML or JSON; raises AnswerError (field "file") when it is neither."""
    if len(text) > LONGEST_FILE:
        raise _refused("le fichier est trop gros pour une personne", "the file is too large for a person")
    stripped = text.lstrip("\ufeff \t\r\n")
    try:
        found = _json(stripped) if stripped.startswith(("{", "[")) and not _is_toml(stripped) else _toml(stripped)
    except RecursionError:
        raise _refused("trop de niveaux imbriqués", "too many nested levels") from None
    except UnicodeEncodeError:
        raise _refused(
            "il contient un caractère qui n'existe pas", "it holds a character that does not exist"
        ) from None
    except AnswerError:
        raise
    except ValueError as problem:
        raise _refused(f"ni TOML ni JSON lisible ({problem})", f"neither readable TOML nor JSON ({problem})") from None
    if not isinstance(found, dict):
        raise _refused("écrivez une table de faits", "write a table of facts")
    return found


def is_household(given: Mapping[str, Any]) -> bool:
    """Whether the file describes several people: it names a person, a partner or children, which are no facts."""
    return any(name in given for name in ("person", "partner", "children"))


def write(values: Mapping[str, Value], on: date) -> str:
    """The known facts as a TOML file that ``parse`` reads back, one fact a line with its question as a comment."""
    lines = [f"# Ouverture, {on.isoformat()}. One fact a line; a fact that is not here is not known."]
    for name, value in values.items():
        given = as_given(FACTS[name], value)
        plain = given if FACTS[name].kind == "date" else json.dumps(given, ensure_ascii=False)
        lines += [f"# {FACTS[name].question.en}", f"{name} = {plain}"]
    return "\n".join(lines) + "\n"


def _is_toml(text: str) -> bool:
    return text.startswith("[") and text.split("]", 1)[0].strip("[").strip().isidentifier()


def _json(text: str) -> Any:
    found = json.loads(text, object_pairs_hook=_each_once)
    # A lone surrogate, written \\ud800, is no character: nothing can be written out with it again.
    json.dumps(found, ensure_ascii=False).encode("utf-8")
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """The table of these pairs; raises AnswerError for a name given twice, of which one would be lost unseen."""
    table = dict(pairs)
    if len(table) < len(pairs):
        times = Counter(name for name, _ in pairs)
        twice = times.most_common(1)[0][0][:100].encode("utf-8", "replace").decode()
        raise AnswerError(
            twice, Text(f"{twice} : donné deux fois ; gardez une valeur.", f"{twice}: given twice; keep one value.")
        )
    return table


def _toml(text: str) -> dict[str, Any]:
    if any(line.count(".") > MOST_DOTS for line in text.split("\n")):
        raise _refused("trop de points sur une ligne", "too many dots on one line")
    return tomllib.loads(text)


def _refused(fr: str, en: str) -> AnswerError:
    return AnswerError("file", Text(f"file : {fr}.", f"file: {en}."))
