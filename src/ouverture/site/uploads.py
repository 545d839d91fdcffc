"""Where files may come in, and how large: pages and carried files on their own address, elsewhere what a form needs."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler

from ouverture.adapters.carried_file import LARGEST

MOST_UPLOADED = 24_000_000
"""Bytes of a request that brings pages: three or four photographs of a phone, with what surrounds them."""
MOST_OF_A_COPY = LARGEST + 1_000_000
"""Bytes of a request that brings a carried file, with what surrounds it."""
_TAKES_PAGES = re.compile(r"/(?:fr|en)/file/[\w-]+/papers/[\w-]+/add/")
_TAKES_A_COPY = re.compile(r"/(?:fr|en)/begin/reopen/")


def takes_pages(path: str) -> bool:
    """Whether pages of papers come in at this address."""
    return _TAKES_PAGES.fullmatch(path) is not None


def takes_a_copy(path: str) -> bool:
    """Whether a carried file comes in at this address."""
    return _TAKES_A_COPY.fullmatch(path) is not None


def most_at(path: str) -> int | None:
    """How many bytes may come in at an address that takes files; None for every other address."""
    if takes_a_copy(path):
        return MOST_OF_A_COPY
    return MOST_UPLOADED if takes_pages(path) else None


class NeverOnDisk(MemoryFileUploadHandler):
    """Keeps what comes in memory: what a person sends is on no disk before it is sealed."""

    def handle_raw_input(
        self,
        input_data: Any,
        META: dict[str, Any],  # noqa: N803 - Django's own name
        content_length: int,
        boundary: str,
        encoding: str | None = None,
    ) -> None:
        """Take the files of a request that is no larger than its address allows; the others are let go of."""
        most = most_at(META.get("PATH_INFO", ""))
        self.activated = content_length <= (most or settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
