"""Changing caisse or scheme: never a gap, and who has to act."""

from ouverture.law.after.statement import stated
from ouverture.law.facts.situation import activity, pension_from
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import side

CHANGE = article("CSS", "L160-18", "LEGIARTI000036687769", "d7a65f98184f70bf", since="2018-09-01")
CASH = article("CSS", "L161-15-2", "LEGIARTI000033714575", "f09e2e50791b5755", since="2017-01-01")
HOW = article("CSS", "D160-15", "LEGIARTI000038023053", "63374cc58b70271c", since="2019-01-01")
HOME = article("CSS", "R312-1", "LEGIARTI000038790899", "ed50da8d4856063b", since="2019-07-08")
FORM = statement("X6", "71ab92601bc59f5a", "SP-R1422 2021", file="after_admission")
CARD = article("CSS", "R161-33-10", "LEGIARTI000046844798", "6fb8ba9df45b377b", since="2023-01-01")

STATEMENTS = (
    stated(
        CHANGE,
        "no_gap_between_bodies",
        "al. 1",
        "ne peut l'interrompre tant que l'organisme nouvellement compétent ne s'est pas substitué à lui",
        "Pas de trou : l'ancien organisme paie vos soins jusqu'à ce que le nouveau ait pris la suite.",
        "No gap: the old body pays for your care until the new one has taken over.",
        rows="after/X1 after/trap-8",
    ),
    stated(
        CASH,
        "no_gap_in_cash_benefits",
        "",
        "l'organisme qui assure le service des prestations en espèces ne peut l'interrompre",
        "La même règle vaut pour les prestations en argent.",
        "The same rule holds for cash benefits.",
        rows="after/X1",
    ),
    stated(
        HOW,
        "ask_for_the_change",
        "al. 1",
        "il est opéré à sa demande au moyen d'un télé service ou à défaut d'un formulaire mis à disposition",
        "En général, c'est à vous de demander le changement de régime, en ligne ou par formulaire. On vous dit le "
        "nouveau rattachement dans le mois.",
        "As a rule it is for you to ask for a change of scheme, online or by form. You are told of the new "
        "attachment within a month.",
        rows="after/X2",
        deadlines="mutation_information_one_month",
        to_do=True,
    ),
    stated(
        CHANGE,
        "the_new_body_acts_by_itself",
        "1° to 5°",
        "Lorsque le bénéficiaire commence à exercer une activité salariée dont la durée ou la quotité de travail "
        "prévues par le contrat sont supérieures à des seuils fixés par décret",
        "Le nouvel organisme agit seul, après vous avoir prévenu, dans les deux mois : emploi salarié assez long, "
        "accident du travail déclaré ailleurs, entrée dans un régime spécial, installation comme agriculteur ou "
        "indépendant, sortie d'un régime spécial.",
        "The new body acts by itself, after telling you, within two months: a long enough salaried job, a work "
        "accident declared elsewhere, entry into a special scheme, start as a farmer or self-employed, leaving a "
        "special scheme.",
        rows="after/X3",
        amounts="direct_change_of_body_hours direct_change_of_body_contract",
        deadlines="mutation_two_months",
    ),
    stated(
        HOW,
        "pensioner_starting_a_business",
        "al. 3",
        "il peut choisir de demeurer rattaché aux organismes chargés de la gestion du régime qui lui verse la pension",
        "Un retraité qui se met à son compte peut rester avec l'organisme de sa pension.",
        "A pensioner who starts a business may stay with the body of the pension.",
        rows="after/X4",
        when=activity.among("pension") & pension_from.among("france"),
    ),
    stated(
        CHANGE,
        "a_forgotten_change_costs_little",
        "last al.",
        "qu'à hauteur de la part de la participation fixée en application des mêmes articles L. 160-13 à L. 160-15",
        "Si vous avez oublié de demander le changement, on ne peut vous reprendre, au plus, que la part du ticket "
        "modérateur payée en trop.",
        "If you forgot to ask for the change, at most the share of the co-payment wrongly paid can be taken back.",
        rows="after/X5",
    ),
    stated(
        HOME,
        "caisse_follows_the_home",
        "al. 1",
        "relèvent de la caisse primaire d'assurance maladie dans la circonscription de laquelle ils ont leur "
        "résidence habituelle",
        "Au régime général, votre caisse est celle de votre domicile. Déclarez la nouvelle adresse dans le compte "
        "ameli ou par le formulaire S1104.",
        "In the general scheme, your caisse is that of your home. Declare the new address in the ameli account or "
        "with form S1104.",
        rows="after/X6 B9",
        to_do=True,
    ),
    stated(
        FORM,
        "what_form_s1104_is_for",
        "",
        "change of situation entailing a change of CPAM",
        "Les sources ne s'accordent pas sur le formulaire S1104 : demandez à la caisse s'il convient à votre cas.",
        "Sources do not agree on form S1104: ask the caisse whether it suits your case.",
        rows="after/X6 C16",
        certainty="M",
        sides=(
            side("Changement de CPAM seulement.", "A change of CPAM only.", "service-public.fr R1422", "2021"),
            side("Aussi un changement de régime.", "A change of scheme too.", "guides", ""),
        ),
    ),
    stated(
        CARD,
        "update_the_card_after_a_change_of_body",
        "al. 2 and 3",
        "La carte ne peut plus être utilisée jusqu'à la mise à jour.",
        "Après un changement d'organisme, mettez la carte Vitale à jour : elle ne sert plus jusque-là.",
        "After a change of body, update the carte Vitale: it cannot be used until then.",
        rows="after/X7",
        to_do=True,
    ),
    stated(
        CARD,
        "update_the_card_every_year",
        "al. 1",
        "au minimum, tous les ans à compter de la date d'émission de celle-ci",
        "Mettez la carte à jour après tout changement, et au moins une fois par an.",
        "Update the card after any change, and at least once a year.",
        rows="after/X8",
        deadlines="card_update_one_year",
        to_do=True,
    ),
)

BLIND_SPOTS = ("Moves to and from Mayotte and the territories with their own scheme were not verified.",)
