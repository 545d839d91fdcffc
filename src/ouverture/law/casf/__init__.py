"""Code de l'action sociale et des familles. Its text is not held: the rules quote our sources."""
