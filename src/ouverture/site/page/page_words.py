"""What templates may call to draw: icons, doors, days on a leaf, the language that a quoted text is in."""

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import accumulate

from django import template
from django.template.base import Node, Parser, TextNode, Token
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from ouverture.clock.day_words import plain_day
from ouverture.site.page.parts import LawAside
from ouverture.site.page.staff_parts import Share, StaffRow, StaffTable
from ouverture.site.page.words import only_word, typeset
from ouverture.text import Language, Text

register = template.Library()

_ADDRESS_IN_BRACKETS = re.compile(r"\s*\(https://[^)\s]*\)")
_SHORT = 5
"""In letters: a French month that needs no shortening (mars, avril, mai, juin, août)."""

_TURNS = ("arrow-left", "arrow-right", "chevron-right", "send", "log-out", "log-in")
"""Icons that point along the line, and turn with it from right to left."""


@cache
def icons() -> Mapping[str, str]:
    """What is inside each icon, by its name."""
    return tomllib.loads(files(__package__).joinpath("icons.toml").read_text(encoding="utf-8"))


@register.simple_tag(name="icon_named")
@cache
def icon(name: str) -> SafeString:
    """``{% icon "arrow-right" %}``: an icon as large as its words, hidden from screen readers. KeyError if unknown."""
    turns = " turns" if name in _TURNS else ""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">{}</svg>',
        turns,
        mark_safe(icons()[name]),
    )


@register.tag("icon")
def _icon(parser: Parser, token: Token) -> Node:
    """An icon by its name is drawn when the template is read; one that a page chooses, each time."""
    return _drawn(parser, token, icon)


@register.tag("shape")
def _shape(parser: Parser, token: Token) -> Node:
    """As for an icon."""
    return _drawn(parser, token, shape)


def _drawn(parser: Parser, token: Token, draw: Callable[[str], SafeString]) -> Node:
    name = only_word(token)
    node: Node = TextNode(draw(name)) if name else register.tags[f"{draw.__name__}_named"](parser, token)
    return node


@register.simple_tag
def icon_strokes(name: str) -> SafeString:
    """What is inside an icon, to be drawn in a larger picture."""
    return mark_safe(icons()[name])


@cache
def document_pictures() -> Mapping[str, Mapping[str, str]]:
    """The documents as they look from far: what each picture shows (fr, en) and what is inside it, by its name."""
    return tomllib.loads(files(__package__).joinpath("document_pictures.toml").read_text(encoding="utf-8"))


@register.simple_tag
@cache
def document_picture(name: str, language: Language) -> SafeString:
    """``{% document_picture "card" language %}``: beside the document's name in words. KeyError for an unknown one."""
    picture = document_pictures()[name]
    return format_html(
        '<svg class="document" viewBox="0 0 60 40" width="60" height="40" aria-hidden="true" focusable="false">'
        "<title>{}</title>{}</svg>",
        picture[language],
        mark_safe(picture["drawn"]),
    )


@register.simple_tag(name="shape_named")
@cache
def shape(holder: str) -> SafeString:
    """``{% shape "caisse" %}``: the holder's shape: a circle, a square, a diamond. A word must stand beside it."""
    drawn = {
        "person": '<circle cx="6" cy="6" r="5.5"/>',
        "caisse": '<rect x="1" y="1" width="10" height="10" rx="1.5"/>',
        "other": '<path d="M6 0l6 6-6 6-6-6z"/>',
    }[holder]
    return format_html(
        '<svg class="shape {}" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">{}</svg>',
        holder,
        mark_safe(drawn),
    )


@register.filter
def month_name(on: date, language: Language) -> str:
    """The month in full, as it heads a leaf: "mars", "March"."""
    return plain_day(on).to(language).split(" ")[1]


@register.filter
def day_and_month(on: date, language: Language) -> str:
    """A day without its year: "10 février", "10 February"."""
    return "\u00a0".join(plain_day(on).to(language).split(" ")[:2])


@register.filter
def short_day(on: date, language: Language) -> str:
    """A day as short as it can be said, for a picture: "10 févr.", "10 Feb"."""
    day, month = plain_day(on).to(language).split(" ")[:2]
    if language == "en":
        return f"{day}\u00a0{month[:3]}"
    return f"{day}\u00a0{month if len(month) <= _SHORT else month[:4] + '.'}"


@register.filter
def signed(days: int) -> str:
    """A count of days left, with a true minus sign when they are past."""
    return str(days).replace("-", "−")


@register.filter
def marked_quote(aside: LawAside) -> SafeString:
    """The quoted words, those that decide marked where they stand."""
    shown: str = escape(aside.quote)
    for words in aside.marked:
        shown = shown.replace(escape(words), format_html("<mark>{}</mark>", words), 1)
    return mark_safe(shown)


@register.filter
def both(text: Text) -> list[tuple[str, str]]:
    """The two languages of a text, English first as the read-aloud box shows them."""
    return [("en", text.en), ("fr", typeset(text.fr, "fr"))]


@register.filter
def with_columns(row: StaffRow, table: StaffTable) -> list[tuple[Text, str]]:
    """The cells of a row, each with the name of its column (read aloud, and shown on a phone)."""
    return list(zip(table.columns, row.cells, strict=True))


@dataclass(frozen=True)
class PlacedShare:
    """A share where it is drawn, in percent."""

    share: Share
    x: float
    width: float


@register.filter
def placed(shares: Sequence[Share]) -> list[PlacedShare]:
    """The shares one after the other, as wide as their counts."""
    total = sum(share.count for share in shares) or 1
    ends = accumulate((share.count * 100 / total for share in shares), initial=0.0)
    return [
        PlacedShare(share, round(x, 2), round(share.count * 100 / total, 2))
        for share, x in zip(shares, ends, strict=False)
    ]


@register.filter(is_safe=True)
def dialled(phone: str) -> str:
    """A telephone number as a link takes it: figures, and the plus sign of a country."""
    return "".join(character for character in phone if character.isdecimal() or character == "+")


@register.filter(is_safe=True)
def without_addresses(words: str) -> str:
    """A sentence without the web addresses in brackets that stand beside it as links."""
    return _ADDRESS_IN_BRACKETS.sub("", words)


@register.filter
def as_address(website: str) -> str:
    """A web site as a link takes it."""
    return website if website.startswith("https://") else f"https://{website}"
