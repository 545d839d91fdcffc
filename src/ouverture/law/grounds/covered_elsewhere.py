"""Whoever does not work and whose care another State pays already, in their own name or as family (R111-3, L160-6)."""

from ouverture.law.css.d160_2 import student_at_once
from ouverture.law.css.l160_3 import french_pension
from ouverture.law.css.l160_6 import (
    family_of_a_foreign_insured,
    family_of_an_official,
    foreign_pension_pays_care,
    insured_in_another_state,
)
from ouverture.law.css.l161_15_1 import already_insured, job_lost
from ouverture.law.css.l311_5 import paid_unemployment
from ouverture.law.css.l380_3_1 import chose_france, may_still_choose, swiss_pensioner
from ouverture.law.css.r111_3 import eu_national, french_national, regular_stay, under_no_other_state
from ouverture.law.facts.elsewhere import other_cover
from ouverture.law.facts.family import relative_other_cover
from ouverture.law.facts.person import lives_in, nationality
from ouverture.law.grounds.two_states import WITHOUT_A_PERMIT
from ouverture.law.grounds.writing import NEVER, act, ground
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

TIER = "covered_elsewhere"
_FROM_S1 = act("dès l'enregistrement du S1", "from the registration of the S1")
_IN_FRANCE = lives_in.among("france")
_OWN_RIGHT = french_pension.holds | paid_unemployment.holds | job_lost.holds | already_insured.holds
"""A right of one's own in France, which goes before one drawn from a relative (Reg. 883/2004 art. 32)."""
_THROUGH_A_RELATIVE = _IN_FRANCE & under_no_other_state.holds & ~_OWN_RIGHT

_FRANCE_PAYS = (french_pension.holds | paid_unemployment.holds) & regular_stay.holds
"""A French pension or benefit: France answers for care even beside the pension of another State (art. 23)."""
_CHOICE_OF_A_SWISS_PENSIONER = chose_france.holds | may_still_choose.holds
_NEEDS_AN_S1 = foreign_pension_pays_care.holds | swiss_pensioner.holds
"""Whom a European pension brought here to live: the European card is for stays, the S1 for residents."""

_ENROLLED = student_at_once.holds
"""Enrolled in France: since September 2018 their S1 goes through the students' site."""

_BRITISH_CARD = Doubt(
    nationality.among("GB") & ~eu_national.holds,
    Text(
        "Si c'est le Royaume-Uni qui vous assure : sa carte (GHIC) vaut en France par l'accord avec l'Union ; ce "
        "qu'elle paie pour un long séjour n'est pas vérifié, demandez-le avant.",
        "If the United Kingdom insures you: its card (GHIC) works in France under the agreement with the Union; what "
        "it pays for a long stay is not verified, ask before.",
    ),
)

_LIVED_HERE_BEFORE = Doubt(
    french_national.holds,
    Text(
        "La famille qui accompagne un agent d'un État ou d'une organisation relève de lui ; Français, vous "
        "n'accompagnez peut-être personne. Si vous viviez déjà ici, demandez vos droits et une décision écrite.",
        "The family that accompanies an official comes under the same State or organisation; being French, you may "
        "accompany nobody. If you lived here already, claim your rights and ask for a written decision.",
    ),
)

GROUNDS = (
    ground(
        TIER,
        "on_a_relatives_s1",
        family_of_a_foreign_insured.holds & relative_other_cover.among("s1") & _THROUGH_A_RELATIVE,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "L'État qui assure votre proche paie aussi vos soins ; la CPAM les sert dès que son S1, à votre nom aussi, est "
        "enregistré.",
        "The State that insures your relative also pays for your care; the CPAM serves it once the S1, in your name "
        "too, is registered.",
        rows="S35 A11",
        doubts=(WITHOUT_A_PERMIT,),
    ),
    ground(
        TIER,
        "on_a_relatives_treaty_form",
        family_of_a_foreign_insured.holds & relative_other_cover.among("treaty") & _THROUGH_A_RELATIVE,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "treaty_form",
        act("selon le formulaire", "as the form says"),
        "Votre proche relève d'un autre pays par une convention ; si elle couvre la maladie, ce pays paie aussi vos "
        "soins, sur son formulaire.",
        "Your relative is under another country by a treaty; if it covers sickness, that country also pays for your "
        "care, on its form.",
        rows="S24 A11",
        certainty="M",
        doubts=(WITHOUT_A_PERMIT,),
    ),
    ground(
        TIER,
        "family_of_an_official",
        family_of_an_official.holds & _THROUGH_A_RELATIVE,
        Verdict.OTHER_SCHEME,
        "sending_state",
        "scheme",
        NEVER,
        "L'État ou l'organisation de votre proche répond aussi de sa famille ; seul un travail en France ouvre ici.",
        "Your relative's State or organisation also answers for the family; only work in France opens rights here.",
        rows="S55 S56 A11",
        doubts=(_LIVED_HERE_BEFORE,),
    ),
    ground(
        TIER,
        "student_with_s1",
        insured_in_another_state.holds & other_cover.among("s1") & _IN_FRANCE & _ENROLLED,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1_student",
        _FROM_S1,
        "Un autre État paie vos soins ; le site des étudiants enregistre votre S1.",
        "Another State pays for your care; the students' site registers your S1.",
        rows="S22",
        certainty="M",
        since="2018-09-01",
    ),
    ground(
        TIER,
        "holds_s1",
        insured_in_another_state.holds
        & other_cover.among("s1")
        & _IN_FRANCE
        & ~_ENROLLED
        & ~_FRANCE_PAYS
        & ~(swiss_pensioner.holds & _CHOICE_OF_A_SWISS_PENSIONER),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "Un autre État paie vos soins ; la CPAM les sert dès que votre S1 est enregistré.",
        "Another State pays for your care; the CPAM serves it once your S1 is registered.",
        rows="S22 S35 S42 S41",
        doubts=(WITHOUT_A_PERMIT,),
    ),
    ground(
        TIER,
        "insured_in_europe",
        insured_in_another_state.holds & other_cover.among("eu_scheme") & _IN_FRANCE & ~_FRANCE_PAYS & ~_NEEDS_AN_S1,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state",
        "ehic",
        NEVER,
        "Vous êtes encore assuré dans un autre État européen : sa carte européenne vaut en France.",
        "You are still insured in another European State: its European card works in France.",
        rows="S21 S27 S36 S11",
        doubts=(WITHOUT_A_PERMIT, _BRITISH_CARD),
    ),
    ground(
        TIER,
        "insured_by_treaty",
        insured_in_another_state.holds & other_cover.among("treaty") & _IN_FRANCE & ~_FRANCE_PAYS,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "treaty_form",
        act("selon le formulaire", "as the form says"),
        "Une convention met vos soins à la charge d'un autre pays, sur présentation de son formulaire.",
        "A treaty puts your care on another country's account, on showing its form.",
        rows="S24",
        certainty="M",
        doubts=(WITHOUT_A_PERMIT,),
    ),
)
