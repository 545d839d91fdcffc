import pytest

from ouverture.numbers.birth_month import birth_month


@pytest.mark.parametrize(
    ("codes", "standing"),
    [
        (range(1, 13), "calendar"),
        ([0, *range(13, 20)], "refused"),
        ([*range(20, 43), *range(50, 100)], "unknown"),
        (range(43, 50), "disputed"),
    ],
)
def test_each_of_the_hundred_codes_has_a_standing(codes: list[int], standing: str) -> None:
    for code in codes:
        assert birth_month(f"{code:02d}").standing == standing


def test_only_a_calendar_month_gives_a_month() -> None:
    assert [birth_month(f"{code:02d}").month for code in (0, 3, 12, 13, 33, 99)] == [None, 3, 12, None, None, None]


def test_a_disputed_code_is_accepted_and_both_rules_are_told() -> None:
    disputed = birth_month("43")
    assert disputed.problems == ()
    assert "two public platforms refuse it" in disputed.notes[0].says.en
