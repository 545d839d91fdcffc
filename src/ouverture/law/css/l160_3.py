"""Article L160-3 of the code de la sécurité sociale: French pensions, in France and abroad."""

from ouverture.law.facts.elsewhere import france_pays_care_abroad
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import activity, french_pension_years, pension_from
from ouverture.law.sources import article, rule, statement

ARTICLE = article("CSS", "L160-3", "LEGIARTI000037950374", "b5ba779011f07776", since="2019-07-01")
SINCE_2019 = statement("A18", "39cd488f29b68d63", "CSS L160-3")

french_pension = rule(
    ARTICLE,
    "french_pension",
    "1° to 3°",
    "Les titulaires d'une pension ou rente de vieillesse ou d'une pension de réversion servie par un régime de base de "
    "sécurité sociale français",
    activity.among("pension") & pension_from.among("france"),
    "Vous recevez une pension d'un régime français.",
    "You receive a pension from a French scheme.",
    rows="A18 S44 B5",
    since="2016-01-01",
)

lives_abroad = rule(
    ARTICLE,
    "lives_abroad",
    "al. 1",
    "Lorsqu'ils résident à l'étranger et n'exercent pas d'activité professionnelle",
    lives_in.among("eu_eea_switzerland", "elsewhere", "monaco"),
    "Vous vivez hors de France.",
    "You live outside France.",
    rows="A18",
    since="2016-01-01",
)

france_alone_pays = rule(
    ARTICLE,
    "france_alone_pays",
    "a",
    "lorsque la France est exclusivement compétente pour la prise en charge des soins de santé dispensés dans l'Etat "
    "dans lequel elles résident",
    lives_abroad.holds & france_pays_care_abroad.is_yes(),
    "La France seule paie vos soins dans votre pays de résidence.",
    "France alone pays for your care in your country of residence.",
    rows="A18 S45",
    since="2016-01-01",
)

fifteen_years = rule(
    ARTICLE,
    "fifteen_years",
    "b",
    "dont la pension rémunère une durée d'assurance supérieure ou égale à quinze années au titre d'un régime français",
    french_pension_years.at_least(15),
    "La pension rémunère au moins quinze ans d'assurance en France.",
    "The pension pays for at least fifteen years of insurance in France.",
    rows="A18 S45",
)

any_pension_before_2019 = rule(
    SINCE_2019,
    "any_pension_before_2019",
    "",
    "15-year rule since 2019-07-01",
    french_pension.holds,
    "Avant le 1er juillet 2019, aucune durée d'assurance n'était demandée à un pensionné de France à l'étranger.",
    "Before 1 July 2019, no length of insurance was asked of a pensioner of France living abroad.",
    rows="A18 S45",
    certainty="M",
    until="2019-07-01",
)

BLIND_SPOTS = (
    "The text of L160-3 before 1 July 2019 is not held: that it asked for no length of insurance is drawn from A18.",
    "The dependent minor children of a pensioner abroad (L160-3 c) are not modelled.",
    "The small-pension exclusion of L161-22-2 is not modelled: its text is not held.",
)
