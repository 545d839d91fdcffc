"""What the computation of the C2S says, step by step."""

from datetime import date
from decimal import ROUND_FLOOR, Decimal

from ouverture.law.after.c2s_ceiling import Ceiling, Ceilings
from ouverture.law.amounts import value
from ouverture.law.amounts.figures import euros, in_unit
from ouverture.rules.facts import Fact
from ouverture.text import Text

_NOT_HERE = Text(
    "La C2S demande de vivre en France, au sens de l'article R111-2.",
    "C2S asks for living in France, in the sense of article R111-2.",
)
_MAYOTTE = Text(
    "La C2S existe à Mayotte depuis le 1er janvier 2024 ; son plafond n'a pas été trouvé : demandez à la CSSM.",
    "C2S has existed in Mayotte since 1 January 2024; its ceiling there was not found: ask the CSSM.",
)


def not_here(place: str) -> Text:
    """Why a person living there gets no answer, or none from here."""
    return _MAYOTTE if place == "mayotte" else _NOT_HERE


def missing_facts(facts: tuple[Fact, ...]) -> Text:
    """Which answers are missing."""
    fr, en = (", ".join(fact.label.to(language) for fact in facts) for language in ("fr", "en"))
    return Text(f"Pour le dire, il manque : {fr}.", f"To tell, this is missing: {en}.")


def overseas_unknown() -> Text:
    """The postcode decides between the two ceilings."""
    return Text(
        "Le plafond est plus haut outre-mer : donnez votre code postal.",
        "The ceiling is higher overseas: give your postcode.",
    )


def free(found: Ceilings) -> Text:
    """Under the first ceiling."""
    limit = _written(found.free)
    return Text(
        f"Vos ressources sont sous le plafond annuel de votre foyer ({limit.fr}) : C2S gratuite.",
        f"Your resources are under the yearly ceiling of your household ({limit.en}): free C2S.",
    )


def participation(found: Ceilings, monthly: Decimal | None) -> Text:
    """Between the two ceilings; ``monthly`` is the claimant's participation, when the age is known."""
    low, high = _written(found.free), _written(found.top)
    fr = f"Vos ressources sont entre les deux plafonds annuels de votre foyer ({low.fr} et {high.fr}) : C2S avec"
    en = f"Your resources are between the two yearly ceilings of your household ({low.en} and {high.en}): C2S with"
    fr, en = f"{fr} participation", f"{en} a participation"
    if monthly is None:
        return Text(f"{fr}, selon l'âge de chacun.", f"{en}, by each person's age.")
    price = in_unit("euros_a_month", ((0, monthly),))
    return Text(f"{fr} ; pour vous : {price.fr}.", f"{en}; for you: {price.en}.")


def above(found: Ceilings) -> Text:
    """Over the second ceiling."""
    limit = _written(found.top)
    return Text(
        f"Vos ressources dépassent le second plafond annuel de votre foyer ({limit.fr}) : pas de C2S.",
        f"Your resources are above the second yearly ceiling of your household ({limit.en}): no C2S.",
    )


def near(found: Ceilings) -> Text:
    """So near a ceiling that the rounding of the published figure decides."""
    low, high = _written(found.free), _written(found.top)
    return Text(
        f"Vos ressources sont à la limite d'un plafond ({low.fr} ou {high.fr}), à un euro ou deux près : seule la "
        "caisse peut le dire.",
        f"Your resources are at the limit of a ceiling ({low.en} or {high.en}), within a euro or two: only the caisse "
        "can tell.",
    )


def ceiling_not_found(on: date) -> Text:
    """Why the ceiling of that day is not known."""
    says = value("c2s_ceiling", on).says
    return Text(says.fr[0].upper() + says.fr[1:], says.en[0].upper() + says.en[1:])


def under_the_last_known(known: Ceilings, *, free: bool) -> Text:
    """What the last known ceiling suggests, and why it is not an answer."""
    limit = _written(known.free if free else known.top)
    fr, en = ("gratuite", "free C2S") if free else ("au moins avec participation", "at least C2S with a participation")
    return Text(
        f"Vous êtes sous le dernier plafond connu ({limit.fr}), et la loi l'empêche de baisser (L161-25) : la C2S "
        f"{fr} est très probable. Demandez-la.",
        f"You are under the last known ceiling ({limit.en}), and the law keeps it from falling (L161-25): {en} is very "
        "likely. Claim it.",
    )


def _written(ceiling: Ceiling) -> Text:
    """A ceiling in euros; one that had to be rounded is "about", since the published figure may differ by a euro."""
    if ceiling.exact == ceiling.lowest:
        return euros(ceiling.exact)
    cut = euros(ceiling.exact.to_integral_value(ROUND_FLOOR))
    return Text(f"environ {cut.fr}", f"about {cut.en}")
