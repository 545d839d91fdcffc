"""How far the interview is, honestly: what is answered, where it could end, and where it ends at the latest."""

from dataclasses import dataclass
from datetime import date

from ouverture.services.answer.interview import Given, questions_range, screens_answered


@dataclass(frozen=True)
class Progress:
    """Counts of screens: answered, in all at least, in all at most."""

    done: int
    least: int
    most: int

    @property
    def at(self) -> float:
        """Where the answered part ends, in percent of the most."""
        return round(100 * self.done / self.most, 1)

    @property
    def at_least(self) -> float:
        """Where it could end, in percent of the most."""
        return round(100 * self.least / self.most, 1)


def progress(given: Given, on: date) -> Progress:
    """The range for these answers; the screen shown counts as still to come."""
    done = screens_answered(given)
    least, most = questions_range(given, on)
    fewest = done + max(least, 1)
    return Progress(done, fewest, max(done + most, fewest))
