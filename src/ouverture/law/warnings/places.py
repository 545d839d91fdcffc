"""Territories with their own scheme, and pensions that follow a person abroad."""

from ouverture.law.css.l160_3 import ARTICLE as PENSIONERS
from ouverture.law.facts.elsewhere import other_cover, rights_open
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.plan import had_number
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice

MAYOTTE = statement("S74", "3d58c1a731daff2a", "Ordonnance 96-1122")
NO_AID = statement("E9", "7a93734bd4e0f953", "AME Mayotte", file="after_admission")
CALEDONIA = statement("S75", "301a3d49545c7932", "Décret 2002-11-19")
POLYNESIA = statement("S76", "00a835c4207ba7ba", "CPS coordination")
ISLANDS = statement("S77", "b2ed9283b6735496", "CPS Saint-Pierre")
STAYS = statement("15b", "6c82544f11d56af6", "Décret 2005-1050", file="turn2_confirmed")
COORDINATION = statement("15c", "dddf561c80959e71", "Décrets 2002-1371,-94-1146,-2011-512", file="turn2_confirmed")
VISITS = statement("S45", "1bea85ea6222c0b5", "CSS L160-3")
CARD = article("CSS", "R161-33-3", "LEGIARTI000046844829", "b6c2b559b80a5734", since="2023-01-01")
LEAVERS = statement("trap 9", "1156e4fe1ed1cff7", "CSS L161-15-4", file="after_admission")

NOTICES = (
    notice(
        "mayotte_is_apart",
        "Mayotte n'est pas la « France » de cet article : la CSSM vous couvre si vous y travaillez ou y vivez de "
        "façon stable et régulière. L'aide médicale de l'État n'y existe pas. Le passage de Mayotte à la métropole "
        "n'a pas été vérifié.",
        'Mayotte is not the "France" of this article: the CSSM covers you if you work or live there in a stable and '
        "regular way. State medical aid does not exist there. A move from Mayotte to mainland France was not "
        "verified.",
        Cited(MAYOTTE, "treatment of a move Mayotte→métropole not verified"),
        Cited(NO_AID, "Not in Mayotte"),
        rows="S74 after/E9 trap-20",
        grounds="lives_in_mayotte",
    ),
    notice(
        "new_caledonia_coordination",
        "Pour un séjour en France, un décret de coordination de 2002 prévoit un formulaire (SE 988-03).",
        "For a stay in France, a coordination decree of 2002 provides a form (SE 988-03).",
        Cited(CALEDONIA, "temporary stay form SE 988-03"),
        rows="S75 trap-20",
        grounds="lives_in_new_caledonia",
        certainty="M",
    ),
    notice(
        "french_polynesia_coordination",
        "Pour un séjour en France, demandez à la CPS le formulaire S980-04. La presse rapporte des délais longs en "
        "CPAM.",
        "For a stay in France, ask the CPS for form S980-04. The press reports long delays at CPAMs.",
        Cited(POLYNESIA, "form S980-04 for stays"),
        rows="S76 trap-20",
        grounds="lives_in_french_polynesia",
        certainty="M",
    ),
    notice(
        "stay_of_an_insured_of_mayotte",
        "Pendant un séjour hors de Mayotte, la CSSM paie vos soins aux tarifs de l'endroit, sur son attestation : "
        "demandez-la avant de partir.",
        "During a stay away from Mayotte, the CSSM pays for your care at the rates of the place, on its certificate: "
        "ask for it before you leave.",
        Cited(STAYS, "have care at the tariffs and rules of the place"),
        rows="turn2/15b",
        when=other_cover.among("mayotte"),
        certainty="M",
        to_do=True,
        since="2022-04-01",
    ),
    notice(
        "rights_of_another_collectivity",
        "Demandez à votre caisse d'origine (CAFAT ou CPS) le formulaire de coordination et une attestation des "
        "périodes assurées : joignez-les à la demande.",
        "Ask the fund you come from (CAFAT or CPS) for the coordination form and a certificate of insured periods: "
        "enclose them with the claim.",
        Cited(COORDINATION, "coordination by the agreement annexed to décret 2002-1371"),
        rows="turn2/15c",
        when=other_cover.among("pacific_or_spm"),
        certainty="M",
        to_do=True,
    ),
    notice(
        "islands_not_verified",
        "Les règles de ce territoire n'ont pas été vérifiées : demandez sur place avant de partir.",
        "The rules of this territory were not verified: ask there before you leave.",
        Cited(ISLANDS, "other moves not verified"),
        rows="S77 trap-20",
        grounds="lives_in_saint_pierre_et_miquelon lives_in_wallis_et_futuna",
        certainty="L",
        to_do=True,
    ),
    notice(
        "pensioner_on_visits_only",
        "Vos soins sont couverts pendant vos séjours en France, pas chez vous. Vous pouvez garder la carte Vitale. "
        "Le service qui suit ces dossiers (CNAREFE) n'a pas été vérifié.",
        "Your care is covered during your stays in France, not at home. You may keep the carte Vitale. The desk that "
        "handles these files (CNAREFE) was not verified.",
        Cited(PENSIONERS, "lors de leurs séjours temporaires en France", "al. 1"),
        Cited(VISITS, "CNAREFE circuit, own knowledge"),
        Cited(LEAVERS, "only pensioners covered by L160-3 and CFE members may"),
        rows="S45 A18 after/V5 after/trap-9",
        grounds="pensioner_abroad",
        certainty="M",
        about="later",
    ),
    notice(
        "leavers_return_the_card",
        "Qui quitte la France rend ou désactive sa carte Vitale. La garder « pour les visites » est permis seulement "
        "aux pensionnés couverts lors de leurs séjours et aux adhérents de la CFE.",
        'Whoever leaves France returns or deactivates the carte Vitale. Keeping it "for visits" is allowed only to '
        "pensioners covered during their stays and to CFE members.",
        Cited(CARD, "la personne est alors tenue de restituer la carte matérielle", "I"),
        Cited(LEAVERS, "only pensioners covered by L160-3 and CFE members may"),
        rows="after/trap-9 after/Q2",
        when=lives_in.other_than("france") & (rights_open.is_yes() | had_number.is_yes()),
        if_unknown=lives_in.other_than("france"),
        grounds="lives_abroad works_elsewhere",
        to_do=True,
        since="2023-01-01",
        about="later",
    ),
)
