"""The e-mail addresses that open a file: made once the address was proved to be read, ended at once."""

from __future__ import annotations

from django.utils import timezone

from ouverture.adapters.accounts.mail_codes import address_digest
from ouverture.adapters.accounts.models import MailDoor


def opened_by(digest: str) -> list[MailDoor]:
    """The live doors of an address by its digest, the last made last."""
    return list(MailDoor.objects.filter(address=digest, revoked_at=None).order_by("pk"))


def is_known(address: str) -> bool:
    """Whether an address opens anything."""
    return bool(opened_by(address_digest(address)))


def make_mail_door(digest: str, stream: str, identity: str) -> None:
    """Let an address open a file, as the same ``identity`` that asks for it; once, however often it is asked."""
    MailDoor.objects.get_or_create(
        address=digest, stream=stream, revoked_at=None, defaults={"identity": identity, "made_at": timezone.now()}
    )


def live_mail_doors(stream: str) -> int:
    """How many addresses open a file."""
    return MailDoor.objects.filter(stream=stream, revoked_at=None).count()


def end_mail_doors(stream: str) -> int:
    """No address opens this file any more; how many did."""
    return MailDoor.objects.filter(stream=stream, revoked_at=None).update(revoked_at=timezone.now())
