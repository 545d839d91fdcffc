"""The demonstration itself: every file, every role, what is offered done through its pages and what is not refused."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from random import Random

from tests.campaign.report import Trial

PEOPLE, TRIED = 400, 6
"""The people of the demonstration, and the acts that each role tries in each file."""
DAY = date(2026, 11, 23)


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """The robot in every file of the demonstration; ``share`` of 1 is all of its people."""
    people = max(14, round(PEOPLE * share))
    yield [
        Trial("files of the demonstration, every role at each, through the pages", people, partial(_town, people, seed))
    ]


def _town(people: int, seed: int) -> str:
    met = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="ouverture-town-") as home:
        os.environ |= {"DJANGO_SETTINGS_MODULE": "ouverture.site.settings", "OUVERTURE_HOME": home}
        # The site reads its settings when it is first imported: not before its home is known.
        import django

        django.setup()
        from django.test.utils import setup_test_environment

        from ouverture.adapters.accounts.database import make_ready
        from ouverture.site.demo.opening import demonstration_settings, open_demonstration
        from tests.site.demo.robot import files_of, pressed

        make_ready()
        setup_test_environment()
        town = open_demonstration(demonstration_settings({"OUVERTURE_HOME": home}), DAY, people)
        for stream in files_of(town):
            met.update(one.what for one in pressed(stream, Random(f"{seed} {stream}"), TRIED))
    return (
        f"a role opened a file {met['opened']:,} times; {met['done']:,} acts done, {met['refused']:,} refused"
        f" with their reason, {met['taken']:,} for a number that was another's; {met['not theirs']:,} of another role"
        " not there; no error page"
    )
