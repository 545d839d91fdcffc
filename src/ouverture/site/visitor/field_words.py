"""What templates of the interview may call: the options of a long list."""

from django import template

from ouverture.site.visitor.fields import Field
from ouverture.text import Language

register = template.Library()


@register.filter
def options_in(field: Field, language: Language) -> list[tuple[str, str]]:
    """The options of a long list, in the order of the alphabet of the page's language."""
    return field.sorted_options(language)
