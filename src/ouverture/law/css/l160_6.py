"""Article L160-6 of the code de la sécurité sociale: whom the residence door does not admit."""

from ouverture.law.css.d160_2 import family_at_once
from ouverture.law.css.l160_1 import does_not_work, works
from ouverture.law.css.l161_1 import family_member
from ouverture.law.css.l161_15_1 import already_insured
from ouverture.law.css.r111_3 import eu_national
from ouverture.law.facts.elsewhere import other_cover
from ouverture.law.facts.family import minor_with, relative_insured, relative_other_cover
from ouverture.law.facts.means import eu_resident_five_years
from ouverture.law.facts.situation import (
    WORK_DONE_IN_FRANCE,
    activity,
    pension_from,
    posting_paper,
    seeking_kind,
    work_kind,
    work_started_on,
    works_in,
)
from ouverture.law.facts.stay import stay_document
from ouverture.law.sources import article, rule, statement

ARTICLE = article("CSS", "L160-6", "LEGIARTI000031669594", "1314be2738be4c6b", since="2016-01-01")
POSTING = statement("S6", "dc5440dccedd8a01", "Regulation 883/2004")

foreign_official = rule(
    ARTICLE,
    "foreign_official",
    "1°",
    "Les membres du personnel diplomatique et consulaire en poste en France, les fonctionnaires d'un Etat étranger et "
    "personnes assimilées, ainsi que les membres de leur famille qui les accompagnent",
    works.holds & work_kind.among("diplomat"),
    "Les diplomates, agents consulaires et agents d'États étrangers relèvent de leur État.",
    "Diplomats, consular staff and foreign officials belong to their own State.",
    rows="A11 S55",
)

official_family_at_work = rule(
    ARTICLE,
    "official_family_at_work",
    "al. 1",
    "si elles n'exercent pas une activité professionnelle complémentaire en France",
    works.holds
    & work_kind.other_than("diplomat", "international_organisation", "abroad", "abroad_under_french_law")
    & stay_document.among("special_card"),
    "L'exclusion des agents d'un État étranger, d'une organisation et de leur famille cesse pour qui travaille aussi "
    "en France.",
    "The exclusion of officials of a foreign State or an organisation, and of their family, ends for those who also "
    "work in France.",
    rows="A11 S55 S56",
)

came_for_treatment = rule(
    ARTICLE,
    "came_for_treatment",
    "2°",
    "Les personnes qui sont venues en France pour suivre un traitement médical ou une cure",
    activity.among("here_for_treatment"),
    "Qui est venu en France pour se soigner n'entre pas par la résidence.",
    "Whoever came to France for treatment does not enter by residence.",
    rows="A11 S54",
)

foreign_pension_pays_care = rule(
    ARTICLE,
    "foreign_pension_pays_care",
    "3°",
    "lorsque, en application d'un règlement européen ou d'un accord international, la prise en charge de leurs frais "
    "de santé ainsi que de ceux des membres de leur famille qui résident avec elles relève du régime étranger qui sert "
    "la pension",
    activity.among("pension") & pension_from.among("eu_eea_switzerland_uk"),
    "L'État européen ou britannique qui paie la pension paie aussi les soins, par le formulaire S1.",
    "The European or British State that pays the pension also pays for care, through form S1.",
    rows="A11 S42",
    certainty="M",
)

organisation_retiree = rule(
    ARTICLE,
    "organisation_retiree",
    "4°",
    "Les agents retraités d'une organisation internationale",
    activity.among("pension") & pension_from.among("international_organisation"),
    "Les retraités d'une organisation internationale restent couverts par elle.",
    "Retirees of an international organisation stay covered by it.",
    rows="A11",
)

posted_with_certificate = rule(
    ARTICLE,
    "posted_with_certificate",
    "5°",
    "Les travailleurs détachés temporairement en France pour y exercer une activité professionnelle et exemptés "
    "d'affiliation au régime français de sécurité sociale",
    works.holds & work_kind.among("posted") & posting_paper.among("a1", "treaty"),
    "Un travailleur détaché avec un certificat reste assuré dans son pays.",
    "A posted worker with a certificate stays insured in their own country.",
    rows="A11 S6 S7",
)

posted_for_long = rule(
    POSTING,
    "posted_for_long",
    "",
    "24 months max. save agreement",
    works.holds & work_kind.among("posted") & work_started_on.more_than_ago(months=24),
    "Un détachement européen dure 24 mois au plus, sauf accord entre les États.",
    "A European posting lasts 24 months at most, unless the States agree.",
    rows="S6",
)

certified_in_another_state = rule(
    ARTICLE,
    "certified_in_another_state",
    "5°",
    "toute autre personne relevant de la législation de sécurité sociale d'un autre Etat en raison de son activité "
    "professionnelle",
    works.holds & work_kind.among(*WORK_DONE_IN_FRANCE) & posting_paper.among("a1", "treaty"),
    "Un certificat A1, ou celui d'une convention, dit qu'un autre État vous assure pour ce travail.",
    "An A1 form, or a treaty's certificate, says that another State insures you for this work.",
    rows="A11 S6 S7",
)

works_under_another_state = rule(
    ARTICLE,
    "works_under_another_state",
    "5°",
    "toute autre personne relevant de la législation de sécurité sociale d'un autre Etat en raison de son activité "
    "professionnelle",
    works.holds & work_kind.among("abroad") & works_in.among("eu_eea", "monaco", "elsewhere"),
    "Qui travaille dans un autre État relève de cet État.",
    "Whoever works in another State belongs to that State.",
    rows="A11 S71 S72",
)

stays_on_another_ground = rule(
    ARTICLE,
    "stays_on_another_ground",
    "6°",
    "qui s'y maintiennent à ce titre",
    family_at_once.holds
    | already_insured.holds
    | eu_resident_five_years.is_yes()
    | (family_member.holds & relative_other_cover.among("s1", "treaty", "official")),
    "Vous avez un autre titre à rester que la recherche d'un emploi : la famille, cinq ans de séjour ou des droits "
    "ouverts.",
    "You have another title to stay than looking for work: family, five years of stay or open rights.",
    rows="A11 S38 S37 S31",
    certainty="M",
)

eu_jobseeker = rule(
    ARTICLE,
    "eu_jobseeker",
    "6°",
    "entrés en France pour y chercher un emploi et qui s'y maintiennent à ce titre",
    activity.among("seeking_work")
    & seeking_kind.among("came_to_look")
    & eu_national.holds
    & ~stays_on_another_ground.holds,
    "Un Européen qui ne reste que pour chercher un emploi n'entre pas par la résidence.",
    "A European who stays only to look for work does not enter by residence.",
    rows="A11 S38",
)

family_of_a_foreign_insured = rule(
    ARTICLE,
    "family_of_a_foreign_insured",
    "5° (and 3°)",
    "ainsi que les membres de la famille de cette personne qui résident avec elle de manière stable et régulière en "
    "France",
    does_not_work.holds & family_member.holds & relative_insured.is_no() & relative_other_cover.among("s1", "treaty"),
    "La famille de qui relève d'un autre État, sans travail en France, relève du même État.",
    "The family of a person under another State, without work in France, comes under the same State.",
    rows="A11 S35 S6",
)

family_of_an_official = rule(
    ARTICLE,
    "family_of_an_official",
    "1°",
    "ainsi que les membres de leur famille qui les accompagnent",
    does_not_work.holds & family_member.holds & relative_insured.is_no() & relative_other_cover.among("official"),
    "La famille d'un agent d'un État étranger ou d'une organisation, sans travail en France, relève de lui.",
    "The family of an official of a foreign State or organisation, without work in France, comes under it.",
    rows="A11 S55 S56",
)

child_of_an_official = rule(
    ARTICLE,
    "child_of_an_official",
    "1°",
    "ainsi que les membres de leur famille qui les accompagnent",
    activity.among("minor") & minor_with.among("official_adult"),
    "L'enfant d'un agent d'un État étranger ou d'une organisation relève de lui.",
    "The child of an official of a foreign State or organisation comes under it.",
    rows="A11 S55 S56",
)

insured_in_another_state = rule(
    ARTICLE,
    "insured_in_another_state",
    "5°",
    "relevant de la législation de sécurité sociale d'un autre Etat",
    does_not_work.holds & other_cover.among("s1", "eu_scheme", "treaty"),
    "Un autre État paie déjà vos soins.",
    "Another State already pays for your care.",
    rows="A12 S21 S22 S24 S27 S35 S36 S42",
)

BLIND_SPOTS = (
    "Whether sufficient resources are another title to stay for one who looks for work is a reading, not a text.",
)
