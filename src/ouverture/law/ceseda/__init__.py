"""Articles of the code of entry and stay of foreigners (CESEDA)."""
