"""Fifth reading: a condition as words, for the page that shows it beside its article."""

from __future__ import annotations

from datetime import date

from ouverture.clock.day_words import plain_day
from ouverture.rules.conditions import Among, AtLeast, Condition, Either, Every, Holds, Not
from ouverture.rules.cuts import Ago, Cut, Fixed, MonthsEnd
from ouverture.rules.facts import YES_NO, Fact, Value
from ouverture.rules.rulebook import Law
from ouverture.text import Language, Text

_ALL = Text("toutes ces conditions", "all of these")
_ANY = Text("l'une de ces conditions", "one of these")
_NOT = Text("il est faux que", "it is not true that")
_LONG = 8


def sentence(condition: Condition, law: Law, language: Language) -> str:
    """What a condition says; a named rule stands as its own plain sentence."""
    match condition:
        case Holds(name):
            return law.rules[name].says.to(language)
        case Among(fact, values):
            return f"{fact.label.to(language)} : {_values(fact, values, language)}"
        case AtLeast(fact, cut):
            return f"{fact.label.to(language)} : {_cut(cut, fact).to(language)}"
        case Not(part):
            return f"{_NOT.to(language)} {sentence(part, law, language)}"
        case Every(parts) | Either(parts):
            word = (_ALL if isinstance(condition, Every) else _ANY).to(language)
            return f"{word} ({'; '.join(sentence(part, law, language) for part in parts)})"
    raise TypeError(f"not a condition: {condition!r}")


def value_in_words(fact: Fact, value: Value) -> Text:
    """An answer as the person would read it, wherever it is shown."""
    if fact.kind == "yes_no":
        return YES_NO["yes" if value else "no"]
    if fact.kind == "date":
        return plain_day(date.fromordinal(int(value)))
    return fact.options.get(str(value), Text(str(value), str(value)))


def _values(fact: Fact, values: frozenset[str | bool], language: Language) -> str:
    shown = [value_in_words(fact, value).to(language) for value in fact.values() if value in values]
    rest = f" … ({len(shown)})" if len(shown) > _LONG else ""
    return " / ".join(shown[:_LONG]) + rest


def _cut(cut: Cut, fact: Fact) -> Text:
    match cut:
        case Fixed(at) if fact.kind == "date":
            day = date.fromordinal(at).isoformat()
            return Text(f"le {day} ou après", f"{day} or later")
        case Fixed(at):
            return Text(f"{at} ou plus", f"{at} or more")
        case Ago(months, complete):
            fr, en = ("moins de", "less than") if complete else ("au plus", "at most")
            return Text(f"il y a {fr} {months} mois", f"{en} {months} months ago")
        case MonthsEnd(months, days):
            more = days - 1
            fr, en = (f" et {more} jours", f" and {more} days") if more else ("", "")
            return Text(
                f"avant la fin du {months}e mois qui suit{fr}", f"before the end of month {months} that follows{en}"
            )
    return Text("aujourd'hui ou plus tard", "today or later")
