"""Loose ceilings, far above what we measure: they catch a return to reading everything at each call."""

import subprocess
import sys
from time import perf_counter

from ouverture.places import caisses
from ouverture.places.postcodes import all_postcodes


def test_a_warm_lookup_takes_microseconds() -> None:
    postcodes = all_postcodes()
    for postcode in postcodes:
        caisses.find(postcode)
    start = perf_counter()
    for postcode in postcodes:
        caisses.find(postcode)
    assert (perf_counter() - start) / len(postcodes) < 5e-6


def test_the_postcodes_load_lazily_and_quickly() -> None:
    program = (
        "from time import perf_counter\n"
        "from ouverture.places import caisses, postcodes\n"
        "assert postcodes._lines.cache_info().currsize == 0\n"
        "start = perf_counter()\n"
        "caisses.find('75011')\n"
        "print(perf_counter() - start)\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert float(run.stdout) < 0.05
