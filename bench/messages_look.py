"""Look at the held-out authors: how often a message of theirs is recognised, and whether the likelihoods are true.

    python -m bench.messages_look                          writes its part of docs/messages.md and the calibration
    python -m bench.messages_look --print --authors "2[12]"  prints what the older ones give

Each run is a look at authors who had no part in making the weights or any threshold: ``docs/messages.md`` counts them.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from bench.messages_ranker import TESTS, Told, read_corpus
from ouverture.wording.messages.answers import Decoded, NotRecognised, Phishing, Recognised, may_be
from ouverture.wording.messages.catalogue import all_messages, sides
from ouverture.wording.messages.decoding import decode
from ouverture.wording.messages.ranking import ANOTHER_OFFICE, FRAUD, NOT_ENTRIES, the_ranker
from ouverture.wording.messages.weighing import CHOICES

DOCS = Path(__file__).parents[1] / "docs"
PICTURE = DOCS / "images" / "messages-calibration.svg"
BEGINS, ENDS = "<!-- the look: written by python -m bench.messages_look -->\n", "<!-- the end of the look -->\n"
NEWEST = "2[34]"
"""The authors whose figures stand in the page: they wrote last, when everything else was settled."""
BINS = 10
PAIRS = 12
NO_PAIR = "No message was answered first with the same other one twice."
SIDE, EDGE = 320, 48
"""Of the picture, in its own units."""
LANGUAGES = {
    "French": "le la les de du des est vous votre mon ma je pas pour une un et avec dans sur que qui ont été nous au",
    "English": "the my is to of and for they it that with not your have has said i i'm on a was",
    "Spanish": "el los mi que para con una no me la tarjeta del han está y su por se les",
    "Portuguese": "o os meu minha não uma para com que do da em foi ao e me um dizem são",
}
"""The small words by which the language of a text is guessed; Arabic is known by its letters."""
SIGNS = {"Spanish": re.compile("[ñ¿¡]"), "Portuguese": re.compile("[ãõ]|ção")}
CHANNELS = {"letter": "Letter", "screen": "Screen", "spoken": "Told by somebody", "email": "E-mail", "sms": "SMS"}


class Seen(NamedTuple):
    """One text of a held-out author, and the answer."""

    told: Told
    answer: Decoded

    def named(self) -> list[str]:
        """The entries given, the first one first."""
        if isinstance(self.answer, Recognised):
            return [one.id for one in (self.answer.entry, *self.answer.beside)]
        choices = self.answer.if_genuine if isinstance(self.answer, Phishing) else may_be(self.answer)
        return [choice.entry.id for choice in choices]

    def first(self) -> bool:
        """Whether the first one is right, and given as the answer: not told apart under "if it is ours after all"."""
        told_apart = isinstance(self.answer, NotRecognised | Phishing)
        return not told_apart and self.named()[:1] == [self.told.right[0]]

    def among(self) -> bool:
        """Whether the right one is among three."""
        return self.told.right[0] in self.named()[:CHOICES]


class Bin(NamedTuple):
    """Messages whose likeliest entry was about as likely: how likely on the mean, how often right, and how many."""

    likely: float
    right: float
    messages: int


def held_out(authors: str) -> list[Seen]:
    """Every text of the held-out authors whose files match, answered."""
    paths = sorted((TESTS / "corpus").glob(f"held_out_author_{authors}.txt"))
    return [Seen(told, decode(told.text)) for path in paths for told in read_corpus(path)]


def language_of(text: str) -> str:
    """The language, guessed."""
    if re.search("[\u0600-\u06ff]", text):
        return "Arabic"
    words = re.findall(r"[a-zà-ÿ']+", text.lower())
    counts = {name: sum(word in small.split() for word in words) for name, small in LANGUAGES.items()}
    for name, sign in SIGNS.items():
        counts[name] += 3 if sign.search(text.lower()) else 0
    return max(counts, key=lambda name: counts[name])


def calibration(genuine: list[Seen]) -> list[Bin]:
    """How often the likeliest entry was right, by how likely it was; of each tenth of the scale that has messages."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for seen in genuine:
        if ranked := the_ranker().rank(seen.told.text):
            likely = ranked.of(ranked.first)
            bins[min(int(likely * BINS), BINS - 1)].append((likely, ranked.first == seen.told.right[0]))
    return [
        Bin(sum(likely for likely, _ in found) / len(found), sum(right for _, right in found) / len(found), len(found))
        for _, found in sorted(bins.items())
    ]


def told_of(every: list[Seen], genuine: list[Seen]) -> str:
    """The part of the page."""
    lines = ["| | Asked | Found |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in _asked(every, genuine))]
    lines += ["", *_by("Language (guessed by its small words)", genuine, lambda seen: language_of(seen.told.text))]
    kinds = {entry.id: entry.kind for entry in all_messages()}
    lines += ["", *_by("Channel of the message meant", genuine, lambda seen: CHANNELS[kinds[seen.told.right[0]]])]
    lines += ["", "![How often the likeliest message was right, by how likely it was said to be](images/"
              f"{PICTURE.name})", "", *_confused(genuine)]  # fmt: skip
    return "\n".join(lines) + "\n"


def _confused(genuine: list[Seen]) -> list[str]:
    """The pairs confused more than once, the most frequent first."""
    pairs = Counter((seen.told.right[0], seen.named()[0]) for seen in genuine if seen.named())
    told = [f"- `{meant}` as `{said}`: {n}" for (meant, said), n in pairs.most_common() if n > 1 and meant != said]
    return ["Answered first with another message, twice or more:", "", *told[:PAIRS]] if told else [NO_PAIR]


def _asked(every: list[Seen], genuine: list[Seen]) -> list[tuple[str, str, str]]:
    others, frauds = ([seen for seen in every if seen.told.right == (name,)] for name in (ANOTHER_OFFICE, FRAUD))
    doubted = [seen.answer for seen in genuine if isinstance(seen.answer, Phishing)]
    side = sides()
    given = [(side.get(seen.told.right[0]), side.get(seen.named()[0])) for seen in genuine if _is_sure(seen)]
    opposite = sum(None not in pair and pair[0] != pair[1] for pair in given)
    aside = sum(isinstance(seen.answer, NotRecognised) and seen.among() for seen in genuine)
    return [
        (f"Right one first, of {len(genuine)} genuine messages", "85 %", _share(genuine, Seen.first)),
        ("Right one among three", "96 %", _share(genuine, Seen.among)),
        ("of them told apart under \"if health insurance wrote it\"", "", str(aside)),
        (f"Other offices' taken for ours, of {len(others)}", "2 %", _share(others, _is_sure)),
        (f"Frauds called one or doubted, of {len(frauds)}", "95 %",
         _share(frauds, lambda seen: isinstance(seen.answer, Phishing))),
        ("Genuine surely a fraud", "0", str(sum(one.sure for one in doubted))),
        ("Genuine doubted", "2 %", f"{len(doubted) / len(genuine):.1%} ({len(doubted)})"),
        ("Refusal read as a grant, or the reverse", "0", str(opposite)),
    ]  # fmt: skip


def _is_sure(seen: Seen) -> bool:
    return isinstance(seen.answer, Recognised)


def _share(found: list[Seen], holds: Callable[[Seen], bool]) -> str:
    times = sum(map(holds, found))
    return f"{times / len(found):.1%} ({times})"


def _by(title: str, genuine: list[Seen], name_of: Callable[[Seen], str]) -> Iterable[str]:
    groups: dict[str, list[Seen]] = defaultdict(list)
    for seen in genuine:
        groups[name_of(seen)].append(seen)
    yield f"| {title} | Messages | First | Among three |"
    yield "|---|---|---|---|"
    for name, found in sorted(groups.items(), key=lambda group: -len(group[1])):
        first, among = sum(seen.first() for seen in found), sum(seen.among() for seen in found)
        yield f"| {name} | {len(found)} | {first} | {among} |"


def drawn(bins: list[Bin]) -> str:
    """The calibration as a picture: a dot on the line is a likelihood that came true as often as it said."""
    span = SIDE - 2 * EDGE

    def at(likely: float, right: float) -> tuple[float, float]:
        return EDGE + likely * span, SIDE - EDGE - right * span

    marks = []
    for share in (0.0, 0.5, 1.0):
        x, y = at(share, share)
        marks.append(f'<text x="{x:.0f}" y="{SIDE - EDGE + 18}" text-anchor="middle">{share:.0%}</text>')
        marks.append(f'<text x="{EDGE - 8}" y="{y + 4:.0f}" text-anchor="end">{share:.0%}</text>')
    for one in bins:
        x, y = at(one.likely, one.right)
        said = f"{one.messages} messages: said {one.likely:.0%}, right {one.right:.0%}"
        size = 2 + one.messages**0.5 / 3
        marks.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"><title>{said}</title></circle>')
    (x0, y0), (x1, y1) = at(0, 0), at(1, 1)
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" role="img" aria-label="Calibration">
<rect width="{SIDE}" height="{SIDE}" fill="#fff"/>
<g font-family="sans-serif" font-size="11" fill="#26323a">
<path d="M{x0:.0f} {y1:.0f}V{y0:.0f}H{x1:.0f}M{x0:.0f} {y0:.0f}L{x1:.0f} {y1:.0f}" fill="none" stroke="#8a979e"/>
{chr(10).join(marks)}
<text x="{SIDE / 2:.0f}" y="{SIDE - 10}" text-anchor="middle">how likely it was said to be</text>
<text transform="translate(14 {SIDE / 2:.0f}) rotate(-90)" text-anchor="middle">how often it was right</text>
</g>
</svg>
"""


def main() -> None:
    """Look, and write."""
    parser = argparse.ArgumentParser(description="Look at the held-out authors of messages.")
    parser.add_argument("--print", action="store_true", help="print the part, and write nothing")
    parser.add_argument(
        "--authors", default=NEWEST, help="their numbers, as in the name of a file (default: %(default)s)"
    )
    options = parser.parse_args()
    every = held_out(options.authors)
    genuine = [seen for seen in every if seen.told.right[0] not in NOT_ENTRIES]
    part = told_of(every, genuine)
    if options.print:
        print(part)
        return
    page = DOCS / "messages.md"
    before, _, rest = page.read_text("utf-8").partition(BEGINS)
    _, _, after = rest.partition(ENDS)
    page.write_text(f"{before}{BEGINS}\n{part}\n{ENDS}{after}", "utf-8")
    PICTURE.write_text(drawn(calibration(genuine)), "utf-8")


if __name__ == "__main__":
    main()
