"""What templates may call where they show the law: addresses of articles, marked quotes, certainty in words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import conditional_escape, escape, format_html
from django.utils.safestring import SafeString, mark_safe

from ouverture.evidence.citation import Citation
from ouverture.law.texts import held
from ouverture.law.warnings.notice import Cited
from ouverture.rules.rulebook import Certainty, Rule, Source
from ouverture.site.law.shelf import Entry, shelf, slug_of
from ouverture.site.page.sentences import sentence
from ouverture.site.page.words import say, words
from ouverture.text import Language

register = template.Library()


@register.simple_tag(takes_context=True)
def certainty(context: Context, mark: Certainty) -> SafeString:
    """How sure a reading is, in words."""
    return say(context, f"certainty.{mark}")


@register.filter
def language_of_text(source: Source) -> Language:
    """The language of a text: articles are in French, the summaries of our sources in English."""
    return "fr" if source.official else "en"


@register.filter
def rules_on(source: Source, entry: Entry) -> tuple[Rule, ...]:
    """The rules of an article that quote this version."""
    return entry.rules_of(source)


@register.simple_tag(takes_context=True)
def law_link(context: Context, citation: str) -> SafeString:
    """``{% law_link "CSS D160-2" %}``: the name of an article, as a link when it has a page of its own."""
    return _link(citation, context["language"])


@register.simple_tag(takes_context=True)
def law_links(context: Context, texts: Iterable[str | Citation | Cited]) -> SafeString:
    """``{% law_links step.text.articles %}``: the names of several texts as links, with their paragraphs."""
    language: Language = context["language"]
    return mark_safe(", ".join(_with_paragraph(text, language) for text in texts))


@register.simple_tag(takes_context=True)
def law_and_certainty(context: Context, texts: Iterable[str | Citation | Cited], mark: Certainty) -> SafeString:
    """``{% law_and_certainty listed.articles listed.certainty %}``: the texts as links, and how sure the reading is."""
    links, sure = law_links(context, texts), certainty(context, mark)
    return mark_safe(f"{links} · {sure}") if links else sure


@register.simple_tag(takes_context=True)
def whole_article(context: Context, rule: Rule) -> SafeString:
    """``{% whole_article reason.rule %}``: the way to the rule on the page of its article; "" without such a page."""
    return _whole_article(rule.source.citation, rule.name, context["language"])


@lru_cache(maxsize=2048)
def _whole_article(citation: str, rule: str, language: Language) -> SafeString:
    address, says = _address(citation, language), words(sentence("part.whole_article"), language)
    whole = '<a href="{}#{}">{}<span class="unseen"> {}</span></a>'
    return format_html(whole, address, rule, says, citation) if address else SafeString("")


def _with_paragraph(text: str | Citation | Cited, language: Language) -> str:
    if isinstance(text, str):
        return _link(text, language)
    link = _link(text.source.citation, language)
    return f"{link} {escape(text.paragraph)}" if text.paragraph else link


@lru_cache(maxsize=2048)
def _link(citation: str, language: Language) -> SafeString:
    address = _address(citation, language)
    return format_html('<a href="{}">{}</a>', address, citation) if address else conditional_escape(citation)


@register.simple_tag(takes_context=True)
def law_page(context: Context, citation: str) -> str:
    """The address of the page of an article, empty when it has none."""
    return _address(citation, context["language"])


@lru_cache(maxsize=2048)
def _address(citation: str, language: Language) -> str:
    slug = slug_of(citation)
    return reverse("article", args=[language, slug]) if slug in shelf() else ""


@register.filter
def text_marking(source: Source, rule: Rule) -> SafeString:
    """The text of a version, the words of one rule highlighted."""
    return marking(held()[source.version].text, (rule,))


@register.filter
def marking(text: str, rules: Iterable[Rule]) -> SafeString:
    """The text as paragraphs of HTML, the words that the rules quote highlighted where they stand."""
    pieces = [
        f"<mark>{escape(text[start:end])}</mark>" if quoted else escape(text[start:end])
        for start, end, quoted in _pieces(text, [rule.quote for rule in rules])
    ]
    return mark_safe("".join(pieces))


def _pieces(text: str, quotes: list[str]) -> Iterator[tuple[int, int, bool]]:
    """The text cut where a quote begins or ends; quotes that overlap make one."""
    last = 0
    for start, end in _merged(sorted((text.find(q), text.find(q) + len(q)) for q in quotes if q in text)):
        yield last, start, False
        yield start, end, True
        last = end
    yield last, len(text), False


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
