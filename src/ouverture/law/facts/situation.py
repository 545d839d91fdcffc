"""What the person does: work, studies, pension, or none of them."""

from ouverture.rules.facts import Fact
from ouverture.text import Text

_WORDS_FOR_AN_ACTIVITY = {
    word: option
    for option, words in {
        "working": "employed employee worker salarié salariée self-employed freelance indépendant indépendante",
        "studying": "student étudiant étudiante intern stagiaire",
        "pension": "retired retiree pensioner retraité retraitée retraite",
        "seeking_work": "unemployed jobseeker chômeur chômeuse chômage",
        "minor": "child enfant mineur mineure",
        "detained": "prisoner détenu détenue",
        "none": "inactive inactif inactive",
    }.items()
    for word in words.upper().split()
}

activity = Fact(
    name="activity",
    kind="one_of",
    label=Text("votre activité", "your activity"),
    question=Text(
        "Que faites-vous ? Choisissez la première ligne vraie pour vous.",
        "What do you do? Choose the first line that is true of you.",
    ),
    options={
        "minor": Text("J'ai moins de 18 ans et je ne travaille pas", "I am under 18 and do not work"),
        "working": Text(
            "Je travaille, même quelques heures (en arrêt maladie, en congé maternité ou parental aussi)",
            "I work, even a few hours (on sick, maternity or parental leave too)",
        ),
        "seeking_work": Text("Je cherche un emploi, ou j'ai perdu le mien", "I am looking for work, or lost my job"),
        "pension": Text(
            "Je reçois une pension de retraite, de réversion ou d'invalidité",
            "I receive a retirement, survivor's or invalidity pension",
        ),
        "studying": Text(
            "J'étudie, ou je suis stagiaire ou chercheur sans contrat de travail",
            "I study, or am an intern or a researcher without a work contract",
        ),
        "returned_volunteer": Text(
            "Je rentre d'un volontariat international (VIE ou VIA) et n'ai pas d'autre couverture",
            "I am back from a French international volunteer posting (VIE or VIA) with no other cover",
        ),
        "here_for_treatment": Text(
            "Je suis venu en France pour des soins ou une cure", "I came to France for medical treatment or a cure"
        ),
        "none": Text("Rien de tout cela", "None of these"),
        "detained": Text("Je suis en détention, même si j'y travaille", "I am in prison, even if I work there"),
    },
    hint=Text("Une heure de travail suffit pour « je travaille ».", 'One hour of work is enough for "I work".'),
    also_written=_WORDS_FOR_AN_ACTIVITY,
    priors={"none": 30.0, "working": 25.0, "studying": 20.0, "pension": 8.0, "seeking_work": 8.0, "minor": 5.0},
)

WORK_DONE_IN_FRANCE = (
    "employee",
    "foreign_employer",
    "self_employed",
    "self_employed_foreign_clients",
    "agricultural",
    "farmer",
    "assimilated",
    "researcher",
    "language_assistant",
    "au_pair",
)
"""Kinds of work whose line says that the work is done in France."""

LINE_SAYS_NO_CERTIFICATE = ("foreign_employer", "self_employed", "self_employed_foreign_clients")
"""Of these, the lines that say in so many words that no certificate keeps the person insured elsewhere."""

work_kind = Fact(
    name="work_kind",
    kind="one_of",
    after=("activity",),
    label=Text("votre travail", "your work"),
    question=Text(
        "De quel travail s'agit-il ? Ce qui compte est l'endroit où vous travaillez, pas celui de l'employeur ou des "
        "clients.",
        "Which kind of work is it? What counts is where you work, not where the employer or the clients are.",
    ),
    options={
        "employee": Text(
            "Salarié d'un employeur en France, pour un travail fait en France (saisonnier compris)",
            "Employee of an employer in France, for work done in France (seasonal included)",
        ),
        "foreign_employer": Text(
            "Salarié d'un employeur étranger, pour un travail fait en France (télétravail compris), sans détachement",
            "Employee of a foreign employer, for work done in France (remote work included), not posted",
        ),
        "self_employed": Text(
            "À mon compte en France, assuré nulle part ailleurs pour ce travail (micro-entreprise, commerce…)",
            "Self-employed in France, insured nowhere else for this work (micro-enterprise, profession, trade…)",
        ),
        "self_employed_foreign_clients": Text(
            "À mon compte en France, pour des clients à l'étranger (télétravail), sans formulaire A1",
            "Self-employed in France, for clients abroad (remote work), without an A1 form",
        ),
        "agricultural": Text("Salarié agricole, saisonnier compris", "Farm employee, seasonal included"),
        "farmer": Text("Exploitant ou chef d'entreprise agricole", "Farmer, or head of a farm business"),
        "assimilated": Text(
            "Artiste-auteur, service civique ou assistant maternel", "Artist-author, civic service or childminder"
        ),
        "researcher": Text(
            "Doctorant ou chercheur avec un contrat français", "Doctoral student or researcher with a French contract"
        ),
        "language_assistant": Text(
            "Assistant de langue dans une école, un collège, un lycée ou une université",
            "Language assistant in a school or university",
        ),
        "au_pair": Text("Jeune au pair ou stagiaire aide familial", "Au pair"),
        "posted": Text(
            "Assuré dans un autre pays pour ce travail : détachement, travail dans deux pays, saison (formulaire A1 ou "
            "certificat de couverture)",
            "Insured in another country for this work: posting, work in two countries, season (A1 form or certificate "
            "of coverage)",
        ),
        "civil_servant": Text("Fonctionnaire de l'État ou magistrat", "State civil servant or magistrate"),
        "military": Text("Militaire", "Member of the armed forces"),
        "special_scheme": Text(
            "Agent d'un régime spécial (SNCF, RATP, marins, mines, électricité et gaz, notariat…)",
            "Staff of a special scheme (SNCF, RATP, seafarers, mines, electricity and gas, notaries…)",
        ),
        "minister_of_religion": Text(
            "Ministre d'un culte ou membre d'une congrégation", "Minister of religion or member of a congregation"
        ),
        "diplomat": Text(
            "Diplomate, agent consulaire ou agent d'un État étranger (ou sa famille)",
            "Diplomat, consular agent or official of a foreign State (or their family)",
        ),
        "international_organisation": Text(
            "Agent d'une organisation internationale", "Staff of an international organisation"
        ),
        "abroad": Text(
            "Je travaille dans un autre pays que la France, même pour un employeur en France",
            "I work in a country other than France, even for an employer in France",
        ),
        "abroad_under_french_law": Text(
            "Je travaille à l'étranger, détaché par un employeur français", "I work abroad, posted by a French employer"
        ),
    },
    hint=Text(
        "Si un formulaire A1 ou un certificat d'un autre pays vous garde assuré là-bas, choisissez cette ligne.",
        "If an A1 form or a certificate of another country keeps you insured there, choose that line.",
    ),
    proved_by=("work_contract_or_payslip",),
    priors={"employee": 40.0, "self_employed": 15.0, "foreign_employer": 4.0, "posted": 4.0, "abroad": 4.0},
)

special_scheme = Fact(
    name="special_scheme",
    kind="one_of",
    after=("work_kind",),
    label=Text("votre régime spécial", "your special scheme"),
    question=Text("Lequel est votre régime spécial ?", "Which one is your special scheme?"),
    options={
        "seafarers": Text("Marins", "Seafarers"),
        "mines": Text("Mines", "Mines"),
        "sncf": Text("SNCF", "SNCF"),
        "ratp": Text("RATP", "RATP"),
        "notaries": Text("Clercs et employés de notaires", "Notaries' clerks and employees"),
        "energy": Text("Électricité et gaz (IEG)", "Electricity and gas (IEG)"),
        "other": Text("Un autre", "Another one"),
    },
    proved_by=("work_contract_or_payslip",),
)

work_started_on = Fact(
    name="work_started_on",
    kind="date",
    after=("work_kind",),
    asked_with="work_kind",
    label=Text("le début de votre travail", "the day your work started"),
    question=Text(
        "Quel jour avez-vous commencé ce travail en France ?", "On which day did you start this work in France?"
    ),
    hint=Text(
        "Le travail fait avant à l'étranger, même pour le même employeur, ne compte pas.",
        "Work done abroad before, even for the same employer, does not count.",
    ),
    proved_by=("work_contract_or_payslip",),
)

posting_paper = Fact(
    name="posting_paper",
    kind="one_of",
    after=("work_kind",),
    label=Text("le papier qui vous garde assuré ailleurs", "the certificate that keeps you insured elsewhere"),
    question=Text(
        "Quel papier vous garde assuré dans un autre pays pour ce travail ?",
        "Which certificate keeps you insured in another country for this work?",
    ),
    hint=Text(
        "Sans un tel papier, c'est le pays où l'on travaille qui assure, en règle générale.",
        "Without such a certificate, the country where one works insures, as a rule.",
    ),
    options={
        "a1": Text(
            "Un formulaire A1 (Union européenne, EEE, Suisse, Royaume-Uni)",
            "An A1 form (European Union, EEA, Switzerland, United Kingdom)",
        ),
        "treaty": Text(
            "Un certificat de couverture d'un pays lié à la France par une convention",
            "A certificate of coverage from a country that has a treaty with France",
        ),
        "none": Text("Aucun, ou il a pris fin", "No certificate, or it has ended"),
    },
)

works_in = Fact(
    name="works_in",
    kind="one_of",
    after=("work_kind",),
    label=Text("le pays où vous travaillez", "the country where you work"),
    question=Text("Dans quel pays travaillez-vous ?", "In which country do you work?"),
    options={
        "switzerland": Text("En Suisse", "Switzerland"),
        "monaco": Text("À Monaco", "Monaco"),
        "eu_eea": Text("Dans un pays de l'Union européenne ou de l'EEE", "A country of the EU or the EEA"),
        "elsewhere": Text("Dans un autre pays", "Another country"),
    },
)

swiss_choice = Fact(
    name="swiss_choice",
    kind="one_of",
    after=("works_in", "pension_from"),
    label=Text("votre choix entre la France et la Suisse", "your choice between France and Switzerland"),
    question=Text("Quel système d'assurance maladie avez-vous choisi ?", "Which health insurance did you choose?"),
    options={
        "france": Text("La France (CPAM)", "France (CPAM)"),
        "switzerland": Text("La Suisse (LAMal)", "Switzerland (LAMal)"),
        "not_made": Text("Je n'ai pas encore choisi", "I have not chosen yet"),
    },
)

swiss_choice_since = Fact(
    name="swiss_choice_since",
    kind="date",
    after=("swiss_choice",),
    label=Text("le jour qui ouvre ce choix", "the day that opened that choice"),
    question=Text(
        "Depuis quel jour pouvez-vous choisir (prise d'emploi en Suisse, arrivée en France, reprise après chômage, "
        "ou début de la pension) ?",
        "Since which day can you choose (start of the job in Switzerland, move to France, return to work after "
        "unemployment, or start of the pension)?",
    ),
)

seeking_kind = Fact(
    name="seeking_kind",
    kind="one_of",
    after=("activity",),
    label=Text("votre situation de demandeur d'emploi", "your situation as a jobseeker"),
    question=Text("Laquelle de ces situations est la vôtre ?", "Which of these is yours?"),
    options={
        "french_benefit": Text("France Travail me verse une allocation", "France Travail pays me a benefit"),
        "after_french_job": Text(
            "J'ai travaillé en France, sans allocation aujourd'hui", "I worked in France; I draw no benefit today"
        ),
        "benefit_from_abroad": Text(
            "Un autre État européen me verse une allocation (formulaire U2)",
            "Another European State pays me a benefit (form U2)",
        ),
        "came_to_look": Text("Je suis venu en France chercher un emploi", "I came to France to look for work"),
    },
)

study_kind = Fact(
    name="study_kind",
    kind="one_of",
    after=("activity",),
    label=Text("vos études", "your studies"),
    question=Text("Laquelle de ces situations est la vôtre ?", "Which of these is yours?"),
    options={
        "enrolled": Text(
            "Inscrit dans un établissement d'enseignement en France (échange compris)",
            "Enrolled in a school or university in France (exchange included)",
        ),
        "intern_agreement": Text(
            "Stagiaire dans le cadre d'un accord de coopération", "Intern under a cooperation agreement"
        ),
        "intern_other": Text("Autre stagiaire, non inscrit en France", "Other intern, not enrolled in France"),
        "researcher_without_contract": Text(
            "Chercheur sans contrat français, non inscrit", "Researcher without a French contract, not enrolled"
        ),
    },
    proved_by=("enrolment_certificate",),
    priors={"enrolled": 8.0},
)

course_started_on = Fact(
    name="course_started_on",
    kind="date",
    after=("study_kind",),
    asked_with="study_kind",
    label=Text("le début de vos cours", "the day your course starts"),
    question=Text(
        "Quel jour vos cours ont-ils commencé (ou commenceront-ils) ?",
        "On which day did your course start (or will it start)?",
    ),
    proved_by=("enrolment_certificate",),
)

pension_from = Fact(
    name="pension_from",
    kind="one_of",
    after=("activity",),
    label=Text("l'origine de votre pension", "where your pension comes from"),
    question=Text(
        "Qui vous verse cette pension ? Choisissez la première ligne vraie.",
        "Who pays this pension? Choose the first line that is true.",
    ),
    options={
        "france": Text("Un régime français (même en partie)", "A French scheme (even in part)"),
        "switzerland": Text("Un régime suisse, et aucun autre", "A Swiss scheme, and no other"),
        "monaco": Text("Un régime monégasque", "A Monegasque scheme"),
        "eu_eea_switzerland_uk": Text(
            "Un régime de l'UE, de l'EEE, de la Suisse ou du Royaume-Uni",
            "A scheme of the EU, the EEA, Switzerland or the United Kingdom",
        ),
        "international_organisation": Text(
            "Une organisation internationale qui couvre aussi mes soins",
            "An international organisation that also covers my care",
        ),
        "other_state": Text("Un régime d'un autre pays", "A scheme of another country"),
    },
)

french_pension_years = Fact(
    name="french_pension_years",
    kind="whole_number",
    after=(
        "pension_from",
        "lives_in",
    ),
    label=Text("vos années d'assurance en France", "your years of insurance in France"),
    question=Text(
        "Combien d'années d'assurance en France votre pension rémunère-t-elle ?",
        "How many years of insurance in France does your pension pay for?",
    ),
)
