"""A file written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path``; raises OSError, and then leaves what was there before.

    What is no ordinary file (a pipe, a device) is written to as it stands.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(content)
        return
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as beside:
        try:
            beside.write(content)
            beside.flush()
            os.chmod(beside.name, 0o666 & ~_umask())
            os.replace(beside.name, path)
        except OSError:
            os.unlink(beside.name)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
