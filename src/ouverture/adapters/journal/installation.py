"""The journal of this installation: its database, and the key that seals what it holds."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ouverture.adapters.home import home, private_home
from ouverture.adapters.journal.kept_seals import check_kept
from ouverture.adapters.journal.keyring import WrongKey
from ouverture.adapters.journal.opening import SETTING, NoJournal, open_store, place_of
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Damaged, Store

KEY, KEY_FILE = "OUVERTURE_KEY", "OUVERTURE_KEY_FILE"
KEY_NAME = "ouverture.key"
KEY_BYTES = 32
MOST_OF_A_KEY_FILE = 1024
"""A key file holds 64 digits: whatever is longer is something else, or has no end."""


def open_record(environment: Mapping[str, str], *, make: bool = True, read_only: bool = False) -> Record:
    """The journal that the settings name, with its key; raises NoJournal, with one sentence, when either is missing.

    ``make``: whether a journal that is not there is made. The key is ``OUVERTURE_KEY`` (64 hexadecimal digits) or in
    the file ``OUVERTURE_KEY_FILE``, which only its owner may read. For a journal in which nothing is sealed yet the
    file is made: keep a copy of it apart from the journal. A journal that lacks what the last seal kept outside covers,
    or whose triggers are not ours, is only read. Raises WrongKey when the journal is under another key, Damaged when
    the database cannot be read.
    """
    where = place_of(environment)
    if make and not read_only and not environment.get(SETTING):
        _house_folder(environment)
    if isinstance(where, Path) and not _is_there(where):
        _private_file(where, make and not read_only)
    store = open_store(environment, read_only)
    try:
        record = Record(store, key_of(environment, store, make and not read_only), make=not read_only)
        if not read_only:
            check_kept(environment, record)
            _check_acts(store)
        return record
    except (sqlite3.DatabaseError, UnicodeError) as problem:
        store.close()
        raise Damaged(str(problem)) from problem
    except (NoJournal, WrongKey, Damaged):
        store.close()
        raise


def _check_acts(store: Store) -> None:
    found = store.snapshot(lambda connection: list(store.acts_otherwise(connection)))
    if found:
        said = found[0].says.en.rstrip(".")
        raise NoJournal(
            f"{said[0].lower()}{said[1:]}; nothing is written in it: ouverture verify says all that changed"
        )


def _house_folder(environment: Mapping[str, str]) -> None:
    try:
        private_home(environment)
    except OSError as problem:
        raise NoJournal(f"the folder of this installation cannot be made ({problem})") from None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError) as problem:
        raise NoJournal(f"{SETTING} names a file that no system can have ({problem})") from None


def _private_file(path: Path, make: bool) -> None:
    if not make:
        raise NoJournal(f'{SETTING} is "{path}", and there is no journal there')
    with suppress(OSError):  # a folder that is not there is told when the journal is opened
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def key_file(environment: Mapping[str, str]) -> Path:
    """Where the key is kept: the file the settings name, or one in the folder of the installation."""
    return Path(environment.get(KEY_FILE) or home(environment) / KEY_NAME)


def key_of(environment: Mapping[str, str], store: Store, make: bool) -> bytes:
    """The key the settings give; made, in its file, for a journal that has none yet. Raises NoJournal."""
    if written := environment.get(KEY):
        return _read(written, KEY)
    path = key_file(environment)
    if path.exists():
        return _read(_written(path), f"the file {path}")
    if not make or _has_secrets(store):
        raise NoJournal(f"the journal is sealed and its key is not here: give {KEY}, or the file {path}")
    return _made(path)


def _written(path: Path) -> str:
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise NoJournal(f"{path} is no file: the key is {2 * KEY_BYTES} hexadecimal digits in a file of its own")
        if mode & 0o077:
            raise NoJournal(f"others may read the key: run chmod 600 {path}")
        with path.open("rb") as file:
            return file.read(MOST_OF_A_KEY_FILE).decode("ascii", errors="replace").strip()
    except OSError as problem:
        raise NoJournal(f"the key in {path} cannot be read ({problem.strerror})") from None


def _read(written: str, where: str) -> bytes:
    try:
        key = bytes.fromhex(written)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise NoJournal(f"{where} must hold the key of the journal: {2 * KEY_BYTES} hexadecimal digits")
    return key


def _has_secrets(store: Store) -> bool:
    return store.read(lambda connection: connection.execute("SELECT 1 FROM secrets LIMIT 1").fetchone()) is not None


def _made(path: Path) -> bytes:
    key = os.urandom(KEY_BYTES)
    try:
        write_key(path, key)
    except FileExistsError:
        return _read(_written(path), f"the file {path}")  # another process made it meanwhile
    except OSError as problem:
        raise NoJournal(
            f"the key cannot be kept in {path} ({problem.strerror}): name another file in {KEY_FILE}"
        ) from None
    return key


def write_key(path: Path, key: bytes) -> None:
    """Keep a key in a new file, for its owner alone; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(key.hex() + "\n")
        file.flush()
        os.fsync(file.fileno())
