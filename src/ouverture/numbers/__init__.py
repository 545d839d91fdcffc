"""Numbers: what a newcomer is given, asked for, or copies wrongly, and what each number says.

Start at ``reading.read``: any pasted text, answered with every kind of number it can be. ``nir`` builds and takes apart
a social security number, ``agreement`` compares it with a declared birth, ``columns`` reads a million at once.
"""
