"""What a visitor sent, kept for their own visit so that Back, a refresh and the other language find it again.

It stands in the session under a key that is only in the visitor's browser (in the address of the result, or in a cookie
that lasts a minute): whoever reads the database finds nothing. The newest few are kept, an hour at most.
"""

import base64
import json
import secrets
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.http import HttpRequest

_KEY = "sent"
_MOST = 12
KEPT = timedelta(hours=1)
KEY_BYTES = 16
"""128 random bits: nobody can try them all (OWASP ASVS 5, 11.5.1)."""
ADDRESS = "result"
"""The name under which the key stands in an address."""


def seal(content: Any) -> tuple[str, str]:
    """A new key, and the content (plain values) under it."""
    key = secrets.token_urlsafe(KEY_BYTES)
    return key, _lock(key).encrypt(json.dumps(content).encode()).decode()


def unseal(key: str, sealed: str, kept: timedelta) -> Any | None:
    """The content; None when the key is another, or the time is over."""
    try:
        return json.loads(_lock(key).decrypt(sealed.encode(), ttl=int(kept.total_seconds())))
    except InvalidToken:
        return None


def keep_sent(request: HttpRequest, desk: str, sent: Mapping[str, str]) -> str:
    """Keep what was sent to a desk; the key for the address of its result."""
    key, sealed = seal({"desk": desk, "sent": dict(sent)})
    before: list[str] = request.session.get(_KEY, [])
    request.session[_KEY] = [*before, sealed][-_MOST:]
    return key


def sent_before(request: HttpRequest, desk: str) -> dict[str, str] | None:
    """What was sent to this desk under the key in the address; None without one, or when it is no longer kept."""
    key = request.GET.get(ADDRESS, "")
    for sealed in reversed(request.session.get(_KEY, [])) if key else ():
        content = unseal(key, sealed, KEPT)
        if content is not None and content["desk"] == desk:
            return dict(content["sent"])
    return None


def _lock(key: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(sha256(f"{settings.SECRET_KEY}:{key}".encode()).digest()))
