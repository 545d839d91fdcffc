"""The control key of a social security number: 97 minus the remainder of its 13 characters by 97."""

# Decided by position: replacing "2A" anywhere in the string would also hit a sex digit followed by a wrong letter.
_CORSICA = {"2A": "19", "2B": "18"}


def thirteen_as_integer(thirteen: str) -> int:
    """The 13 characters as an integer, with 2A read as 19 and 2B as 18 in positions 6-7."""
    department = thirteen[5:7]
    return int(thirteen if department.isdigit() else thirteen[:5] + _CORSICA[department] + thirteen[7:])


def key_of(thirteen: str) -> str:
    """The key of 13 characters, "01" to "97" (CNAM public validation rules; Insee note of 2004)."""
    return f"{97 - thirteen_as_integer(thirteen) % 97:02d}"


def masked(number: str) -> str:
    """The number as a log may show it: sex and year only."""
    return f"{number[:1]} {number[1:3]} ** ** *** *** **"
