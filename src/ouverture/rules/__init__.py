"""The engine: conditions as data over facts that may be unknown, and five readings of them.

One person with the proof (``assessment``), what still matters (``diagram``, ``questions``), a million persons
(``columns``), every combination (``enumeration``), and the sentence (``sentence``). All five read one ``program``.
"""
