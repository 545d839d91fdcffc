"""A date as people read it: "19 février 2016", "19 February 2016"."""

from datetime import date

from ouverture.text import Text

_FRENCH = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
_ENGLISH = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(day: date) -> Text:
    """``day`` in French ("1er mars 2022") and in English ("1 March 2022")."""
    french_day = "1er" if day.day == 1 else str(day.day)
    return Text(
        fr=f"{french_day} {_FRENCH[day.month - 1]} {day.year}",
        en=f"{day.day} {_ENGLISH[day.month - 1]} {day.year}",
    )
