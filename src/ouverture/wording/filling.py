"""What fills the blanks of the sentences of the data files, and how sentences are joined, in both languages at once."""

from collections.abc import Iterable, Mapping

from ouverture.text import Text

Filling = Mapping[str, str | Text]


def joined(texts: Iterable[Text], between: str) -> Text:
    """The texts one after the other, with ``between`` between them."""
    said = tuple(texts)
    return Text(between.join(text.fr for text in said), between.join(text.en for text in said))
