"""Every combination of the facts of the two doors: nobody unanswered, nobody answered in two ways."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from tests.campaign.report import Trial
from tests.rules.combinations import of_the_whole_law, with_unknown_facts


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is tried; ``share`` of 1 is every combination."""
    yield [
        Trial("the facts of the two doors under the whole law", 1, partial(of_the_whole_law, seed, share)),
        Trial("the same doors alone, every fact also unknown", 1, partial(with_unknown_facts, seed, share)),
    ]
