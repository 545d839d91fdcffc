"""What the clock answers when a question cannot be counted: one sentence, in French and in English."""

from ouverture.text import Text


class DeadlineError(ValueError):
    """A question the clock cannot answer; ``text`` says what is wrong and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class HolidayPlaceError(DeadlineError):
    """A place whose holidays we do not know."""
