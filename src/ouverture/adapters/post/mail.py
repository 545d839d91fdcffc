"""E-mail through one server: encrypted on its way, one Message-ID a message, refusals told apart from troubles."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextlib import suppress
from email.headerregistry import Address
from email.message import EmailMessage
from hashlib import sha256
from smtplib import SMTP, SMTPDataError, SMTPException, SMTPRecipientsRefused
from typing import Any, NamedTuple

from ouverture.adapters.post.sheet import subject, words
from ouverture.adapters.worker.sending import Bounced, Undelivered

SECONDS_TO_ANSWER = 30.0
TOLD_WHEN_IT_ARRIVES = ("NOTIFY=SUCCESS,FAILURE",)
"""What is asked of a server that reports (RFC 3461): taken is not arrived, and only the last one knows."""
FOR_GOOD = 500
"""From this code on, a mail server refuses for good (RFC 5321); below it, it asks to be tried again."""


class MailServer(NamedTuple):
    """Where e-mail leaves. ``encrypted`` is False only for a server on this machine; ``trusted`` is for tests."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    encrypted: bool = True
    trusted: ssl.SSLContext | None = None


def send_mail(server: MailServer, identity: str, content: Mapping[str, Any]) -> Bounced | None:
    """Hand one message to the server for the address ``content["to"]``.

    Bounced when the address cannot be read or the server refuses it, or the message, for good; raises Undelivered for
    everything that may pass.
    """
    try:
        letter = _letter(server, identity, content)
    except (ValueError, IndexError, TypeError):
        return Bounced("the e-mail address cannot be read")
    try:
        _hand_over(server, letter)
    except SMTPRecipientsRefused as refused:
        return _refused(*next(iter(refused.recipients.values())), str(content["to"]))
    except SMTPDataError as refused:
        return _refused(refused.smtp_code, refused.smtp_error, str(content["to"]))
    except (SMTPException, OSError) as problem:
        raise Undelivered(f"the mail server did not take the message: {type(problem).__name__}") from problem
    return None


def _letter(server: MailServer, identity: str, content: Mapping[str, Any]) -> EmailMessage:
    """The message; its ID tells nothing of the identity it is made of."""
    sender, to = Address(addr_spec=server.sender), Address(addr_spec=content["to"])
    if not (to.username and to.domain):
        raise ValueError("an address has a name and a place")
    letter = EmailMessage()
    letter["From"], letter["To"], letter["Subject"] = sender, to, subject(content)
    letter["Message-ID"] = f"<{first_part_of_id(identity)}@{sender.domain}>"
    letter["Auto-Submitted"] = "auto-generated"
    letter.set_content(words(content))
    return letter


def first_part_of_id(identity: str) -> str:
    """What stands before the @ in the Message-ID of a message: whoever reads it learns nothing of the identity."""
    return sha256(identity.encode()).hexdigest()


def _hand_over(server: MailServer, letter: EmailMessage) -> None:
    line = SMTP(server.host, server.port, timeout=SECONDS_TO_ANSWER)
    try:
        if server.encrypted:
            line.starttls(context=server.trusted or ssl.create_default_context())
        if server.user:
            line.login(server.user, server.password)
        line.send_message(letter, rcpt_options=TOLD_WHEN_IT_ARRIVES if line.has_extn("dsn") else ())
        with suppress(SMTPException, OSError):
            line.quit()  # the server has the message: how the talk ends changes nothing
    finally:
        line.close()


def _refused(code: int, said: bytes | str, to: str) -> Bounced:
    """Why the server refuses, without the person's address; raises Undelivered when it may take the message later."""
    reason = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    reason = f"{code} {' '.join(reason.replace(to, '…').split())}"
    if code < FOR_GOOD:
        raise Undelivered(f"the mail server asks to be tried later: {reason}")
    return Bounced(reason)
