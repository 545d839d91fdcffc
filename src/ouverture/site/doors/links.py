"""A person's private link: made, followed, revoked."""

from __future__ import annotations

from django.contrib.auth.hashers import check_password, make_password
from django.utils import timezone

from ouverture.adapters.accounts.models import PrivateLink
from ouverture.adapters.accounts.secrets import digest, new_secret


def make_link(stream: str, passphrase: str = "") -> str:
    """A new link to a file; the secret is shown this once. A passphrase is kept as typed; blanks alone are none."""
    secret = new_secret()
    kept = make_password(passphrase) if passphrase.strip() else ""
    PrivateLink.objects.create(digest=digest(secret), stream=stream, passphrase=kept, made_at=timezone.now())
    return secret


def link_of(secret: str) -> PrivateLink | None:
    """The live link of this secret; None when there is none, or when it was revoked."""
    return PrivateLink.objects.filter(digest=digest(secret), revoked_at=None).first()


def live_links(stream: str) -> int:
    """How many links open a file."""
    return PrivateLink.objects.filter(stream=stream, revoked_at=None).count()


def opens_with(link: PrivateLink, passphrase: str) -> bool:
    """Whether the link asks for no passphrase, or this is it."""
    return not link.passphrase or check_password(passphrase, link.passphrase)


def revoke_links(stream: str, identity: str = "") -> int:
    """Revoke the links of a file, or the one of that identity; how many."""
    live = PrivateLink.objects.filter(stream=stream, revoked_at=None)
    if identity:
        live = live.filter(identity=identity)
    return live.update(revoked_at=timezone.now())
