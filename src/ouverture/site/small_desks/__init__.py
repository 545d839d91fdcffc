"""The small desks: each answers one precise question, alone."""
