"""A mail that came back, or the word of a mail server that ours arrived (RFC 3464), read as one or the other."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes, message_from_string
from email.message import EmailMessage, Message
from email.policy import default
from typing import NamedTuple

ARRIVED, FAILED = "delivered", "failed"
"""What a server reports for good; "delayed", "relayed" and "expanded" say nothing yet."""


class Returned(NamedTuple):
    """Which of our messages, by the first part of its Message-ID; whether it arrived, and if not, why."""

    message: str
    arrived: bool
    reason: str


def read_returned(raw: bytes) -> Returned | None:
    """What a mail reports of one of ours; None when it reports nothing for good, is something else or unreadable."""
    try:
        return _read(raw)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return None  # Python's reader fails in these ways on headers and parts that no mail server writes


def _read(raw: bytes) -> Returned | None:
    mail = message_from_bytes(raw, policy=default)
    blocks = [block for block in _blocks(mail) if str(block.get("Action", "")).strip().lower() in (ARRIVED, FAILED)]
    ours = next(_ours(mail), "")
    if not blocks or not ours:
        return None
    block = blocks[0]
    arrived = str(block["Action"]).strip().lower() == ARRIVED
    return Returned(ours, arrived, "" if arrived else _reason(block))


def _blocks(mail: Message) -> Iterator[Message]:
    """The blocks of headers of a report: one of the server, then one for each recipient."""
    for part in mail.walk():
        if part.get_content_type() == "message/delivery-status" and isinstance(part.get_payload(), list):
            yield from (block for block in part.get_payload() if isinstance(block, Message))


def _ours(mail: Message) -> Iterator[str]:
    """The first part of the Message-ID of the mail that came back, whole or by its headers alone."""
    for part in mail.walk():
        if part is not mail and part.get("Message-ID") and part.get_content_type() != "message/delivery-status":
            yield _first_part(str(part["Message-ID"]))
        elif part.get_content_type() == "text/rfc822-headers":
            text = part.get_content() if isinstance(part, EmailMessage) else str(part.get_payload())
            yield _first_part(str(message_from_string(str(text))["Message-ID"] or ""))


def _first_part(identity: str) -> str:
    return identity.strip().strip("<>").partition("@")[0]


def _reason(block: Message) -> str:
    """Why it came back, without the person's address."""
    said = " ".join(str(block.get(name, "")) for name in ("Status", "Diagnostic-Code")).split()
    to = str(block.get("Final-Recipient", "")).partition(";")[2].strip()
    reason = " ".join(said) or "it came back"
    return reason.replace(to, "…") if to else reason
