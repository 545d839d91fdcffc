"""Papers that leave a file: a letter beside the same two pages set by WeasyPrint, and a pack with twelve scanned pages.

    python bench/papers_out.py            measures, and writes its part of docs/bench.md
    python bench/papers_out.py --quick    measures only

Both set the same words on two pages, tagged (PDF/UA-1), in the same run; times are CPU times of this process, whose
threads all count, and the wall beside them. WeasyPrint is in the extra "bench" only.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from io import BytesIO
from random import Random

from page import table, write_part
from PIL import Image
from timing import MILLI, Figure, Section, load, machine

from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.services.casework.outgoing.paper import Items, Paper, Paragraph, Parties, Scan
from ouverture.text import Text

ROUNDS, PACK_ROUNDS, SEED = 20, 3, 20261128
LETTER_MS, TIMES, PACK_MS, PAGES = 40, 5, 2000, 12
SCAN = (1654, 2339)
"""A page of A4 at 200 dots an inch."""
SAID = Text(
    "Je demande la prise en charge de mes frais de santé (CSS L160-1 et L160-5). Vous trouverez ci-joint les papiers "
    "de la liste. Merci de m'envoyer un accusé de réception qui les nomme et dit le jour, le service et les papiers.",
    "I apply to have health costs covered (CSS L160-1 and L160-5). The papers of the list are enclosed. Please send "
    "me a receipt that names them and says the day, the desk and the papers that would be missing.",
)
PAPER = Text(
    "Acte de naissance : copie intégrale, ou équivalent du consulat", "Birth certificate: full copy, or similar"
)
ABOUT = """The letter is one page with ten enclosures and its reading copy in English, another name each round: what the
typesetter remembers of the round before does not help. The pack adds twelve pages in grey, A4 at 200 dots an inch."""


def main(quick: bool) -> int:
    """Measure, print, write the part; 1 when a limit is missed."""
    section = measured()
    for figure in section.figures:
        print("  " + " | ".join(figure.cells))
    if not quick:
        head = f"# Papers that leave\n\nWritten by `python bench/papers_out.py`; do not edit. Seed {SEED}.\n\n"
        write_part("papers_out", f"{head}- Machine: {machine()}. Load: {load()}.\n{table(section)}")
    return int(any(figure.kept is False for figure in section.figures))


def measured() -> Section:
    """The letter, the peer, the pack."""
    letters, chance = [letter_of(nth) for nth in range(ROUNDS)], Random(SEED)
    packs = [(letter_of(nth), *scanned(chance)) for nth in range(PACK_ROUNDS)]
    set_by_us((letter_of(ROUNDS),))
    ours, wall = least([partial(set_by_us, (one,)) for one in letters])
    figures = [
        Figure("a letter of two pages", f"{ours * MILLI:.1f} ms", f"{LETTER_MS} ms", ours * MILLI <= LETTER_MS),
        Figure("the same, on the wall", f"{wall * MILLI:.1f} ms"),
        Figure("its size", f"{len(set_by_us((letters[0],))) / 1000:.0f} kB"),
        *beside_the_peer(letters[: ROUNDS // 4], ours),
    ]
    _, whole = least([partial(set_by_us, one) for one in packs])
    kept = whole * MILLI <= PACK_MS
    figures.append(Figure(f"a pack with {PAGES} scanned pages, on the wall", f"{whole * MILLI:.0f} ms", "2 s", kept))
    return Section("A letter, and a pack", ABOUT, tuple(figures))


def beside_the_peer(letters: list[Paper], ours: float) -> list[Figure]:
    """WeasyPrint for the same pages; a line that says so where it is not installed."""
    try:
        from weasyprint import HTML
    except (ImportError, OSError):
        return [Figure("WeasyPrint for the same pages", "not installed")]
    theirs, _ = least([partial(HTML(string=as_html(one)).write_pdf, pdf_variant="pdf/ua-1") for one in letters])
    times = theirs / ours
    return [
        Figure("WeasyPrint for the same pages", f"{theirs * MILLI:.0f} ms"),
        Figure("WeasyPrint, times ours", f"{times:.1f} times", f"{TIMES} times", times >= TIMES),
    ]


def set_by_us(papers: tuple[Paper, ...]) -> bytes:
    return papers_pdf(
        papers, papers[0].title, Text("Ouverture", "Ouverture"), Text("Copie", "Reading copy in English.")
    )


def letter_of(nth: int) -> Paper:
    """A letter with ten enclosures."""
    sender, to = (f"Nguyễn Œuvré {nth}", "3 rue des Lilas", "75011 PARIS"), ("CPAM DE PARIS", "75948 PARIS CEDEX 19")
    day = Text("lundi 23 novembre 2026", "Monday 23 November 2026")
    blocks = (Parties(sender, to, day), *[Paragraph(SAID)] * 4, Items((PAPER,) * 10))
    return Paper("cover", Text("Demande d'ouverture de droits", "Claim for cover"), blocks)


def scanned(chance: Random) -> list[Paper]:
    """Pages as a camera leaves them: grain everywhere, which no coder can make small."""
    grain = Image.frombytes("L", SCAN, chance.randbytes(SCAN[0] * SCAN[1])).point(lambda dot: 200 + dot // 6)
    kept = BytesIO()
    grain.save(kept, "JPEG", quality=80)
    return [Paper(f"page_{nth}", PAPER, (Scan(kept.getvalue(), PAPER),), copied=False) for nth in range(PAGES)]


def as_html(letter: Paper) -> str:
    """The same words on two pages."""
    parts = []
    for language in ("fr", "en"):
        parties, *paragraphs, items = letter.blocks
        assert isinstance(parties, Parties)
        assert isinstance(items, Items)
        lines = "<br>".join(map(escape, (*parties.sender, *parties.to, getattr(parties.day, language))))
        said = "".join(f"<p>{escape(getattr(one.says, language))}</p>" for one in paragraphs)  # type: ignore[union-attr]
        listed = "".join(f"<li>{escape(getattr(one, language))}</li>" for one in items.items)
        title = escape(getattr(letter.title, language))
        parts.append(f'<section lang="{language}"><p>{lines}</p><h1>{title}</h1>{said}<ul>{listed}</ul></section>')
    style = "<style>@page{size:A4;margin:22mm}section+section{break-before:page}body{font:10.5pt sans-serif}</style>"
    return f'<html lang="fr"><head><title>Letter</title>{style}</head><body>{"".join(parts)}</body></html>'


def least(acts: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """The least seconds of this process, and on the wall, that one of the acts took."""
    spent, walls = [], []
    for act in acts:
        start, began = time.process_time(), time.perf_counter()
        act()
        spent.append(time.process_time() - start)
        walls.append(time.perf_counter() - began)
    return min(spent), min(walls)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="write nothing")
    sys.exit(main(parser.parse_args().quick))
