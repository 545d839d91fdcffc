"""The fields of a file under our names, whatever words it uses; an unknown one is refused with the nearest."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from ouverture.places.spelling import fold
from ouverture.pricing.rows import read_table
from ouverture.pricing.spellings import field_named, is_list_of_lines, situation_named
from ouverture.services.answer.price.amount_reading import wrong, yes_no

MOST_LINES = 10_000
_OTHER_TABLES = frozenset({"contribution", "threshold", "thresholds"})
_NOT_SAID = (None, "", "unknown", "inconnu")


def lines_of(given: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The lines of a file, each with its fields named; what stands outside the lines holds for every line."""
    lists = [key for key, value in given.items() if is_list_of_lines(key) and isinstance(value, list | Mapping)]
    shared = {key: value for key, value in given.items() if key not in lists and fold(key) not in _OTHER_TABLES}
    if not lists:
        return [named(shared)] if shared else []
    rows = [row for key in lists for row in (given[key] if isinstance(given[key], list) else [given[key]])]
    if len(rows) > MOST_LINES:
        raise wrong("line", f"{MOST_LINES} lignes au plus dans un fichier", f"at most {MOST_LINES} lines in a file")
    return [_joined(named(shared), _line(row)) for row in rows]


def _line(row: Any) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise wrong("line", "chaque ligne est une table (act, on, fee…)", "each line is a table (act, on, fee…)")
    return named(row)


def _joined(shared: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    both = {**shared, **own}
    if "situations" in shared and "situations" in own:
        both["situations"] = [*shared["situations"], *own["situations"]]
    return both


def named(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one table under our names, the patient's table opened; raises AnswerError for an unknown one."""
    found: dict[str, Any] = {}
    situations: list[str] = []
    for key, value in given.items():
        name = field_named(key)
        status = situation_named(key) if name is None or isinstance(value, bool) else None
        if _nothing(value):
            continue
        if isinstance(value, Mapping) and name in ("patient", "already"):
            inner = named(value)
            situations += inner.pop("situations", [])
            if name == "patient" and "name" in inner:
                inner["person"] = inner.pop("name")
            found |= inner
        elif status is not None and name != "emergency":
            situations += [status] if yes_no(key, value) else []
        elif name == "patient":
            situations += _patient_words(key, value, found)
        elif name == "situations":
            situations += _situations(key, value)
        elif name is None:
            raise _unknown(key)
        else:
            found[name] = value
    if situations:
        found["situations"] = situations
    return found


def _nothing(value: Any) -> bool:
    return not isinstance(value, Mapping | list) and (value in _NOT_SAID or fold(str(value)) in ("unknown", "inconnu"))


def _patient_words(key: str, value: Any, found: dict[str, Any]) -> list[str]:
    """A patient said in a word or a number: "adult", "pregnant", 10 (an age), or a list of situations."""
    if isinstance(value, int) and not isinstance(value, bool):
        found["age"] = value
        return []
    if isinstance(value, str) and fold(value) in ("adult", "adulte"):
        return []
    if isinstance(value, str) and fold(value) in ("child", "enfant", "minor", "mineur"):
        return ["minor"]
    return _situations(key, value)


def _situations(key: str, value: Any) -> list[str]:
    words = value if isinstance(value, list) else str(value).replace(";", ",").split(",")
    found = []
    for word in words:
        name = situation_named(str(word))
        if name is None and fold(str(word)) not in ("none", "no", "aucune", "adult", "general", "regime general"):
            known = ", ".join(read_table("statuses"))
            raise wrong(key, f"« {word} » n'est pas connu ; connus : {known}", f'"{word}" is not known; known: {known}')
        found += [name] if name else []
    return found


def _unknown(key: str) -> Exception:
    words = [word for body in read_table("spellings")["fields"].values() for word in body["words"]]
    near = get_close_matches(fold(key), words, n=1, cutoff=0.6)
    fr = f" ; le plus proche est « {near[0]} »" if near else ""
    en = f'; the nearest is "{near[0]}"' if near else ""
    return wrong(key, f"ce champ n'est pas connu{fr} (voir ouverture price --help)",
                 f"this field is not known{en} (see ouverture price --help)")  # fmt: skip
