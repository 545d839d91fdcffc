"""Every paper by name, one module per subject."""

from ouverture.evidence.paper import Paper
from ouverture.evidence.papers import civil_status, elsewhere, family, forms, identity, money, residence, stay, work

PAPERS: dict[str, Paper] = {
    paper.name: paper
    for room in (forms, identity, stay, civil_status, family, work, residence, elsewhere, money)
    for paper in vars(room).values()
    if isinstance(paper, Paper)
}
