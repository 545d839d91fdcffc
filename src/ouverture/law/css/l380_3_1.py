"""Article L380-3-1 of the code de la sécurité sociale: working in Switzerland, living in France."""

from ouverture.law.css.l160_1 import works
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import (
    activity,
    pension_from,
    swiss_choice,
    swiss_choice_since,
    work_kind,
    works_in,
)
from ouverture.law.sources import article, rule, statement

ARTICLE = article("CSS", "L380-3-1", "LEGIARTI000036390105", "67b2fd778f72008d", since="2018-01-01")
OPTION = statement("S70", "f2df5af5135707b2", "EU–Switzerland agreement of 1999")

swiss_cross_border_worker = rule(
    ARTICLE,
    "swiss_cross_border_worker",
    "I",
    "Les travailleurs frontaliers résidant en France et soumis obligatoirement à la législation suisse de sécurité "
    "sociale",
    works.holds & work_kind.among("abroad") & works_in.among("switzerland") & lives_in.among("france"),
    "Qui vit en France et travaille en Suisse relève d'abord de la loi suisse.",
    "Whoever lives in France and works in Switzerland is first under Swiss law.",
    rows="A20 S70",
    since="2016-01-01",
)

swiss_pensioner = rule(
    ARTICLE,
    "swiss_pensioner",
    "III",
    "Les dispositions du I et du II sont également applicables aux titulaires de pensions ou de rentes suisses",
    activity.among("pension") & pension_from.among("switzerland") & lives_in.among("france"),
    "Qui vit en France d'une pension suisse seulement a le même choix qu'un frontalier.",
    "Whoever lives in France on a Swiss pension alone has the same choice as a cross-border worker.",
    rows="A20 S70",
    since="2016-01-01",
)

chose_france = rule(
    ARTICLE,
    "chose_france",
    "I",
    "sur leur demande, sont exemptés d'affiliation obligatoire au régime suisse d'assurance maladie",
    (swiss_cross_border_worker.holds | swiss_pensioner.holds)
    & (french_national.holds | eu_national.holds)
    & swiss_choice.among("france"),
    "Vous avez choisi la France : le régime général vous assure, contre une cotisation sur le revenu.",
    "You chose France: the general scheme insures you, for a contribution on income.",
    rows="A20 S70",
    since="2016-01-01",
)

may_still_choose = rule(
    OPTION,
    "may_still_choose",
    "",
    "option for France within 3 months of taking the job",
    (swiss_cross_border_worker.holds | swiss_pensioner.holds)
    & (french_national.holds | eu_national.holds)
    & swiss_choice.among("not_made")
    & ~swiss_choice_since.more_than_ago(months=3),
    "Vous avez trois mois pour choisir la France ; ce choix est définitif.",
    "You have three months to choose France; the choice is final.",
    rows="S70",
    certainty="H",
)

outside_the_agreement = rule(
    OPTION,
    "outside_the_agreement",
    "",
    "Only EU/Swiss nationals (agreement of 1999",
    (swiss_cross_border_worker.holds | swiss_pensioner.holds) & ~french_national.holds & ~eu_national.holds,
    "L'accord de 1999 avec la Suisse ne vise que les nationaux de l'Union européenne et de la Suisse.",
    "The agreement of 1999 with Switzerland is only for nationals of the European Union and of Switzerland.",
    rows="S70",
    certainty="M",
)

BLIND_SPOTS = ("A Swiss pension beside another one: answered as a foreign or a French pension, without the choice.",)
