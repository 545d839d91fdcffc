"""Signs of a fraud in a message: a card that expires, money asked for a card, odd addresses, haste."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.text import Text
from ouverture.wording.messages.folding import fold

_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>»\"]+|(?<![\w@.-])[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}\b(?:/[^\s<>»\"]*)?", re.IGNORECASE
)
_ADDRESS = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_LABELS = re.compile(r"[.-]")
_EXPLICIT = re.compile(r"https?://|www\.|/", re.IGNORECASE)
_ENDINGS = re.compile(
    r"\.(?:fr|com|net|org|info|eu|xyz|top|site|online|app|shop|live|click|link|ly|me|co|io|biz|icu|cc|ru|cn|gd|page|store|space|support|us)$"
)


@dataclass(frozen=True)
class Sign:
    """One sign, said; ``condemns`` when it is enough by itself."""

    name: str
    says: Text
    condemns: bool


def signs(text: str) -> tuple[Sign, ...]:
    """The signs in ``text``, in the order of ``data/phishing.toml``; none when it is not about health insurance."""
    table, folded = _table(), f" {fold(text)} "
    if not any(word in folded for word in table["about"]):
        return ()
    spoken = [
        Sign(name, Text(**row["says"]), row["condemns"])
        for name, row in table["sign"].items()
        if _is_there(row, folded)
    ]
    return (*spoken, *_link_signs(text))


def is_condemned(found: tuple[Sign, ...], *, known_words: bool) -> bool:
    """Whether the signs are enough: one that condemns, or a bad link with a demand for a card or a password.

    A bad link with haste is enough too, unless the words are those of a known message: a genuine one can set a limit.
    """
    names = {sign.name for sign in found}
    linked = bool(names & {"odd", "disguised"})
    asked = "asks_bank_card" in names or ("urgency" in names and not known_words)
    return any(sign.condemns for sign in found) or (linked and asked)


def is_doubtful(found: tuple[Sign, ...]) -> bool:
    """Whether a person should not follow the message before checking: haste alone is not enough."""
    return any(sign.name != "urgency" for sign in found)


def sounds_like_one() -> Sign:
    """The sign that the words, all together, are those of known frauds; by itself it condemns nothing."""
    return Sign("sounds_like", Text(**_table()["sounds_like"]["says"]), condemns=False)


def only_tells(folded: str) -> bool:
    """Whether a folded text says what became of a request and asks its reader for nothing."""
    words, padded = _table()["only_tells"], f" {folded} "
    tells, asks = (any(f" {word} " in padded for word in words[name]) for name in ("tells", "asks"))
    return tells and not asks


def tells_of_oneself(folded: str) -> bool:
    """Whether a folded text tells what somebody lives through, and asks its reader for nothing."""
    words, padded = _table()["only_tells"], f" {folded} "
    oneself, asks, money = (any(f" {word} " in padded for word in words[name]) for name in ("oneself", "asks", "money"))
    return oneself and not asks and not money


def _is_there(row: dict[str, Any], folded: str) -> bool:
    if any(f" {words} " in folded for words in row["unless"]):
        return False
    return all(any(f" {words} " in folded for words in group) for group in row["needs"])


def _link_signs(text: str) -> list[Sign]:
    found = []
    links = [match.group().rstrip(".,;:)") for match in _LINK.finditer(text)]
    for link in dict.fromkeys((*links, *_borrowed_senders(text))):
        name = _kind_of_link(link)
        if name:
            row = _table()["links"][name]
            said = Text(*(words.replace("{link}", link) for words in Text(**row["says"])))
            found.append(Sign(name, said, row["condemns"]))
    return found


def _borrowed_senders(text: str) -> list[str]:
    """The hosts of e-mail addresses that bear the name of a public service; another host may be anybody's."""
    hosts = (match.group(1).lower() for match in _ADDRESS.finditer(text))
    return [host for host in hosts if set(_LABELS.split(host)) & set(_table()["borrowed"])]


def _kind_of_link(link: str) -> str:
    """ "" for an address of a public service, or for words that only look like one; else the sign it is."""
    host = re.sub(r"^https?://", "", link, flags=re.IGNORECASE).split("/")[0].split("?")[0].lower()
    host = host.rpartition("@")[2].partition(":")[0]
    if not _EXPLICIT.search(link) and not _ENDINGS.search(host):
        return ""
    if not host.isascii():
        return "disguised"
    if _belongs(host, _table()["genuine"]):
        return ""
    if _belongs(host, _table()["unsure"]):
        return "odd"
    return "borrowed" if set(_LABELS.split(host)) & set(_table()["borrowed"]) else "odd"


def _belongs(host: str, names: list[str]) -> bool:
    return any(host == name or host.endswith("." + name) for name in names)


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("ouverture.wording").joinpath("data/phishing.toml").read_text(encoding="utf-8"))
