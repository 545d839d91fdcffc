"""What is read, as plain values, to cross from one process to another or to be kept: nothing in it can be executed."""

from __future__ import annotations

from typing import Any

from ouverture.evidence.checks import Line, PaperRead, Place, Portrait, Quality, Read
from ouverture.text import Text


def paper_to_json(read: PaperRead) -> dict[str, Any]:
    """A paper as plain values."""
    trouble = read.trouble._asdict() if read.trouble else None
    return {"pages": [_page_to_json(page) for page in read.pages], "trouble": trouble}


def _page_to_json(page: Read) -> dict[str, Any]:
    return {
        "number": page.number,
        "lines": page.lines,
        "source": page.source,
        "quality": page.quality._asdict() if page.quality else None,
        "turned": page.turned,
        "codes": page.codes,
    }


def paper_from_json(plain: dict[str, Any]) -> PaperRead:
    """The paper that ``paper_to_json`` wrote."""
    trouble = Text(**plain["trouble"]) if plain["trouble"] else None
    return PaperRead(tuple(_page_from_json(page) for page in plain["pages"]), trouble)


def _page_from_json(plain: dict[str, Any]) -> Read:
    lines = tuple(Line(text, Place(*place), sure) for text, place, sure in plain["lines"])
    seen = plain["quality"]
    places = {name: _place(seen.get(name)) for name in ("glare", "finger")} if seen else {}
    quality = Quality(**{**seen, **places}) if seen else None
    return Read(plain["number"], lines, plain["source"], quality, plain["turned"], tuple(plain["codes"]))


def portrait_to_json(portrait: Portrait | None) -> dict[str, Any] | None:
    """The measures of a face as plain values."""
    return portrait._asdict() if portrait else None


def portrait_from_json(plain: dict[str, Any] | None) -> Portrait | None:
    """The measures that ``portrait_to_json`` wrote."""
    if plain is None:
        return None
    red, green, blue = plain["background"]
    return Portrait(**{**plain, "background": (red, green, blue), "face": _place(plain["face"])})


def _place(plain: list[float] | None) -> Place | None:
    return Place(*plain) if plain else None
