"""What is wrong with an answer, in the words of the page: questions are named as people read them, not as files do."""

import re

from ouverture.law.answers import AnswerError
from ouverture.law.facts import FACTS
from ouverture.text import Language, Text

_NAME = re.compile(r"\b(" + "|".join(sorted(FACTS, key=len, reverse=True)) + r")\b")
_CODE = re.compile(r"« (\w+) »|\"(\w+)\"")


def spoken(problem: AnswerError) -> Text:
    """The sentence of ``problem`` for a page, where the field stands beside it and need not be named."""
    return Text(_spoken(problem, "fr"), _spoken(problem, "en"))


def _spoken(problem: AnswerError, language: Language) -> str:
    sentence = problem.text.to(language)
    for lead in (f"{problem.field} : ", f"{problem.field}: "):
        sentence = sentence.removeprefix(lead)
    with_labels = _NAME.sub(lambda found: _quoted(FACTS[found[0]].label, language), sentence)
    with_options = _CODE.sub(lambda found: _option(problem.field, found, language), with_labels)
    return with_options[:1].upper() + with_options[1:]


def _quoted(label: Text, language: Language) -> str:
    return f"« {label.fr} »" if language == "fr" else f'"{label.en}"'


def _option(field: str, found: re.Match[str], language: Language) -> str:
    options = FACTS[field].options if field in FACTS else {}
    code = found[1] or found[2]
    return _quoted(options[code], language) if code in options else found[0]
