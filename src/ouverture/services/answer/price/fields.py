"""The fields of a file under our names, whatever words it uses; an unknown one is refused with the nearest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from ouverture.places.spelling import fold
from ouverture.pricing.rows import read_table
from ouverture.pricing.spellings import field_named, is_list_of_lines, is_pregnancy, situation_named
from ouverture.services.answer.price.amount_reading import wrong, yes_no

MOST_LINES = 200
"""More acts than a sheet has, and a year of much care; priced in some seconds."""
MOST_FIELDS = 200
"""In one table: more than twice what any sheet has, and few enough to look for the slip in each."""
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
    for name in ("situations", "denied", "unread"):
        if name in shared and name in own:
            both[name] = [*shared[name], *own[name]]
    return both


def named(given: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one table under our names, the patient's table opened.

    What looks like one of our fields misspelt is refused (AnswerError); any other key is kept under ``unread``. A list
    of situations says that no other holds (``situations_closed``); one said to be false is under ``denied``.
    """
    if len(given) > MOST_FIELDS:
        raise wrong("line", f"{MOST_FIELDS} champs au plus dans une ligne", f"at most {MOST_FIELDS} fields in a line")
    found: dict[str, Any] = {}
    lists: dict[str, list[str]] = {"situations": [], "denied": [], "unread": []}
    for key, value in given.items():
        if not _nothing(value):
            _take(key, value, found, lists)
    return found | {name: words for name, words in lists.items() if words}


def _take(key: str, value: Any, found: dict[str, Any], lists: dict[str, list[str]]) -> None:
    """Put one key of the file where it belongs: a field, a situation, a table opened, or what was not read."""
    name = field_named(key)
    status = situation_named(key) if name is None or (isinstance(value, bool) and name != "emergency") else None
    if isinstance(value, Mapping) and name in ("patient", "already"):
        _open_table(name, value, found, lists)
    elif is_pregnancy(key):
        found |= _pregnancy(key, value)
    elif status == "maternity" and (month := _month_said(value)) is not None:
        found["maternity_month"] = month
    elif status is not None:
        lists["situations" if yes_no(key, value) else "denied"].append(status)
    elif name == "patient":
        fields, situations = patient_words(key, value)
        found |= fields
        lists["situations"] += situations
    elif name == "situations":
        lists["situations"] += _situations(key, value)
        found |= {"situations_closed": True, **_PREGNANT} if _says_pregnant(value) else {"situations_closed": True}
    elif name is None:
        _refuse_if_misspelt(key)
        lists["unread"].append(key)
    else:
        found[name] = value


def _open_table(name: str, value: Mapping[str, Any], found: dict[str, Any], lists: dict[str, list[str]]) -> None:
    inner = named({_of_a_patient(key): each for key, each in value.items()} if name == "patient" else value)
    for each, words in lists.items():
        words += inner.pop(each, [])
    if name == "patient" and "name" in inner:
        inner["person"] = inner.pop("name")
    found |= inner


def _of_a_patient(key: str) -> str:
    """A key of the patient's table: what would name the act outside names the patient inside ("type", "kind")."""
    return "patient" if field_named(key) in ("act", "specialty", "label") else key


def _month_said(value: Any) -> int | None:
    """The month of pregnancy in 7, "7th month" or "7"; None in a yes or a no."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    digits = re.search(r"\d+", value) if isinstance(value, str) else None
    return int(digits.group()) if digits else None


def _nothing(value: Any) -> bool:
    return not isinstance(value, Mapping | list) and (value in _NOT_SAID or fold(str(value)) in ("unknown", "inconnu"))


def patient_words(key: str, value: Any) -> tuple[dict[str, Any], list[str]]:
    """A patient said in words: "adult", "child of 10", "pregnant, 7th month", 10 (an age), or a list of situations."""
    if isinstance(value, int) and not isinstance(value, bool):
        return {"age": value}, []
    fields: dict[str, Any] = {}
    situations: list[str] = []
    for part in value if isinstance(value, list) else _PARTS.split(str(value)):
        month, age = _MONTH.search(fold(str(part))), _AGE.search(fold(str(part)))
        if month is not None:
            fields["maternity_month"] = int(month.group(1) or month.group(2))
        elif age is not None:
            fields["age"] = int(age.group(1) or age.group(2))
        elif is_pregnancy(str(part)):
            fields |= _PREGNANT
        elif fold(str(part)) in _NO_SITUATION:
            fields["situations_closed"] = True
        elif fold(str(part)) not in _PLAIN:
            situations += _situations(key, part)
    return fields, situations


_PARTS = re.compile(r"[,;+&]|\band\b|\bet\b")
_MONTH = re.compile(r"(\d+)(?:st|nd|rd|th|e|er|eme)? (?:month|mois)|(?:month|mois) (\d+)")
_AGE = re.compile(r"(?:adult|adulte|child|enfant|patient|aged?|age de|of|de) (\d{1,3})\b|^(\d{1,3}) (?:years?|ans)")
_NO_SITUATION = frozenset({"none", "no", "aucune", "general", "regime general", "plain", "ordinary"})
"""Words that say that no situation holds; a list of situations says it of those that are not in it."""
_PLAIN = _NO_SITUATION | {"", "adult", "adulte"}


_PREGNANT = {"pregnant": True}
"""What is kept of a pregnancy whose month is not said: it is asked, if it changes a cent."""


def _pregnancy(key: str, value: Any) -> dict[str, Any]:
    """A month, or a yes or a no."""
    month = _month_said(value)
    return {"maternity_month": month} if month is not None else {"pregnant": yes_no(key, value)}


def _words(value: Any) -> list[Any]:
    return value if isinstance(value, list) else str(value).replace(";", ",").split(",")


def _says_pregnant(value: Any) -> bool:
    return any(is_pregnancy(str(word)) for word in _words(value))


def _situations(key: str, value: Any) -> list[str]:
    found = []
    for word in _words(value):
        if is_pregnancy(str(word)):
            continue
        name = situation_named(str(word))
        if name is None and fold(str(word)) not in _PLAIN:
            known = ", ".join(read_table("statuses"))
            raise wrong(key, f"« {word} » n'est pas connu ; connus : {known}", f'"{word}" is not known; known: {known}')
        found += [name] if name else []
    return found


def _refuse_if_misspelt(key: str) -> None:
    """A key close to one of our fields is a slip that would change the price: it is refused, with the nearest."""
    near = _nearest(fold(key))
    if near:
        raise wrong(key, f"ce champ n'est pas connu ; le plus proche est « {near} » (voir ouverture price --help)",
                    f'this field is not known; the nearest is "{near}" (see ouverture price --help)')  # fmt: skip


@lru_cache(maxsize=MOST_FIELDS)
def _nearest(key: str) -> str | None:
    """Each line of a file repeats the keys of the line before, and to compare one with all our words takes long."""
    words = [word for body in read_table("spellings")["fields"].values() for word in body["words"]]
    return next(iter(get_close_matches(key, words, n=1, cutoff=0.75)), None)
