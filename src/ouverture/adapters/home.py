"""The folder of this installation: its journal, its key, its accounts. Never the folder one happens to stand in."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

SETTING = "OUVERTURE_HOME"


def home(environment: Mapping[str, str]) -> Path:
    """The folder that ``OUVERTURE_HOME`` names; without it, ``ouverture`` in the user's folder for data."""
    if named := environment.get(SETTING):
        return Path(named)
    data = environment.get("XDG_DATA_HOME") or str(Path(environment.get("HOME") or "~").expanduser() / ".local/share")
    return Path(data) / "ouverture"


def kept_secret(environment: Mapping[str, str], name: str) -> str:
    """The secret kept in a file of that name at home; made at first, readable by its owner alone."""
    path = private_home(environment) / name
    new = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with suppress(FileExistsError), os.fdopen(os.open(path, new, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text("ascii")


def private_home(environment: Mapping[str, str]) -> Path:
    """The same folder, made when it is not there, for its owner alone; raises OSError when it cannot be."""
    folder = home(environment)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder
