"""What the person has been told, and since when: the arrival of an older letter says nothing of a newer event."""

from __future__ import annotations

from datetime import date

from ouverture.dossier.attachment.decisions import AskToChangeCaisse, TakeOver
from ouverture.dossier.file import File
from ouverture.dossier.messages.decisions import ConfirmDelivery
from tests.dossier.acting import after, opened

FIRST, SECOND, THIRD = date(2026, 3, 25), date(2026, 3, 28), date(2026, 3, 30)


def moved(file: File, to: str, day: date) -> File:
    return after(after(file, AskToChangeCaisse(to), day), TakeOver(to), day)


def arrived(file: File, message: int, day: date) -> File:
    return after(file, ConfirmDelivery(message), day)


def told_of_move(file: File) -> list[int]:
    """The messages on their way that tell of a change of caisse, the oldest first."""
    return [one.message for one in file.messages.on_their_way if "taken_over" in one.about]


def test_the_news_counts_from_the_day_it_arrives() -> None:
    file = moved(opened(), "671", FIRST)
    assert file.messages.reached_on("taken_over") is None
    file = arrived(file, told_of_move(file)[0], SECOND)
    assert file.messages.reached_on("taken_over") == SECOND


def test_an_older_letter_is_not_the_news_of_a_second_change() -> None:
    file = moved(moved(opened(), "671", FIRST), "751", SECOND)
    older, newer = told_of_move(file)
    file = arrived(file, older, SECOND)
    assert file.messages.reached_on("taken_over") is None
    assert not file.attachment.told_of_caisse
    file = arrived(file, newer, THIRD)
    assert file.messages.reached_on("taken_over") == THIRD
    assert file.attachment.told_of_caisse


def test_a_second_change_on_the_day_the_first_was_told_is_still_to_be_told() -> None:
    file = moved(opened(), "671", FIRST)
    file = moved(arrived(file, told_of_move(file)[0], SECOND), "751", SECOND)
    assert file.messages.reached_on("taken_over") is None
    assert not file.attachment.told_of_caisse


def test_an_older_letter_that_comes_last_does_not_move_the_day() -> None:
    file = moved(moved(opened(), "671", FIRST), "751", SECOND)
    older, newer = told_of_move(file)
    file = arrived(arrived(file, newer, SECOND), older, THIRD)
    assert file.messages.reached_on("taken_over") == SECOND
