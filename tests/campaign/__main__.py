"""The long tests, and the page that says what they found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from tests.campaign import (
    acts,
    combinations,
    door,
    hosts,
    journeys,
    newcomers,
    office,
    old_days,
    papers,
    prices,
    record,
    rehearsal,
    scans,
    tampering,
    town,
)
from tests.campaign.hostile import trials as hostile
from tests.campaign.report import Outcome, Trial, carry_out, write_part
from tests.campaign.review import trials as review

SEED = 20261123
PARTS = {
    "journal": record.trials,
    "rehearsal": rehearsal.trials,
    "old days": old_days.trials,
    "combinations": combinations.trials,
    "prices": prices.trials,
    "acts": acts.trials,
    "door": door.trials,
    "hosts": hosts.trials,
    "office": office.trials,
    "town": town.trials,
    "papers": papers.trials,
    "scans": scans.trials,
    "hostile": hostile.trials,
    "tampering": tampering.trials,
    "review": review.trials,
    "newcomers": newcomers.trials,
    "journeys": journeys.trials,
}


def main(arguments: Sequence[str]) -> int:
    """Try everything, write the page; 1 when a promise broke."""
    parser = argparse.ArgumentParser(prog="script/campaign", description="The long tests.")
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DATE", help="the day of the run")
    parser.add_argument("--seed", type=int, default=SEED, help="where chance begins (default: %(default)s)")
    parser.add_argument("--part", choices=PARTS, help="only this part")
    parser.add_argument("--share", type=float, default=1.0, help="0.1 tries a tenth, and writes no page")
    options = parser.parse_args(arguments)
    kept = True
    for name in [options.part] if options.part else PARTS:
        with PARTS[name](options.seed, options.share) as trials:
            outcomes = [_tried(trial) for trial in trials]
        if options.share == 1.0:
            write_part(name, options.on, options.seed, outcomes)
        kept &= all(outcome.kept for outcome in outcomes)
    return int(not kept)


def _tried(trial: Trial) -> Outcome:
    outcome = carry_out(trial)
    print(outcome.row, flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
