"""A sentence of the data files with its blanks filled, in both languages at once."""

from collections.abc import Iterable, Mapping

from ouverture.text import Text

Filling = Mapping[str, str | Text]


def filled(template: Text, filling: Filling) -> Text:
    """``template`` with each {word} filled; raises KeyError when a filling is missing."""
    french = {word: value.fr if isinstance(value, Text) else value for word, value in filling.items()}
    english = {word: value.en if isinstance(value, Text) else value for word, value in filling.items()}
    return Text(template.fr.format(**french), template.en.format(**english))


def joined(texts: Iterable[Text], between: str) -> Text:
    """The texts one after the other, with ``between`` between them."""
    said = tuple(texts)
    return Text(between.join(text.fr for text in said), between.join(text.en for text in said))
