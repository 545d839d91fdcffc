"""Addresses of pages, remembered: a page has some thirty, and nothing of a person stands in one."""

from __future__ import annotations

from functools import lru_cache

from django.urls import reverse

from ouverture.text import Language


@lru_cache(maxsize=4096)
def page_address(view: str, language: Language, *parts: object) -> str:
    """The address of a page in this language; ``parts`` are opaque names, as they stand in it."""
    return reverse(view, args=[language, *parts])
