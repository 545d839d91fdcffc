"""What a use case answers instead of doing: re-exported for desks, which read no room below the services."""

from ouverture.dossier.refusals import Refusal

__all__ = ["Refusal"]
