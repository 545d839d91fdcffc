"""Two neighbouring characters typed in the wrong order: the slip every control digit here is meant to catch."""

from collections.abc import Callable


def swapped_back(number: str, is_right: Callable[[str], bool]) -> list[str]:
    """Every number one swap of neighbours away from ``number`` that passes ``is_right``."""
    tries = (
        number[:i] + number[i + 1] + number[i] + number[i + 2 :]
        for i in range(len(number) - 1)
        if number[i] != number[i + 1]
    )
    return [tried for tried in tries if is_right(tried)]
