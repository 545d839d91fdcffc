"""Contributions that follow from membership. The "taxe PUMa" is computed in pricing/contribution.py."""

from ouverture.law.after.statement import stated
from ouverture.law.css.l160_1_1 import ARTICLE as PARTICIPATION
from ouverture.law.css.l160_1_1 import participation_due
from ouverture.law.css.l380_2 import ARTICLE as WHO
from ouverture.law.css.l380_2 import no_work_pension_or_benefit
from ouverture.law.css.l380_3_1 import chose_france
from ouverture.law.facts.situation import activity
from ouverture.law.sources import article, statement

FORMULA = article("CSS", "D380-1", "LEGIARTI000038405793", "8567f06d2836336a", since="2019-01-01")
COUPLE = article("CSS", "D380-5", "LEGIARTI000032919973", "4a9526aa7c3bdb1d", since="2016-07-22")
CALL = article("CSS", "R380-4", "LEGIARTI000034623626", "46bf8e549c756855", since="2017-05-06")
TRIGGERS = article("CSS", "R114-10-2", "LEGIARTI000034590221", "60e09bf7af0b9d89", since="2017-05-06")
FOREIGN = statement("F6", "dce1ccffbe929deb", "CSS L380-2", file="after_admission")
SWISS = article("CSS", "D380-2", "LEGIARTI000038405782", "d256600f767f9c11", since="2019-01-01")
SWISS_PAYMENT = article("CSS", "R380-5", "LEGIARTI000034623622", "d3dd359c3001b0bd", since="2017-05-06")
NOTHING = statement("F9", "144dbf8eb05343f4", "CSS L380-2", file="after_admission")

STATEMENTS = (
    stated(
        WHO,
        "who_owes_the_subsidiary_contribution",
        "1° and 2°",
        "Leurs revenus tirés, au cours de l'année considérée, d'activités professionnelles exercées en France sont "
        "inférieurs à un seuil fixé par décret",
        "La « taxe PUMa » vise qui vit ici avec peu de revenus du travail et de forts revenus du capital. Une "
        "pension ou une allocation chômage dans le couple l'écarte.",
        'The "taxe PUMa" is for those who live here with little income from work and high capital income. A pension '
        "or unemployment benefit in the couple sets it aside.",
        rows="after/F1 A21 after/trap-7",
        when=no_work_pension_or_benefit.holds,
        amounts="csm_work_income_limit pass",
    ),
    stated(
        FORMULA,
        "how_it_is_computed",
        "I",
        "Montant de la cotisation = 6,5 % × (A-0,5 × PASS) × [1-R/ (0,2 × PASS)]",
        "Elle se calcule sur les revenus du capital au-delà d'un abattement, et baisse avec les revenus du travail. "
        "On prend le plafond de l'année des revenus.",
        "It is computed on capital income above an allowance, and falls with income from work. The ceiling is that "
        "of the year of the income.",
        rows="after/F2 after/trap-10",
        when=no_work_pension_or_benefit.holds,
        amounts="csm_rate csm_allowance csm_capital_income_cap pass",
    ),
    stated(
        FORMULA,
        "part_of_a_year",
        "II and III",
        "le montant de la cotisation due est calculé au prorata de cette partie de l'année",
        "Couvert une partie de l'année seulement, vous ne payez que pour elle ; rien pour les mois sous la "
        "cotisation des frontaliers suisses.",
        "Covered for part of the year only, you pay only for it; nothing for the months under the Swiss cross-border "
        "contribution.",
        rows="after/F3",
        when=no_work_pension_or_benefit.holds,
    ),
    stated(
        COUPLE,
        "couples_share_by_half",
        "II",
        "sont pris en compte à hauteur de la moitié du montant des revenus communs",
        "Les revenus communs d'un couple marié ou pacsé comptent pour moitié, sauf preuve contraire.",
        "The common income of a married or PACS couple counts for half, unless proved otherwise.",
        rows="after/F3",
        when=no_work_pension_or_benefit.holds,
        since="2019-01-01",
    ),
    stated(
        CALL,
        "when_it_is_called",
        "I",
        "est appelée au plus tard le dernier jour ouvré du mois de novembre de l'année suivant celle au titre de "
        "laquelle elle est due",
        "L'Urssaf l'appelle avant la fin de novembre de l'année suivante ; elle se paie en trente jours, ou en trois "
        "fois. Contestez avant l'échéance, preuves à l'appui.",
        "Urssaf calls for it before the end of November of the next year; it is paid within thirty days, or in three "
        "instalments. Contest before the due date, with evidence.",
        rows="after/F4",
        when=no_work_pension_or_benefit.holds,
        since="2019-01-01",
        deadlines="csm_call csm_payment_30_days csm_instalment_90_days csm_answer_one_month",
        to_do=True,
    ),
    stated(
        TRIGGERS,
        "never_a_condition_of_cover",
        "1°",
        "Assujettissement à la cotisation mentionnée à l'article L. 380-2",
        "Elle n'est jamais une condition de vos droits. La devoir peut amener un contrôle de résidence.",
        "It is never a condition of your rights. Owing it may lead to a check of residence.",
        rows="after/F5 trap-22",
        when=no_work_pension_or_benefit.holds,
        since="2019-01-01",
    ),
    stated(
        FOREIGN,
        "foreign_pension_not_verified",
        "",
        "Whether a foreign pension counts under (2) was not verified",
        "Une pension étrangère écarte-t-elle la « taxe PUMa » ? Ce n'est pas vérifié.",
        'Does a foreign pension set the "taxe PUMa" aside? This was not verified.',
        rows="after/F6",
        when=activity.among("pension"),
        certainty="L",
        since="2019-01-01",
    ),
    stated(
        SWISS,
        "swiss_worker_pays_on_all_income",
        "I",
        "Montant de la cotisation = 8 % × (A-0,25 × PASS)",
        "Frontalier suisse affilié en France : une cotisation sur tous les revenus du foyer fiscal, après un "
        "abattement.",
        "A cross-border worker to Switzerland insured in France: a contribution on all tax income, after an allowance.",
        rows="after/F7 A20",
        when=chose_france.holds,
        amounts="swiss_contribution_rate swiss_contribution_allowance pass",
    ),
    stated(
        SWISS_PAYMENT,
        "swiss_worker_pays_each_quarter",
        "al. 1 to 5",
        "fait l'objet d'un paiement trimestriel auprès de l'organisme de recouvrement, au plus tard le dernier jour "
        "ouvré de chaque trimestre civil",
        "Elle se paie chaque trimestre, ou chaque mois sur demande. Sans déclaration, elle est fixée d'office, puis "
        "majorée.",
        "It is paid each quarter, or each month on request. Without a declaration it is set by the office, then "
        "increased.",
        rows="after/F7",
        when=chose_france.holds,
        deadlines="swiss_contribution_quarter",
        amounts="swiss_contribution_default_base swiss_contribution_late_increase",
        to_do=True,
    ),
    stated(
        PARTICIPATION,
        "participation_may_be_asked",
        "al. 1 and 2",
        "le bénéfice de son droit à la prise en charge des frais de santé sera suspendu si elle ne s'acquitte pas du "
        "montant dû",
        "La participation des inactifs exonérés par convention est dans la loi depuis le 31 décembre 2025, mais son "
        "décret n'a pas été trouvé. Non payée, après une lettre, elle pourrait suspendre vos droits : gardez tout "
        "courrier à ce sujet.",
        "The participation of treaty-exempt people without work has been in the law since 31 December 2025, but its "
        "decree was not found. Unpaid, after a letter, it could suspend your rights: keep any letter about it.",
        rows="after/F8 A23 A24",
        when=participation_due.holds,
        amounts="participation_of_treaty_exempt",
    ),
    stated(
        NOTHING,
        "most_people_owe_nothing_more",
        "",
        "students, refugees, ordinary residents below F1: nothing",
        "Les autres ne paient rien de plus : les cotisations des salariés et des indépendants passent par la paie ou "
        "l'Urssaf ; étudiants, réfugiés et résidents ordinaires ne doivent rien.",
        "Others pay nothing more: contributions of employees and the self-employed go through payroll or Urssaf; "
        "students, refugees and ordinary residents owe nothing.",
        rows="after/F9",
    ),
)

BLIND_SPOTS = (
    "Which year's PASS the Swiss cross-border contribution uses is not said by D380-2: it is not computed.",
    "How the participation of L160-1-1 and the subsidiary contribution combine is unclear in our sources.",
)
