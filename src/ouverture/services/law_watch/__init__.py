"""The law watch: a newer export of the codes against the texts held, and what of ours stands on what changed.

It alters nothing: a person reads the report, and changes the rules by hand.
"""
