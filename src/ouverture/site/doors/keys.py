"""Keys of machines: a kiosk's, a program's. Made once, shown once, ended by day or at once."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.utils import timezone

from ouverture.adapters.accounts.models import Account, Key, Mandate
from ouverture.adapters.accounts.secrets import digest, new_secret
from ouverture.services.casework.actors import Actor, Role
from ouverture.site.page.clock import today


def make_key(role: Role, label: str, office: str = "", account: Account | None = None, ends: date | None = None) -> str:
    """A new key; the secret is shown this once."""
    secret = new_secret()
    Key.objects.create(digest=digest(secret), role=role, office=office, label=label, account=account, ends=ends)
    return secret


def key_of(secret: str) -> Key | None:
    """The key of this secret, when it opens the door today."""
    key = Key.objects.filter(digest=digest(secret)).first()
    return key if key is not None and key.opens(today()) else None


def actor_of_token(secret: str) -> Actor | None:
    """Whoever a program's token stands for; None when it opens nothing."""
    key = key_of(secret)
    if key is None:
        return None
    account = key.account
    if account is None:
        return Actor(key.identity, cast(Role, key.role), key.office)
    if not account.is_active:
        return None
    mandates = Mandate.objects.filter(account=account, ended_at=None)
    files = tuple(one.stream for one in mandates if one.holds(today()))
    return Actor(account.identity, cast(Role, account.role), account.office, files)


def revoke_key(secret: str) -> bool:
    """End a key now; False when there is none."""
    return bool(Key.objects.filter(digest=digest(secret), revoked_at=None).update(revoked_at=timezone.now()))
