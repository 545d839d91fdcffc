"""Where files may come in, and how large: pages of papers on their own address, everywhere else what a form needs."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import MemoryFileUploadHandler

MOST_UPLOADED = 24_000_000
"""Bytes of a request that brings pages: three or four photographs of a phone, with what surrounds them."""
_TAKES_PAGES = re.compile(r"/(?:fr|en)/file/[\w-]+/papers/[\w-]+/add/")


def takes_pages(path: str) -> bool:
    """Whether pages of papers come in at this address."""
    return _TAKES_PAGES.fullmatch(path) is not None


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
        here = takes_pages(META.get("PATH_INFO", ""))
        self.activated = content_length <= (MOST_UPLOADED if here else settings.FILE_UPLOAD_MAX_MEMORY_SIZE)
