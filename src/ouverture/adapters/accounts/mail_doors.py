"""The addresses that open files, forgotten with their file."""

from __future__ import annotations


class MailDoors:
    """Those of this installation. The tables are looked for when something is asked, not before."""

    def forget(self, stream: str) -> None:
        """Remove the addresses of a file, and the codes that were to prove one."""
        from ouverture.adapters.accounts.models import MailCode, MailDoor

        MailDoor.objects.filter(stream=stream).delete()
        MailCode.objects.filter(stream=stream).delete()
