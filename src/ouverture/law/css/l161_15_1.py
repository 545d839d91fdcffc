"""Article L161-15-1 of the code de la sécurité sociale: how health cover can be lost, and how it cannot."""

from ouverture.law.facts.elsewhere import rights_open
from ouverture.law.facts.situation import activity, seeking_kind
from ouverture.law.sources import article, rule

ARTICLE = article("CSS", "L161-15-1", "LEGIARTI000031686742", "e64137b12745eed5", since="2016-01-01")
QUOTE = (
    "Une personne ne peut perdre le bénéfice de la prise en charge des frais de santé en cas de maladie et maternité "
    "que si elle cesse de remplir la condition de résidence"
)

job_lost = rule(
    ARTICLE,
    "job_lost",
    "",
    QUOTE,
    activity.among("seeking_work") & seeking_kind.among("after_french_job") & rights_open.is_yes(),
    "Perdre son emploi n'arrête pas la prise en charge des soins : seule la résidence compte.",
    "Losing a job does not stop cover of care: only residence counts.",
    rows="A28 S17 after/M1",
)

already_insured = rule(
    ARTICLE,
    "already_insured",
    "",
    QUOTE,
    rights_open.is_yes(),
    "Des droits ouverts le restent tant que vous vivez en France.",
    "Open rights stay open as long as you live in France.",
    rows="A28 S26 S51 after/M1",
)

BLIND_SPOTS = ("A person presumed absent under article 112 of the civil code is not modelled.",)
