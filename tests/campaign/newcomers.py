"""The newcomers of the tour, each in both languages, at both widths, in both colours, with axe on the answer."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from tempfile import TemporaryDirectory

from tests.campaign.report import Trial

Walk = Callable[[], int]
"""One way of coming, named in what it raises; how many questions it took."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """One row a newcomer; ``share`` of 1 is all eight looks of each. Nothing here is left to chance.

    The site is imported here, where its home is known: the settings are read once, and no other part needs a site.
    """
    logging.disable(logging.INFO)
    with TemporaryDirectory(prefix="ouverture-campaign-") as home:
        os.environ["OUVERTURE_HOME"] = home
        from tests.journeys.newcomer_walk import LOOKS, PANELS, named_walk
        from tests.journeys.serving import chromium_opened, served

        looks = LOOKS[: max(1, round(len(LOOKS) * share))]
        with served() as site, chromium_opened() as chromium:
            walks: dict[str, list[Walk]] = {
                who: [partial(named_walk, chromium, site, who, look) for look in looks] for who in PANELS
            }
            yield [Trial(f"newcomer: {who}", len(looks), partial(_walked, walks[who])) for who in PANELS]


def _walked(walks: list[Walk]) -> str:
    counts = {walk() for walk in walks}
    assert len(counts) == 1, f"not the same number of questions in every look: {sorted(counts)}"
    return f"{counts.pop()} questions; the answer holds what it must, and axe finds nothing"
