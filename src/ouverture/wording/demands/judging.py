"""What a demand is worth for one person: the list of the ground first, then limits, and doubt before "no basis"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ouverture.evidence.checklist import Checklist
from ouverture.evidence.listed import Listed, NotAsked
from ouverture.text import Text
from ouverture.wording.demands.asked import Asked, Matter
from ouverture.wording.demands.demand import Demand, LocalRule, Sending
from ouverture.wording.demands.reading import Asking
from ouverture.wording.demands.sentences import sentence


@dataclass(frozen=True)
class Bench:
    """What every demand of one letter is judged by: the person's list, what was sent, what the caisse declared.

    ``open_facts``: the missing facts on which the ground itself hangs.
    """

    checklist: Checklist
    sent: Mapping[str, Sending]
    local: Mapping[str, LocalRule]
    matter: Matter | None
    open_facts: tuple[str, ...] = ()

    def judge(self, asking: Asking) -> Demand:
        """One demand. Never "without basis" where the list, a declared rule or a missing fact may give it one."""
        if not asking.things:
            return self._manner_alone(asking)
        limits = self._limits(_limits_of(asking), certain=True)
        return (
            self._supplied(asking, limits)
            or self._listed(asking, limits)
            or self._declared(asking)
            or self._doubtful(asking)
            or self._without_basis(asking)
        )

    def _manner_alone(self, asking: Asking) -> Demand:
        names = {manner.limit for manner in asking.manners}
        if limits := self._limits(names, certain=True):
            return _without(asking, limits[0].limit.what, limits)
        if limits := self._limits(names, certain=False):
            facts = self._settling(limits[0].missing)
            return Demand(asking.written, "depends", limits[0].limit.what, depends_on=facts)
        return Demand(asking.written, "not_understood", None)

    def _supplied(self, asking: Asking, limits: tuple[NotAsked, ...]) -> Demand | None:
        for name in self._own_names(asking):
            if name in self.sent:
                line = next((line for line in self.checklist.papers if line.paper.name == name), None)
                return Demand(
                    asking.written,
                    "already_supplied",
                    asking.things[0].label,
                    _names(asking),
                    line,
                    limits=limits,
                    articles=_articles(line) if line else (),
                    sent=self.sent[name],
                )
        return None

    def _own_names(self, asking: Asking) -> Iterator[str]:
        """The names under which the very thing was sent: papers that merely do as well are told apart."""
        for thing in asking.things:
            yield thing.name
            if not thing.narrow:
                listed = [line.paper.name for line in self._lines(asking) if line.paper.name in thing.papers]
                yield from listed[:1] or thing.papers

    def _listed(self, asking: Asking, limits: tuple[NotAsked, ...]) -> Demand | None:
        lines = [line for line in self._lines(asking) if _is_certain(line)]
        if not lines:
            return None
        narrow = all(thing.narrow for thing in asking.things)
        line = next((line for line in lines if line.one_of is None), lines[0])
        others = tuple(other.paper.label for other in self._equivalents(line))
        several = narrow or line.one_of is not None
        accepted = (line.paper.label, *others) if narrow else others
        return Demand(
            asking.written,
            "one_of_several" if several else "required",
            asking.things[0].label if narrow or len(asking.things) == 1 else line.paper.label,
            _names(asking),
            line,
            accepted if several else (),
            limits,
            _articles(line),
            self._sent_instead(line),
            reason=line.condition,
        )

    def _lines(self, asking: Asking) -> list[Listed]:
        """The lines of the list that the things can be, the likeliest paper first."""
        papers = list(dict.fromkeys(name for thing in asking.things for name in thing.papers))
        lines = [line for line in self.checklist.papers if line.paper.name in papers]
        return sorted(lines, key=lambda line: papers.index(line.paper.name))

    def _equivalents(self, line: Listed) -> list[Listed]:
        if line.one_of is None:
            return []
        group = [other for other in self.checklist.papers if other.one_of == line.one_of and _is_certain(other)]
        return [other for other in group if other.paper is not line.paper]

    def _sent_instead(self, line: Listed) -> Sending | None:
        """A paper already sent that answers the same requirement."""
        names = (line.paper.name, *(other.paper.name for other in self._equivalents(line)))
        return next((self.sent[name] for name in names if name in self.sent), None)

    def _declared(self, asking: Asking) -> Demand | None:
        names = (name for thing in asking.things for name in (thing.name, *thing.papers))
        rule = next((self.local[name] for name in names if name in self.local), None)
        if rule is None or rule.since > self.checklist.on:
            return None
        what = asking.things[0].label
        return Demand(asking.written, "declared_by_the_caisse", what, _names(asking), reason=rule.says)

    def _doubtful(self, asking: Asking) -> Demand | None:
        """A line with a condition, another matter, an unknown ground, a limit in doubt, or a text that may want it."""
        for line in self._lines(asking):
            return self._depends(asking, line.missing, line.condition, line)
        if self.matter:
            return self._depends(asking, (), self.matter.says)
        if self.checklist.ground is None:
            return self._depends(asking, ("ground",), None)
        if not self.checklist.papers:
            return self._depends(asking, (), sentence("nothing_listed"))
        names = _limits_of(asking)
        if not self._limits(names, certain=True):
            if limits := self._limits(names, certain=False):
                return self._depends(asking, limits[0].missing, limits[0].condition)
            perhaps = next((thing.perhaps for thing in asking.things if thing.perhaps), None)
            return self._depends(asking, (), perhaps) if perhaps else None
        return None

    def _depends(
        self, asking: Asking, facts: tuple[str, ...], reason: Text | None, line: Listed | None = None
    ) -> Demand:
        what = asking.things[0].label
        articles = _articles(line) if line else ()
        return Demand(
            asking.written,
            "depends",
            what,
            _names(asking),
            line,
            articles=articles,
            depends_on=self._settling(facts),
            reason=reason,
        )

    def _settling(self, facts: tuple[str, ...]) -> tuple[str, ...]:
        """The facts to ask for: those that settle the ground, in place of the ground itself."""
        if not self.open_facts or "ground" not in facts:
            return facts
        return tuple(dict.fromkeys((*self.open_facts, *(fact for fact in facts if fact != "ground"))))

    def _without_basis(self, asking: Asking) -> Demand:
        return _without(asking, asking.things[0].label, self._limits(_limits_of(asking), certain=True), self._lists())

    def _limits(self, names: set[str], *, certain: bool) -> tuple[NotAsked, ...]:
        limits = (limit for limit in self.checklist.not_to_be_asked if limit.limit.name in names)
        return tuple(limit for limit in limits if (limit.condition is None) is certain)

    def _lists(self) -> tuple[str, ...]:
        """The articles that say what may be asked of this person."""
        lines = (line for line in self.checklist.papers if line.condition is None and line.articles)
        return tuple(dict.fromkeys(line.articles[0].name for line in lines))


def _without(asking: Asking, what: Text, limits: tuple[NotAsked, ...], lists: tuple[str, ...] = ()) -> Demand:
    against = tuple(dict.fromkeys(citation.name for limit in limits for citation in limit.articles))
    return Demand(asking.written, "without_basis_found", what, _names(asking), limits=limits, articles=against or lists)


def _limits_of(asking: Asking) -> set[str]:
    return {name for thing in asking.things for name in thing.limits} | {m.limit for m in asking.manners}


def _is_certain(line: Listed) -> bool:
    """Wanted for sure, or one way among several that fits a case no fact holds ("somebody houses you")."""
    return line.condition is None or (line.one_of is not None and not line.missing)


def _articles(line: Listed) -> tuple[str, ...]:
    return tuple(citation.name for citation in line.articles)


def _names(asking: Asking) -> tuple[str, ...]:
    return tuple(_name(thing) for thing in asking.things)


def _name(thing: Asked) -> str:
    return thing.name
