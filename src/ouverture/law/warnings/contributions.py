"""What membership may cost those who do not pay through work. None of it is a condition of admission."""

from ouverture.law.arretes.arr2017 import prefecture_document
from ouverture.law.css.l115_6 import contributions_stay_due as due_without_stay
from ouverture.law.css.l160_1 import works
from ouverture.law.css.l160_1_1 import ARTICLE as PARTICIPATION
from ouverture.law.css.l160_1_1 import participation_due
from ouverture.law.css.l380_2 import ARTICLE as SUBSIDIARY
from ouverture.law.css.l380_2 import no_work_pension_or_benefit
from ouverture.law.css.r111_3 import document_in_date, eu_national, french_national
from ouverture.law.facts.elsewhere import rights_open, treaty_exempt
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import activity, pension_from, work_kind
from ouverture.law.facts.stay import stay_document
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice
from ouverture.rules.rulebook import Verdict

NO_DECREE = statement("A24", "91d51f344c82ed34", "CSS L160-1-1")
SCOPE = statement("A25", "ebf9f45376593cc3", "CSS L160-1-1")
FOREIGN_PENSION = statement("F6", "dce1ccffbe929deb", "CSS L380-2", file="after_admission")
RATES = article("CSS", "L131-9", "LEGIARTI000048683656", "b55074f419690657", since="2023-12-28")
SWISS = article("CSS", "L380-3-1", "LEGIARTI000036390105", "67b2fd778f72008d", since="2018-01-01")
WORKERS = article("CSS", "L115-6", "LEGIARTI000033714802", "9f3b9ff9d15ec3a7", since="2016-12-25")

_NOT_PROTECTED = (
    french_national.holds
    | eu_national.holds
    | stay_document.other_than("refugee", "subsidiary_protection", "temporary_protection", "asylum_certificate")
)
_FOREIGN_PENSION = activity.among("pension") & pension_from.other_than("france")
_ADMITTED = (Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED)

NOTICES = (
    notice(
        "participation_of_the_treaty_exempt",
        "Depuis le 31 décembre 2025, qui vit en France sans travailler, et n'y doit pas la CSG à cause d'une "
        "convention internationale, doit une participation pour être couvert. Le décret qui en fixe le montant n'a "
        "pas été trouvé : rien n'est calculé, et votre demande n'a pas à attendre.",
        "Since 31 December 2025, a person who lives in France without working, and owes no CSG because of an "
        "international treaty, owes a participation to be covered. The decree that sets its amount was not found: "
        "nothing is computed, and your claim need not wait.",
        Cited(PARTICIPATION, "à la condition de s'acquitter d'une participation financière", "al. 1"),
        Cited(NO_DECREE, "No implementing decree for A23 was found"),
        Cited(SCOPE, 'does not mention "visiteur" visas or nationality'),
        rows="A23 A24 A25 after/F8 S30 S42 S43 trap-22",
        when=participation_due.holds,
        if_unknown=_NOT_PROTECTED & (activity.among("none") | _FOREIGN_PENSION),
        verdicts=_ADMITTED,
        certainty="M",
        since="2025-12-31",
        about="cost",
    ),
    notice(
        "subsidiary_contribution",
        "La « taxe PUMa » (cotisation subsidiaire) n'est pas un droit d'entrée. L'Urssaf la demande l'année "
        "suivante, et seulement si vos revenus du capital dépassent la moitié du plafond annuel de la sécurité "
        "sociale. Elle n'est pas due si votre conjoint ou partenaire de PACS travaille assez, ou touche une pension "
        "ou le chômage.",
        'The "taxe PUMa" (subsidiary contribution) is not an entry fee. Urssaf asks for it the year after, and only '
        "if your capital income is more than half the yearly social security ceiling. It is not due if your spouse "
        "or PACS partner earns enough from work, or draws a pension or unemployment benefit.",
        Cited(SUBSIDIARY, "Les personnes mentionnées à l'article L. 160-1 sont redevables d'une cotisation annuelle"),
        rows="A21 after/F1 after/F5 after/F9 trap-22 after/trap-7",
        when=no_work_pension_or_benefit.holds & activity.other_than("studying") & _NOT_PROTECTED,
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER),
        since="2019-01-01",
        about="cost",
    ),
    notice(
        "foreign_pension_and_subsidiary_contribution",
        "Une pension française écarte la « taxe PUMa ». Pour une pension étrangère, ce n'est pas vérifié : gardez la "
        "preuve de votre pension.",
        'A French pension sets the "taxe PUMa" aside. For a foreign pension this was not verified: keep the proof of '
        "your pension.",
        Cited(FOREIGN_PENSION, "Whether a foreign pension counts under (2) was not verified"),
        rows="after/F6",
        when=_FOREIGN_PENSION,
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER),
        certainty="L",
        since="2019-01-01",
        about="cost",
    ),
    notice(
        "swiss_worker_contribution",
        "En choisissant la France, vous payez une cotisation sur vos revenus, chaque trimestre, à l'Urssaf. La CSG, "
        "la CRDS et la « taxe PUMa » ne s'y ajoutent pas.",
        'By choosing France, you pay a contribution on your income, each quarter, to Urssaf. CSG, CRDS and the "taxe '
        'PUMa" do not come on top.',
        Cited(SWISS, "Ils sont redevables d'une cotisation fixée en pourcentage du montant de leurs revenus", "IV"),
        rows="A20 after/F7",
        grounds="swiss_worker_in_french_scheme swiss_worker_choice",
        deadlines="swiss_contribution_quarter",
        about="cost",
    ),
    notice(
        "special_contribution_rates",
        "Qui travaille ici sans y être domicilié pour l'impôt, ou en est dispensé par une convention, paie des taux "
        "particuliers de cotisation maladie.",
        "A person who works here without being resident for tax, or is exempt by treaty, pays special health "
        "contribution rates.",
        Cited(RATES, "Des taux particuliers de cotisations d'assurance maladie, maternité, invalidité et décès"),
        rows="A22",
        when=works.holds & (treaty_exempt.is_yes() | lives_in.among("eu_eea_switzerland", "elsewhere")),
        verdicts=(Verdict.COVERED,),
        about="cost",
    ),
    notice(
        "contributions_stay_due",
        "Sans séjour régulier, vous n'êtes pas affilié, mais les cotisations sur votre travail restent dues.",
        "Without a regular stay you are not affiliated, but the contributions on your work remain due.",
        Cited(WORKERS, "les cotisations restent dues", "al. 2"),
        rows="A4",
        when=due_without_stay.holds
        & work_kind.other_than("abroad", "abroad_under_french_law", "diplomat", "international_organisation")
        & ~(prefecture_document.holds & document_in_date.holds & rights_open.is_yes()),
        verdicts=(Verdict.NOT_COVERED, Verdict.DISPUTED, Verdict.COVERED_LATER, Verdict.STATE_MEDICAL_AID),
        about="cost",
    ),
)
