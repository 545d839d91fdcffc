"""While the caisse decides, and if it refuses: receipt, missing papers, silence, appeals, and who may help."""

from ouverture.law.after.statement import stated
from ouverture.law.css.d160_2 import ARTICLE as WAIT
from ouverture.law.sources import article, statement

CLAIM = article("CSS", "L160-5", "LEGIARTI000033714770", "bf308018ff4e4e0b", since="2016-12-25")
RECEIPT = article("CRPA", "L112-3", "LEGIARTI000031367338", "cc6dbd679cf699af", since="2016-01-01")
NO_RECEIPT = article("CRPA", "L112-6", "LEGIARTI000031367340", "04d24bf47310ae7d", since="2016-01-01")
MISSING = article("CRPA", "L114-5", "LEGIARTI000031367402", "4b5a5f0f6af26305", since="2016-01-01")
GO_ON = article("CRPA", "L114-5-1", "LEGIARTI000037309543", "0138c0aa71f7521c", since="2018-08-12")
ALREADY_KNOWN = article("CRPA", "L113-12", "LEGIARTI000045213328", "9931b65021ee18e1", since="2022-02-23")
PAUSE = article("CSS", "D161-1-3", "LEGIARTI000033120573", "d367dd17e7023822", since="2016-03-19")
FORWARD = article("CRPA", "L114-2", "LEGIARTI000031367394", "5cc34955b808f71e", since="2016-01-01")
FIRST_DAY = article("CRPA", "L114-3", "LEGIARTI000031367396", "229be32254966af6", since="2016-01-01")
NUMBER = statement("R6", "1a4e666eedfaa034", "CSS R114-7")
REASONS = article("CSS", "R142-1-A", "LEGIARTI000041404114", "a8b907bc5fc644e0", since="2020-01-01")
SIGNED = article("CRPA", "L212-1", "LEGIARTI000051740675", "744fc514f19e95b5", since="2025-06-15")
BOARD = article("CSS", "R142-1", "LEGIARTI000037595656", "db2a403791c0bbff", since="2019-03-31")
BOARD_SILENCE = article("CSS", "R142-6", "LEGIARTI000053220336", "263d07e6d62369b2", since="2025-12-28")
COURT = article("CSS", "R142-10", "LEGIARTI000042587026", "8e2a08811508b760", since="2020-11-30")
REQUEST = article("CSS", "R142-10-1", "LEGIARTI000041404220", "3e639d2fdbbcc710", since="2020-01-01")
MEDIATOR = article("CSS", "L217-7-1", "LEGIARTI000037310142", "6e6d48bfb5cb4212", since="2018-08-12")
MEDICAL = article("CSS", "R142-8-5", "LEGIARTI000041404140", "c3d3ae36ea1b098d", since="2020-01-01")
DEFENDER = statement("R12", "f7b402c64c862828", "Défenseur des-droits")

STATEMENTS = (
    stated(
        CLAIM,
        "someone_may_file_for_you",
        "al. 2",
        "sont habilités à transmettre les documents afférents à l'organisme compétent avec l'accord de l'intéressé",
        "Un service social, une association agréée ou un hôpital peut envoyer la demande, avec votre accord.",
        "Social services, an approved association or a hospital may send the claim, with your consent.",
        rows="A5",
        since="2016-12-25",
    ),
    stated(
        WAIT,
        "the_caisse_may_open_rights_itself",
        "III",
        "sont habilitées à procéder d'office à l'ouverture des droits à la prise en charge des frais de santé",
        "La caisse peut ouvrir vos droits d'elle-même quand elle sait que les conditions sont remplies.",
        "The caisse may open your rights by itself when it knows that the conditions are met.",
        rows="A10",
    ),
    stated(
        RECEIPT,
        "a_receipt_is_due",
        "al. 1",
        "Toute demande adressée à l'administration fait l'objet d'un accusé de réception.",
        "Toute demande donne droit à un accusé de réception. Réclamez-le : il dit la date, le service et ce qui "
        "manque.",
        "Every claim is owed a receipt. Ask for it: it gives the date, the office and what is missing.",
        rows="R1",
        to_do=True,
    ),
    stated(
        NO_RECEIPT,
        "no_receipt_no_time_limit",
        "al. 1",
        "Les délais de recours ne sont pas opposables à l'auteur d'une demande",
        "Sans accusé de réception complet, les délais de recours ne courent pas contre vous.",
        "Without a complete receipt, the time limits for appeal do not run against you.",
        rows="R1 trap-24",
    ),
    stated(
        MISSING,
        "missing_papers_are_listed",
        "al. 1",
        "celle-ci indique au demandeur les pièces et informations manquantes exigées par les textes législatifs et "
        "réglementaires en vigueur",
        "Si le dossier est incomplet, la caisse dit ce qui manque et fixe un délai.",
        "If the file is incomplete, the caisse says what is missing and sets a time.",
        rows="D10 R3",
    ),
    stated(
        GO_ON,
        "a_missing_paper_does_not_stop_the_file",
        "al. 1",
        "ne peut conduire l'administration à suspendre l'instruction de ce dossier dans l'attente de la transmission "
        "de la pièce manquante",
        "Une pièce qui n'est pas indispensable n'arrête pas l'examen du dossier.",
        "A paper that is not essential does not stop the examination of the file.",
        rows="D10",
    ),
    stated(
        ALREADY_KNOWN,
        "not_what_another_office_knows",
        "",
        "ne peut être tenue de produire des informations ou des données que celle-ci détient ou qu'elle peut obtenir "
        "directement",
        "La caisse ne peut pas exiger ce qu'elle peut obtenir d'une autre administration.",
        "The caisse may not require what it can get from another administration.",
        rows="D11",
    ),
    stated(
        PAUSE,
        "missing_papers_pause_the_clock",
        "al. 1",
        "est fixée à deux mois à compter de la date à laquelle l'organisme de sécurité sociale a informé le demandeur",
        "La demande de pièces arrête le délai de réponse, deux mois au plus.",
        "The request for papers stops the time to answer, for two months at most.",
        rows="R3",
        deadlines="missing_pieces_suspension",
    ),
    stated(
        FORWARD,
        "a_wrong_caisse_forwards",
        "",
        "cette dernière la transmet à l'administration compétente et en avise l'intéressé",
        "Une demande envoyée à la mauvaise caisse doit être transmise, et l'on vous le dit.",
        "A claim sent to the wrong caisse must be forwarded, and you are told.",
        rows="R18",
    ),
    stated(
        FIRST_DAY,
        "the_first_receipt_counts",
        "al. 1",
        "court à compter de la date de réception de la demande par l'administration initialement saisie",
        "Pour un refus par silence, le délai part du jour où la première administration a reçu la demande.",
        "For a refusal by silence, the period runs from the day the first body received the claim.",
        rows="R18 R3",
    ),
    stated(
        NUMBER,
        "no_time_limit_for_the_number",
        "",
        "No statutory maximum for issuing the NIR overall; only D2–D4",
        "Aucun texte ne fixe de délai total pour le numéro définitif : comptez des semaines, parfois de longs mois.",
        "No text sets a total time for the permanent number: expect weeks, sometimes many months.",
        rows="R6",
        deadlines="cnav_decision birth_act_first_term birth_act_second_term",
    ),
    stated(
        REASONS,
        "a_refusal_gives_reasons",
        "I and III",
        "Ces délais ne sont opposables qu'à la condition d'avoir été mentionnés, ainsi que les voies de recours, "
        "dans la notification de la décision contestée",
        "Un refus est motivé et daté ; il dit comment le contester. Sinon le délai ne court pas.",
        "A refusal gives reasons and a date; it says how to contest it. Otherwise the period does not run.",
        rows="R14 R1",
    ),
    stated(
        SIGNED,
        "a_refusal_is_signed",
        "al. 1",
        "comporte la signature de son auteur ainsi que la mention, en caractères lisibles, du prénom, du nom et de "
        "la qualité de celui-ci",
        "La décision porte la signature, le nom et la qualité de son auteur.",
        "The decision bears the signature, name and quality of its author.",
        rows="R14",
        since="2017-03-02",
    ),
    stated(
        BOARD,
        "first_the_appeal_board",
        "al. 2",
        "Cette commission doit être saisie dans le délai de deux mois à compter de la notification de la décision",
        "Contre un refus : d'abord la commission de recours amiable de la caisse, dans les deux mois. Sans elle, pas "
        "de tribunal.",
        "Against a refusal: first the caisse's appeal board (commission de recours amiable), within two months. "
        "Without it, no court.",
        rows="R7 trap-24",
        deadlines="cra_appeal",
        to_do=True,
    ),
    stated(
        BOARD_SILENCE,
        "a_silent_board_has_refused",
        "al. 1",
        "dans le délai de deux mois, l'intéressé peut considérer sa demande comme rejetée",
        "Sans réponse de la commission en deux mois, tenez la réclamation pour rejetée.",
        "No answer from the board within two months: take the complaint as rejected.",
        rows="R8",
        since="2019-03-31",
        deadlines="cra_silence",
    ),
    stated(
        COURT,
        "then_the_court",
        "al. 1 and 3",
        "Le tribunal judiciaire territorialement compétent est celui dans le ressort duquel demeure le demandeur.",
        "Puis le tribunal judiciaire (pôle social) de votre domicile, dans les deux mois ; pour qui vit à "
        "l'étranger, celui du siège de la caisse.",
        "Then the court (tribunal judiciaire, pôle social) of your home, within two months; for those living abroad, "
        "that of the caisse's seat.",
        rows="R9",
        deadlines="court_appeal",
        to_do=True,
    ),
    stated(
        REQUEST,
        "how_to_go_to_court",
        "al. 1",
        "Le tribunal est saisi par requête remise ou adressée au greffe par lettre recommandée avec avis de réception.",
        "On saisit le tribunal par une requête remise au greffe, ou envoyée en recommandé. Un avocat n'est pas "
        "nécessaire. L'absence de frais n'a pas été vérifiée.",
        "You go to court by a request handed to the court office, or sent by registered post. No lawyer is needed. "
        "That it is free was not verified.",
        rows="R9",
    ),
    stated(
        MEDIATOR,
        "the_mediator",
        "II",
        "L'engagement de la procédure de médiation suspend",
        "Après une première réclamation, le médiateur de la caisse peut aider. S'il accepte le dossier, les délais "
        "de recours s'arrêtent. Plus une fois au tribunal.",
        "After a first complaint, the caisse's mediator may help. If the file is accepted, the appeal periods stop. "
        "Not once in court.",
        rows="R11",
    ),
    stated(
        MEDICAL,
        "medical_disputes_go_elsewhere",
        "al. 4",
        "L'absence de décision de l'organisme dans le délai de quatre mois à compter de l'introduction du recours "
        "préalable, vaut rejet de la demande.",
        "Un désaccord médical va à la commission médicale de recours amiable ; quatre mois de silence valent refus.",
        "A medical dispute goes to the medical appeal board; four months' silence is a refusal.",
        rows="R13",
        deadlines="cmra_appeal cmra_silence",
    ),
    stated(
        DEFENDER,
        "the_defender_of_rights",
        "",
        "free, any time, does not stop time limits",
        "Le Défenseur des droits est gratuit, à tout moment ; il n'arrête pas les délais.",
        "The Défenseur des droits is free, at any time; it does not stop the time limits.",
        rows="R12",
        certainty="M",
    ),
)

BLIND_SPOTS = ("The version of L142-1 in force since 1 November 2026 (scope of this litigation) was not read.",)
