"""Doubts about which of two States, or of a State and an employer, answers for care."""

from ouverture.law.casf.l251_1 import without_regular_stay
from ouverture.law.css.d160_2 import three_months
from ouverture.law.css.l160_6 import posted_for_long
from ouverture.law.css.l380_3_1 import outside_the_agreement
from ouverture.law.facts.elsewhere import rights_open
from ouverture.rules.conditions import ALWAYS
from ouverture.rules.rulebook import Doubt
from ouverture.text import Text

NOT_OF_THE_AGREEMENT = Doubt(
    outside_the_agreement.holds,
    Text(
        "Le travail ou la pension vous place sous la loi suisse ; mais l'accord avec la Suisse ne vise que les "
        "nationaux de l'Union et de la Suisse. Demandez à l'assureur suisse et à votre CPAM si un S1 vous est délivré.",
        "The work or the pension puts you under Swiss law; but the agreement with Switzerland is only for nationals of "
        "the Union and of Switzerland. Ask the Swiss insurer and your CPAM whether an S1 is issued to you.",
    ),
    if_unknown=ALWAYS,
)

INSURED_HERE_ALL_THE_SAME = Doubt(
    rights_open.is_yes(),
    Text(
        "L'État ou l'organisation répond des soins de ses agents ; mais vous dites vos droits ouverts en France : "
        "recruté sur place, vous êtes peut-être un salarié ordinaire. Demandez à votre employeur qui vous déclare.",
        "The State or organisation answers for the care of its staff; but you say that your rights are open in France: "
        "hired here, you may be an ordinary employee. Ask your employer who declares you.",
    ),
)

UNEMPLOYED_AND_INSURED_HERE = Doubt(
    rights_open.is_yes(),
    Text(
        "Un autre État paie votre chômage, et vous dites vos droits ouverts en France : un seul des deux vous assure, "
        "et nos sources ne disent pas lequel. Demandez une attestation de droits à votre caisse, et à l'autre État "
        "s'il paie vos soins.",
        "Another State pays your unemployment benefit, and you say that your rights are open in France: only one of "
        "the two insures you, and our sources do not say which. Ask your caisse for a certificate of rights, and the "
        "other State whether it pays for your care.",
    ),
    "L",
)
EXPORTED_FOR_LONG = Doubt(
    three_months.holds,
    Text(
        "L'État qui exporte un chômage paie les soins trois mois en principe ; vous vivez ici depuis plus longtemps. "
        "Au-delà, ou pour un ancien frontalier, qui paie n'est pas vérifié : demandez-le à cet État, à France Travail "
        "et à votre caisse.",
        "The State that exports an unemployment benefit pays for care for three months as a rule; you have lived here "
        "for longer. After that, or for a former frontier worker, who pays is not verified: ask that State, France "
        "Travail and your caisse.",
    ),
    "L",
)
POSTED_FOR_LONG = Doubt(
    posted_for_long.holds,
    Text(
        "Un certificat A1 vous garde assuré dans l'autre pays ; mais un détachement dure 24 mois au plus, sauf accord "
        "entre les États, et vous travaillez ici depuis plus longtemps. Lisez la fin écrite sur le certificat : s'il a "
        "pris fin, la loi française vous assure.",
        "An A1 form keeps you insured in the other country; but a posting lasts 24 months at most, unless the States "
        "agree, and you have worked here for longer. Read the last day written on the form: if it has ended, French "
        "law insures you.",
    ),
)
WITHOUT_A_PERMIT = Doubt(
    without_regular_stay.holds,
    Text(
        "Un autre État paie vos soins, mais vous vivez ici sans titre de séjour en cours : nos sources ne disent pas "
        "si sa carte ou son formulaire vaut alors. Demandez-le-lui ; l'hôpital (PASS) soigne en attendant.",
        "Another State pays for your care, but you live here with no residence document in date: our sources do not "
        "say whether its card or form then works. Ask it; the hospital (PASS) treats you meanwhile.",
    ),
    "L",
)
"""For an adult neither French nor European: a child is registered on an S1 with no permit (R111-2)."""
