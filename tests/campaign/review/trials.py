"""Each line of the review, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.campaign.report import Trial
from tests.campaign.review import of_the_command, of_the_record, of_the_site
from tests.campaign.review.place import Place

LINES = of_the_record.LINES | of_the_site.LINES | of_the_command.LINES


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """Every line, whatever the share: there is no chance in them."""
    yield [_line(name, reproduce) for name, reproduce in LINES.items()]


def _line(name: str, reproduce: Callable[[Place], str]) -> Trial:
    def run() -> str:
        with TemporaryDirectory(prefix="ouverture-review-") as folder:
            return reproduce(Place(Path(folder)))

    return Trial(name, 1, run)
