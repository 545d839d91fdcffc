"""An answer as words, wherever it is shown."""

from datetime import date

from ouverture.clock.day_words import plain_day
from ouverture.rules.facts import YES_NO, Fact, Value
from ouverture.text import Text


def value_in_words(fact: Fact, value: Value) -> Text:
    """An answer as the person would read it: a choice by its label, a day as a day, a number as it is."""
    if fact.kind == "yes_no":
        return YES_NO["yes" if value else "no"]
    if fact.kind == "date":
        return plain_day(date.fromordinal(int(value)))
    return fact.options.get(str(value), Text(str(value), str(value)))
