"""What the parts of the staff pages hold: the list by due date, the chosen row, the counters, the reasons."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ouverture.site.page.parts import Button, Link, Tag
from ouverture.text import Text


@dataclass(frozen=True)
class Place:
    """A line of the rail: ``href``, its icon and words, how many wait there. ``team``: under "Team".

    ``key``: the keys that lead there ("g p").
    """

    says: Text
    href: str
    icon: str
    count: int | None = None
    team: bool = False
    key: str = ""


@dataclass(frozen=True)
class Due:
    """When a row is due. ``basis`` says what sets the day; ``by_law``: a text of law, else our own promise."""

    on: date
    days_left: int
    basis: Text
    by_law: bool = True

    @property
    def state(self) -> Literal["late", "today", "soon", "later"]:
        """How near it is."""
        if self.days_left < 0:
            return "late"
        return "today" if self.days_left == 0 else ("soon" if self.days_left <= 2 else "later")


@dataclass(frozen=True)
class StaffRow:
    """A row of ``page/staff_table.html``: one link, to the page behind it. ``cells``: the columns after the act."""

    name: str
    under: Text
    href: str
    due: Due
    act: Text
    cells: tuple[str, ...] = ()
    tag: Tag | None = None
    is_chosen: bool = False


@dataclass(frozen=True)
class StaffTable:
    """``page/staff_table.html`` (``table``): sorted by due date by the desk. ``columns``: the names of the cells."""

    caption: Text
    columns: tuple[Text, ...]
    rows: tuple[StaffRow, ...]
    count: Text


@dataclass(frozen=True)
class Named:
    """A name and a value of a list of facts, for ``page/named.html`` (``facts``)."""

    name: Text
    value: Text


@dataclass(frozen=True)
class SidePanel:
    """``page/side_panel.html`` (``panel``): the chosen row. It repeats nothing that the row shows, and has one act."""

    lead: Text
    title: str
    facts: tuple[Named, ...]
    reads_lead: Text
    reads: Text
    assessed_lead: Text
    assessed: Text
    links: tuple[Link, ...] = ()
    button: Button | None = None


@dataclass(frozen=True)
class Counter:
    """One of ``page/counters.html`` (``counters``): a stage, its total, and how many are late by their due date."""

    says: Text
    total: int
    href: str
    late: int = 0
    is_here: bool = False


@dataclass(frozen=True)
class Segment:
    """One side of ``page/segmented.html`` (``name``, ``segments``): a choice, never styled as the button that sends."""

    value: str
    says: Text
    is_chosen: bool = False
    key: str = ""


@dataclass(frozen=True)
class ReasonChoice:
    """One of ``page/reason_list.html`` (``name``, ``reasons``): what would do; unlawful: dashed, with its article."""

    value: str
    says: Text
    would_do: Text
    is_chosen: bool = False
    is_lawful: bool = True


@dataclass(frozen=True)
class Share:
    """A part of ``page/shares.html`` (``shares``): a name, a count, and its colour step 1 to 4, or "late"."""

    says: Text
    count: int
    step: Literal["1", "2", "3", "4", "late"]


@dataclass(frozen=True)
class ReadAloud:
    """``page/read_aloud.html`` (``aloud``): the same whole sentences in both languages. No number is to be spoken."""

    says: Text
    spoken: Literal["fr", "en"]
