"""A hundred thousand hostile inputs, half typed at the command line, half sent to the site as it is served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context

from tests.campaign.hostile import command_line, site
from tests.campaign.report import Trial

COMMANDS, REQUESTS = 50_000, 50_000
AT_A_TIME, PROCESSES = 1000, 2
MOST_MEMORY = 300_000
"""Kilobytes, of one process."""
LONGEST_WAIT = 2.0
"""Seconds that somebody who only opens a page may wait meanwhile."""


@contextmanager
def trials(seed: int, share: float) -> Iterator[list[Trial]]:
    """What is typed and sent; ``share`` of 1 is all of it."""
    yield [_typed(seed, max(AT_A_TIME, round(COMMANDS * share))), _sent(seed, max(200, round(REQUESTS * share)))]


def _typed(seed: int, times: int) -> Trial:
    def run() -> str:
        share = [(f"{seed} {first}", min(AT_A_TIME, times - first)) for first in range(0, times, AT_A_TIME)]
        with get_context("spawn").Pool(PROCESSES, maxtasksperchild=1) as pool:
            found = pool.starmap(command_line.thousand, share, chunksize=1)
        ends = sum((each.ends for each in found), Counter[str]())
        faults = [fault for each in found for fault in each.faults]
        memory, longest = max(each.memory for each in found), max(each.longest for each in found)
        said = (
            f"{', '.join(f'{end}: {times:,}' for end, times in sorted(ends.items()))}; {len(faults)} faults; at most "
            f"{memory // 1000} MB in a process of {AT_A_TIME:,}, {longest:.1f} s for one"
        )
        assert not faults, f"{said}: {Counter(faults).most_common(5)}"
        assert memory < MOST_MEMORY, said
        return said

    return Trial("commands with hostile arguments and files", times, run)


def _sent(seed: int, times: int) -> Trial:
    def run() -> str:
        found = site.attacked(seed, times)
        answers = Counter(f"{status // 100}xx" if status else "cut" for status in found.answers.elements())
        said = (
            f"{', '.join(f'{kind}: {times:,}' for kind, times in sorted(answers.items()))}; {found.tracebacks} "
            f"tracebacks; at most {found.memory // 1000} MB; {found.looks:,} looks of a bystander, the longest wait "
            f"{found.longest:.2f} s"
        )
        assert not answers["5xx"] + found.tracebacks, f"{said}: {found.faults[:5]}"
        assert found.memory < MOST_MEMORY, said
        assert found.longest < LONGEST_WAIT, said
        return said

    return Trial("requests with hostile addresses, headers and bodies, to `ouverture serve`", times, run)
