"""What the parts of a page hold: a desk fills these in, and a template of the same name draws them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ouverture.places.spelling import fold
from ouverture.text import Language, Text

Holder = Literal["person", "caisse", "other"]
"""Who must act: a circle, a square, a diamond (anyone else)."""

DoorState = Literal["shut", "ajar", "open", "dashed"]
"""To come, now, done, not for this person."""

RowState = Literal["ready", "look", "replace", "to_get", "may_follow", "not_asked"]
"""A paper: ready, look again, replace, to get, may follow, not asked."""

CheckResult = Literal["passed", "failed", "unsure"]
TagKind = Literal["good", "wait", "bad", "plain"]
NoticeKind = Literal["done", "careful", "late", "plain"]

ROW_ICONS: Mapping[RowState, str] = {
    "ready": "check",
    "look": "eye",
    "replace": "x",
    "to_get": "file-text",
    "may_follow": "clock",
    "not_asked": "ban",
}
CHECK_ICONS: Mapping[CheckResult, str] = {"passed": "check", "failed": "x", "unsure": "circle-question-mark"}
TAG_ICONS: Mapping[TagKind, str] = {"good": "check", "wait": "clock", "bad": "triangle-alert", "plain": "circle-dashed"}
NOTICE_ICONS: Mapping[NoticeKind, str] = {
    "done": "circle-check",
    "careful": "triangle-alert",
    "late": "clock",
    "plain": "info",
}


@dataclass(frozen=True)
class Link:
    """Words that lead to ``href``. ``leaves``: to another site, marked as such. ``more``: for screen readers only."""

    says: Text
    href: str
    icon: str = ""
    leaves: bool = False
    more: Text | None = None


@dataclass(frozen=True)
class Button:
    """An act. A link, or with ``posts`` a form of one button that sends ``sends`` to ``href``."""

    says: Text
    href: str
    icon: str = ""
    posts: bool = False
    sends: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class DateLeaf:
    """A leaf of a calendar: the day, and a word under it ("29 days left", "today")."""

    on: date
    under: Text


@dataclass(frozen=True)
class NextAct:
    """``page/next_act.html``: the act that a page opens with. One a page, first, with the page's one solid button.

    ``lead`` stands beside the holder ("your first act"). When another holds the act, ``button`` is what the
    person can do meanwhile and is drawn outlined. ``otherwise_title`` is "If you do not", or "As soon as you can".
    """

    holder: Holder
    holder_name: Text
    lead: Text
    title: Text
    why: Text
    leaf: DateLeaf
    otherwise_title: Text
    otherwise: Text
    button: Button | None = None
    other_way: Link | None = None


@dataclass(frozen=True)
class Door:
    """``page/path_of_doors.html`` takes seven of these as ``doors``. ``wait``: the usual time before the next door."""

    name: Text
    icon: str
    holder: Holder
    holder_name: Text
    says: Text
    state: DoorState = "shut"
    wait: Text | None = None


@dataclass(frozen=True)
class Row:
    """``page/row.html``: a line of a checklist. ``icon`` replaces that of the state; ``state_says`` names it to all."""

    state: RowState
    title: Text
    says: Text
    state_says: Text
    link: Link | None = None
    button: Button | None = None
    icon: str = ""

    @property
    def drawn(self) -> str:
        """The icon in the round."""
        return self.icon or ROW_ICONS[self.state]


@dataclass(frozen=True)
class Check:
    """``page/checks.html`` takes these as ``checks``: passed, failed or could not tell; then why; then what to do.

    ``place``: the number of the box on the picture of the paper. A check that could not tell is never a failure.
    """

    result: CheckResult
    says: Text
    more: Text | None = None
    place: int | None = None

    @property
    def icon(self) -> str:
        """Beside the result."""
        return CHECK_ICONS[self.result]


@dataclass(frozen=True)
class Tag:
    """``page/tag.html``: a state, an icon and a word. Six at most on a screen."""

    kind: TagKind
    says: Text
    icon: str = ""

    @property
    def drawn(self) -> str:
        """The icon before the word."""
        return self.icon or TAG_ICONS[self.kind]


@dataclass(frozen=True)
class LawAside:
    """``page/law_aside.html``: an article beside a reason. ``marked`` are words of ``quote``; the gloss is ours."""

    article: str
    quote: str = ""
    marked: tuple[str, ...] = ()
    gloss: Text | None = None
    href: str = ""
    language: Literal["fr", "en"] = "fr"


@dataclass(frozen=True)
class Notice:
    """``page/notice.html``: said and done, be careful, past its date, plain. A bold first sentence, then the rest."""

    kind: NoticeKind
    first: Text
    says: Text | None = None
    button: Button | None = None
    link: Link | None = None

    @property
    def icon(self) -> str:
        """At its head."""
        return NOTICE_ICONS[self.kind]


@dataclass(frozen=True)
class Choice:
    """One answer of ``page/choices.html`` (``name``, ``choices``). ``not_known``: dashed, last, says what is next."""

    value: str
    says: Text
    detail: Text | None = None
    not_known: bool = False


LONG_LIST = 30
"""With more options than this, countries, a person types into a list or looks for hers by its name."""


def by_alphabet(options: Iterable[tuple[str, Text]], language: Language) -> list[tuple[str, Text]]:
    """A long list in the order of the alphabet of the page's language; the first (France) stays first."""
    first, *others = options
    return [first, *sorted(others, key=lambda option: fold(option[1].to(language)))]


@dataclass(frozen=True)
class FieldError:
    """A line of ``page/error_summary.html`` (``errors``): what is wrong, and the id of the field it leads to."""

    field: str
    says: Text


@dataclass(frozen=True)
class Empty:
    """``page/empty.html``: a dashed door, what will be here and when, and what to do then."""

    icon: str
    title: Text
    says: Text
    button: Button | None = None


@dataclass(frozen=True)
class Key:
    """A key and its act, for ``page/keys.html`` (``keys``). Each must have a visible control on the page too."""

    keys: tuple[str, ...]
    says: Text


@dataclass(frozen=True)
class Rung:
    """A step of ``page/ladder.html`` (``rungs``): past, now or later. The present one alone has the button."""

    state: Literal["past", "now", "later"]
    title: Text
    says: Text
    button: Button | None = None


@dataclass(frozen=True)
class Held:
    """A thing the person holds or will, for ``page/held.html`` (``things``): a door, its name, its state, one link."""

    icon: str
    state: DoorState
    name: Text
    what: Text
    says: Text
    link: Link
