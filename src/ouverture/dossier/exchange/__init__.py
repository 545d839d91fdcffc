"""What was said with an office, how, and what was promised: a promise with a day is owed like anything else (M10)."""
