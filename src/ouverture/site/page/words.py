"""What templates may call everywhere: sentences of the interface, texts of the law, days and answers in words.

Sentences come escaped and marked as such: a page has some three hundred, and Django would look at each once more.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from html import escape

from django import template
from django.template.base import FilterExpression, Node, Parser, Token
from django.template.context import Context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString

from ouverture.clock.day_words import plain_day
from ouverture.law.facts import FACTS
from ouverture.rules.answer_in_words import value_in_words
from ouverture.rules.facts import Fact, Value
from ouverture.services.casework.refusing import Refusal, waits_for_nothing
from ouverture.site.page.addresses import page_address
from ouverture.site.page.clock import PARIS
from ouverture.site.page.sentences import pattern, sentence
from ouverture.site.page.sentences import say as say_in
from ouverture.text import Language, Text

register = template.Library()

_BEFORE_SIGN = re.compile(r" ([:;?!»%])")


_ONE_NAME = re.compile(r'\w+ "([\w.-]+)"')


def only_word(token: Token) -> str:
    """The name in quotes that is all a tag says; "" for a tag that says more, or anything else."""
    found = _ONE_NAME.fullmatch(token.contents)
    return found[1] if found else ""


def typeset(words: str, language: Language) -> str:
    """French words with the spaces that must not break: before : ; ? » and after «."""
    return _BEFORE_SIGN.sub("\u00a0\\1", words).replace("« ", "«\u00a0") if language == "fr" else words


@register.simple_tag(takes_context=True, name="say_filled")
def say(context: Context, name: str, **blanks: object) -> SafeString:
    """``{% say "part.at_most" most=13 %}``: an interface sentence in the language of the page."""
    language: Language = context["language"]
    if not blanks:
        return _sentence(name, language)
    written = {blank: conditional_escape(put) if isinstance(put, str) else put for blank, put in blanks.items()}
    return SafeString(typeset(_escaped(name, language, blanks.get("n") == 1).format(**written), language))


@register.tag("say")
def _said(parser: Parser, token: Token) -> Node:
    """One sentence by its name alone needs nothing of Django's reading of arguments, and a page has a hundred such."""
    name = only_word(token)
    node: Node = SentenceNode(name) if name else register.tags["say_filled"](parser, token)
    return node


class SentenceNode(Node):
    """A sentence without blanks, where it stands in a page."""

    def __init__(self, name: str) -> None:
        self.name = name

    def render(self, context: Context) -> SafeString:
        """The sentence in the language of the page."""
        return _sentence(self.name, context["language"])


@cache
def _sentence(name: str, language: Language) -> SafeString:
    """A sentence without blanks."""
    return SafeString(escape(typeset(say_in(name, language), language)))


@cache
def _escaped(name: str, language: Language, is_one: bool) -> str:
    """A sentence with its blanks open, for one or for several."""
    return escape(pattern(name, language, 1 if is_one else None))


@register.tag
def to(parser: Parser, token: Token) -> Node:
    """``{% to "question" fact.name %}``: the address of a page in the language of this one."""
    return AddressNode([parser.compile_filter(part) for part in token.split_contents()[1:]])


class AddressNode(Node):
    """The address of a page: its view, then what stands in the address."""

    def __init__(self, parts: list[FilterExpression]) -> None:
        self.parts = parts

    def render(self, context: Context) -> SafeString:
        """The address, ready to stand in an attribute."""
        view, *parts = [part.resolve(context) for part in self.parts]
        return SafeString(escape(page_address(view, context["language"], *parts)))


@register.filter
def sentence_named(name: str) -> Text | None:
    """``{{ "desks.start_label"|sentence_named }}``: a sentence as a part takes it; None for no name."""
    return sentence(name) if name else None


@register.filter
def words(text: Text, language: Language) -> SafeString:
    """``{{ fact.question|words:language }}``: a text of the law in the language of the page."""
    return SafeString(escape(typeset(text.to(language), language)))


@register.filter
def one_after_another(texts: Iterable[Text], language: Language) -> SafeString:
    """``{{ step.counting|one_after_another:language }}``: several sentences, as one paragraph."""
    return SafeString(" ".join(words(text, language) for text in texts))


@register.filter
def in_full(day: date, language: Language) -> str:
    """``{{ day|in_full:language }}``: "1er mars 2026", "1 March 2026"."""
    return plain_day(day).to(language).replace(" ", "\u00a0")


@register.filter
def why_not(refusal: Refusal, language: Language) -> SafeString:
    """``{{ refusal|why_not:language }}``: that it is not possible, and why; not twice where it says so itself."""
    lead = say_in("check.never_possible" if waits_for_nothing(refusal) else "check.not_possible", language)
    says_so = refusal.says.to(language).startswith(lead.rstrip("."))
    begins = "" if says_so else f"<strong>{escape(typeset(lead, language))}</strong> "
    return SafeString(begins + because(refusal, language))


@register.filter
def because(refusal: Refusal, language: Language) -> SafeString:
    """``{{ refusal|because:language }}``: why not, then its term, unless the sentence has said it."""
    said = refusal.by is None or plain_day(refusal.by).to(language) in refusal.says.to(language)
    if said or refusal.by is None:
        return words(refusal.says, language)
    day = say_in("check.by_day", language, day=in_full(refusal.by, language))
    return SafeString(f"{words(refusal.says, language)} {escape(typeset(day, language))}")


@register.filter
def at_the_minute(moment: datetime | str, language: Language) -> str:
    """``{{ look.at|at_the_minute:language }}``: day and hour in France, "1 March 2026, 09:13"; a moment may be ISO."""
    here = (datetime.fromisoformat(moment) if isinstance(moment, str) else moment).astimezone(PARIS)
    return f"{in_full(here.date(), language)}, {here:%H:%M}"


@register.filter
def fact(name: str) -> Fact:
    """The fact of that name."""
    return FACTS[name]


@register.simple_tag(takes_context=True)
def answer_in_words(context: Context, fact: Fact, value: Value | None) -> str:
    """An answer as the person would say it; "I don't know" for None."""
    language: Language = context["language"]
    if value is None:
        return _sentence("answer.not_known", language)
    said = value_in_words(fact, value)
    return said.to(language).replace(" ", "\u00a0") if fact.kind == "date" else typeset(said.to(language), language)


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
def named(context: Context, *names: str) -> SafeString:
    """``{% named "demand" demand.kind %}``: the sentence of a family, its name put together of these parts."""
    return say(context, ".".join(names))
