"""The same part of a page drawn twice on one page: each with names of its own, neither taken for the other."""

from __future__ import annotations

import re

from django.utils.safestring import SafeString

_NAMES = re.compile(r' (id|for|aria-labelledby|aria-describedby|href)="(#?)([^"]+)"')


def set_apart(drawn: SafeString, side: str) -> SafeString:
    """``drawn`` with every name inside it ended by ``-side``, and its sections as groups, not places of the page."""

    def named(found: re.Match[str]) -> str:
        attribute, sign, names = found.groups()
        if attribute == "href" and not sign:
            return found[0]
        return f' {attribute}="{sign}{" ".join(f"{name}-{side}" for name in names.split())}"'

    return SafeString(_NAMES.sub(named, drawn).replace("<section ", '<section role="group" '))
