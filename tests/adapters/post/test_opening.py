"""Which way a message leaves, by the settings; and what is said when a setting cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from ouverture.adapters.post.mail import MailServer
from ouverture.adapters.post.opening import NoPost, mail_server, open_post
from ouverture.adapters.worker.sending import Bounced
from tests.adapters.post.mail_server import MailHouse, mail_house

CONTENT = {"to": "ana@example.org", "fr": "Bonjour.", "en": "Hello."}
NAMED = {"OUVERTURE_SMTP_HOST": "mail.example.org", "OUVERTURE_SMTP_FROM": "caisse@example.org"}


def settings(house: MailHouse) -> dict[str, str]:
    here = {"OUVERTURE_SMTP_HOST": "127.0.0.1", "OUVERTURE_SMTP_PORT": str(house.port)}
    return {**NAMED, **here, "OUVERTURE_SMTP_ENCRYPTION": "none"}


def letters(folder: Path) -> list[str]:
    return [path.name for path in sorted((folder / "to_send").glob("*"))]


def test_a_letter_is_put_in_its_folder_and_has_not_arrived(tmp_path: Path) -> None:
    assert open_post(tmp_path, {}).send("ana/1", "letter", CONTENT) is None
    assert letters(tmp_path) == ["ana%2F1.txt"]


@pytest.mark.parametrize("channel", ["account", "agent", "page"])
def test_what_waits_in_the_house_leaves_nothing_in_the_folder(tmp_path: Path, channel: str) -> None:
    assert open_post(tmp_path, {}).send("ana/1", channel, CONTENT) is None
    assert letters(tmp_path) == []


@pytest.mark.parametrize("channel", ["email", "sms", "pigeon"])
def test_a_way_that_leads_nowhere_from_here_is_no_way(tmp_path: Path, channel: str) -> None:
    assert isinstance(open_post(tmp_path, {}).send("ana/1", channel, CONTENT), Bounced)
    assert letters(tmp_path) == []


def test_with_a_mail_server_e_mail_leaves_by_it_once_and_the_letters_by_the_folder(tmp_path: Path) -> None:
    with mail_house() as house:
        post = open_post(tmp_path, settings(house))
        for _ in range(2):
            assert post.send("ana/1", "email", CONTENT) is None
        post.send("ana/2", "letter", CONTENT)
        assert len(house.took) == 1
    assert letters(tmp_path) == ["ana%2F2.txt"]


def test_an_e_mail_without_an_address_is_no_e_mail(tmp_path: Path) -> None:
    with mail_house() as house:
        answer = open_post(tmp_path, settings(house)).send("ana/1", "email", {"fr": "Bonjour.", "en": "Hello."})
        assert answer == Bounced("no e-mail address is known")
        assert house.heard == []
    assert letters(tmp_path) == []


def test_an_e_mail_that_bounced_is_not_remembered_as_sent(tmp_path: Path) -> None:
    with mail_house() as house:
        house.answers["RCPT"] = "550 unknown"
        post = open_post(tmp_path, settings(house))
        assert post.send("ana/1", "email", CONTENT) == Bounced("550 unknown")
        del house.answers["RCPT"]
        assert post.send("ana/1", "email", CONTENT) is None
        assert len(house.took) == 1


def test_a_server_is_talked_to_on_the_usual_port_and_encrypted_unless_said_otherwise() -> None:
    assert mail_server(NAMED) == MailServer("mail.example.org", 587, "caisse@example.org")


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"OUVERTURE_SMTP_FROM": "caisse"}, "OUVERTURE_SMTP_FROM"),
        ({"OUVERTURE_SMTP_PORT": "0"}, "OUVERTURE_SMTP_PORT"),
        ({"OUVERTURE_SMTP_PORT": "25a"}, "OUVERTURE_SMTP_PORT"),
        ({"OUVERTURE_SMTP_ENCRYPTION": "none"}, "on this machine"),
        ({"OUVERTURE_SMTP_ENCRYPTION": "tls"}, "starttls"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_with_what_would_do(wrong: dict[str, str], named: str) -> None:
    with pytest.raises(NoPost, match=named):
        mail_server({**NAMED, **wrong})
