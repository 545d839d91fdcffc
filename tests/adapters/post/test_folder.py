"""The folder of letters: one file a message, whole or not there, and nothing again once it is done."""

from __future__ import annotations

import os
from itertools import cycle
from pathlib import Path
from threading import Thread

import pytest

from ouverture.adapters.post.folder import HALF, LetterFolder, file_name
from ouverture.adapters.worker.sending import Undelivered
from tests.adapters.faulty_files import REFUSALS, Fault, letters_put

CONTENT = {"fr": "Bonjour.", "en": "Hello."}


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_letter_is_one_file_with_its_channel_and_its_words(tmp_path: Path) -> None:
    LetterFolder(tmp_path / "post").send("ana/1", "letter", CONTENT)
    assert files(tmp_path) == ["post/to_send/ana%2F1.txt"]
    written = (tmp_path / "post" / "to_send" / "ana%2F1.txt").read_text(encoding="utf-8")
    assert written == "[letter]\n\nBonjour.\n\n---\n\nHello.\n"


def test_the_same_identity_twice_gives_one_file_which_stays_as_it_is(tmp_path: Path) -> None:
    post = LetterFolder(tmp_path)
    post.send("ana/1", "letter", CONTENT)
    post.send("ana/1", "letter", {"fr": "Autre.", "en": "Other."})
    assert files(tmp_path) == ["to_send/ana%2F1.txt"]
    assert "Bonjour." in (tmp_path / "to_send" / "ana%2F1.txt").read_text(encoding="utf-8")


def test_a_letter_that_was_posted_is_not_written_again(tmp_path: Path) -> None:
    post = LetterFolder(tmp_path)
    post.send("ana/1", "letter", CONTENT)
    (tmp_path / "done").mkdir()
    (tmp_path / "to_send" / "ana%2F1.txt").rename(tmp_path / "done" / "ana%2F1.txt")
    post.send("ana/1", "letter", CONTENT)
    assert files(tmp_path) == ["done/ana%2F1.txt"]


@pytest.mark.parametrize("identity", ["../../up", "a/b", "a\\b", "é:*?", "..", "a\nb"])
def test_no_identity_leads_out_of_the_folder(tmp_path: Path, identity: str) -> None:
    LetterFolder(tmp_path / "post").send(identity, "letter", CONTENT)
    assert files(tmp_path) == [f"post/to_send/{file_name(identity)}"]


def test_a_message_without_words_is_written_as_its_values(tmp_path: Path) -> None:
    LetterFolder(tmp_path).send("ana/1", "sms", {"about": ["deposited"], "message": 3})
    assert (tmp_path / "to_send" / "ana%2F1.txt").read_text() == '[sms]\n\nabout: ["deposited"]\nmessage: 3\n'


def test_a_stop_in_the_middle_leaves_no_half_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", cut)
        with pytest.raises(KeyboardInterrupt):
            LetterFolder(tmp_path).send("ana/1", "letter", CONTENT)
    assert files(tmp_path) == []
    LetterFolder(tmp_path).send("ana/1", "letter", CONTENT)
    assert files(tmp_path) == ["to_send/ana%2F1.txt"]


def test_a_folder_that_cannot_be_written_is_tried_again(tmp_path: Path) -> None:
    (tmp_path / "post").write_text("a file stands where the folder should be")
    with pytest.raises(Undelivered, match="the letter folder cannot be written"):
        LetterFolder(tmp_path / "post").send("ana/1", "letter", CONTENT)


def test_two_workers_with_the_same_message_give_one_whole_file(tmp_path: Path) -> None:
    content = {"fr": "mot " * 20000, "en": "word " * 20000}
    senders = [Thread(target=LetterFolder(tmp_path).send, args=("ana/1", "letter", content)) for _ in range(8)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    assert files(tmp_path) == ["to_send/ana%2F1.txt"]
    assert os.stat(tmp_path / "to_send" / "ana%2F1.txt").st_size > 180_000


def test_every_letter_of_an_erased_file_and_no_other_is_taken_out(tmp_path: Path) -> None:
    folder = LetterFolder(tmp_path)
    for identity in ("ana/1", "ana/2", "anatole/1"):
        folder.send(identity, "letter", {"fr": "Bonjour.", "en": "Hello."})
    folder.mark_done("ana/2", "posted")
    assert folder.purge("ana") == 3
    assert [path.name for path in tmp_path.glob("*/*")] == ["anatole%2F1.txt"]


def test_whichever_call_of_its_files_a_disk_refuses_no_letter_is_lost_and_none_is_left_by_halves(
    tmp_path: Path,
) -> None:
    calls = letters_put(tmp_path / "whole", Fault(-1, 0, for_good=False)).calls
    found = [
        letters_put(tmp_path / str(at), Fault(at, error, for_good=at % 2 == 0))
        for at, error in zip(range(calls), cycle(REFUSALS.values()), strict=False)
    ]
    assert any(one.acknowledged for one in found)
    assert any(one.failed for one in found)


def test_half_a_letter_that_a_disk_left_goes_with_the_file_that_is_erased(tmp_path: Path) -> None:
    post = LetterFolder(tmp_path)
    post.send("ana/1", "letter", CONTENT)
    half = tmp_path / "to_send" / f"{HALF}{file_name('ana/2')}.x1"
    half.write_text("Chère Ana", "utf-8")
    assert post.purge("ana") == 2
    assert files(tmp_path) == []
