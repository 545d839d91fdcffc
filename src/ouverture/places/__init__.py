"""Places: which caisse serves an address, which country a name means, which papers a country's acts need.

Doors: ``places.caisses.find``, ``places.desks.all_desks``, ``places.countries.find``,
``places.papers.birth_certificate``. Everything here is pure: standard library only, no network, no clock.
The data sit in ``data/`` with their origins in ``data/LICENCES.md``; ``places.refresh`` rebuilds them.
"""
