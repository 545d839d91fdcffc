"""What one file may cost, in bytes, pages, dots, seconds and memory, before and while it is opened."""

from __future__ import annotations

MOST_BYTES = 20_000_000
"""A phone's photograph has 3 to 8 MB, forty scanned pages some 15 MB."""
MOST_PAGES = 40
MOST_DOTS = 64_000_000
"""Of a photograph: phones say 50 million at most, unless asked for more."""
LEAST_SIDE = 200
"""Dots of the longer side: nothing of a paper can be read on less."""
LONGEST_SIDE = 3_508
"""Dots kept of the longer side: A4 at 300 dots an inch."""
SMALL_SIDE = 320
DOTS_AN_INCH = 200
"""At which a page of a PDF is drawn."""
MEMORY = 1_200_000_000
"""Bytes of addresses of the process that opens it: the libraries alone take a third."""
CPU_SECONDS, SECONDS = 20, 30
