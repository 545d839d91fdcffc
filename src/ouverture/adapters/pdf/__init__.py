"""The plan as a PDF that a screen reader can read (PDF/UA-1), typeset by typst from plain values."""

from collections.abc import Iterator
from typing import Any

from ouverture.adapters.pdf.typesetting import typeset
from ouverture.clock.day_words import plain_day
from ouverture.law.bodies import ROUTES, VERDICTS
from ouverture.services.answer.because import Because
from ouverture.services.answer.plan import Plan
from ouverture.text import Language, Text

WORDS: dict[str, Text] = {
    "from": Text("À partir de", "From"),
    "body": Text("Qui paie", "Who pays"),
    "route": Text("Comment", "How"),
    "on": Text("Au", "As of"),
    "steps": Text("Que faire, dans l'ordre", "What to do, in order"),
    "papers": Text("Papiers", "Papers"),
    "not_asked": Text("Ce qu'on ne peut pas vous demander", "What may not be asked of you"),
    "where": Text("Où envoyer", "Where to send"),
    "because": Text("Pourquoi", "Why"),
    "notices": Text("À savoir", "Good to know"),
    "not_public": Text(
        "Ouverture n'est pas un service public. Ses réponses citent la loi et ne remplacent pas une décision.",
        "Ouverture is not a public service. Its answers quote the law and do not replace a decision.",
    ),
}


def plan_pdf(plan: Plan, language: Language) -> bytes:
    """The plan of one person as a tagged PDF. The words are passed as values: nothing in them is read as markup.

    Characters that no font here can show (a commune typed in another script) are replaced, and the page says so.
    """
    return typeset("plan", _values(plan, language), language)


def _values(plan: Plan, language: Language) -> dict[str, Any]:
    answer = plan.answer
    return {
        "title": VERDICTS[answer.verdict].to(language),
        "lead": answer.headline.to(language),
        "not_public": WORDS["not_public"].to(language),
        "summary": [[WORDS[name].to(language), said] for name, said in _summary(plan, language)],
        "sections": [
            {"title": WORDS[name].to(language), "numbered": name == "steps", "items": items}
            for name, items in _sections(plan, language)
            if items
        ],
    }


def _summary(plan: Plan, language: Language) -> Iterator[tuple[str, str]]:
    answer = plan.answer
    yield "on", plain_day(answer.on).to(language)
    if answer.ground is not None:
        dated = f" ({plain_day(answer.starts_on).to(language)})" if answer.starts_on else ""
        yield "from", answer.ground.start.says.to(language) + dated
    if answer.outcome is not None and answer.body is not None:
        yield "body", answer.body.to(language)
        yield "route", ROUTES[answer.outcome.route].to(language)


def _sections(plan: Plan, language: Language) -> Iterator[tuple[str, list[dict[str, str]]]]:
    yield (
        "steps",
        [
            _item(
                step.text.title.to(language),
                _joined((step.text.detail, step.not_held), language),
                plain_day(step.on).to(language) if step.on else "",
            )
            for step in plan.steps
        ],
    )
    yield (
        "papers",
        [
            _item(
                listed.paper.label.to(language), _joined((listed.condition, listed.why, listed.translation), language)
            )
            for listed in plan.papers.papers
        ],
    )
    yield (
        "not_asked",
        [
            _item(one.limit.what.to(language), one.limit.answer.to(language), ", ".join(c.name for c in one.articles))
            for one in plan.papers.not_to_be_asked
        ],
    )
    yield "where", [_item(line) for line in (plan.where.sentences(language) if plan.where else ())]
    yield (
        "because",
        [
            _item(reason.says.to(language), _quoted(reason, language), reason.rule.source.citation)
            for reason in plan.answer.because
            if reason.holds
        ],
    )
    told = (*plan.answer.amounts, *(shown.says for shown in plan.notices))
    yield "notices", [_item(said.to(language)) for said in told]


def _item(head: str, text: str = "", note: str = "") -> dict[str, str]:
    return {"head": head, "text": text, "note": note}


def _quoted(reason: Because, language: Language) -> str:
    said = reason.words.says
    return f"{reason.rule.quote} ({said.to(language)})" if said else reason.rule.quote


def _joined(texts: tuple[Text | None, ...], language: Language) -> str:
    return " ".join(text.to(language) for text in texts if text)
