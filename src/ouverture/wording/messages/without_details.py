"""A message without the personal details that can be seen in it, for whoever keeps the catalogue.

Nothing is sent: the person reads what is left, and sends it or not. Names are known by the words before them, so some
may stay; the page says so.
"""

import re

DIGIT = "0"
NAME, ADDRESS, EMAIL = "[nom]", "[adresse]", "[e-mail]"
_EMAIL = re.compile(r"[\w.+-]+@([\w-]+\.)+\w{2,}")
_LINK = re.compile(r"(?P<host>(?:https?://)?(?:[\w-]+\.)+[a-z]{2,})(?:/[^\s<>»\"]*)", re.IGNORECASE)
_TITLES = (
    r"M\.|Mme|Mlle|MM\.|Monsieur|Madame|Mademoiselle|Mr|Mrs|Ms|Miss|Dr|Docteur|Doctor|Maître|Sra?\.|Señora?|Senhora?|"
    r"Chère?|Dear|Hello|Hi|Bonjour|Hola|Olá|السيدة|السيد|الدكتور"
)
_NAMED = re.compile(
    rf"(?<!\w)(?P<title>{_TITLES})(?P<between>[ \u00a0]+)(?P<name>(?:[^\W\d_a-zà-ÿ][\w'’-]*[ \u00a0]?){{1,4}})"
)
_LABELLED = re.compile(
    r"(?P<label>\b(?:nom|prénoms?|name|surname|first name|last name|nombre|nome|assurée?|bénéficiaire|titulaire|holder)"
    r"\b[^:\n]{0,20}:[ \t]*)(?P<name>[^\n,;]+)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"(?P<way>\b(?:rue|avenue|boulevard|bd|place|impasse|allée|chemin|quai|route|cours|street|road|calle|rua)\b)[^\n,;]*",
    re.IGNORECASE,
)
_TITLE_ALONE = re.compile(rf"(?:{_TITLES})", re.IGNORECASE)


def without_details(text: str) -> str:
    """``text`` with digits as 0, links cut to their host, and the names, streets and e-mail addresses seen replaced."""
    text = _EMAIL.sub(EMAIL, text)
    text = _LINK.sub(lambda found: f"{found['host']}/…", text)
    text = _LABELLED.sub(lambda found: f"{found['label']}{NAME}", text)
    text = _STREET.sub(lambda found: f"{found['way']} {ADDRESS}", text)
    text = _NAMED.sub(_without_name, text)
    return re.sub(r"\d", DIGIT, text)


def _without_name(found: re.Match[str]) -> str:
    """The title and a name's place; a title after another ("Bonjour Madame") is no name."""
    words = found["name"].split()
    kept = [word for word in words if _TITLE_ALONE.fullmatch(word)]
    named = len(kept) < len(words)
    after = " " if found["name"].endswith((" ", "\u00a0")) else ""
    return " ".join([found["title"], *kept, *([NAME] if named else [])]) + after
