"""The engine: conditions as data over facts that may be unknown, and four readings of them.

One person with the proof (``assessment``), what still matters (``diagram``, ``questions``), a million persons
(``columns``), and every combination (``enumeration``). All four read one ``program``.
"""
