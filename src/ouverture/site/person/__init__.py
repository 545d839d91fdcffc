"""The person's own pages: my file, my papers, my rights and cards, calls, reminders, my data."""
