"""Is this installation as it should be? Each thing that is not, in a sentence; nothing is changed by looking."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from ouverture.adapters.home import home
from ouverture.adapters.journal.figures import figures
from ouverture.adapters.journal.installation import KEY, key_file, open_record
from ouverture.adapters.journal.kept_seals import last_kept, seal_file
from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.opening import NoJournal, place_of
from ouverture.adapters.journal.store import Damaged, WrongSchema
from ouverture.adapters.post.opening import NoPost, mail_server
from ouverture.adapters.vault.folders import beside
from ouverture.adapters.vault.shelves import left_at_home
from ouverture.text import Text

LEAST_FREE = 500_000_000
"""Bytes: below, a journal that grows by 100 MB a day has less than a week."""
OLDEST_UNSENT = timedelta(hours=1)
OLDEST_UNSEALED = timedelta(hours=1)
"""The worker goes round every few seconds: an hour means that it does not run."""

Settings = Mapping[str, str]


def checkup(settings: Settings, now: datetime) -> tuple[Text, ...]:
    """What is wrong, the most basic first; empty when nothing is."""
    checks: tuple[Callable[[], Iterator[Text]], ...] = (
        lambda: _home(settings),
        lambda: _key(settings),
        lambda: _disk(settings),
        lambda: _mail(settings),
        lambda: _journal(settings, now),
    )
    return tuple(found for check in checks for found in check())


def _home(settings: Settings) -> Iterator[Text]:
    folder = home(settings)
    if not folder.is_dir():
        yield Text(
            f"Le dossier de l'installation, {folder}, n'existe pas : il est fait au premier démarrage.",
            f"The folder of the installation, {folder}, does not exist: it is made at the first start.",
        )
    else:
        yield from _kept_from_others(folder, "700")
        for name in ("site.key", "accounts.sqlite3"):
            yield from _kept_from_others(folder / name, "600")


def _key(settings: Settings) -> Iterator[Text]:
    if not settings.get(KEY):
        yield from _kept_from_others(key_file(settings), "600")


def _kept_from_others(path: Path, mode: str) -> Iterator[Text]:
    if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077:
        yield Text(
            f"D'autres que vous peuvent ouvrir {path} : lancez chmod {mode} {path}",
            f"Others than you may open {path}: run chmod {mode} {path}",
        )


def _disk(settings: Settings) -> Iterator[Text]:
    folder = home(settings)
    while not folder.exists():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        yield Text(
            f"Il ne reste que {free // 1_000_000} Mo sur le disque de {folder} : il en faut {LEAST_FREE // 1_000_000}.",
            f"Only {free // 1_000_000} MB are left on the disk of {folder}: {LEAST_FREE // 1_000_000} are needed.",
        )


def _mail(settings: Settings) -> Iterator[Text]:
    try:
        server = mail_server(settings)
    except NoPost as problem:
        yield Text(f"Courriel : {problem}.", f"E-mail: {problem}.")
        return
    if server is None:
        yield Text(
            "Aucun courriel ne peut partir : OUVERTURE_SMTP_HOST ne nomme pas de serveur.",
            "No e-mail can leave: OUVERTURE_SMTP_HOST names no server.",
        )


def _journal(settings: Settings, now: datetime) -> Iterator[Text]:
    try:
        where = place_of(settings)
        record = open_record(settings, make=False, read_only=True)
    except (NoJournal, WrongKey, WrongSchema, Damaged) as problem:
        yield Text(f"Journal : {problem}.", f"Journal: {problem}.")
        return
    try:
        if isinstance(where, Path):
            yield from _kept_from_others(where, "600")
            yield from _kept_from_others(beside(where), "700")
        elif left := left_at_home(settings).files():
            yield Text(
                f"Papiers : {len(left)} dossiers d'une version antérieure restent dans {left_at_home(settings).folder},"
                " dont la base a d'autres pages ; rien n'y est lu.",
                f"Papers: {len(left)} files of an earlier release stay in {left_at_home(settings).folder}, of which the"
                " database has other pages; nothing is read there.",
            )
        found = figures(record.store, now)
        if found.oldest_unsent > OLDEST_UNSENT.total_seconds():
            yield _waits("Un message attend", "A message waits", found.oldest_unsent)
        if found.unsealed > OLDEST_UNSEALED.total_seconds():
            yield _waits("Un événement attend d'être scellé", "An event waits to be sealed", found.unsealed)
        if found.set_aside:
            yield Text(
                f"{found.set_aside} ennuis de dossiers mis de côté : lancez ouverture verify.",
                f"{found.set_aside} troubles of files set aside: run ouverture verify.",
            )
        if found.seal_age is not None and last_kept(seal_file(settings, record)) is None:
            yield Text(
                f"Aucun sceau n'est gardé hors du journal, dans {seal_file(settings, record).parent}.",
                f"No seal is kept outside the journal, in {seal_file(settings, record).parent}.",
            )
    finally:
        record.store.close()


def _waits(fr: str, en: str, seconds: float) -> Text:
    hours = int(seconds // 3600)
    return Text(
        f"{fr} depuis {hours} h : ouverture worker ne tourne pas.",
        f"{en} for {hours} h: ouverture worker is not running.",
    )
