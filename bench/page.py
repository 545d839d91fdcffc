"""docs/bench.md, of which each bench writes its own part and leaves the others as they are."""

import re
from pathlib import Path

from timing import Section, load, machine

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bench.md"
MARK = "<!-- part: {} -->\n"
FIRST = "rules"
"""The part that begins the page."""


def write_part(name: str, text: str) -> None:
    """Put one part in the page, in the place of what it said before, or at the end."""
    parts = _parts(PAGE.read_text("utf-8")) if PAGE.exists() else {}
    parts[name] = text.strip("\n") + "\n"
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text("\n".join(MARK.format(part) + said for part, said in parts.items()), "utf-8")


def shown(section: Section, name: str, title: str, quick: bool) -> int:
    """Print a bench of one section and write it as its part, unless ``quick``; 1 when a limit is missed."""
    for figure in section.figures:
        print("  " + " | ".join(figure.cells))
    if not quick:
        head = f"# {title}\n\nWritten by `python bench/{name}.py`; do not edit.\n\n"
        write_part(name, f"{head}- Machine: {machine()}. Load: {load()}.\n{table(section)}")
    return int(any(figure.kept is False for figure in section.figures))


def table(section: Section) -> str:
    """A section as it stands in the page."""
    rows = [("", "measured", "limit", ""), ("---",) * 4, *(figure.cells for figure in section.figures)]
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return f"\n## {section.title}\n\n{section.about}\n\n{lines}\n"


def _parts(page: str) -> dict[str, str]:
    first, *rest = re.split(r"<!-- part: (\w+) -->\n", page)
    named = dict(zip(rest[::2], rest[1::2], strict=True))
    found = named if not first.strip() else {FIRST: first, **named}
    return {name: said.strip("\n") + "\n" for name, said in found.items()}
