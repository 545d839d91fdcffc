"""What templates of an answer may call to say a reason: the answers it read, and that it holds or does not.

Drawn here and not in templates, because the page behind an answer says some fifty of them.
"""

from collections.abc import Iterable

from django import template
from django.template.context import Context
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from ouverture.law.facts import FACTS
from ouverture.rules.facts import Value
from ouverture.services.answer.because import Because
from ouverture.site.law.law_words import law_link
from ouverture.site.page.addresses import page_address
from ouverture.site.page.words import answer_in_words, say, words

register = template.Library()


@register.simple_tag(takes_context=True)
def answers_read(context: Context, facts: Iterable[tuple[str, Value]], printable: object = None) -> SafeString:
    """``{% answers_read reason.facts printable %}``: each answer, with the way to change it except on paper."""
    return mark_safe(" · ".join(_read(context, name, value, bool(printable)) for name, value in facts))


def _read(context: Context, name: str, value: Value, on_paper: bool) -> str:
    fact = FACTS[name]
    answered = conditional_escape(answer_in_words(context, fact, value))
    if on_paper:
        return answered
    language = context["language"]
    change, label = say(context, "answers.change"), words(fact.label, language)
    address = page_address("question", language, name)
    return f'{answered} <a href="{address}">{change}<span class="unseen"> {label}</span></a>'


@register.simple_tag(takes_context=True)
def so_or_not(context: Context, reasons: Iterable[Because]) -> SafeString:
    """``{% so_or_not door.reasons %}``: of each rule whether it holds, what it says, its article; a paragraph each."""
    return mark_safe("".join(_so_or_not(context, reason) for reason in reasons))


def _so_or_not(context: Context, reason: Because) -> str:
    holds = say(context, "verdict.so") if reason.holds else say(context, "verdict.not_so")
    says, link = words(reason.says, context["language"]), law_link(context, reason.rule.source.citation)
    return f'<p><strong>{holds}</strong> {says} <span class="least">{link}</span></p>'
