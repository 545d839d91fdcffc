"""What templates of the interview may call: the options of a long list, a verdict in words."""

from django import template

from ouverture.law.bodies import VERDICTS
from ouverture.rules.rulebook import Verdict
from ouverture.site.page.words import words
from ouverture.site.visitor.fields import Field
from ouverture.text import Language

register = template.Library()


@register.filter
def options_in(field: Field, language: Language) -> list[tuple[str, str]]:
    """The options of a long list, in the order of the alphabet of the page's language."""
    return field.sorted_options(language)


@register.filter
def verdict_words(verdict: Verdict, language: Language) -> str:
    """A verdict as it heads an answer."""
    return words(VERDICTS[verdict], language)
