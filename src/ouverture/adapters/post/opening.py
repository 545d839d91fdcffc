"""The post that the settings describe: a folder for letters, and e-mail when a mail server is named."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ouverture.adapters.post.folder import LetterFolder
from ouverture.adapters.post.mail import MailServer, send_mail
from ouverture.adapters.worker.sending import Bounced

HOST, PORT, SENDER = "OUVERTURE_SMTP_HOST", "OUVERTURE_SMTP_PORT", "OUVERTURE_SMTP_FROM"
USER, PASSWORD = "OUVERTURE_SMTP_USER", "OUVERTURE_SMTP_PASSWORD"
ENCRYPTION = "OUVERTURE_SMTP_ENCRYPTION"
SUBMISSION_PORT = 587
HERE = {"localhost", "127.0.0.1", "::1"}


class NoPost(ValueError):
    """A setting of the mail server cannot be used; the text says which, and what would do."""


WAITS_HERE = frozenset({"account", "page", "agent"})
"""Channels by which nothing leaves the house: the message waits where the person looks, or in an agent's queue."""

NO_MAIL_SERVER = Bounced("no e-mail can be sent from here")
NO_ADDRESS = Bounced("no e-mail address is known")
NO_SUCH_WAY = Bounced("nothing can be sent this way from here")


class HousePost:
    """Letters leave by their folder, e-mail by its server; a channel that leads nowhere from here says so."""

    def __init__(self, folder: LetterFolder, server: MailServer | None = None) -> None:
        """``server`` None: nothing leaves by e-mail."""
        self._folder, self._server = folder, server

    def send(self, identity: str, channel: str, content: dict[str, Any]) -> Bounced | None:
        """Send one message once; raises Undelivered when it must be tried again."""
        if channel == "letter":
            self._folder.send(identity, channel, content)
        elif channel == "email":
            return self._by_mail(identity, content)
        elif channel not in WAITS_HERE:
            return NO_SUCH_WAY
        return None

    def purge(self, stream: str) -> int:
        """Take every letter of an erased file out of the folder; how many."""
        return self._folder.purge(stream)

    def _by_mail(self, identity: str, content: dict[str, Any]) -> Bounced | None:
        if self._server is None:
            return NO_MAIL_SERVER
        if not content.get("to"):
            return NO_ADDRESS
        if self._folder.is_done(identity):
            return None
        bounced = send_mail(self._server, identity, content)
        if bounced is None:
            self._folder.mark_done(identity, "sent by e-mail")
        return bounced


def open_post(folder: Path, settings: Mapping[str, str]) -> HousePost:
    """The post of this house; raises NoPost with one sentence when a setting is wrong or missing."""
    return HousePost(LetterFolder(folder), mail_server(settings))


def mail_server(settings: Mapping[str, str]) -> MailServer | None:
    """The mail server the settings name, or None when they name none; raises NoPost."""
    host = settings.get(HOST, "").strip()
    if not host:
        return None
    sender = settings.get(SENDER, "").strip()
    if "@" not in sender:
        raise NoPost(f"{SENDER} must be the address that e-mail comes from, such as caisse@example.org")
    encrypted = _encrypted(settings.get(ENCRYPTION, "starttls"), host)
    return MailServer(host, _port(settings), sender, settings.get(USER, ""), settings.get(PASSWORD, ""), encrypted)


def _port(settings: Mapping[str, str]) -> int:
    typed = settings.get(PORT, str(SUBMISSION_PORT)).strip()
    if typed.isascii() and typed.isdigit() and 0 < int(typed) < 1 << 16:
        return int(typed)
    raise NoPost(f"{PORT} must be a port number from 1 to 65535, such as {SUBMISSION_PORT}")


def _encrypted(typed: str, host: str) -> bool:
    if typed == "none" and host not in HERE:
        raise NoPost(f"{ENCRYPTION} may be none only for a mail server on this machine: leave it out for {host}")
    if typed not in ("starttls", "none"):
        raise NoPost(f"{ENCRYPTION} must be starttls (as it is when left out) or none")
    return typed == "starttls"
