"""Loose ceilings, far above what we measure: they catch a return to reading everything at each call."""

import subprocess
import sys
from time import process_time

from ouverture.places import caisses
from ouverture.places.postcodes import all_postcodes


def test_a_warm_lookup_takes_microseconds() -> None:
    postcodes = all_postcodes()
    for postcode in postcodes:
        caisses.find(postcode)
    start = process_time()
    for postcode in postcodes:
        caisses.find(postcode)
    assert (process_time() - start) / len(postcodes) < 5e-6


def test_the_postcodes_load_lazily_and_quickly() -> None:
    program = (
        "from time import process_time\n"
        "from ouverture.places import caisses, postcodes\n"
        "assert postcodes._lines.cache_info().currsize == 0\n"
        "start = process_time()\n"
        "caisses.find('75011')\n"
        "print(process_time() - start)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(run.stdout) < 0.05
