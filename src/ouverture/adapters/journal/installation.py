"""The journal of this installation: its database, and the key that seals what it holds."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from ouverture.adapters.journal.opening import DEFAULT, SETTING, NoJournal, open_store
from ouverture.adapters.journal.record import Record
from ouverture.adapters.journal.store import Store

KEY, KEY_FILE = "OUVERTURE_KEY", "OUVERTURE_KEY_FILE"
DEFAULT_KEY_FILE = "ouverture.key"
KEY_BYTES = 32


def open_record(environment: Mapping[str, str], *, make: bool = True) -> Record:
    """The journal that the settings name, with its key; raises NoJournal, with one sentence, when either is missing.

    ``make``: whether a journal that is not there is made. The key is ``OUVERTURE_KEY`` (64 hexadecimal digits) or in
    the file ``OUVERTURE_KEY_FILE``. For a journal in which nothing is sealed yet the file is made, readable by its
    owner alone: keep a copy of it apart from the journal.
    """
    where = environment.get(SETTING) or DEFAULT
    if "://" not in where and not Path(where).exists():
        _private_file(Path(where), make)
    store = open_store(environment)
    try:
        return Record(store, _key(environment, store))
    except NoJournal:
        store.close()
        raise


def _private_file(path: Path, make: bool) -> None:
    if not make:
        raise NoJournal(f'{SETTING} is "{path}", and there is no journal there')
    with suppress(OSError):  # a folder that is not there is told when the journal is opened
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))


def _key(environment: Mapping[str, str], store: Store) -> bytes:
    if written := environment.get(KEY):
        return _read(written, KEY)
    path = Path(environment.get(KEY_FILE) or DEFAULT_KEY_FILE)
    if path.exists():
        return _read(path.read_text("ascii", errors="replace").strip(), f"the file {path}")
    if _something_is_sealed(store):
        raise NoJournal(f"the journal is sealed and its key is not here: give {KEY}, or the file {path}")
    return _made(path)


def _read(written: str, where: str) -> bytes:
    try:
        key = bytes.fromhex(written)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise NoJournal(f"{where} must hold the key of the journal: {2 * KEY_BYTES} hexadecimal digits")
    return key


def _something_is_sealed(store: Store) -> bool:
    return store.read(lambda connection: connection.execute("SELECT 1 FROM keys LIMIT 1").fetchone()) is not None


def _made(path: Path) -> bytes:
    key = os.urandom(KEY_BYTES)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return _read(path.read_text("ascii").strip(), f"the file {path}")  # another process made it meanwhile
    except OSError as problem:
        raise NoJournal(
            f"the key cannot be kept in {path} ({problem.strerror}): name another file in {KEY_FILE}"
        ) from None
    with os.fdopen(handle, "w") as file:
        file.write(key.hex() + "\n")
    return key
