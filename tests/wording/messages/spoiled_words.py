"""Three ways a message arrives spoiled, each drawn with a seed: mistyped, cut, written with lookalike letters."""

import random
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

LEAST_LEFT = 0.55
"""At least half of the text is left when its end or its beginning is cut."""
LETTERS_A_MISTAKE = 18
_INSIDE_A_WORD = re.compile(r"[^\W\d_](?=[^\W\d_]{3})")
_LOOKALIKES = {
    "a": "аᴀ", "c": "сᴄ", "e": "еᴇ", "i": "іɪ", "m": "ᴍ", "n": "ɴ", "o": "оᴏ", "p": "рᴘ",
    "s": "ѕꜱ", "t": "ᴛ", "u": "ᴜ", "v": "ᴠ", "w": "ᴡ", "x": "х", "y": "у", "z": "ᴢ",
}  # fmt: skip


def mistyped(text: str, rng: random.Random) -> str:
    """One mistake for each run of letters: dropped, doubled, changed, or swapped with the next.

    It falls inside a word of four letters or more: a mistyped "NIR" is another word.
    """
    letters = list(text)
    places = [match.start() + 1 for match in _INSIDE_A_WORD.finditer(text)]
    for place in rng.sample(places, min(len(places), max(1, len(text) // LETTERS_A_MISTAKE))):
        _spoil(letters, place, rng)
    return "".join(letters)


def _spoil(letters: list[str], place: int, rng: random.Random) -> None:
    way = rng.randrange(4)
    if way == 0:
        letters[place] = ""
    elif way == 1:
        letters[place] *= 2
    elif way == 2:
        letters[place] = rng.choice("aeinrstlou")
    else:
        letters[place], letters[place + 1] = letters[place + 1], letters[place]


def cut(text: str, rng: random.Random) -> str:
    """The text without its end, or without its beginning: at least half is left."""
    left = int(len(text) * rng.uniform(LEAST_LEFT, 0.9)) + 1
    return text[:left] if rng.random() < 0.5 else text[-left:]


def disguised(text: str, rng: random.Random) -> str:
    """Half of the letters that have a lookalike are replaced; an invisible character and a hard space get in."""
    letters = [
        rng.choice(_LOOKALIKES[letter.lower()]) if letter.lower() in _LOOKALIKES and rng.random() < 0.5 else letter
        for letter in text
    ]
    letters.insert(rng.randrange(len(letters)), "\u200b")
    return "".join(letters).replace(" ", "\u00a0", 2)


WAYS: Mapping[str, Callable[[str, random.Random], str]] = MappingProxyType(
    {"mistyped": mistyped, "cut": cut, "disguised": disguised}
)
