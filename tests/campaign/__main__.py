"""The long tests, and the page that says what they found."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from datetime import date

from tests.campaign import record, rehearsal
from tests.campaign.report import Outcome, carry_out, write_page

SEED = 20261123


def main(arguments: Sequence[str]) -> int:
    """Try everything, write the page; 1 when a promise broke."""
    parser = argparse.ArgumentParser(prog="script/campaign", description="The long tests.")
    parser.add_argument("--on", type=date.fromisoformat, required=True, metavar="DATE", help="the day of the run")
    parser.add_argument("--seed", type=int, default=SEED, help="where chance begins (default: %(default)s)")
    parser.add_argument("--only", default="", metavar="WORDS", help="the trials whose name has these words; no page")
    parser.add_argument("--share", type=float, default=1.0, help="0.1 tries a tenth, and writes no page")
    options = parser.parse_args(arguments)
    outcomes: list[Outcome] = []
    with record.trials(options.seed, options.share) as trials:
        for trial in (*trials, *rehearsal.trials(options.seed, options.share)):
            if options.only in trial.what:
                outcomes.append(carry_out(trial))
                print(outcomes[-1].row, flush=True)
    if options.share == 1.0 and not options.only:
        write_page(options.on, options.seed, outcomes)
    return int(not all(outcome.kept for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
