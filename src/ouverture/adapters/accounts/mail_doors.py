"""What opens a file beside its link, addresses and mandates: forgotten with the file."""

from __future__ import annotations


class MailDoors:
    """Those of this installation. The tables are looked for when something is asked, not before."""

    def forget(self, stream: str) -> None:
        """Remove the addresses of a file, the codes that were to prove one, and the mandates of those who helped."""
        from ouverture.adapters.accounts.models import MailCode, MailDoor, Mandate

        MailDoor.objects.filter(stream=stream).delete()
        MailCode.objects.filter(stream=stream).delete()
        Mandate.objects.filter(stream=stream).delete()
