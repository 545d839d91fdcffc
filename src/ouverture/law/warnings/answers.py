"""What to expect of the answer: from when rights run, what silence means, how to appeal, and what was not read."""

from datetime import timedelta

from ouverture.clock.registry import law_read_until
from ouverture.law.css.l160_1 import works
from ouverture.law.sources import article, statement
from ouverture.law.warnings.notice import Cited, notice, side
from ouverture.rules.rulebook import Verdict

ACCEPTED = article("CRPA", "L231-1", "LEGIARTI000031367611", "ef7a2cd462d2c811", since="2016-01-01")
REFUSED = article("CRPA", "L231-4", "LEGIARTI000031367619", "00dca7d0a8b89e01", since="2016-01-01")
SILENCE = statement("R2", "c29d5b4ccabaec3d", "CRPA L231-4")
SILENCE_DISPUTE = statement("C11", "f309225fdcae4574", "CRPA L231-1")
START = statement("R15", "e8801c337d13ec7f", "CSS L160-5")
BACKWARDS = statement("R16", "a2878d5a4a421451", "CSS L160-11")
CLAIMS = article("CSS", "L160-11", "LEGIARTI000033714761", "ed96c3f4aea87366", since="2016-12-25")
RECEIPT = article("CRPA", "L112-6", "LEGIARTI000031367340", "04d24bf47310ae7d", since="2016-01-01")
APPEAL = article("CSS", "R142-1", "LEGIARTI000037595656", "db2a403791c0bbff", since="2019-03-31")
NOT_READ = statement("R10", "99b6fd3401eb3775", "CSS L142-1")

_CLAIM = "s1106 student_site eu_online argue"

NOTICES = (
    notice(
        "silence_disputed",
        "Après deux mois sans réponse, tenez la demande pour refusée et saisissez la commission de recours amiable. "
        "Ne comptez pas sur une acceptation : aucun texte trouvé ne la donne pour cette demande.",
        "After two months with no answer, take the claim as refused and go to the appeal board (commission de "
        "recours amiable). Do not count on acceptance: no text found gives it for this claim.",
        Cited(
            ACCEPTED,
            "Le silence gardé pendant deux mois par l'administration sur une demande vaut décision d'acceptation.",
        ),
        Cited(REFUSED, "Si la demande présente un caractère financier", "3°"),
        Cited(SILENCE, "No text found for PUMa"),
        Cited(SILENCE_DISPUTE, "acceptance (CRPA L231-1) v. refusal (L231-4 3°)"),
        rows="C11 R2 trap-23",
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED),
        routes=_CLAIM,
        sides=(
            side("Le silence vaut acceptation.", "Silence is acceptance.", "CRPA L231-1", "2016-01-01"),
            side(
                "Demande financière : le silence vaut refus.",
                "A financial claim: silence is refusal.",
                "CRPA L231-4 3°",
                "2016-01-01",
            ),
        ),
        deadlines="implied_decision",
        certainty="M",
        to_do=True,
        about="answer",
    ),
    notice(
        "rights_run_from_the_claim",
        "Déposez sans tarder : en pratique, les droits partent du jour où la caisse reçoit la demande, pas de "
        "l'arrivée en France. Gardez les feuilles de soins faites ensuite : elles valent deux ans.",
        "File without delay: in practice rights run from the day the caisse receives the claim, not from arrival in "
        "France. Keep the care sheets made after that day: they are good for two years.",
        Cited(START, "date the claim was lodged/received, not the arrival date"),
        Cited(BACKWARDS, "No general retroactivity before the claim was found for door 2"),
        Cited(CLAIMS, "se prescrit par deux ans à compter du premier jour du trimestre suivant", "al. 1"),
        rows="R15 R16",
        when=~works.holds,
        verdicts=(Verdict.COVERED,),
        routes="s1106 eu_online",
        deadlines="claim_two_years",
        certainty="M",
        to_do=True,
        about="answer",
    ),
    notice(
        "if_refused_appeal_in_two_months",
        "En cas de refus : la commission de recours amiable d'abord, dans les deux mois de la lettre. Si la caisse "
        "ne vous a pas donné d'accusé de réception complet, ce délai ne court pas contre vous.",
        "If refused: the appeal board (commission de recours amiable) first, within two months of the letter. If the "
        "caisse gave you no complete receipt, that period does not run against you.",
        Cited(
            APPEAL, "Cette commission doit être saisie dans le délai de deux mois à compter de la notification", "al. 2"
        ),
        Cited(RECEIPT, "Les délais de recours ne sont pas opposables à l'auteur d'une demande", "al. 1"),
        rows="R1 R7 trap-24",
        verdicts=(Verdict.COVERED, Verdict.COVERED_LATER, Verdict.DISPUTED, Verdict.KEPT),
        routes=_CLAIM + " nothing",
        deadlines="cra_appeal",
        about="answer",
    ),
    notice(
        "law_read_to_march_2026",
        "Le droit a été lu jusqu'à la fin de mars 2026. Ce qui a changé depuis n'est pas ici : vérifiez avant "
        "d'agir. L'article L142-1 a une nouvelle version au 1er novembre 2026 : elle n'a pas été lue.",
        "The law was read up to the end of March 2026. What has changed since is not here: check before you act. "
        "Article L142-1 has a new version from 1 November 2026: it was not read.",
        Cited(NOT_READ, "changes version on 2026-11-01: new text not read"),
        rows="R10 trap-27",
        since=(law_read_until() + timedelta(days=1)).isoformat(),
        about="answer",
    ),
)
