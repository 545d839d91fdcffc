"""Which characters the fonts at hand can show: the others are replaced, and the document says so.

A document that a screen reader can read (PDF/UA-1) may not hold a character that no font shows, and which fonts there
are depends on the machine. So the typesetter itself is asked, about characters that the product's own words never use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Any
from unicodedata import category, combining

import typst

from ouverture.adapters.pdf.fonts_at_hand import fonts_at_hand
from ouverture.text import Text

REPLACEMENT = "□"
SAID = Text(
    "Certains caractères ne peuvent pas être imprimés ici ; un carré (□) les remplace. Écrivez-les à la main.",
    "Some characters cannot be printed here; a square (□) stands for each of them. Write them in by hand.",
)
_INVISIBLE = frozenset({"Cc", "Cf", "Zl", "Zp"})
_PROBE = b'#set document(title: "-")\n#set text(font: ("Ouverture Sans", "Ouverture Sans Arabic"))\n#sys.inputs.text'
_ALWAYS_SHOWN = frozenset(
    map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xAD), *range(0xAE, 0x180), *range(0x1EA0, 0x1EFA)))
) | frozenset("\n–—‘’“”…€œŒ\u202f□")


def legible(values: Any) -> tuple[Any, bool]:
    """The same values (lists, dictionaries and text) with what no font shows replaced, and whether anything was.

    Characters that show nothing by themselves (controls, marks of direction) are left out: nothing is lost to the eye.
    """
    seen = _without_the_invisible(values)
    unshown = unshowable(frozenset(character for text in _texts(seen) for character in text))
    made = _mapped(seen, partial(_written, unshown=unshown))
    return made, made != seen


def _without_the_invisible(values: Any) -> Any:
    return _mapped(values, lambda text: "".join(c for c in text if c == "\n" or category(c) not in _INVISIBLE))


def _written(text: str, unshown: frozenset[str]) -> str:
    """The text with each character that fails alone replaced; then, if marks still fail on their base, without them."""
    if _ALWAYS_SHOWN.issuperset(text):
        return text
    replaced = "".join(REPLACEMENT if character in unshown else character for character in text)
    bare = "".join(character for character in replaced if not combining(character))
    plain = "".join(character if character in _ALWAYS_SHOWN else REPLACEMENT for character in bare)
    return next((each for each in (replaced, bare) if _shown(each)), plain)


def unshowable(characters: Iterable[str]) -> frozenset[str]:
    """Those of ``characters`` that no font of this machine can show."""
    return frozenset(_unshowable(tuple(sorted(set(characters) - _ALWAYS_SHOWN))))


@lru_cache(maxsize=4096)
def _unshowable(characters: tuple[str, ...]) -> tuple[str, ...]:
    """Halved until the ones that fail stand alone."""
    if not characters or _shown("".join(characters)):
        return ()
    if len(characters) == 1:
        return characters
    middle = len(characters) // 2
    return _unshowable(characters[:middle]) + _unshowable(characters[middle:])


@lru_cache(maxsize=4096)
def _shown(text: str) -> bool:
    try:
        typst.compile(_PROBE, font_paths=fonts_at_hand(), sys_inputs={"text": text}, pdf_standards=["ua-1"])
    except (typst.TypstError, UnicodeEncodeError):
        return False
    return True


def _texts(values: Any) -> Iterator[str]:
    match values:
        case str():
            yield values
        case dict():
            for value in values.values():
                yield from _texts(value)
        case list():
            for value in values:
                yield from _texts(value)


def _mapped(values: Any, each: Callable[[str], str]) -> Any:
    match values:
        case str():
            return each(values)
        case dict():
            return {name: _mapped(value, each) for name, value in values.items()}
        case list():
            return [_mapped(value, each) for value in values]
    return values
