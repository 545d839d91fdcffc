"""The journeys of persons from nothing to a file that they follow, each on both screens: a telephone and a desk."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tests.campaign.report import Trial

ROOT = Path(__file__).resolve().parents[2]
OF_A_PERSON = (
    "test_six_persons.py",
    "test_the_story_at_the_desk.py",
    "test_article_person.py",
    "test_contest_or_wait.py",
    "test_own_file_pages.py",
    "test_what_goes_wrong.py",
)
LONG = ("long_rereading.py", "long_caisse.py", "long_intake_by_keys.py")
"""Journeys too long for the suite: each is walked once, on the screens it says."""
OTHER = {"JOURNEYS_AT_THE_OTHER_WIDTH": "1"}
"""The name is that of ``tests.journeys.serving``, which is not imported here: it reads the settings of a site."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """Every journey twice; ``share`` of 1 is all of them, less is the first file only. Nothing is left to chance."""
    files = OF_A_PERSON if share == 1.0 else OF_A_PERSON[:1]
    long = LONG if share == 1.0 else ()
    yield [
        Trial("journeys of a person, each on its usual screen", len(files), partial(_walked, files, {})),
        Trial("the same on the other: 1280 px for 390, 390 for 1280", len(files), partial(_walked, files, OTHER)),
        *(Trial(f"a long journey: {one.removesuffix('.py')}", 1, partial(_walked, (one,), {})) for one in long),
    ]


def _walked(files: tuple[str, ...], more: dict[str, str]) -> str:
    asked = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        *(f"tests/journeys/{one}" for one in files),
    ]
    ran = subprocess.run(asked, cwd=ROOT, env={**os.environ, **more}, capture_output=True, text=True, check=False)
    last = ran.stdout.strip().rpartition("\n")[2]
    assert ran.returncode == 0, last
    return re.sub(r" in .*", "", last)
