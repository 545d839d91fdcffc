"""What templates may call everywhere: sentences of the interface, texts of the law, days and answers in words."""

import re
from datetime import date
from functools import cache

from django import template
from django.template.context import Context
from django.urls import reverse

from ouverture.law.facts import FACTS
from ouverture.places.days_in_words import in_words
from ouverture.rules.facts import Fact, Value
from ouverture.rules.sentence import value_in_words
from ouverture.site.page.sentences import say as say_in
from ouverture.site.page.sentences import sentence
from ouverture.text import Language, Text

register = template.Library()

_BEFORE_SIGN = re.compile(r" ([:;?!»%])")


def typeset(words: str, language: Language) -> str:
    """French words with the spaces that must not break: before : ; ? » and after «."""
    return _BEFORE_SIGN.sub("\u00a0\\1", words).replace("« ", "«\u00a0") if language == "fr" else words


@register.simple_tag(takes_context=True)
def say(context: Context, name: str, **blanks: object) -> str:
    """``{% say "part.at_most" most=13 %}``: an interface sentence in the language of the page."""
    language: Language = context["language"]
    return typeset(say_in(name, language, **blanks), language)


@register.simple_tag(takes_context=True)
def to(context: Context, view: str, *parts: object) -> str:
    """``{% to "question" fact.name %}``: the address of a page in the language of this one."""
    language: Language = context["language"]
    return reverse(view, args=[language, *parts]) if parts else _address(view, language)


@cache
def _address(view: str, language: Language) -> str:
    """The address of a page that is the same for everybody: a page has a dozen of them."""
    return reverse(view, args=[language])


@register.filter
def sentence_named(name: str) -> Text | None:
    """``{{ "desks.start_label"|sentence_named }}``: a sentence as a part takes it; None for no name."""
    return sentence(name) if name else None


@register.filter
def words(text: Text, language: Language) -> str:
    """``{{ fact.question|words:language }}``: a text of the law in the language of the page."""
    return typeset(text.to(language), language)


@register.filter
def in_full(day: date, language: Language) -> str:
    """``{{ day|in_full:language }}``: "1er mars 2026", "1 March 2026"."""
    return in_words(day).to(language).replace(" ", "\u00a0")


@register.filter
def fact(name: str) -> Fact:
    """The fact of that name."""
    return FACTS[name]


@register.simple_tag(takes_context=True)
def answer_in_words(context: Context, fact: Fact, value: Value | None) -> str:
    """An answer as the person would say it; "I don't know" for None."""
    language: Language = context["language"]
    if value is None:
        return say_in("answer.not_known", language)
    if fact.kind == "date":
        return in_full(date.fromordinal(int(value)), language)
    return typeset(value_in_words(fact, value, language), language)


@register.filter
def euros(cents: int, language: Language) -> str:
    """``{{ 175500|euros:language }}``: "1 755,00 €", "€1,755.00"."""
    figures = f"{cents // 100:,}.{cents % 100:02d}"
    french = figures.replace(",", "\u00a0").replace(".", ",")
    return f"{french}\u00a0€" if language == "fr" else f"€{figures}"


@register.simple_tag(takes_context=True)
def said_in(context: Context, text: Text) -> str:
    """``{% said_in text as name %}``: a text in the language of the page, to stand inside a sentence."""
    return text.to(context["language"])


@register.simple_tag(takes_context=True)
def named(context: Context, *names: str) -> str:
    """``{% named "demand" demand.kind %}``: the sentence of a family, its name put together of these parts."""
    return say(context, ".".join(names))
