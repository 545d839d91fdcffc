"""What is answered to a message, as an object, as lines and as JSON."""

from dataclasses import dataclass
from typing import Any

from ouverture.text import Language, Text
from ouverture.wording.messages.catalogue import path_steps, seen_words
from ouverture.wording.messages.entry import Cause, Entry
from ouverture.wording.messages.other_offices import Elsewhere
from ouverture.wording.messages.phishing import Sign

ACTOR_WORDS = {
    "person": Text("vous", "you"),
    "caisse": Text("la caisse", "the caisse"),
    "cnav": Text("la Cnav, qui donne les numéros définitifs", "Cnav, which gives the permanent numbers"),
    "other": Text("un autre service", "another service"),
}
CERTAINTY_WORDS = {
    "H": Text("élevée", "high"),
    "M": Text("moyenne", "medium"),
    "L": Text("faible", "low"),
}
UNNAMED = Text(
    "Le texte ne nomme pas l'assurance maladie. S'il vient d'un autre service, cette réponse ne vaut pas.",
    "The text does not name health insurance. If another service sent it, this answer does not hold.",
)
NEAR = Text(
    "Les mots sont proches d'un message connu, mais ce ne sont pas les mêmes. Vérifiez que c'est bien ce qu'il dit.",
    "The words are near those of a known message, but not the same. Check that this is what it says.",
)
_LABELS = {
    "means": Text("Ce que cela veut dire", "What it means"),
    "step": Text("Où vous en êtes", "Where you are"),
    "cause": Text("Cause possible", "Possible cause"),
    "act": Text("À faire", "Next"),
    "who": Text("Qui doit agir", "Who must act"),
    "say": Text("Ce que vous pouvez dire", "What you can say"),
    "beside": Text("Ce peut aussi être", "It may also be"),
    "words": Text("Les mots qui le disent", "The words that say so"),
    "sure": Text("Certitude", "Certainty"),
    "source": Text("Source", "Source"),
}


@dataclass(frozen=True)
class Recognised:
    """A known message. ``beside`` are entries whose words are as near.

    ``names_us``: the text speaks of health insurance by name; if not, the answer says so.
    ``near``: the words are near the known ones but not the same; the answer says so too.
    """

    entry: Entry
    score: float
    causes: tuple[Cause, ...]
    beside: tuple[Entry, ...] = ()
    names_us: bool = True
    near: bool = False
    wording: float = 0.0
    """How near the words themselves are to the known ones: 1 when they are the same."""
    spoken_for: tuple[str, ...] = ()
    """The words of the text that speak for it, when it was known by them all together; as they are once folded."""

    @property
    def records(self) -> str:
        """The kind of event it would record, once the person agrees; "" when none."""
        return self.entry.records

    @property
    def near_says(self) -> Text | None:
        """The caution when the words are near but not the same; None when they are the same."""
        return NEAR if self.near else None

    def sentences(self, language: Language) -> list[str]:
        """The answer, line by line."""
        entry = self.entry
        return [
            _line("means", entry.means, language),
            _line("step", path_steps()[entry.step], language),
            *(_line("cause", cause.says, language) for cause in self.causes),
            _line("act", entry.act, language),
            _line("who", ACTOR_WORDS[entry.who], language),
            _line("say", entry.say, language),
            *(_line("beside", other.means, language) for other in self.beside),
            *([self.near_says.to(language)] if self.near_says else []),
            *([_line("words", _quoted(self.spoken_for), language)] if self.spoken_for else []),
            *([] if self.names_us else [UNNAMED.to(language)]),
            f"{_line('sure', CERTAINTY_WORDS[entry.certainty], language)}. {seen_words()[entry.seen].to(language)}",
            _labelled("source", "; ".join(entry.rows), language),
        ]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        entry = self.entry
        return {
            "answer": "recognised",
            "id": entry.id,
            "score": round(self.score, 3),
            "kind": entry.kind,
            "step": entry.step,
            "means": entry.means._asdict(),
            "causes": [cause.says._asdict() for cause in self.causes],
            "act": entry.act._asdict(),
            "who": entry.who,
            "say": entry.say._asdict(),
            "certainty": entry.certainty,
            "seen": entry.seen,
            "rows": list(entry.rows),
            "records": entry.records,
            "names_us": self.names_us,
            "near": self.near,
            "spoken_for": list(self.spoken_for),
            "beside": [other.id for other in self.beside],
        }


@dataclass(frozen=True)
class Choice:
    """One message that it may be, with the words of the text that speak for it."""

    entry: Entry
    words: tuple[str, ...]
    likely: float

    def line(self, language: Language) -> str:
        """In one line: what it would mean, and the words that speak for it."""
        said = f" ({_quoted(self.words).to(language)})" if self.words else ""
        return f"{self.entry.means.to(language)}{said}"

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "id": self.entry.id,
            "means": self.entry.means._asdict(),
            "act": self.entry.act._asdict(),
            "say": self.entry.say._asdict(),
            "words": list(self.words),
            "likely": round(self.likely, 2),
        }


@dataclass(frozen=True)
class Nearest:
    """A message that we are not sure of: up to three that it may be, the likeliest first.

    ``elsewhere``: it may be another office's, and the answer says so first.
    """

    choices: tuple[Choice, ...]
    elsewhere: bool = False

    @property
    def says(self) -> Text:
        """The question, in one or two sentences."""
        if self.elsewhere:
            return Text(
                "Un autre service l'a peut-être écrit ; alors rien de ceci ne vaut. Si c'est l'assurance maladie, "
                "lequel de ces messages est le plus proche ?",
                "Another office may have written it; then none of this holds. If it is health insurance, which of "
                "these is nearest?",
            )
        return Text(
            "Nous ne sommes pas sûrs. Lequel de ces messages est le plus proche ?",
            "We are not sure. Which of these is nearest?",
        )

    @property
    def none_of_these(self) -> Text:
        """What to do when it is none of them."""
        return Text(
            "Aucun d'eux : gardez le message avec sa date, et demandez à la caisse ce qu'il veut dire. "
            "S'il fixe un délai, n'attendez pas.",
            "None of these: keep the message with its date, and ask the caisse what it means. "
            "If it sets a time limit, do not wait.",
        )

    def sentences(self, language: Language) -> list[str]:
        """The answer, line by line: each choice, what to do if it is that one, and none of them."""
        return [self.says.to(language), *_listed(self.choices, language), self.none_of_these.to(language)]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "answer": "nearest",
            "says": self.says._asdict(),
            "elsewhere": self.elsewhere,
            "choices": [choice.to_json() for choice in self.choices],
            "none_of_these": self.none_of_these._asdict(),
        }


@dataclass(frozen=True)
class NotRecognised:
    """A message we do not know: said plainly, with what to do all the same.

    ``elsewhere``: another office, firm or person than the caisse speaks or refuses; None when nothing says so.
    ``theirs``: somebody else is named as the one who refuses, so that no law of the caisse holds.
    ``if_ours``: up to three messages that it may be, should health insurance have written it all the same.
    """

    elsewhere: Elsewhere | None = None
    theirs: bool = False
    if_ours: tuple[Choice, ...] = ()

    @property
    def if_ours_says(self) -> Text:
        """What stands above ``if_ours``."""
        return Text(
            "Si c'est pourtant l'assurance maladie qui l'a écrit : les messages connus les plus proches",
            "If health insurance did write it: the nearest messages known",
        )

    @property
    def says(self) -> Text:
        """The verdict, in one or two sentences."""
        if self.theirs and self.elsewhere:
            return self.elsewhere.says
        plain = Text("Nous ne reconnaissons pas ce message.", "We do not recognise this message.")
        if self.elsewhere is None:
            return plain
        return Text(f"{plain.fr} {self.elsewhere.says.fr}", f"{plain.en} {self.elsewhere.says.en}")

    @property
    def act(self) -> Text:
        """What to do all the same."""
        if self.elsewhere:
            return self.elsewhere.act
        return Text(
            "Gardez-le, avec sa date. Demandez à la caisse ce qu'il veut dire, ou montrez-le à quelqu'un qui aide. "
            "S'il fixe un délai, n'attendez pas.",
            "Keep it, with its date. Ask the caisse what it means, or show it to someone who helps you. "
            "If it sets a time limit, do not wait.",
        )

    def sentences(self, language: Language) -> list[str]:
        """The answer, line by line: what to do all the same, then what it may be."""
        nearest = [self.if_ours_says.to(language), *_listed(self.if_ours, language)] if self.if_ours else []
        return [self.says.to(language), self.act.to(language), *nearest]

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "answer": "not_recognised",
            "says": self.says._asdict(),
            "act": self.act._asdict(),
            "elsewhere": self.elsewhere is not None,
            "choices": [choice.to_json() for choice in self.if_ours],
        }


@dataclass(frozen=True)
class Phishing:
    """Signs of a fraud. ``sure`` when they are enough; ``looks_like`` is the known message whose words it has.

    ``if_genuine``: up to three messages that it may be, when no known one has its words.
    """

    signs: tuple[Sign, ...]
    sure: bool
    looks_like: Recognised | None = None
    if_genuine: tuple[Choice, ...] = ()

    @property
    def if_genuine_says(self) -> Text:
        """What stands above ``if_genuine``."""
        return Text(
            "S'il est vrai : les messages connus les plus proches", "If it is genuine: the nearest messages known"
        )

    @property
    def says(self) -> Text:
        """The verdict, in one sentence."""
        if self.sure:
            return Text("Ce message a les signes d'une fraude.", "This message has the signs of a fraud.")
        return Text("Nous ne savons pas si ce message est vrai.", "We are unsure whether this message is genuine.")

    @property
    def act(self) -> Text:
        """What to do: the same whether sure or not."""
        return Text(
            "Ne cliquez pas. Ne donnez ni argent, ni carte bancaire, ni mot de passe, ni code. "
            "Ouvrez vous-même ameli.fr et regardez si le message y est.",
            "Do not click. Give no money, no bank card, no password and no code. "
            "Open ameli.fr yourself and look whether the message is there.",
        )

    @property
    def after(self) -> Text:
        """What to do when something was given already, and where to report. Origin: own knowledge, no row of ours."""
        return Text(
            "Si vous avez déjà donné une carte, appelez votre banque pour la bloquer. Si vous avez donné un mot de "
            "passe ou un code, changez le mot de passe ameli. Signalez un SMS en l'envoyant au 33700 ; sinon, voyez "
            "cybermalveillance.gouv.fr.",
            "If you already gave a card, call your bank to block it. If you gave a password or a code, change your "
            "ameli password. Report an SMS by sending it to 33700; else see cybermalveillance.gouv.fr.",
        )

    def sentences(self, language: Language) -> list[str]:
        """The answer, line by line; the meaning of the words follows only when unsure."""
        signs = (sign.says.to(language) for sign in self.signs)
        lines = [self.says.to(language), *signs, self.act.to(language), self.after.to(language)]
        if self.sure:
            return lines
        if self.looks_like:
            return [*lines, *self.looks_like.sentences(language)]
        return (
            [*lines, self.if_genuine_says.to(language), *_listed(self.if_genuine, language)]
            if self.if_genuine
            else lines
        )

    def to_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "answer": "phishing" if self.sure else "unsure",
            "says": self.says._asdict(),
            "signs": [{"name": sign.name, "says": sign.says._asdict()} for sign in self.signs],
            "act": self.act._asdict(),
            "after": self.after._asdict(),
            "looks_like": self.looks_like.to_json() if self.looks_like else None,
            "choices": [] if self.sure else [choice.to_json() for choice in self.if_genuine],
        }


Weighed = Recognised | Nearest | NotRecognised
"""The answer to a text, frauds apart."""
Decoded = Weighed | Phishing


def may_be(decoded: Weighed) -> tuple[Choice, ...]:
    """The messages that it may be, none of them sure."""
    if isinstance(decoded, Nearest):
        return decoded.choices
    return decoded.if_ours if isinstance(decoded, NotRecognised) else ()


def _listed(choices: tuple[Choice, ...], language: Language) -> list[str]:
    lines = []
    for number, choice in enumerate(choices, start=1):
        lines += [f"{number}. {choice.line(language)}", f"   {_line('act', choice.entry.act, language)}"]
    return lines


def _line(label: str, said: Text, language: Language) -> str:
    return _labelled(label, said.to(language), language)


def _labelled(label: str, said: str, language: Language) -> str:
    colon = "\u00a0: " if language == "fr" else ": "
    return f"{_LABELS[label].to(language)}{colon}{said}"


def _quoted(words: tuple[str, ...]) -> Text:
    return Text(", ".join(f"« {word} »" for word in words), ", ".join(f'"{word}"' for word in words))
