"""What must be declared, what silence may cost, and the right to make a mistake."""

from ouverture.law.after.statement import stated
from ouverture.law.sources import article

DECLARE = article("CSS", "R115-7", "LEGIARTI000049451861", "51fc555ba5de764f", since="2025-01-01")
END = article("CSS", "L161-15-4", "LEGIARTI000043498638", "cc53999d5ae5436c", since="2021-05-14")
CARD = article("CSS", "R161-33-3", "LEGIARTI000046844829", "b6c2b559b80a5734", since="2023-01-01")
PENALTY = article("CSS", "L114-17-1", "LEGIARTI000053283492", "88ee24eca6c45094", since="2026-01-01")
MISTAKE = article("CRPA", "L123-1", "LEGIARTI000037309224", "b8384551033ad607", since="2018-08-12")
UNPAID = article("CSS", "D161-2-1", "LEGIARTI000031813437", "a8346fd955fa2bbd", since="2016-01-01")

STATEMENTS = (
    stated(
        DECLARE,
        "declare_any_change",
        "",
        "tout changement dans sa situation familiale ou dans son lieu de résidence",
        "Déclarez à votre caisse tout changement de famille ou d'adresse, surtout un départ de France.",
        "Tell your caisse of any change of family or address, above all a departure from France.",
        rows="after/Q1 P6",
        since="2016-01-01",
        to_do=True,
    ),
    stated(
        END,
        "say_that_rights_have_ended",
        "al. 1",
        "est tenue d'en informer, dans un délai fixé par arrêté du ministre chargé de la sécurité sociale, "
        "l'organisme d'assurance maladie auquel elle est rattachée",
        "Qui n'a plus droit à la prise en charge le dit à sa caisse. Le délai est fixé par un arrêté que nous "
        "n'avons pas lu.",
        "Whoever is no longer entitled to cover tells their caisse. The period is set by an order that we did not "
        "read.",
        rows="after/Q2 P6",
        to_do=True,
    ),
    stated(
        CARD,
        "return_or_deactivate_the_card",
        "I",
        "la personne est alors tenue de restituer la carte matérielle à l'organisme qui la lui a délivrée",
        "La carte Vitale se rend, ou l'application se désactive, dès la fin des droits.",
        "The carte Vitale is returned, or the app deactivated, as soon as rights end.",
        rows="after/Q2 after/trap-9",
        to_do=True,
    ),
    stated(
        END,
        "cfe_members_keep_the_card",
        "al. 3",
        "sont dispensés de cette restitution afin de faciliter le service et la prise en charge par la Caisse des "
        "Français de l'étranger",
        "Les adhérents de la CFE gardent leur carte.",
        "Members of the CFE keep their card.",
        rows="after/Q2 after/trap-9",
    ),
    stated(
        PENALTY,
        "penalty_for_an_undeclared_change",
        "II and III",
        "L'absence de déclaration, par les bénéficiaires mentionnés au 1° du I, d'un changement dans leur situation",
        "Un changement caché, une fausse déclaration ou un contrôle sans réponse peuvent coûter une pénalité, "
        "plafonnée par la loi. La bonne foi l'écarte pour un changement non déclaré.",
        "A hidden change, a false statement or a control left unanswered may cost a penalty, capped by the law. Good "
        "faith sets it aside for an undeclared change.",
        rows="after/Q3",
        since="2022-12-25",
        amounts="penalty_share penalty_flat",
    ),
    stated(
        PENALTY,
        "penalty_for_fraud",
        "IV",
        "En cas de fraude établie dans des cas définis par voie réglementaire",
        "En cas de fraude, les limites de la pénalité sont bien plus hautes.",
        "In case of fraud, the limits of the penalty are much higher.",
        rows="after/Q3",
        since="2022-12-25",
        amounts="fraud_penalty_share fraud_penalty_flat gang_penalty_share gang_penalty_flat",
    ),
    stated(
        MISTAKE,
        "right_to_a_first_mistake",
        "al. 1",
        "Une personne ayant méconnu pour la première fois une règle applicable à sa situation",
        "Une première erreur de bonne foi, que vous corrigez, n'est pas sanctionnée.",
        "A first mistake made in good faith, and put right, is not punished.",
        rows="after/Q4 R17",
    ),
    stated(
        UNPAID,
        "unpaid_contributions_in_bad_faith",
        "al. 1 to 4",
        "l'invitant à régulariser sa situation sous trente jours",
        "Ne pas payer volontairement ses cotisations maladie peut suspendre les remboursements, après une mise en "
        "demeure de trente jours. La suspension cesse avec le paiement ou un échéancier.",
        "Deliberately not paying health contributions may suspend reimbursements, after a notice of thirty days. The "
        "suspension ends with payment or an instalment plan.",
        rows="after/Q5",
        deadlines="contributions_notice_30_days suspension_lifted_notice_8_days",
    ),
)

BLIND_SPOTS = ("The order that sets the time to declare the end of rights (L161-15-4) was not seen.",)
