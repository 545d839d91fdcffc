"""Another State, or nobody, answers for care: these go before both doors (R111-3, L160-6)."""

from ouverture.law.arretes.arr2017 import listed_document
from ouverture.law.casf.l251_1 import without_regular_stay
from ouverture.law.css.l111_2_2 import works_abroad_under_french_law
from ouverture.law.css.l160_1 import works
from ouverture.law.css.l160_6 import (
    came_for_treatment,
    certified_in_another_state,
    eu_jobseeker,
    foreign_official,
    foreign_pension_pays_care,
    organisation_retiree,
    posted_with_certificate,
    works_under_another_state,
)
from ouverture.law.css.l380_3_1 import (
    chose_france,
    may_still_choose,
    swiss_cross_border_worker,
    swiss_pensioner,
)
from ouverture.law.css.r111_3 import document_in_date
from ouverture.law.facts.elsewhere import INSURED_ELSEWHERE, other_cover, rights_open
from ouverture.law.facts.means import eu_resident_five_years, resources_reach_rsa
from ouverture.law.facts.person import lives_in
from ouverture.law.facts.situation import activity, posting_paper, seeking_kind, work_kind, work_started_on, works_in
from ouverture.law.grounds.two_states import (
    EXPORTED_FOR_LONG,
    INSURED_HERE_ALL_THE_SAME,
    NOT_OF_THE_AGREEMENT,
    POSTED_FOR_LONG,
    UNEMPLOYED_AND_INSURED_HERE,
    WITHOUT_A_PERMIT,
)
from ouverture.law.grounds.writing import CONTINUOUS, NEVER, act, ground, on_day
from ouverture.rules.rulebook import Doubt, Verdict
from ouverture.text import Text

TIER = "another_state"
_FROM_S1 = act("dès l'enregistrement du S1", "from the registration of the S1")
_CERTIFIED = posted_with_certificate.holds | certified_in_another_state.holds
_IN_FRANCE = lives_in.among("france")

_FORM_HELD = other_cover.among(*INSURED_ELSEWHERE)
_PATIENT = came_for_treatment.holds & _IN_FRANCE & ~without_regular_stay.holds

GROUNDS = (
    ground(
        TIER,
        "posted_with_a1",
        _CERTIFIED & posting_paper.among("a1"),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "Votre certificat A1 vous garde assuré dans l'autre pays ; avec un S1, la CPAM sert les soins pour lui.",
        "Your A1 form keeps you insured in the other country; with an S1, the CPAM serves care on its account.",
        rows="S6 A11",
        doubts=(POSTED_FOR_LONG,),
    ),
    ground(
        TIER,
        "posted_under_treaty",
        _CERTIFIED & posting_paper.among("treaty"),
        Verdict.OTHER_SCHEME,
        "home_state",
        "certificate",
        NEVER,
        "Vous restez assuré dans votre pays ; sa convention avec la France dit si vos soins sont servis ici.",
        "You stay insured at home; its treaty with France says whether your care is served here.",
        rows="S7 A11",
        certainty="M",
    ),
    ground(
        TIER,
        "foreign_official",
        foreign_official.holds,
        Verdict.OTHER_SCHEME,
        "sending_state",
        "scheme",
        NEVER,
        "Votre État d'envoi répond de vos soins.",
        "Your sending State answers for your care.",
        rows="S55 A11",
        doubts=(INSURED_HERE_ALL_THE_SAME,),
    ),
    ground(
        TIER,
        "international_organisation",
        works.holds & work_kind.among("international_organisation"),
        Verdict.OTHER_SCHEME,
        "sending_state",
        "scheme",
        NEVER,
        "Votre organisation a son propre régime.",
        "Your organisation has its own scheme.",
        rows="S56",
        doubts=(INSURED_HERE_ALL_THE_SAME,),
    ),
    ground(
        TIER,
        "organisation_retiree",
        organisation_retiree.holds,
        Verdict.OTHER_SCHEME,
        "sending_state",
        "scheme",
        NEVER,
        "Votre ancienne organisation vous couvre.",
        "Your former organisation covers you.",
        rows="A11 S56",
    ),
    ground(
        TIER,
        "swiss_worker_in_french_scheme",
        chose_france.holds & swiss_cross_border_worker.holds,
        Verdict.COVERED,
        "cpam",
        "swiss_form",
        on_day(
            work_started_on,
            "dès la prise d'emploi, si le choix est fait à temps",
            "from the start of the job, if chosen in time",
        ),
        "Frontalier ayant choisi la France : le régime général vous assure.",
        "A cross-border worker who chose France: the general scheme insures you.",
        rows="S70 A20",
    ),
    ground(
        TIER,
        "swiss_worker_choice",
        may_still_choose.holds & swiss_cross_border_worker.holds,
        Verdict.CHOICE,
        "cpam",
        "swiss_form",
        act("selon votre choix, dans les trois mois", "as you choose, within three months"),
        "Vous pouvez choisir la France dans les trois mois ; sans choix, ce sera la Suisse, pour toujours.",
        "You may choose France within three months; with no choice it will be Switzerland, for good.",
        rows="S70",
    ),
    ground(
        TIER,
        "swiss_worker_in_swiss_scheme",
        swiss_cross_border_worker.holds & ~chose_france.holds & ~may_still_choose.holds,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "L'assurance suisse (LAMal) paie ; un S1 déposé à la CPAM ouvre les soins en France.",
        "Swiss insurance (LAMal) pays; an S1 handed to the CPAM opens care in France.",
        rows="S70",
        doubts=(NOT_OF_THE_AGREEMENT,),
    ),
    ground(
        TIER,
        "swiss_pensioner_in_french_scheme",
        swiss_pensioner.holds & chose_france.holds,
        Verdict.COVERED,
        "cpam",
        "swiss_form",
        act(
            "dès le début de la pension, si le choix est fait à temps",
            "from the start of the pension, if chosen in time",
        ),
        "Pensionné de la seule Suisse ayant choisi la France : le régime général vous assure.",
        "A pensioner of Switzerland alone who chose France: the general scheme insures you.",
        rows="S70 A20",
    ),
    ground(
        TIER,
        "swiss_pensioner_choice",
        swiss_pensioner.holds & may_still_choose.holds,
        Verdict.CHOICE,
        "cpam",
        "swiss_form",
        act("selon votre choix, dans les trois mois", "as you choose, within three months"),
        "Vous pouvez choisir la France dans les trois mois ; sans choix, ce sera la Suisse, pour toujours.",
        "You may choose France within three months; with no choice it will be Switzerland, for good.",
        rows="S70",
    ),
    ground(
        TIER,
        "swiss_pensioner_in_swiss_scheme",
        swiss_pensioner.holds & ~chose_france.holds & ~may_still_choose.holds,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "L'assurance suisse (LAMal) paie ; un S1 déposé à la CPAM ouvre les soins en France.",
        "Swiss insurance (LAMal) pays; an S1 handed to the CPAM opens care in France.",
        rows="S70",
        doubts=(NOT_OF_THE_AGREEMENT,),
    ),
    ground(
        TIER,
        "swiss_worker_abroad",
        works.holds & work_kind.among("abroad") & works_in.among("switzerland") & ~_IN_FRANCE,
        Verdict.NOT_COVERED,
        "nobody",
        "private",
        NEVER,
        "Vous vivez et travaillez hors de France.",
        "You live and work outside France.",
        rows="A29",
    ),
    ground(
        TIER,
        "cross_border_eu",
        works_under_another_state.holds & works_in.among("eu_eea") & _IN_FRANCE,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "Vous êtes assuré là où vous travaillez ; un S1 ouvre les soins en France.",
        "You are insured where you work; an S1 opens care in France.",
        rows="S71",
        doubts=(WITHOUT_A_PERMIT,),
    ),
    ground(
        TIER,
        "works_in_monaco",
        works_under_another_state.holds & works_in.among("monaco"),
        Verdict.OTHER_SCHEME,
        "monaco",
        "scheme",
        NEVER,
        "Qui travaille à Monaco relève des caisses monégasques, même en vivant en France.",
        "Whoever works in Monaco belongs to the Monegasque funds, even when living in France.",
        rows="S72",
        certainty="M",
    ),
    ground(
        TIER,
        "works_abroad_lives_here_by_treaty",
        works_under_another_state.holds & works_in.among("elsewhere") & _IN_FRANCE & other_cover.among("treaty"),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "treaty_form",
        act("selon le formulaire", "as the form says"),
        "Vous êtes assuré là où vous travaillez ; vivant en France, la CPAM sert vos soins sur le formulaire de "
        "ce pays.",
        "You are insured where you work; as you live in France, the CPAM serves your care on that country's form.",
        rows="S24 A11",
        certainty="M",
    ),
    ground(
        TIER,
        "works_abroad_lives_here_with_s1",
        works_under_another_state.holds
        & works_in.among("elsewhere")
        & _IN_FRANCE
        & other_cover.among("s1", "eu_scheme"),
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "Vous êtes assuré là où vous travaillez ; vivant en France, un S1 y ouvre les soins.",
        "You are insured where you work; as you live in France, an S1 opens care here.",
        rows="S71 S41",
        certainty="M",
    ),
    ground(
        TIER,
        "works_elsewhere",
        works_under_another_state.holds
        & ((works_in.among("eu_eea") & ~_IN_FRANCE) | (works_in.among("elsewhere") & ~(_IN_FRANCE & _FORM_HELD))),
        Verdict.OTHER_SCHEME,
        "home_state",
        "scheme",
        NEVER,
        "Votre travail à l'étranger vous place sous la loi de ce pays.",
        "Your work abroad places you under that country's law.",
        rows="A11",
        certainty="M",
    ),
    ground(
        TIER,
        "works_abroad_under_french_law",
        works_abroad_under_french_law.holds,
        Verdict.COVERED,
        "cpam",
        "employer",
        CONTINUOUS,
        "Vous restez assuré en France pendant votre détachement à l'étranger.",
        "You stay insured in France while posted abroad.",
        rows="A2 A19",
    ),
    ground(
        TIER,
        "unemployed_by_another_state",
        activity.among("seeking_work") & seeking_kind.among("benefit_from_abroad") & _IN_FRANCE,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state",
        "ehic",
        NEVER,
        "L'État qui paie votre allocation chômage paie aussi vos soins, trois mois en principe.",
        "The State that pays your unemployment benefit also pays for your care, for three months as a rule.",
        rows="S39",
        certainty="M",
        doubts=(UNEMPLOYED_AND_INSURED_HERE, EXPORTED_FOR_LONG, WITHOUT_A_PERMIT),
    ),
    ground(
        TIER,
        "foreign_pension_pays_care",
        foreign_pension_pays_care.holds & _IN_FRANCE,
        Verdict.SERVED_FOR_ANOTHER_STATE,
        "home_state_cpam",
        "s1",
        _FROM_S1,
        "L'État qui paie votre pension doit payer vos soins : demandez-lui un S1.",
        "The State that pays your pension must pay for your care: ask it for an S1.",
        rows="S42 A11",
        certainty="M",
        doubts=(WITHOUT_A_PERMIT,),
    ),
    ground(
        TIER,
        "eu_jobseeker",
        eu_jobseeker.holds & _IN_FRANCE,
        Verdict.NOT_COVERED,
        "nobody",
        "ehic",
        act("dès le premier emploi en France", "from the first job in France"),
        "Qui ne reste en France que pour chercher un emploi y est couvert par son pays : sa carte européenne y vaut.",
        "Whoever stays in France only to look for work is covered by their own country: its European card works here.",
        rows="S38",
        doubts=(
            Doubt(
                resources_reach_rsa.is_yes(),
                Text(
                    "Un Européen venu chercher un emploi n'entre pas par la résidence ; avec des ressources "
                    "suffisantes, "
                    "vous pouvez soutenir que vous restez à un autre titre.",
                    "A European who came to look for work does not enter by residence; with sufficient resources, you "
                    "may argue that you stay on another ground.",
                ),
            ),
        ),
    ),
    ground(
        TIER,
        "came_for_treatment_insured_elsewhere",
        _PATIENT & _FORM_HELD,
        Verdict.OTHER_SCHEME,
        "home_state",
        "scheme",
        NEVER,
        "Venir en France pour des soins n'y ouvre pas de droits ; le régime étranger qui vous assure dit, avant les "
        "soins, s'il les paie ici.",
        "Coming to France for treatment opens no rights here; the foreign scheme that insures you says, before the "
        "treatment, whether it pays for it here.",
        rows="S54 S36 A12",
        certainty="M",
    ),
    ground(
        TIER,
        "came_for_treatment",
        _PATIENT & ~_FORM_HELD,
        Verdict.NOT_COVERED,
        "nobody",
        "private",
        NEVER,
        "Venir en France pour des soins n'ouvre pas l'assurance maladie.",
        "Coming to France for treatment does not open health insurance.",
        rows="S54",
        doubts=(
            Doubt(
                rights_open.is_yes()
                | (listed_document.holds & document_in_date.holds)
                | eu_resident_five_years.is_yes(),
                Text(
                    "Venir en France pour des soins n'ouvre pas l'assurance maladie ; mais vous semblez y vivre "
                    ": si vous "
                    "y avez votre foyer, répondez selon ce que vous faites aujourd'hui.",
                    "Coming to France for treatment does not open health insurance; but you seem to live here: if your "
                    "home is here, answer by what you do today.",
                ),
            ),
        ),
    ),
)
