"""Opens the demonstration: built at the first start, taken up at every later one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from ouverture.adapters.home import private_home
from ouverture.adapters.journal.opening import NoJournal
from ouverture.adapters.journal.store import WrongSchema
from ouverture.rehearsal.actors.desk import CAISSES
from ouverture.rehearsal.demonstration import PEOPLE, Demonstration, build, taken_up
from ouverture.rehearsal.through_the_door import ThroughTheDoor
from ouverture.services.answer.to_come import TextToCome, read_texts
from ouverture.services.casework.house import House
from ouverture.site.demo.town import settle
from ouverture.site.page.house import use
from ouverture.wiring import JOURNAL, KEY_FILE, OFFICES, made_up_at_once, open_house

SEED = 751
KEPT = "town.json"
JOURNALS = ("journal", "elsewhere")
"""The town's own caisses, and those outside."""


def demonstration_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The settings of the demonstration: a home of its own, so that no real file is near it."""
    folder = private_home(environment) / "demonstration"
    return {"OUVERTURE_HOME": str(folder), OFFICES: ",".join(CAISSES)}


def open_demonstration(settings: Mapping[str, str], today: date, size: int = PEOPLE) -> Demonstration:
    """The town, behind every page from now on; one that was never finished, or that another release made, anew."""
    folder = private_home(settings)
    town = _kept(settings, folder) or _built(settings, folder, today, size)
    settle(town)
    return town


def _kept(settings: Mapping[str, str], folder: Path) -> Demonstration | None:
    if not (folder / KEPT).exists():
        return None
    try:
        return taken_up(*_offices(settings, folder), folder / KEPT)
    except (NoJournal, WrongSchema, LookupError, TypeError, ValueError):
        return None


def _built(settings: Mapping[str, str], folder: Path, today: date, size: int) -> Demonstration:
    _clear(folder)
    here, elsewhere = offices = _offices(settings, folder)
    with made_up_at_once(here.house), made_up_at_once(elsewhere.house):
        return build(*offices, folder / KEPT, today, SEED, _progress, size)


def _offices(settings: Mapping[str, str], folder: Path) -> tuple[ThroughTheDoor, ThroughTheDoor]:
    """The caisses of the town, behind every page, and those outside, which only the town knows."""
    here, elsewhere = (_house(settings, folder, name) for name in JOURNALS)
    use(here)
    return ThroughTheDoor(here), ThroughTheDoor(elsewhere)


def _clear(folder: Path) -> None:
    (folder / KEPT).unlink(missing_ok=True)
    for name in JOURNALS:
        for left in folder.glob(f"{name}.*"):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _house(settings: Mapping[str, str], folder: Path, name: str) -> House:
    made = open_house({**settings, JOURNAL: str(folder / f"{name}.sqlite3"), KEY_FILE: str(folder / f"{name}.key")})
    return replace(made, to_come=texts_to_come())


def texts_to_come() -> tuple[TextToCome, ...]:
    """The invented texts of ``texts_to_come.toml``, which a supervisor or a manager of the town may bring in."""
    return read_texts(files("ouverture.site.demo").joinpath("texts_to_come.toml").read_text(encoding="utf-8"))


def _progress(done: int, of: int) -> None:
    """One line that fills up: the town lives its first year."""
    end = "\n" if done == of else ""
    print(
        f"\r  a caisse and its people live their first months: day {done} of {of}", end=end, file=sys.stderr, flush=True
    )
