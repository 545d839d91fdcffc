"""One thing a pasted text can be: its kind, its parts, what is wrong with it, and what it opens."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from ouverture.numbers.wording import Finding, KindFacts, kind_facts, say
from ouverture.text import Language, Text

Kind = Literal[
    "nir", "nia", "nia_or_nir", "ins", "oid", "nnp", "mig", "legacy", "spi", "iban", "rib",
    "registered_national", "s10", "rpps", "ameli_pro", "siret", "card_serial", "damaged", "foreign", "mrz",
    "post_other",
]  # fmt: skip


class Part(NamedTuple):
    """A few characters of a number and what they say."""

    field: str
    digits: str
    says: Text


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a number. ``valid``: it obeys every known rule of its kind, not that anyone was given it.

    ``number`` is compact and upper case. ``repr`` shows the kind and the verdict only, so that no log shows a number.
    """

    kind: Kind
    number: str = field(repr=False)
    valid: bool
    parts: tuple[Part, ...] = field(default=(), repr=False)
    problems: tuple[Finding, ...] = field(default=(), repr=False)
    notes: tuple[Finding, ...] = field(default=(), repr=False)
    likely_slip: Text | None = field(default=None, repr=False)

    @property
    def facts(self) -> KindFacts:
        """What is known of this kind of number, with source, dates and certainty."""
        return kind_facts(self.kind)

    @property
    def label(self) -> Text:
        """What this kind of number is called."""
        return self.facts.label

    @property
    def opens(self) -> Text:
        """What this number opens; a faulty number opens nothing until it is put right."""
        return self.facts.opens if self.valid or self.kind in {"damaged", "oid"} else say("opens_nothing_while_faulty")

    @property
    def not_yet(self) -> Text:
        """What this number does not open yet."""
        return self.facts.not_yet

    @property
    def printed(self) -> str:
        """The number in the groups people print it in."""
        pieces, rest = [], self.number
        for width in self.facts.groups:
            pieces.append(rest[:width])
            rest = rest[width:]
        return " ".join(piece for piece in (*pieces, rest) if piece)

    def to_json(self) -> dict[str, object]:
        """A JSON-ready dictionary; every sentence as {"fr", "en"}."""
        facts = self.facts
        return {
            "kind": self.kind,
            "label": facts.label._asdict(),
            "number": self.number,
            "printed": self.printed,
            "valid": self.valid,
            "parts": [{"field": part.field, "digits": part.digits, **part.says._asdict()} for part in self.parts],
            "problems": [{"code": item.code, **item.says._asdict()} for item in self.problems],
            "notes": [{"code": item.code, **item.says._asdict()} for item in self.notes],
            "likely_slip": self.likely_slip._asdict() if self.likely_slip else None,
            "opens": self.opens._asdict(),
            "not_yet": self.not_yet._asdict(),
            "source": facts.source,
            "dates": facts.dates,
            "certainty": facts.certainty,
        }

    def sentences(self, language: Language) -> list[str]:
        """The whole reading as lines for a person: kind, parts, faults, likely slip, what it opens and does not."""
        lines = [say("line_kind", label=self.label, printed=self.printed).to(language) if self.number else ""]
        lines += [say("line_part", digits=part.digits, says=part.says).to(language) for part in self.parts]
        lines += [item.says.to(language) for item in (*self.problems, *self.notes)]
        lines += [self.likely_slip.to(language)] if self.likely_slip else []
        lines += [self.opens.to(language), self.not_yet.to(language)]
        return [line for line in lines if line]
