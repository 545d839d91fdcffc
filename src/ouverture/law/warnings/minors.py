"""Children and young adults: whose scheme, until when."""

from ouverture.law.ceseda.l411_1 import MINORS, minor_needs_no_permit
from ouverture.law.css.d160_14 import ARTICLE as BODY
from ouverture.law.css.d160_14 import body_of_the_parents
from ouverture.law.css.l160_2 import ARTICLE as DEPENDANTS
from ouverture.law.css.r111_3 import ARTICLE as LISTED
from ouverture.law.facts.person import nationality
from ouverture.law.facts.situation import activity
from ouverture.law.sources import article
from ouverture.law.warnings.notice import Cited, notice
from ouverture.places.memberships import EU_EEA_SWITZERLAND
from ouverture.rules.rulebook import Verdict

AGE = article("CSS", "D160-1", "LEGIARTI000038023041", "1a69546dca01333d", since="2019-01-01")
BOTH_PARENTS = article("CSS", "R161-8", "LEGIARTI000031827657", "35bf5016eb3dd64f", since="2016-01-01")

NOTICES = (
    notice(
        "no_permit_before_18",
        "Si la caisse vous demande un titre de séjour, répondez qu'avant 18 ans la loi n'en demande pas, et demandez "
        "une décision écrite. Nous n'avons pas trouvé si un mineur étranger doit avoir une autorisation de travail. À "
        "18 ans, il faut un titre : demandez-le à la préfecture avant ce jour.",
        "If the caisse asks you for a residence permit, answer that before 18 the law asks for none, and ask for a "
        "written decision. We did not find whether a foreign minor needs a permit to work. At 18 a permit is needed: "
        "ask the prefecture for it before that day.",
        Cited(MINORS, "Minors: no titre needed to be regular."),
        rows="G6",
        when=minor_needs_no_permit.holds,
        certainty="M",
        to_do=True,
    ),
    notice(
        "own_cover_on_the_18th_birthday",
        "Le jour des 18 ans, l'enfant devient assuré lui-même, sans démarche et sans interruption. Mettez sa carte à "
        "jour. Dès 16 ans, il peut demander une couverture à son nom.",
        "On the 18th birthday the child becomes insured in their own right, with no claim and no gap. Update the "
        "card. From 16 the child may ask for cover in their own name.",
        Cited(AGE, "le jour où l'enfant atteint 18 ans", "al. 1"),
        Cited(DEPENDANTS, "L'enfant qui a atteint l'âge de seize ans peut demander", "al. 3"),
        rows="S51 A14 trap-25",
        when=activity.among("minor"),
        grounds="minor_of_insured_adult",
        deadlines="own_cover_at_18 personal_cover_from_16",
        about="later",
    ),
    notice(
        "permit_at_18",
        "À 18 ans, un étranger qui n'est pas européen doit avoir un titre de séjour pour garder ses droits : "
        "demandez-le à la préfecture avant ce jour.",
        "At 18, a foreigner who is not European must hold a residence document to keep the rights: ask the prefecture "
        "for it before that day.",
        Cited(MINORS, "Minors: no titre needed to be regular."),
        Cited(LISTED, "la liste des titres ou documents attestant la régularité", "I al. 2"),
        rows="G6 G2",
        when=activity.among("minor") & nationality.other_than(*sorted(EU_EEA_SWITZERLAND)),
        verdicts=(Verdict.COVERED,),
        about="later",
    ),
    notice(
        "both_parents",
        "Un enfant peut être rattaché à ses deux parents. Sans demande, ce sera celui qui envoie le premier "
        "remboursement.",
        "A child can be attached to both parents. Without a request, it will be the one who sends the first claim.",
        Cited(
            BOTH_PARENTS, "que leurs enfants soient rattachés, en qualité d'ayants droit, à chacun d'entre eux", "al. 1"
        ),
        rows="A15 S52",
        grounds="minor_of_insured_adult",
        about="later",
    ),
    notice(
        "parents_scheme_until_24",
        "Si vous n'avez jamais travaillé et étiez rattaché à un parent assuré, votre organisme reste le sien "
        "jusqu'au mois de vos 24 ans.",
        "If you have never worked and were attached to an insured parent, your body stays theirs up to the month of "
        "your 24th birthday.",
        Cited(BODY, "Pour les enfants jusqu'au mois au cours duquel ils atteignent l'âge de 24 ans", "5°"),
        rows="B8 S26 trap-25",
        when=body_of_the_parents.holds & activity.among("none", "studying"),
        verdicts=(Verdict.COVERED,),
        deadlines="parents_scheme_until_24",
        about="later",
    ),
)
