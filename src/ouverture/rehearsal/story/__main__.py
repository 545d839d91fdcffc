"""Write the page to the file named, or print it."""

from __future__ import annotations

import argparse
from pathlib import Path

from ouverture.rehearsal.story.page import page

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path, help="where the page is written; without it, it is printed")
    into = parser.parse_args().file
    if into is None:
        print(page(), end="")
    else:
        into.write_text(page(), encoding="utf-8")
