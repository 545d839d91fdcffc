"""The answer to a letter that asks for papers: one paragraph a demand, ready to be sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ouverture.clock.day_words import day_in_words
from ouverture.evidence.circumstances import ANSWER
from ouverture.law.facts import FACTS
from ouverture.text import Text
from ouverture.wording.demands.demand import Demand, Sending
from ouverture.wording.demands.sentences import sentence


def draft(demands: Iterable[Demand]) -> Text:
    """The letter that answers these demands, in both languages, with nothing left to fill but the signature."""
    paragraphs = [sentence("opening"), *(paragraph(demand) for demand in demands), sentence("closing")]
    return _joined(paragraphs, "\n\n")


def paragraph(demand: Demand) -> Text:
    """What is answered to one demand."""
    return _joined(_said(demand), " ")


def explained(demand: Demand) -> Text | None:
    """For the person, not for the caisse: what the demand depends on, in words; None when nothing is open."""
    if demand.kind != "depends":
        return None
    if not demand.depends_on:
        return demand.reason
    labels = [ANSWER.label if name == ANSWER.name else FACTS[name].label for name in demand.depends_on]
    return sentence("depends_on_facts", facts=_joined(labels, ", "))


def _said(demand: Demand) -> Iterator[Text]:
    by_limit = demand.kind == "without_basis_found" and demand.limits
    if by_limit:
        yield sentence("limit", written=demand.written, answer=demand.limits[0].limit.answer)
        return
    yield sentence(_template(demand), **_filling(demand))
    if demand.kind == "one_of_several" and demand.sent:
        yield sentence("sent_instead", **_proof(demand.sent))
    yield from (limit.limit.answer for limit in demand.limits)


def _template(demand: Demand) -> str:
    later = demand.kind == "required" and demand.line and demand.line.may_follow_later
    return "required_later" if later else demand.kind


def _filling(demand: Demand) -> dict[str, str | Text]:
    return {
        "written": demand.written,
        "what": demand.what or Text("", ""),
        "article": demand.articles[0] if demand.articles else "",
        "articles": ", ".join(demand.articles),
        "others": _joined(list(demand.others), " ; "),
        "reason": demand.reason or Text("", ""),
        **(_proof(demand.sent) if demand.sent else {}),
    }


def _proof(sent: Sending) -> dict[str, str | Text]:
    return {"day": day_in_words(sent.on), "proof": sent.proof}


def _joined(texts: Iterable[Text], between: str) -> Text:
    said = list(texts)
    return Text(between.join(text.fr for text in said), between.join(text.en for text in said))
