"""What templates of the interview may call: the options of a long list, a verdict in words."""

import tomllib
from collections.abc import Container, Iterable
from functools import cache, lru_cache
from importlib.resources import files

from django import template
from django.template.context import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from ouverture.law.bodies import VERDICTS
from ouverture.rules.facts import Fact
from ouverture.rules.rulebook import Verdict
from ouverture.site.page.page_words import document_picture
from ouverture.site.page.words import words
from ouverture.site.visitor.fields import Field
from ouverture.text import Language, Text

register = template.Library()


@register.filter
def options_in(field: Field, language: Language) -> SafeString:
    """The options of a long list, in the order of the alphabet of the page's language, the chosen one marked."""
    drawn, chosen = _options(field.fact, language), field.chosen
    if chosen not in field.options:
        return drawn
    return mark_safe(drawn.replace(f'value="{chosen}"', f'value="{chosen}" selected', 1))


@lru_cache(maxsize=32)
def _options(fact: Fact, language: Language) -> SafeString:
    return format_html_join("\n", '<option value="{}">{}</option>', Field(fact).sorted_options(language))


@register.simple_tag(takes_context=True)
def choices_in(
    context: Context, field: Field, options: Iterable[tuple[str, Text]], openers: Container[str]
) -> SafeString:
    """The answers to choose from, drawn here because a question may have twenty: ``openers`` bring up a detail."""
    language, name, chosen = context["language"], field.fact.name, field.chosen
    drawn = (_choice(name, value, label, language, value == chosen, value in openers) for value, label in options)
    return mark_safe("\n".join(drawn))


@lru_cache(maxsize=4096)
def _choice(name: str, value: str, label: Text, language: Language, is_chosen: bool, opens: bool) -> SafeString:
    """One answer to choose; remembered, as the answers of a question are the same for everybody."""
    marks = mark_safe(" checked" * is_chosen + ' class="opens"' * opens)
    of = f"{name}-{value}"
    return format_html(_CHOICE, name, of, value, marks, of, _picture(name, value, language), words(label, language))


def _picture(question: str, value: str, language: Language) -> SafeString:
    """The document that an answer names, drawn; nothing where there is no picture of it."""
    name = _documents_drawn().get(value) if question == "stay_document" else None
    return document_picture(name, language) if name else mark_safe("")


@cache
def _documents_drawn() -> dict[str, str]:
    return tomllib.loads(files(__package__).joinpath("data", "documents_drawn.toml").read_text(encoding="utf-8"))


_CHOICE = '<li><input type="radio" name="{}" id="{}" value="{}"{}><label for="{}">{}{}</label></li>'


@register.filter
def verdict_words(verdict: Verdict, language: Language) -> str:
    """A verdict as it heads an answer."""
    return words(VERDICTS[verdict], language)
