from ouverture.numbers.swaps import swapped_back


def test_every_swap_of_two_different_neighbours_is_tried() -> None:
    assert swapped_back("1223", lambda _: True) == ["2123", "1232"]
    assert swapped_back("1234", lambda number: number == "1324") == ["1324"]
    assert swapped_back("", lambda _: True) == []
