"""The one refusal of this package: a place we cannot read, said in one clear sentence."""

from ouverture.text import Text


class PlaceError(ValueError):
    """A postcode, commune, country or desk that cannot be understood.

    ``text`` is the sentence for the person (French and English). ``choices`` lists what the words
    could have meant, when there are several: each is a name one can type back.
    """

    def __init__(self, text: Text, choices: tuple[Text, ...] = ()) -> None:
        super().__init__(text.en)
        self.text = text
        self.choices = choices
