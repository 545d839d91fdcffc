"""Control of residence: who checks, how long there is to answer, and what a closing must respect."""

from ouverture.law.after.statement import stated
from ouverture.law.css.r111_3 import eu_national, french_national
from ouverture.law.sources import article

ORGANISED = article("CSS", "L114-10-1-1", "LEGIARTI000039775611", "03f30084e6606886", since="2019-12-28")
REFERENCE = article("CSS", "L114-10-3", "LEGIARTI000043169513", "423c55f1d62a36a0", since="2018-12-23")
TRIGGERS = article("CSS", "R114-10-2", "LEGIARTI000034590221", "60e09bf7af0b9d89", since="2017-05-06")
FIRST_REQUEST = article("CSS", "R114-10", "LEGIARTI000034096428", "fd66dfec77c141f5", since="2017-02-27")
CLOSING = article("CSS", "R114-10-1", "LEGIARTI000047498145", "36c365b7249426ac", since="2023-04-28")
FOREIGNERS = article("CSS", "L114-10-2", "LEGIARTI000042686220", "e51afdd14e2b00da", since="2020-12-16")
CONSULATES = article("CSS", "L114-11", "LEGIARTI000043169539", "5dc8cb6c47706809", since="2018-12-23")
LIMITS = article("CSS", "L161-1-4", "LEGIARTI000042686260", "33494ed39a619b97", since="2020-12-16")

STATEMENTS = (
    stated(
        ORGANISED,
        "residence_is_checked",
        "",
        "organisent le contrôle du respect des conditions de résidence en France",
        "Les organismes contrôlent la résidence en France et se transmettent leurs résultats.",
        "The bodies check residence in France and share their results.",
        rows="after/K1",
    ),
    stated(
        REFERENCE,
        "methods_are_written_down",
        "I",
        "établit un référentiel, homologué par l'Etat, précisant les modalités de contrôle",
        "Un document national dit comment le contrôle se fait.",
        "A national document says how the control is done.",
        rows="after/K1",
    ),
    stated(
        TRIGGERS,
        "what_triggers_a_control",
        "1° to 4°",
        "Ces critères incluent notamment la prise en compte des situations ou événements suivants",
        "Ce qui peut le déclencher : la « taxe PUMa », un changement d'organisme, une demande ou une fin de C2S.",
        'What may trigger it: the "taxe PUMa", a change of body, a claim for or an end of C2S.',
        rows="after/K1 after/F5",
    ),
    stated(
        FIRST_REQUEST,
        "one_month_to_answer",
        "al. 1",
        "Ces éléments doivent être produits dans un délai maximal d'un mois à compter de la date de réception de la "
        "demande",
        "Si la caisse demande des preuves de résidence, répondez dans le mois qui suit la réception.",
        "If the caisse asks for proofs of residence, answer within the month after you receive the letter.",
        rows="after/K2 P3",
        deadlines="residence_control_answer",
        to_do=True,
    ),
    stated(
        CLOSING,
        "a_second_month",
        "I",
        "il dispose d'un délai d'un mois, à compter de la date de réception de la notification, pour produire tout "
        "document",
        "Avant de fermer, la caisse vous écrit de nouveau : encore un mois pour produire tout document et vos "
        "observations.",
        "Before closing, the caisse writes to you again: one more month to produce any document and your comments.",
        rows="after/K2 P3",
        deadlines="residence_control_second_notice",
        to_do=True,
    ),
    stated(
        CLOSING,
        "a_closing_gives_reasons",
        "I 1° to 4°",
        "Les voies et délais de recours contre cette décision",
        "La décision de fermeture dit les contrôles faits, les dates et comment la contester.",
        "The closing decision states the checks made, the dates and how to contest it.",
        rows="after/K2 P3",
    ),
    stated(
        CLOSING,
        "forty_five_days_before_the_card_stops",
        "II",
        "Sa carte Vitale ne peut cependant être invalidée avant le quarante-cinquième jour suivant la date "
        "d'expédition de la notification",
        "La carte ne s'arrête pas avant le 45e jour qui suit l'envoi de la lettre.",
        "The card does not stop before the 45th day after the letter is sent.",
        rows="after/K2 P4 trap-10 after/M5",
        deadlines="card_45_days closing_45_days closing_45_days_after_title",
    ),
    stated(
        CLOSING,
        "sums_are_recovered",
        "III",
        "doivent s'être acquittées préalablement des sommes restant dues, ou avoir signé un plan d'apurement de "
        "celles-ci",
        "Les sommes payées après la fin des droits sont reprises. Pour rouvrir, il faut avoir payé, ou signé un plan "
        "de paiement.",
        "Sums paid after rights ended are taken back. To reopen, you must have paid, or signed a payment plan.",
        rows="P5",
    ),
    stated(
        FOREIGNERS,
        "regular_stay_is_checked_again",
        "al. 1",
        "sont tenus de vérifier dès l'ouverture du dossier de demande d'affiliation et périodiquement que les "
        "assurés étrangers satisfont aux conditions de régularité",
        "La caisse vérifie le séjour à l'ouverture du dossier, puis de temps en temps, dans les fichiers de l'État.",
        "The caisse checks the stay when the file is opened, then from time to time, in the State's files.",
        rows="after/K3 G7",
        when=~french_national.holds & ~eu_national.holds,
    ),
    stated(
        CONSULATES,
        "consulates_and_caisses_exchange",
        "al. 1",
        "se communiquent toutes informations qui sont utiles",
        "Les consulats et les caisses échangent ce qu'ils savent de la résidence à l'étranger.",
        "Consulates and caisses exchange what they know of residence abroad.",
        rows="after/K4",
    ),
    stated(
        LIMITS,
        "only_residence_can_cut_care",
        "al. 5",
        "que pour les seules situations touchant au non-respect de la condition de résidence mentionnée à l'article "
        "L. 160-1",
        "Une pièce qui manque pour une autre prestation ne peut pas couper vos soins : seule la résidence le peut.",
        "A paper missing for another benefit cannot cut your care: only residence can.",
        rows="after/K5",
    ),
)

BLIND_SPOTS = ("The reference document of the UNCAM (22 March 2017) was not read.",)
