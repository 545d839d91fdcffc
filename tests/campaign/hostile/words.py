"""What hostile inputs are made of: odd words, files turned over, values of the wrong kind; all from one chance."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

from ouverture.law.facts import FACTS

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
ODD = (
    "", " ", "\t\n", "-", "--", "-1", "0", "1e999", "nan", "inf", "9" * 400, "1,5", "null", "[]", "{}", "true",
    "\0", "\x1b[2J\x1b]0;x\x07", "\r\nSet-Cookie: x=1", "\u202eabc\u2066", "\ud800", "\udcff", "\ufdfa" * 40, "ﬃ" * 60,
    "ⅷ" * 60, "e" + "\u0301" * 300, "𝔘𝔫𝔦", "كيف", "漢字", "🇫🇷👩‍👩‍👧‍👦", "İI ıi ß", "a" * 5000,
    "%00%ff%c0%ae", "%s%n{0}{x!r}$ref",
    "' OR 1=1 --", "\"><script>x</script>", "{{7*7}}{% csrf_token %}", "../../../../etc/passwd", "..\\..\\x", "file:///",
    "http://localhost/", "${jndi:ldap://x}", "; ls", "`id`", "|cat", "*?[a-", "2026-02-30", "0000-00-00", "9999-12-31",
    "0001-01-01", "31/12/9999", "29 février 2027", "03/04/2026", "12345", "75011", "97150", "99999", "2A004", "FR",
    "US", "USA", "Québec", "1 85 03 99 404 017 35", "185039940401735", "291079940412337", "8" * 13,
    "FR7630006000011234567890189",
)  # fmt: skip
"""Words that have broken some program once, and words that are nearly right."""
DEEPEST, LONGEST = 400, 60_000


def word(chance: random.Random) -> str:
    """One odd word, or several run together, or letters drawn from all of Unicode."""
    how = chance.random()
    if how < 0.7:
        return chance.choice(ODD)
    if how < 0.85:
        return "".join(chance.choice(ODD)[:40] for _ in range(chance.randint(2, 4)))
    return "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0x11000)))) for _ in range(20))


def value(chance: random.Random, deep: int = 0) -> object:
    """A value as JSON can hold it, most often of the wrong kind."""
    simple: tuple[Callable[[], object], ...] = (
        lambda: word(chance),
        lambda: chance.choice((None, True, False, 0, -1, 10**30, -(10**30), 1.5, 1e308, float("nan"), float("inf"))),
        lambda: [value(chance, deep + 1) for _ in range(chance.randint(0, 3))],
        lambda: {word(chance): value(chance, deep + 1) for _ in range(chance.randint(0, 3))},
    )
    return chance.choice(simple[:2] if deep > 3 else simple)()


def answers(chance: random.Random) -> bytes:
    """A file of answers: facts that exist, with values that may not be theirs; as JSON or as TOML."""
    names = chance.sample(sorted(FACTS), chance.randint(0, 6))
    held = {name if chance.random() < 0.95 else word(chance): value(chance) for name in names}
    if chance.random() < 0.2:
        held = {"person": held, "children": value(chance)}
    if chance.random() < 0.5:
        return json.dumps(held, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass")
    lines = (f"{name} = {json.dumps(each, ensure_ascii=False)}" for name, each in held.items())
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def bomb(chance: random.Random) -> bytes:
    """Few bytes that cost much to who reads them without care."""
    size = chance.randint(1, LONGEST)
    return chance.choice((
        b".".join([b"a"] * (size // 2)) + b"=1",
        b"[" * size, b'{"a":' * (size // 5), b"a=" + b"[" * size, b"a = " + b"9" * size, b'{"a": ' + b"9" * size + b"}",
        b'"' + b"\\u0041" * (size // 6) + b'"', b"a = " + b"{b=" * DEEPEST,
        b"\n".join(b"[t%d]" % n for n in range(size // 8)),
        b"\0" * size, b"\xff\xfe" + b"a\0" * (size // 2), b"PK\x03\x04" + b"x" * 200,
        b"%PDF-1.7\n" + b"<<" * (size // 2),
        ("ﬃ" * (size // 4)).encode(), ("x" * (size // 2)).encode(), b"\n" * size, b"a = 1\n" * (size // 8),
    ))  # fmt: skip


def turned_over(chance: random.Random, whole: bytes) -> bytes:
    """A file with some of its bytes changed, taken out, put in, doubled, or cut short."""
    held = bytearray(whole)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(held) + 1)
        end = min(len(held), at + chance.randint(0, 30))
        how = chance.randrange(5)
        if how == 0:
            held[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        elif how == 1:
            del held[at:end]
        elif how == 2:
            held[at:at] = word(chance).encode("utf-8", "surrogatepass")
        elif how == 3:
            held[at:at] = held[at:end] * chance.randint(1, 20)
        else:
            del held[at + chance.randint(0, 200) :]
    return bytes(held[:LONGEST])


def content(chance: random.Random, like: bytes = b"") -> bytes:
    """What a file may hold: like an example but turned over, answers of wrong kinds, or a bomb."""
    how = chance.random()
    if how < 0.5:
        return turned_over(chance, like or example(chance))
    return answers(chance) if how < 0.92 else bomb(chance)


def example(chance: random.Random, folder: str = "") -> bytes:
    """One of the examples of the program, as it is."""
    return chance.choice(sorted((EXAMPLES / folder).glob("*.toml"))).read_bytes()
