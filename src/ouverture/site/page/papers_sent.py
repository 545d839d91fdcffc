"""Papers answered as a PDF to keep: French, with the reading copy behind."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import HttpResponse

from ouverture.adapters.pdf.papers import papers_pdf
from ouverture.services.casework.outgoing.paper import Paper
from ouverture.services.casework.outgoing.words import said
from ouverture.text import Text


def papers_as_pdf(papers: Sequence[Paper], title: Text, name: str) -> HttpResponse:
    """The papers as one file; its ``name`` says nothing of the person."""
    made = papers_pdf(papers, title, said("not_public"), said("reading_copy"))
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{name}.pdf"'
    return response
