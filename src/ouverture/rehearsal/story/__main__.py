"""Write the page to the file named, or print it."""

from __future__ import annotations

import sys
from pathlib import Path

from ouverture.rehearsal.story.page import page

if __name__ == "__main__":
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(page(), encoding="utf-8")
    else:
        print(page(), end="")
