"""A mail server's report is read: ours arrived, or came back and why, without the address."""

from __future__ import annotations

import pytest

from ouverture.adapters.post.mail import first_part_of_id
from ouverture.adapters.post.returned import Returned, read_returned

OURS = first_part_of_id("f1/5")


def report(action: str, last_part: str = "message/rfc822") -> bytes:
    """A report as mail servers write them."""
    lines = [
        "From: MAILER-DAEMON@mail.example.org", "To: caisse@example.org", "Subject: Undelivered Mail",
        "Message-ID: <theirs@mail.example.org>",
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        "", "--b", "Content-Type: text/plain", "", "I'm sorry.", "", "--b", "Content-Type: message/delivery-status", "",
        "Reporting-MTA: dns; mail.example.org", "", "Final-Recipient: rfc822; ana@example.org", f"Action: {action}",
        "Status: 5.1.1", "Diagnostic-Code: smtp; 550 <ana@example.org> unknown", "", "--b",
        f"Content-Type: {last_part}",
        "",
        f"Message-ID: <{OURS}@example.org>", "Subject: Votre dossier", "", "Bonjour.", "", "--b--", "",
    ]  # fmt: skip
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize("last_part", ["message/rfc822", "text/rfc822-headers"])
def test_a_mail_that_came_back_says_which_and_why_without_the_address(last_part: str) -> None:
    assert read_returned(report("failed", last_part)) == Returned(OURS, False, "5.1.1 smtp; 550 <…> unknown")


def test_a_mail_said_to_have_arrived_has_arrived() -> None:
    assert read_returned(report("delivered")) == Returned(OURS, True, "")


@pytest.mark.parametrize("action", ["delayed", "relayed", "expanded", ""])
def test_what_says_nothing_for_good_says_nothing(action: str) -> None:
    assert read_returned(report(action)) is None


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"Subject: hello\r\n\r\nhi",
        bytes(range(256)),
        report("failed")[:400],
        report("failed")[:480],
        b"\xff" * 999,
    ],
)
def test_what_is_no_report_is_none(raw: bytes) -> None:
    assert read_returned(raw) is None


@pytest.mark.parametrize(
    "part",
    [
        b"Message-ID: <@[",
        b"Message-ID: " + b"(" * 5000,
        b"Content-Type: text/rfc822-headers; charset=none",
        b"Content-Type: text/rfc822-headers; charset=rot13",
        b"\n".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d' % (nth, nth) for nth in range(1000)),
    ],
)
def test_a_mail_that_no_server_writes_reports_nothing(part: bytes) -> None:
    """Each ended in a fault of Python's reader: found by sending it what is none."""
    assert read_returned(b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + part + b"\n\nx\n--b--\n") is None
