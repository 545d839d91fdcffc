"""E-mail: taken, refused for good, or to be tried again; encrypted; nothing personal in what travels in the open."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ouverture.adapters.post.mail import MailServer, send_mail
from ouverture.adapters.worker.sending import Bounced, Undelivered
from tests.adapters.post.mail_server import MailHouse, mail_house

CONTENT = {"to": "ana@example.org", "fr": "Bonjour Ana, numéro 2 91 07.", "en": "Hello Ana, number 2 91 07."}


@pytest.fixture
def house() -> Iterator[MailHouse]:
    with mail_house() as open_house:
        yield open_house


def in_the_open(house: MailHouse) -> MailServer:
    return MailServer("127.0.0.1", house.port, "caisse@example.org", encrypted=False)


def test_a_message_is_taken_with_its_words(house: MailHouse) -> None:
    assert send_mail(in_the_open(house), "ana/1", CONTENT) is None
    (taken,) = house.took
    assert taken["To"] == "ana@example.org"
    body = taken.get_content()
    assert "Bonjour Ana" in body
    assert "Hello Ana" in body


def test_a_message_in_one_language_has_no_other(house: MailHouse) -> None:
    send_mail(in_the_open(house), "ana/1", {**CONTENT, "language": "en"})
    assert "Bonjour" not in house.took[0].get_content()
    assert house.took[0]["Subject"] == "Your health insurance file: a message"


def test_no_header_says_a_number_a_name_or_the_identity(house: MailHouse) -> None:
    send_mail(in_the_open(house), "ana-291079940412337/1", CONTENT)
    headers = {name: value for name, value in house.took[0].items() if name != "To"}
    assert not any(part in str(headers) for part in ("Ana", "ana", "2910", "2 91"))


def test_the_same_identity_gives_the_same_message_id_and_another_gives_another(house: MailHouse) -> None:
    for identity in ("ana/1", "ana/1", "ana/2"):
        send_mail(in_the_open(house), identity, CONTENT)
    first, again, other = (taken["Message-ID"] for taken in house.took)
    assert first == again != other


@pytest.mark.parametrize("verb", ["RCPT", "DATA", "END"])
def test_a_refusal_for_good_is_a_bounce_without_the_address(house: MailHouse, verb: str) -> None:
    house.answers[verb] = "550 <ana@example.org> unknown here"
    assert send_mail(in_the_open(house), "ana/1", CONTENT) == Bounced("550 <…> unknown here")


@pytest.mark.parametrize(
    ("verb", "answer"),
    [
        ("CONNECT", "421 closed"),
        ("EHLO", "502 no"),
        ("MAIL", "550 who are you"),
        ("RCPT", "450 mailbox busy"),
        ("DATA", "451 not now"),
        ("END", "452 full"),
    ],
)
def test_what_may_pass_is_tried_again(house: MailHouse, verb: str, answer: str) -> None:
    house.answers |= {verb: answer, **({"HELO": answer} if verb == "EHLO" else {})}
    with pytest.raises(Undelivered, match="mail server"):
        send_mail(in_the_open(house), "ana/1", CONTENT)


def test_a_strange_goodbye_after_the_message_was_taken_changes_nothing(house: MailHouse) -> None:
    house.answers["QUIT"] = "500 what"
    assert send_mail(in_the_open(house), "ana/1", CONTENT) is None


def test_no_server_there_is_tried_again(house: MailHouse) -> None:
    gone = in_the_open(house)
    house.shutdown()
    house.server_close()
    with pytest.raises(Undelivered, match="ConnectionRefusedError"):
        send_mail(gone, "ana/1", CONTENT)


@pytest.mark.parametrize("to", ["", "nobody", "a@b\r\nBcc: c@d", "a b@c", 5, None, "two@example.org, 3@example.org"])
def test_an_address_that_cannot_be_read_is_a_bounce(house: MailHouse, to: object) -> None:
    assert send_mail(in_the_open(house), "ana/1", {**CONTENT, "to": to}) == Bounced("the e-mail address cannot be read")
    assert house.heard == []


def test_nothing_is_sent_in_the_open_to_a_server_that_cannot_encrypt(house: MailHouse) -> None:
    with pytest.raises(Undelivered, match="SMTPNotSupportedError"):
        send_mail(in_the_open(house)._replace(encrypted=True), "ana/1", CONTENT)
    assert house.took == []


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate of this test")
def test_the_talk_is_encrypted_before_the_password_and_the_message(tmp_path: Path) -> None:
    ours, theirs = _contexts(tmp_path)
    with mail_house(theirs) as house:
        server = MailServer("localhost", house.port, "caisse@example.org", "desk", "secret", trusted=ours)
        assert send_mail(server, "ana/1", CONTENT) is None
        said = [line.split()[0] for line in house.heard]
        assert said.index("(ENCRYPTED") < said.index("AUTH") < said.index("DATA")
        with pytest.raises(Undelivered, match="SSLCertVerificationError"):
            send_mail(server._replace(trusted=None), "ana/2", CONTENT)
        assert len(house.took) == 1


def _contexts(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650", "-subj", "/CN=localhost"]
    named = ["-addext", "subjectAltName=DNS:localhost", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(["openssl", *asked, *named], check=True, capture_output=True)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    theirs.load_cert_chain(certificate, key)
    return ssl.create_default_context(cafile=str(certificate)), theirs
