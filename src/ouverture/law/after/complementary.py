"""Complémentaire santé solidaire (C2S): who, how, from when, what it gives. The computation is in c2s.py."""

from ouverture.law.after.statement import stated
from ouverture.law.facts.person import lives_in
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import side

RIGHT = article("CSS", "L861-1", "LEGIARTI000037950247", "58a03cfb7696b722", since="2019-11-01")
RESOURCES = article("CSS", "L861-2", "LEGIARTI000048702111", "0f0590040e97a12d", since="2024-07-01")
EFFECT = article("CSS", "L861-3", "LEGIARTI000046812151", "e49a78e1258a4a78", since="2022-12-25")
DECISION = article("CSS", "L861-5", "LEGIARTI000046806509", "bd39ab68bc58ab02", since="2022-12-25")
CEILING = article("CSS", "D861-1", "LEGIARTI000038682687", "8ce48590d13eb3a3", since="2019-11-01")
HOUSEHOLD = article("CSS", "R861-2", "LEGIARTI000018052382", "dcc8a2859b88a3f9", since="2008-01-31")
SCALE = article("CSS", "R861-3", "LEGIARTI000038701537", "1b92a512aacfbcbb", since="2019-11-01")
COUNTED = article("CSS", "R861-4", "LEGIARTI000051821170", "c94d2f62832e368f", since="2025-07-01")
HOUSING = article("CSS", "R861-5", "LEGIARTI000031694499", "cd04af1b2e794ea8", since="2016-01-01")
PERIOD = article("CSS", "R861-8", "LEGIARTI000051821176", "29a1ce00762a3dad", since="2025-10-01")
NOT_COUNTED = article("CSS", "R861-10", "LEGIARTI000051821125", "e2bd923cabe5b2a1", since="2025-07-01")
CLAIM = article("CSS", "R861-16", "LEGIARTI000045602004", "53e53657f5631c6e", since="2022-04-18")
NOTIFIED = article("CSS", "R861-16-1", "LEGIARTI000049853542", "31fafdeb571410f5", since="2024-06-30")
PAYMENT = article("CSS", "R861-16-3", "LEGIARTI000044492458", "53a99ec50880d096", since="2022-01-01")
RENEWAL = article("CSS", "R861-18", "LEGIARTI000045601938", "e7528cbce957555f", since="2022-04-01")
NO_CHARGES = article("CSS", "L160-15", "LEGIARTI000037950367", "3fdf9f920c6bab81", since="2019-11-01")
PRICE = statement("C11", "8556870d5ad19c9b", "openfisca C2S", file="after_admission")
RESIDENCE = statement("C13", "d41749b53d7822b2", "CSS R861-1", file="after_admission")
MAYOTTE = statement("C14", "29c98bcf7dc8ef95", "C2S Mayotte", file="after_admission")

STATEMENTS = (
    stated(
        RIGHT,
        "free_or_with_participation",
        "1° and 2°",
        "sont comprises entre le plafond mentionné au 1° et ce même plafond majoré de 35 %",
        "Assuré et avec de faibles ressources : la C2S est gratuite sous un plafond, avec une participation un peu "
        "au-dessus.",
        "Insured and with low resources: C2S is free under a ceiling, with a participation a little above it.",
        rows="after/C1",
        amounts="c2s_ceiling c2s_participation_margin",
    ),
    stated(
        CEILING,
        "ceiling_overseas",
        "al. 2",
        "Ce plafond est majoré de 11,3 % pour les personnes résidant dans les collectivités mentionnées à l'article "
        "L. 751-1.",
        "Le plafond change chaque 1er avril. Il est plus haut en Guadeloupe, Guyane, Martinique, à La Réunion, "
        "Saint-Barthélemy et Saint-Martin.",
        "The ceiling changes each 1 April. It is higher in Guadeloupe, French Guiana, Martinique, Réunion, "
        "Saint-Barthélemy and Saint-Martin.",
        rows="after/C2 S73 after/trap-4",
        amounts="c2s_ceiling c2s_overseas_increase",
    ),
    stated(
        SCALE,
        "ceiling_by_household",
        "1° to 3°",
        "De 50 % au titre de la deuxième personne membre du foyer",
        "Le plafond monte avec le nombre de personnes du foyer ; de moitié seulement pour un enfant en résidence "
        "alternée.",
        "The ceiling rises with the number of people in the household; by half only for a child in alternating "
        "residence.",
        rows="after/C3",
        amounts="c2s_household_increase",
    ),
    stated(
        HOUSEHOLD,
        "who_is_in_the_household",
        "al. 1 to 4",
        "âgés de moins de vingt-cinq ans à la date du dépôt de la demande",
        "Le foyer : vous, votre conjoint ou partenaire, et les personnes à charge de moins de 25 ans.",
        "The household: you, your spouse or partner, and dependants under 25.",
        rows="after/C4 after/trap-4",
        since="2019-11-01",
        amounts="c2s_dependant_age",
    ),
    stated(
        PERIOD,
        "twelve_months_counted",
        "al. 1",
        "au cours d'une période de douze mois courant du treizième au deuxième mois civil précédant le mois de la "
        "demande",
        "On regarde douze mois de ressources : du treizième au deuxième mois avant celui de la demande. Certains "
        "revenus viennent du dernier avis d'impôt.",
        "Twelve months of resources are looked at: from the thirteenth to the second month before that of the claim. "
        "Some income comes from the last tax notice.",
        rows="after/C5",
    ),
    stated(
        COUNTED,
        "what_counts",
        "al. 1",
        "l'ensemble des ressources nettes de prélèvements sociaux obligatoires de quelque nature qu'elles soient, "
        "des personnes composant le foyer",
        "Toutes les ressources nettes du foyer comptent, même étrangères.",
        "All net resources of the household count, foreign ones too.",
        rows="after/C5",
    ),
    stated(
        NOT_COUNTED,
        "what_does_not_count",
        "",
        "Ne sont pas prises en compte dans les ressources les prestations suivantes",
        "Ne comptent pas : le RSA, la prime d'activité et une liste d'aides (bourses, aide de la famille, AEEH…). "
        "Une part du salaire est écartée en cas de longue maladie ou de chômage indemnisé.",
        "Not counted: RSA, prime d'activité and a list of aids (grants, help from family, AEEH…). A share of wages "
        "is set aside for a long sickness or paid unemployment.",
        rows="after/C6",
        amounts="c2s_work_income_reduction",
    ),
    stated(
        HOUSING,
        "housing_counts_flat",
        "1° to 3°",
        "sont évalués mensuellement et de manière forfaitaire",
        "Un logement gratuit ou possédé, ou une aide au logement, compte pour un forfait, en part du RSA.",
        "A home that is free or owned, or housing aid, counts as a flat share of the RSA.",
        rows="after/C6",
        since="2019-11-01",
        amounts="c2s_free_housing_share c2s_housing_aid_share",
    ),
    stated(
        RESOURCES,
        "c2s_without_asking",
        "al. 2",
        "Le droit à la protection complémentaire en matière de santé leur est attribué automatiquement, sauf "
        "opposition expresse de leur part.",
        "Qui reçoit le RSA a la C2S gratuite, sans demande. L'ASPA, puis l'ASI, l'AAH et l'ASS, ouvrent la C2S avec "
        "participation ; les dates d'application sont à vérifier.",
        "Whoever draws RSA has free C2S, with no claim. ASPA, then ASI, AAH and ASS, open C2S with participation; "
        "the dates of application are to be checked.",
        rows="after/C7",
    ),
    stated(
        CLAIM,
        "how_to_claim_c2s",
        "al. 2",
        "sur demande effectuée par des téléservices mis en place par les caisses d'assurance maladie dont relèvent "
        "les demandeurs ou par un formulaire homologué",
        "Demandez-la dans le compte ameli, ou par le formulaire (cerfa 12504, numéro de version à vérifier).",
        "Claim it in the ameli account, or by the form (cerfa 12504, version to be checked).",
        rows="after/C8",
        to_do=True,
    ),
    stated(
        DECISION,
        "c2s_silence_is_acceptance",
        "al. 4",
        "En l'absence de notification de la décision au demandeur, la demande est considérée comme acceptée.",
        "La caisse répond dans les deux mois d'un dossier complet. Ici, le silence vaut acceptation.",
        "The caisse answers within two months of a complete file. Here, silence is acceptance.",
        rows="after/C8 R4 trap-23 after/trap-5",
        deadlines="c2s_decision",
    ),
    stated(
        DECISION,
        "c2s_starts",
        "al. 5",
        "prend effet au premier jour du mois qui suit la date de la décision",
        "La C2S part du 1er du mois qui suit la décision, ou la réception du moyen de paiement. En cas d'urgence, du "
        "1er du mois de la demande. Elle dure un an.",
        "C2S starts on the 1st of the month after the decision, or after the means of payment arrives. In an urgent "
        "case, on the 1st of the month of the claim. It lasts one year.",
        rows="after/C9",
        deadlines="c2s_start c2s_one_year",
    ),
    stated(
        PAYMENT,
        "c2s_payment_papers",
        "al. 1",
        "chacun de ses membres dispose d'un délai de trois mois",
        "Avec participation, renvoyez le moyen de paiement dans les trois mois.",
        "With a participation, return the means of payment within three months.",
        rows="after/C10",
        deadlines="c2s_payment_papers_three_months",
        to_do=True,
    ),
    stated(
        RENEWAL,
        "c2s_renewal",
        "I",
        "La demande de renouvellement est déposée au plus tôt quatre mois et au plus tard deux mois avant l'expiration",
        "Renouvelez entre quatre et deux mois avant la fin. C'est automatique avec le RSA ou l'ASPA.",
        "Renew between four and two months before the end. It is automatic with RSA or ASPA.",
        rows="after/C10",
        deadlines="c2s_renewal_window_open c2s_renewal_window_close c2s_renewal_notice_three_months "
        "c2s_renewal_answer_one_month",
        to_do=True,
    ),
    stated(
        PRICE,
        "c2s_price",
        "",
        "Monthly participation per person (age on 1 January)",
        "La participation dépend de l'âge de chaque personne au 1er janvier ; moins pour le régime local "
        "d'Alsace-Moselle.",
        "The participation depends on each person's age on 1 January; less in the local scheme of Alsace-Moselle.",
        rows="after/C11",
        certainty="M",
        since="2019-11-01",
        amounts="c2s_monthly_participation c2s_monthly_participation_alsace_moselle",
    ),
    stated(
        NOTIFIED,
        "age_on_1_january",
        "II",
        "L'âge pris en compte pour la détermination du montant de la participation financière est celui atteint au "
        "1er janvier de l'année d'attribution",
        "L'âge est celui du 1er janvier de l'année où la C2S est accordée.",
        "The age is that on 1 January of the year C2S is granted.",
        rows="after/C11",
    ),
    stated(
        EFFECT,
        "what_c2s_gives",
        "1° to 3°",
        "bénéficient du tiers payant pour les dépenses prises en charge par les régimes obligatoires",
        "Avec la C2S : pas de ticket modérateur, pas d'avance, des tarifs encadrés. Le tiers payant reste un an "
        "après la fin.",
        "With C2S: no co-payment, nothing to pay in advance, regulated fees. Third-party payment stays for a year "
        "after the end.",
        rows="after/C12",
        deadlines="c2s_tiers_payant_one_year",
    ),
    stated(
        NO_CHARGES,
        "no_flat_charges_with_c2s",
        "al. 1",
        "n'est pas exigée pour les mineurs et les bénéficiaires de la protection complémentaire en matière de santé",
        "Pas de participation forfaitaire ni de franchise avec la C2S, ni pour les mineurs.",
        "No flat charge and no franchise with C2S, nor for minors.",
        rows="after/C12",
    ),
    stated(
        RESIDENCE,
        "c2s_residence",
        "",
        "workers show activity > 3 months or A6 evidence",
        "La résidence est celle de l'assurance maladie. Qui travaille montre plus de trois mois d'activité, ou trois "
        "mois de résidence.",
        "Residence is that of health insurance. Those who work show more than three months of activity, or three "
        "months of residence.",
        rows="after/C13 T10",
        certainty="M",
    ),
    stated(
        MAYOTTE,
        "c2s_in_mayotte",
        "",
        "Not available in Mayotte until recently: contradictory pages",
        "Les sources ne s'accordent pas sur la C2S à Mayotte : demandez à la CSSM.",
        "Sources do not agree on C2S in Mayotte: ask the CSSM.",
        rows="after/C14",
        when=lives_in.among("mayotte"),
        certainty="L",
        sides=(
            side("Non.", "No.", "service-public.fr F3079", "2020"),
            side("Oui.", "Yes.", "Que Choisir", "2025"),
        ),
    ),
)

BLIND_SPOTS = (
    "Articles R861-1, R861-7, L861-4 and L861-10 are not held: what our sources say of them is used.",
    "The application dates of deemed eligibility (AAH, ASS, contrat-jeune) rest on decrees that were not read.",
)
