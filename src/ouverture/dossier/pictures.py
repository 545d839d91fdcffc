"""The states of each part of a file as pictures: `python -m ouverture.dossier.pictures docs/states.md` redraws them.

Without an argument, it prints them. A test holds the document equal to the code.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ouverture.dossier.file import AGGREGATES, Aggregate
from ouverture.dossier.transitions import StageChanges, transitions
from ouverture.dossier.words import stage_words, table

BEGIN = "<!-- drawn by `python -m ouverture.dossier.pictures docs/states.md`; a test holds it equal to the code -->"
END = "<!-- end of what is drawn -->"


def pictures() -> str:
    """Every aggregate in the order of the file: its picture, what leaves its stage as it is, its stages in words."""
    return "\n\n".join("\n".join(_picture(one, transitions(one))) for one in AGGREGATES)


def redrawn(document: str) -> str:
    """The document with the pictures between its two marker lines; raises ValueError when it lacks one of them."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the document needs these two lines: {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{pictures()}\n\n{END}{after}"


def stages(aggregate: Aggregate) -> tuple[str, ...]:
    """The stages of an aggregate, in the order in which their words are written."""
    return tuple(table("stages")[aggregate.name])


def _picture(aggregate: Aggregate, found: StageChanges) -> Iterator[str]:
    yield f"### {aggregate.name}\n\n```mermaid\nstateDiagram-v2"
    yield f"    [*] --> {found.first}"
    yield from _arrows(found, stages(aggregate))
    yield "```\n"
    if kept := "; ".join(_kept(aggregate, found)):
        yield f"Leave the stage as it is: {kept}.\n"
    yield "| Stage | En français | In English |\n|---|---|---|"
    for stage in stages(aggregate):
        words = stage_words(aggregate.name, stage)
        yield f"| `{stage}` | {words.fr} | {words.en} |"


def _arrows(found: StageChanges, order: tuple[str, ...]) -> Iterator[str]:
    labels: dict[tuple[str, str], list[str]] = {}
    for step in sorted(found.steps, key=lambda step: (order.index(step.start), order.index(step.end), step.kind)):
        if step.start != step.end or len(found.ends(step.start, step.kind)) > 1:
            label = f"{step.kind} (of another item)" if step.beside else f"{step.kind}{_depends(found, *step[:2])}"
            labels.setdefault((step.start, step.end), []).append(label)
    for (start, end), said in labels.items():
        yield f"    {start} --> {end}: {' / '.join(said)}"


def _depends(found: StageChanges, start: str, kind: str) -> str:
    """What decides where the event leads, when it may lead to several stages."""
    if len(found.ends(start, kind)) < 2:
        return ""
    causes = [f"its {field}" for field in sorted(found.says.get((start, kind), ()))]
    if (start, kind) in found.past or not causes:
        causes.append("what came before")
    return f" (by {' and '.join(causes)})"


def _kept(aggregate: Aggregate, found: StageChanges) -> Iterator[str]:
    order = stages(aggregate)
    for kind in aggregate.transitions:
        where = {one.start for one in found.steps if one.kind == kind.kind and found.ends(*one[:2]) == {one.start}}
        if where:
            yield f"`{kind.kind}` ({', '.join(stage for stage in order if stage in where)})"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description="The pictures of the life of a file: printed, or drawn again in a page."
    )
    parser.add_argument("page", nargs="?", type=Path, help="a page that holds them: they are drawn again in it")
    drawn = parser.parse_args().page
    if drawn is None:
        print(pictures())
    else:
        drawn.write_text(redrawn(drawn.read_text(encoding="utf-8")), encoding="utf-8")
