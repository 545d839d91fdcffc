"""A file as every desk handles it: one door for whatever a person, an agent or a program does with it."""
