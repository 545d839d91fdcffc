"""Within one look the same question on the same file is answered once; nothing of it is kept afterwards."""

from datetime import date

from ouverture.dossier.file import File
from ouverture.dossier.one_look import in_one_look, once_a_look
from tests.dossier.acting import opened

DAY = date(2026, 1, 5)
asked: list[tuple[File, date]] = []


@once_a_look
def answered(file: File, day: date) -> int:
    asked.append((file, day))
    return len(asked)


def test_the_same_question_is_answered_once_in_a_look_and_again_in_the_next() -> None:
    file, before = opened(), len(asked)

    @in_one_look
    def looked() -> int:
        return answered(file, DAY)

    @in_one_look
    def looked_inside_another() -> bool:
        return answered(file, DAY) == answered(file, DAY) == looked()

    assert looked_inside_another()
    assert len(asked) == before + 1
    looked()
    assert len(asked) == before + 2
    answered(file, DAY)
    assert len(asked) == before + 3


@in_one_look
def test_another_day_or_file_is_another_question_however_it_is_given() -> None:
    file = opened()
    first = answered(file, day=DAY)
    assert answered(file, day=date(2026, 1, 6)) != first
    assert answered(opened(), DAY) != first
