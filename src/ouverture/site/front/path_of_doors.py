"""The whole way as seven doors, and how long it may take: data, with where the figures come from."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from ouverture.site.page.parts import Door, DoorState, Holder
from ouverture.site.page.sentences import sentence
from ouverture.text import Text

_HOLDERS: dict[Holder, Text] = {"person": sentence("who.person"), "caisse": sentence("who.caisse")}


@dataclass(frozen=True)
class Source:
    """Where the wait after a door comes from, in the words of our notes (English)."""

    door: Text
    wait: Text
    source: str


@dataclass(frozen=True)
class WholePath:
    """The doors, the day on which their waits were read, and the months of the whole way: nine times in ten within."""

    doors: tuple[Door, ...]
    sources: tuple[Source, ...]
    known: date
    first_time: tuple[int, int]
    returning: tuple[int, int]
    draws: int


@cache
def whole_path() -> WholePath:
    """What ``data/path_of_doors.toml`` holds."""
    raw = tomllib.loads(files(__package__).joinpath("data", "path_of_doors.toml").read_text(encoding="utf-8"))
    whole = raw["whole"]
    return WholePath(
        tuple(_door(each, "ajar" if place == 0 else "shut") for place, each in enumerate(raw["door"])),
        tuple(
            Source(Text(**each["name"]), Text(**each["wait"]), each["source"]) for each in raw["door"] if "wait" in each
        ),
        raw["known"],
        (whole["first_time"]["from"], whole["first_time"]["until"]),
        (whole["returning"]["from"], whole["returning"]["until"]),
        whole["draws"],
    )


def _door(raw: dict[str, Any], state: DoorState) -> Door:
    wait = Text(**raw["wait"]) if "wait" in raw else None
    holder: Holder = raw["holder"]
    return Door(Text(**raw["name"]), raw["icon"], holder, _HOLDERS[holder], Text(**raw["says"]), state, wait)
