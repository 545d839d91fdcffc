"""What the templates of the demonstration may call."""

from __future__ import annotations

from django import template
from django.template.context import Context

from ouverture.site.demo.town import town
from ouverture.site.page.words import in_full

register = template.Library()


@register.simple_tag(takes_context=True)
def day_of_demo(context: Context) -> str:
    """The town's day, in words."""
    return in_full(town().day, context["language"])


@register.filter
def pass_name(days: int) -> str:
    """The name of the sentence for a span of days."""
    return f"pass_{days}"
